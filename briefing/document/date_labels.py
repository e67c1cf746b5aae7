"""Dates in words for people: `10 Jun 2024?`, `9–10 Jun 2024?`, `c. Dec 2025?–Jun 2026?`, `44 BC`.

A label says the whole date by itself. Where several dates are listed in one label (`9–10, 10, 11 Jun 2024?`),
what they share is said once, at the end, after the last of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from briefing.document.date_names import DateNames

_DASH: Final = "\N{EN DASH}"
# Years up to this one could be taken for a day or a number: they are said with their era.
_SHORT_YEARS: Final = 999


class DateParts(Struct, frozen=True):
    """One date taken apart: EDTF `text` (`..` open, empty unknown) and parts as written, empty if absent."""

    text: str
    year: str = ""
    month: str = ""
    day: str = ""
    uncertain: tuple[str, ...] = ()
    approximate: tuple[str, ...] = ()


def date_label(parts: DateParts, names: DateNames) -> str:
    """Return the label of one date."""
    return _circa(" ".join(_words(parts, names)), parts, names)


def date_words(parts: DateParts, names: DateNames) -> tuple[str, ...]:
    """Return the words of a date that may be listed with others: day, month and year, as far as known.

    None of an approximate date: `c. 9, 10 Jun` would not say which of the two is meant.
    """
    return () if parts.approximate else tuple(_words(parts, names))


def interval_label(start: DateParts, end: DateParts, names: DateNames) -> str:
    """Return the label of an interval, what both ends share said once: `9–10 Jun 2024?`, `from 2014`.

    Not both ends may be open or unknown.
    """
    if not start.year:
        label = date_label(end, names)
        return names.until.format(date=label) if start.text == ".." else f"?{_DASH}{label}"
    if not end.year:
        label = date_label(start, names)
        return names.since.format(date=label) if end.text == ".." else f"{label}{_DASH}?"
    if start.approximate and not end.approximate:  # one "c." in front would seem to cover both
        return f" {_DASH} ".join(date_label(parts, names) for parts in (start, end))
    first, last = _words(start, names), _words(end, names)
    shared = _shared(first, last)
    beginning, rest = " ".join(first[: len(first) - shared]), " ".join(last)
    if start.approximate:
        return _circa(f"{beginning}{_DASH}{rest}", start, names)
    return f"{beginning}{_DASH}{_circa(rest, end, names)}"


def interval_words(start: DateParts, end: DateParts, names: DateNames) -> tuple[str, ...]:
    """Return the words of an interval that may be listed: of one from day to day in a month, or like it."""
    if start.approximate or end.approximate or not start.year or not end.year:
        return ()
    first, last = _words(start, names), _words(end, names)
    if len(first) < 2 or _shared(first, last) < len(first) - 1:
        return ()
    return (f"{first[0]}{_DASH}{last[0]}", *last[1:])


def listed(dates: Sequence[tuple[str, ...]]) -> list[str] | None:
    """Return what each of several dates is called in one label: all but the last without what they share.

    Dates are listed if they are days of one month, days of one year that all name their month, or months (or
    what stands in a month's place) of one year; None for any others. No reader has to tell from the context
    which of the words a date is lacking.
    """
    last = dates[-1]
    if len(last) < 2 or any(len(words) != len(last) or words[-1] != last[-1] for words in dates):
        return None
    shared = len(last) - 1
    if any(words[1:] != last[1:] for words in dates):
        shared = 1
    return [*(" ".join(words[: len(words) - shared]) for words in dates[:-1]), " ".join(last)]


def time_label(time: str, names: DateNames) -> str:
    """Return a time of day (`10:30:00`, perhaps with `Z` or an offset) for people: `10:30 UTC+9`."""
    clock, zone = time[:8], time[8:]
    if clock.endswith(":00"):
        clock = clock[:5]
    if not zone:
        return clock
    sign, hours, minutes = zone[0], zone[1:3].lstrip("0"), zone[3:].lstrip(":")
    offset = f"{hours or '0'}:{minutes}" if minutes.strip("0") else hours
    sign = "+" if sign == "+" else "\N{MINUS SIGN}"
    return f"{clock} {names.utc}{sign}{offset}" if offset else f"{clock} {names.utc}"


def year_label(year: int, names: DateNames) -> str:
    """Return an astronomical year (0 is 1 BC) in words; the first 999 with their era: `2014`, `44 AD`."""
    if year < 1:
        return names.before_christ.format(year=1 - year)
    return names.anno_domini.format(year=year) if year <= _SHORT_YEARS else str(year)


def _circa(label: str, parts: DateParts, names: DateNames) -> str:
    return names.circa.format(date=label) if parts.approximate else label


def _shared(first: Sequence[str], last: Sequence[str]) -> int:
    """Return how many words at their ends two dates have in common, of all but their first."""
    shared = 0
    while len(first) == len(last) and shared < len(first) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    return shared


def _words(parts: DateParts, names: DateNames) -> list[str]:
    """Return day, month and year as words, as far as they are known, with `?` after the uncertain."""
    words = [_marked(_year(parts.year, names), "year", parts)]
    if parts.month and "X" not in parts.month:
        words.insert(0, _marked(names.month(int(parts.month)), "month", parts))
        if parts.day and "X" not in parts.day:
            words.insert(0, _marked(parts.day.lstrip("0"), "day", parts))
    return words


def _year(year: str, names: DateNames) -> str:
    """Return a year in words. One with more than its last digit unknown stays as EDTF writes it: `19XX`."""
    digits = year.lstrip("-")
    if "X" not in digits:
        return year_label(int(year), names)
    if year != digits or digits[-1] != "X" or "X" in digits[:-1]:
        return year
    first = int(f"{digits[:-1]}0")
    decade = names.decade.format(years=first)
    return names.anno_domini.format(year=decade) if first <= _SHORT_YEARS else decade


def _marked(word: str, part: str, parts: DateParts) -> str:
    return f"{word}?" if part in parts.uncertain else word
