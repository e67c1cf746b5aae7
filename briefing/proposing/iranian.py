"""Days of the Iranian calendar (Solar Hijri) as Gregorian ones."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import accumulate
from typing import Final

_FIRST: Final = 1300
_BEGINS: Final = date(1921, 3, 21)  # 1 Farvardin 1300
#: Years whose leap years follow the cycle of 33 years; after them astronomers decide.
YEARS: Final = range(_FIRST, 1473)
_LEAP: Final = frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_MONTHS: Final = (0, *accumulate((31,) * 6 + (30,) * 5))  # days before each month


def gregorian(year: int, month: int = 0, day: int = 0) -> str:
    """Return an Iranian day as a Gregorian one in ISO 8601, a month or a year (0: not given) as an interval.

    "" for a day that there is not, and outside of `YEARS`.
    """
    if year not in YEARS or not 0 <= month <= 12 or not 0 <= day <= _length(year, month):
        return ""
    if not month:
        return f"{_day(year, 1, 1)}/{_day(year, 12, _length(year, 12))}"
    if not day:
        return f"{_day(year, month, 1)}/{_day(year, month, _length(year, month))}"
    return _day(year, month, day)


def _length(year: int, month: int) -> int:
    return 31 if month <= 6 else 30 if month < 12 or year % 33 in _LEAP else 29


def _day(year: int, month: int, day: int) -> str:
    before = sum(365 + (one % 33 in _LEAP) for one in range(_FIRST, year))
    return (_BEGINS + timedelta(before + _MONTHS[month - 1] + day - 1)).isoformat()
