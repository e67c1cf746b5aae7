"""Events with their dates parsed, in the order of time, and what kind of date each one has."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from briefing.document import Event
from briefing.document.dates import EventDate, parse_date

Kind = Literal["day", "period", "range", "since", "until", "projection"]


class Dated(NamedTuple):
    """An event, its place among the briefing's events (from 0) and its date, None if nobody can read it."""

    place: int
    event: Event
    date: EventDate | None

    @property
    def first(self) -> int:
        """The first day it may fall on, as an ordinal (`date.toordinal`); of an open start, the last."""
        day = self.date and (self.date.start or self.date.end)
        return day.toordinal() if day else 0

    @property
    def last(self) -> int:
        """The last day it may fall on; of an open end, the first."""
        day = self.date and (self.date.end or self.date.start)
        return day.toordinal() if day else 0

    @property
    def kind(self) -> Kind:
        """What is known of the date.

        A `day`; a `period` (month, year, season...) with the event somewhere in it; a `range` that it lasted
        through; `since` or `until` a date if one end is open; or a `projection`, however it is dated.
        """
        if self.event.basis == "projected":
            return "projection"
        if self.date is None or self.date.precision == "day":
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
        return self.date.label if self.date else self.event.date

    @property
    def basis(self) -> str:
        """How the date is known, in a word or two."""
        if self.event.basis == "inferred":
            return "year inferred" if self.date and self.date.year_inferred else "inferred"
        return "projection" if self.event.basis == "projected" else "stated"


def undated(events: Iterable[Event]) -> tuple[Dated, ...]:
    """Return the events as they stand, none of the dates read."""
    return tuple(Dated(index, event, None) for index, event in enumerate(events))


def date_events(events: Iterable[Event]) -> tuple[Dated, ...]:
    """Return the events by first, then last day; those whose date cannot be read come last. Raises nothing.

    The first call imports the edtf package, which is slow: call it in a thread.
    """
    dated = [Dated(index, event, _date(event.date)) for index, event in enumerate(events)]
    return tuple(sorted(dated, key=lambda event: (event.date is None, event.first, event.last, event.place)))


def _date(text: str) -> EventDate | None:
    try:
        date = parse_date(text)
    except Exception:  # a briefing is checked when it is loaded: whatever gets here must not end the reader
        return None
    return date if date.start or date.end else None
