"""Events with their dates parsed, in the order of time, and what kind of date each one has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from time import sleep
from typing import Final, Literal, NamedTuple

from briefing.document import Event
from briefing.document.date_names import DateNames
from briefing.document.dates import EventDate, parse_date
from briefing.document.days import Day
from briefing.settings.words import date_names, say

# Dates read before others, the keys among them, get the interpreter for that many seconds.
_AT_A_TIME: Final = 8
_BREATH: Final = 0.001
_SECONDS_A_DAY: Final = 86_400

DateKind = Literal["day", "period", "range", "since", "until", "projection"]


class DatedEvent(NamedTuple):
    """An event, its index among the briefing's events, and its date: None if it has no place in time.

    Nobody can read it, or it is a month or a day of an unknown year: that is `yearless` then, as far as it
    is known.
    """

    event_index: int
    event: Event
    date: EventDate | None
    yearless: EventDate | None = None

    @property
    def first(self) -> float:
        """The first day it may fall on, as an ordinal (`Day.toordinal`); of an open start, the last.

        A time of day is a part of a day.
        """
        return self._ordinal((self.date.start or self.date.end) if self.date else None)

    @property
    def last(self) -> float:
        """The last day it may fall on; of an open end, the first."""
        return self._ordinal((self.date.end or self.date.start) if self.date else None)

    def _ordinal(self, day: Day | None) -> float:
        if day is None or self.date is None:
            return 0
        return day.toordinal() + (self.date.seconds or 0) / _SECONDS_A_DAY

    @property
    def kind(self) -> DateKind:
        """What is known of the date.

        A `day`; a `period` (month, year, season...) with the event somewhere in it; a `range` that it lasted
        through; `since` or `until` a date if one end is open; or a `projection`, however it is dated.
        """
        if self.event.basis == "projected":
            return "projection"
        if self.date is None:
            return "period" if self.yearless and self.yearless.precision == "month" else "day"
        if self.date.precision == "day":
            return "day"
        if self.date.end is None:
            return "since"
        if self.date.start is None:
            return "until"
        if "/" in self.date.edtf:
            return "range" if self.first < self.last else "day"
        return "period"

    @property
    def stated(self) -> bool:
        """Whether the article gives the whole date."""
        return self.event.basis == "stated"

    @property
    def label(self) -> str:
        """The date in words, with its year: `10 Jun 2024?`; a date nobody can read, as it is written."""
        date = self.date or self.yearless
        return date.label if date else self.event.date

    @property
    def basis(self) -> str:
        """How the date is known, in a word or two."""
        if self.event.basis == "inferred":
            return say("basis.year" if self.date and self.date.year_inferred else "basis.inferred")
        return say(f"basis.{self.event.basis}")


def undated(events: Iterable[Event]) -> tuple[DatedEvent, ...]:
    """Return the events as they stand, none of the dates read."""
    return tuple(DatedEvent(index, event, None) for index, event in enumerate(events))


def date_events(events: Iterable[Event], is_over: Callable[[], bool] = bool) -> tuple[DatedEvent, ...]:
    """Return the events with their dates read. Raises nothing.

    Reading dates may import the edtf package, which is slow: call it in a thread. Others get their turn in
    between.

    Args:
        events: The events in any order.
        is_over: Says whether nobody waits for them any more; then none are returned.

    Returns:
        The events by first, then last day; those whose date cannot be read come last.
    """
    dates: dict[str, EventDate | None] = {}  # many events may have one date
    dated: list[DatedEvent] = []
    names = date_names()
    for index, event in enumerate(events):
        if event.date not in dates:
            dates[event.date] = _date(event.date, names)
            if len(dates) % _AT_A_TIME == 0:
                sleep(_BREATH)
        if is_over():
            return ()
        dated.append(_dated(index, event, dates[event.date]))
    return tuple(
        sorted(dated, key=lambda event: (event.date is None, event.first, event.last, event.event_index))
    )


def _date(text: str, names: DateNames) -> EventDate | None:
    try:
        return parse_date(text, names)
    except Exception:  # a briefing is checked when it is loaded: whatever gets here must not end the reader
        return None


def _dated(index: int, event: Event, date: EventDate | None) -> DatedEvent:
    if date is None or date.start or date.end:
        return DatedEvent(index, event, date)
    return DatedEvent(index, event, None, date)
