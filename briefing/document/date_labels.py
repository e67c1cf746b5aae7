"""Dates in words for people: `10 Jun 2024?`, `9–10 Jun 2024?`, `c. Dec 2025?–Jun 2026?`, `2014`."""

from __future__ import annotations

from msgspec import Struct

from briefing.document.date_names import DateNames

_DASH = "\N{EN DASH}"


class DateParts(Struct, frozen=True):
    """One date taken apart: EDTF `text` (`..` open, empty unknown) and parts as written, empty if absent."""

    text: str
    year: str = ""
    month: str = ""
    day: str = ""
    uncertain: tuple[str, ...] = ()
    approximate: tuple[str, ...] = ()


def date_label(parts: DateParts, names: DateNames, *, with_year: bool) -> str:
    """Return the label of one date; without its year it is `10 Jun`, but a date without a month keeps it."""
    words = _words(parts, names)
    return _circa(" ".join(words if with_year else words[:-1] or words), parts, names)


def interval_label(start: DateParts, end: DateParts, names: DateNames, *, with_year: bool) -> str:
    """Return the label of an interval, what both ends share said once: `9–10 Jun 2024?`, `from 2014`.

    An interval over two years keeps them. Not both ends may be open or unknown.
    """
    if not start.year:
        label = date_label(end, names, with_year=with_year)
        return names.until.format(date=label) if start.text == ".." else f"?{_DASH}{label}"
    if not end.year:
        label = date_label(start, names, with_year=with_year)
        return names.since.format(date=label) if end.text == ".." else f"{label}{_DASH}?"
    first, last = _words(start, names), _words(end, names)
    with_year = with_year or first[-1] != last[-1]
    if start.approximate and not end.approximate:  # one "c." in front would seem to cover both
        labels = (date_label(parts, names, with_year=with_year) for parts in (start, end))
        return f" {_DASH} ".join(labels)
    if not with_year:
        first, last = first[:-1] or first, last[:-1] or last
    shared = 0
    while len(first) == len(last) and shared < len(first) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    beginning, rest = " ".join(first[: len(first) - shared]), " ".join(last)
    if start.approximate:
        return _circa(f"{beginning}{_DASH}{rest}", start, names)
    return f"{beginning}{_DASH}{_circa(rest, end, names)}"


def _circa(label: str, parts: DateParts, names: DateNames) -> str:
    return names.circa.format(date=label) if parts.approximate else label


def _words(parts: DateParts, names: DateNames) -> list[str]:
    """Return day, month and year as words, as far as they are known, with `?` after the uncertain."""
    is_decade = parts.year.endswith("X") and "X" not in parts.year[:3]
    year = (
        names.decade.format(years=f"{parts.year[:3]}0".lstrip("0")) if is_decade else parts.year.lstrip("0")
    )
    words = [_marked(year, "year", parts)]
    if parts.month and "X" not in parts.month:
        words.insert(0, _marked(names.month(int(parts.month)), "month", parts))
        if parts.day and "X" not in parts.day:
            words.insert(0, _marked(parts.day.lstrip("0"), "day", parts))
    return words


def _marked(word: str, part: str, parts: DateParts) -> str:
    return f"{word}?" if part in parts.uncertain else word
