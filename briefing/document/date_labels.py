"""Dates in words for people: `10 Jun 2024?`, `9–10 Jun 2024?`, `c. Dec 2025?–Jun 2026?`, `2014`."""

from __future__ import annotations

from msgspec import Struct

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
# What may stand in a month's place. 25 to 32 are the seasons again, by hemisphere.
_SEASONS = ("Spring", "Summer", "Autumn", "Winter") * 3 + ("Q1", "Q2", "Q3", "Q4")
_DASH = "\N{EN DASH}"


class DateParts(Struct, frozen=True):
    """One date taken apart: EDTF `text` (`..` open, empty unknown) and parts as written, empty if absent."""

    text: str
    year: str = ""
    month: str = ""
    day: str = ""
    uncertain: tuple[str, ...] = ()
    approximate: tuple[str, ...] = ()


def date_label(parts: DateParts, *, with_year: bool) -> str:
    """Return the label of one date; without its year it is `10 Jun`, but a date without a month keeps it."""
    words = _words(parts)
    return _circa(parts) + " ".join(words if with_year else words[:-1] or words)


def interval_label(start: DateParts, end: DateParts, *, with_year: bool) -> str:
    """Return the label of an interval, what both ends share said once: `9–10 Jun 2024?`, `from 2014`.

    An interval over two years keeps them. Not both ends may be open or unknown.
    """
    if not start.year:
        label = date_label(end, with_year=with_year)
        return f"until {label}" if start.text == ".." else f"?{_DASH}{label}"
    if not end.year:
        label = date_label(start, with_year=with_year)
        return f"from {label}" if end.text == ".." else f"{label}{_DASH}?"
    first, last = _words(start), _words(end)
    with_year = with_year or first[-1] != last[-1]
    if _circa(start) and not _circa(end):  # one "c." in front would seem to cover both
        return f"{date_label(start, with_year=with_year)} {_DASH} {date_label(end, with_year=with_year)}"
    between = "" if _circa(start) else _circa(end)
    if not with_year:
        first, last = first[:-1] or first, last[:-1] or last
    shared = 0
    while len(first) == len(last) and shared < len(first) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    return f"{_circa(start)}{' '.join(first[: len(first) - shared])}{_DASH}{between}{' '.join(last)}"


def _circa(parts: DateParts) -> str:
    return "c. " if parts.approximate else ""


def _words(parts: DateParts) -> list[str]:
    """Return day, month and year as words, as far as they are known, with `?` after the uncertain."""
    year = f"{parts.year[:3]}0s" if parts.year.endswith("X") and "X" not in parts.year[:3] else parts.year
    words = [_marked(year.lstrip("0"), "year", parts)]
    if parts.month and "X" not in parts.month:
        name = _month(int(parts.month))
        words.insert(0, _marked(name, "month", parts))
        if parts.day and "X" not in parts.day:
            words.insert(0, _marked(parts.day.lstrip("0"), "day", parts))
    return words


def _month(number: int) -> str:
    if number <= len(_MONTHS):
        return _MONTHS[number - 1]
    if number <= 36:
        return _SEASONS[number - 21]
    return f"Third {number - 36}" if number <= 39 else f"Half {number - 39}"


def _marked(word: str, part: str, parts: DateParts) -> str:
    return f"{word}?" if part in parts.uncertain else word
