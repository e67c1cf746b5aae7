"""Ticks of a stretch: months, quarters, years or decades, whichever are the smallest that have room."""

from __future__ import annotations

from collections.abc import Iterator
from math import floor
from typing import Final, NamedTuple

from briefing.document.date_labels import year_label
from briefing.document.date_names import DateNames
from briefing.document.days import Day
from briefing.settings.words import date_names
from briefing.tui.timeline.columns import Columns

_UNITS: Final = (1, 3, 12, 60, 120, 600, 1200, 6000, 12000)  # months
# Columns from tick to tick, for labels of a month and its year, and of a year.
_ROOM_FOR_MONTH: Final = 11
_ROOM_FOR_YEAR: Final = 7


class Tick(NamedTuple):
    """A date on the scale: its column and what is written beside it."""

    column: int
    label: str


def ticks_of(columns: Columns) -> list[Tick]:
    """Return the ticks inside a stretch, from left to right, each in a column of its own."""
    days = columns.last - columns.first
    if days < 28:
        return []
    scale, names = (columns.width - 1) / days, date_names()
    unit = next((unit for unit in _UNITS if unit * 30.4 * scale >= _room(unit)), 0)
    ticks: list[Tick] = []
    for day in _starts(columns.first, columns.last, unit) if unit else ():
        column = columns(day.toordinal())
        if not ticks or column > ticks[-1].column:
            ticks.append(Tick(column, _label(day, unit, names)))
    return ticks


def _room(unit: int) -> int:
    return _ROOM_FOR_MONTH if unit < 12 else _ROOM_FOR_YEAR


def _label(day: Day, unit: int, names: DateNames) -> str:
    """The year, or the month with its year: a tick has no neighbour that can be relied on."""
    year = year_label(day.year, names)
    return f"{names.month(day.month)} {year}" if unit < 12 and day.month > 1 else year


def _starts(first: float, last: float, months: int) -> Iterator[Day]:
    """Yield the first days of the units of so many months that lie from `first` to `last`."""
    begin = Day.from_ordinal(floor(first))
    count = begin.year * 12 + begin.month - 1
    count -= count % months  # a decade begins with a year that ends in 0
    while True:
        year = count // 12
        if months > 12 and year < 1:
            year += 1  # so that it ends in 0 as people count: -9 is 10 BC
        day = Day(year, count % 12 + 1, 1)
        if day.toordinal() > last:
            return
        if day.toordinal() >= first:
            yield day
        count += months
