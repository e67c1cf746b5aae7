"""Days of the Hijri calendar (Umm al-Qura) as Gregorian ones, where hijridate is installed."""

from __future__ import annotations


def gregorian(year: int, month: int = 0, day: int = 0) -> tuple[str, ...]:
    """Return the first and the last day of a Hijri year, month or day (0: not given) in ISO 8601.

    They are approximate to a day, which EDTF's `~` says. () outside 1343 to 1500 AH, for a day that there is
    not, and where hijridate is not installed.
    """
    try:
        from hijridate import Hijri  # 20 ms, and few texts have such dates
    except ImportError:
        return ()
    try:
        first = Hijri(year, month or 1, day or 1)
        length = day or Hijri(year, month or 12, 1).month_length()
        ends = (first, Hijri(year, month or 12, length))
        return tuple(_approximate(str(end.to_gregorian().isoformat())) for end in ends)
    except (ValueError, OverflowError):
        return ()


def _approximate(day: str) -> str:
    return f"{day[:8]}~{day[8:]}"
