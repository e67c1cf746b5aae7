"""The scale of the drawn timeline: where each day is, with breaks where years without events are left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from briefing.document.date_labels import year_label
from briefing.document.date_names import ENGLISH
from briefing.document.dates import EventDate, date_or_none
from briefing.document.days import Day
from briefing.document.gaps import before_widest_gap
from briefing.document.model import Event

_NEAR: Final = 14.0  # two days nearer than this look like one
_BREAK: Final = 40.0  # between two stretches
_ALONE: Final = 44.0  # an event that has a stretch to itself, on one day
_ALONE_LONG: Final = 110.0  # and of many days
_LEAST: Final = 120.0  # a stretch of several events
_TICK: Final = 84.0  # between two ticks, at the least
_SECONDS_A_DAY: Final = 86_400
# Steps of ticks, in days and in months.
_DAYS: Final = (1, 2, 7, 14)
_MONTHS: Final = (1, 3, 6, *(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)))


class NumberedEvent(NamedTuple):
    """An event, its number in the list of events (from 1), and its date: None if it cannot be placed.

    `first` and `last` are the days it may fall on, as ordinals (`Day.toordinal`), with the time of day as a
    part of a day; where the one is open it is the other.
    """

    number: int
    event: Event
    date: EventDate | None
    first: float = 0.0
    last: float = 0.0


def dated(event: Event) -> NumberedEvent:
    """Return an event with its date, if that can be read and placed."""
    date = date_or_none(event)
    start, end = (date.start or date.end, date.end or date.start) if date else (None, None)
    if date is None or start is None or end is None:
        return NumberedEvent(0, event, None)
    time = (date.seconds or 0) / _SECONDS_A_DAY
    return NumberedEvent(0, event, date, start.toordinal() + time, end.toordinal() + time)


class ScaleStretch(NamedTuple):
    """Events on one linear scale, from `start` to `start + width`, and their first and last days."""

    events: tuple[NumberedEvent, ...]
    start: float
    width: float
    first: float
    last: float

    def x(self, day: float) -> float:
        """Return where a day is."""
        extent = self.last - self.first
        return self.start + (self.width * (day - self.first) / extent if extent else self.width / 2)


class ScaleTick(NamedTuple):
    """A day of the calendar on the scale, and what it is called."""

    x: float
    label: str


def scale_stretches(events: Sequence[NumberedEvent], start: float, width: float) -> list[ScaleStretch]:
    """Return the scale for events in the order of their first days: at least one stretch if there are any.

    It is cut at gaps that would leave more than half of a stretch empty while its days run together.
    """
    parts = [tuple(events)] if events else []
    while True:
        laid = _laid(parts, start, width)
        for index, stretch in enumerate(laid):
            at = _cut(stretch)
            cut = [*parts[:index], stretch.events[:at], stretch.events[at:], *parts[index + 1 :]]
            if at and _room(cut, width) >= _LEAST * sum(len(part) > 1 for part in cut):
                parts = cut
                break
        else:
            return laid


def _laid(parts: Sequence[tuple[NumberedEvent, ...]], start: float, width: float) -> list[ScaleStretch]:
    if len(parts) == 1:
        return [_stretch(parts[0], start, width)]
    many = sum(len(part) for part in parts if len(part) > 1)
    room, laid = _room(parts, width), []
    for part in parts:
        taken = room * len(part) / many if len(part) > 1 else _alone(part)
        laid.append(_stretch(part, start, taken))
        start += taken + _BREAK
    return laid


def _stretch(events: tuple[NumberedEvent, ...], start: float, width: float) -> ScaleStretch:
    return ScaleStretch(events, start, width, events[0].first, max(event.last for event in events))


def _room(parts: Sequence[tuple[NumberedEvent, ...]], width: float) -> float:
    alone = sum(_alone(part) for part in parts if len(part) == 1)
    return width - alone - _BREAK * (len(parts) - 1)


def _alone(part: tuple[NumberedEvent, ...]) -> float:
    return _ALONE if part[0].first == part[0].last else _ALONE_LONG


def _cut(stretch: ScaleStretch) -> int:
    """Return how many of its events come before the gap to cut at; 0 if there is nothing to cut."""
    events, extent = stretch.events, stretch.last - stretch.first
    days = sorted({event.first for event in events})
    if len(days) < 3 or all((b - a) * stretch.width >= extent * _NEAR for a, b in pairwise(days)):
        return 0
    return before_widest_gap([(event.first, event.last) for event in events])


def ticks(stretch: ScaleStretch) -> list[ScaleTick]:
    """Return days, months or years of a stretch, as fine as there is room; of one day alone its year."""
    first, last = int(stretch.first), int(stretch.last)
    if first == last:
        return [ScaleTick(stretch.x(stretch.first), _year(first))]
    room = max(1, int(stretch.width / _TICK))
    for step in _DAYS:
        if (last - first) / step < room:
            return [ScaleTick(stretch.x(day), _day(day)) for day in range(first, last + 1, step)]
    for step in _MONTHS:
        found = [ScaleTick(stretch.x(day), _month(day)) for day in _beginnings(first, last, step)]
        if found and len(found) <= room:
            return found
    return []


def _beginnings(first: int, last: int, step: int) -> Iterator[int]:
    """Yield the first days of every so many months, counted from the year 0."""
    begun = Day.from_ordinal(first)
    month = begun.year * 12 + begun.month - 1
    month += -month % step
    while (day := Day(month // 12, month % 12 + 1, 1).toordinal()) <= last:
        if day >= first:
            yield day
        month += step


def _day(ordinal: int) -> str:
    day = Day.from_ordinal(ordinal)
    return f"{day.day} {ENGLISH.month(day.month)}"


def _month(ordinal: int) -> str:
    day = Day.from_ordinal(ordinal)
    return _year(ordinal) if day.month == 1 else f"{ENGLISH.month(day.month)} {_year(ordinal)}"


def _year(ordinal: int) -> str:
    return year_label(Day.from_ordinal(ordinal).year, ENGLISH)
