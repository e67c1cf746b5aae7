"""Days of the Gregorian calendar, carried back before it began and before the year 1."""

from __future__ import annotations

from calendar import isleap
from datetime import date
from typing import Final, NamedTuple

# The calendar repeats itself after so many years, which are so many days.
_CYCLE: Final = 400
_CYCLE_DAYS: Final = 146_097


class Day(NamedTuple):
    """A day of an astronomical year: 0 is 1 BC, -43 is 44 BC. Days compare in the order of time.

    `of` makes one that exists; the constructor takes any numbers.
    """

    year: int
    month: int
    day: int

    @classmethod
    def of(cls, year: int, month: int = 1, day: int = 1) -> Day:
        """Return a day. Raises ValueError if the calendar has no such day."""
        date(2000 if isleap(year) else 2001, month, day)
        return cls(year, month, day)

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Day:
        """Return the day of that ordinal: 1 is the first of January of the year 1, 0 the day before."""
        cycles = (ordinal - 1) // _CYCLE_DAYS
        day = date.fromordinal(ordinal - cycles * _CYCLE_DAYS)
        return cls(day.year + cycles * _CYCLE, day.month, day.day)

    def toordinal(self) -> int:
        """Return the ordinal of the day, as `date.toordinal` has it; 0 or less before the year 1."""
        cycles = (self.year - 1) // _CYCLE
        return date(self.year - cycles * _CYCLE, self.month, self.day).toordinal() + cycles * _CYCLE_DAYS

    def before(self) -> Day:
        """Return the day before."""
        return Day.from_ordinal(self.toordinal() - 1)
