"""Ticks of a stretch: months, quarters, years or decades, whichever are the smallest that have room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from briefing.settings.words import say
from briefing.tui.timeline.columns import Columns

_UNITS: Final = (1, 3, 12, 60, 120, 600, 1200)  # months
_ROOM: Final = 7  # columns from tick to tick


class Tick(NamedTuple):
    """A date on the scale: its column and what is written beside it."""

    column: int
    label: str


def ticks_of(columns: Columns) -> list[Tick]:
    """Return the ticks inside a stretch, from left to right, each in a column of its own."""
    days = columns.last - columns.first
    if days < 28:
        return []
    scale = (columns.width - 1) / days
    unit = next((unit for unit in _UNITS if unit * 30.4 * scale >= _ROOM), 0)
    ticks: list[Tick] = []
    for day in _starts(columns.first, columns.last, unit) if unit else ():
        column = columns(day.toordinal())
        if not ticks or column > ticks[-1].column:
            label = say(f"date.month.{day.month}") if unit < 12 and day.month > 1 else str(day.year)
            ticks.append(Tick(column, label))
    return ticks


def _starts(first: int, last: int, months: int) -> Iterator[date]:
    """Yield the first days of the units of so many months that lie from `first` to `last`."""
    begin = date.fromordinal(first)
    count = (begin.year - 1) * 12 + begin.month - 1
    count -= count % months if months < 12 else (count + 12) % months  # a decade begins with year 0
    while count <= 9998 * 12:
        if count >= 0:
            day = date(count // 12 + 1, count % 12 + 1, 1)
            if day.toordinal() > last:
                return
            if day.toordinal() >= first:
                yield day
        count += months
