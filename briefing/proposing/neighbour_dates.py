"""Dates that a text in Persian, Urdu or Hebrew gives, Gregorian and Iranian, as EDTF."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import Final, NamedTuple

from briefing.proposing import date_patterns as patterns
from briefing.proposing.calendar_words import IRANIAN_COMMON, IRANIAN_MONTHS, MONTHS, NEIGHBOURS
from briefing.proposing.compared import Folded
from briefing.proposing.iranian import YEARS, gregorian

# Letters of a page in Persian or Urdu, and of Urdu alone; an Arabic one may have others (گ, پ) in a name.
_PERSIAN: Final = re.compile("[کی]")
_URDU: Final = re.compile("[ٹڈڑںےھہ]")
_HEBREW: Final = re.compile("[\u05d0-\u05ea]")
# What makes a year one of the Hijri calendar.
_HIJRI: Final = re.compile(r" ?(?:ه\.? ?ق|ق\b|قمري|هجري قمري)")


class NeighbourDate(NamedTuple):
    """A date: `[start:end]` of the folded text carries it; `edtf` is "" where `note` says why."""

    start: int
    end: int
    edtf: str
    note: str = ""


def is_neighbour(text: str) -> bool:
    """Return whether a text has letters of Persian, Urdu or Hebrew that Arabic has not."""
    return any(letters.search(text) for letters in (_PERSIAN, _URDU, _HEBREW))


def is_iranian(text: str, year: int, behind: str = "") -> bool:
    """Return whether a year is one of the Iranian calendar rather than of the Hijri one.

    `behind` is what follows it, folded.
    """
    return year in YEARS and _is_persian(text) and not _HIJRI.match(behind)


def _is_persian(text: str) -> bool:
    return _PERSIAN.search(text) is not None and not _URDU.search(text)


def iranian_date(start: int, end: int, year: int, month: int = 0, day: int = 0) -> NeighbourDate:
    """Return an Iranian date at `[start:end]` as a Gregorian one."""
    edtf = gregorian(year, month, day)
    written = "-".join(f"{part:02}" for part in (year, month, day) if part)
    said = f"Iranian {written}" if edtf else f"Iranian {written}, which there is not"
    return NeighbourDate(start, end, edtf, said)


def named(fold: Folded, text: str) -> Iterator[NeighbourDate]:
    """Yield dates with the name of a month; a month is one beside a day or a year only."""
    if not is_neighbour(text):
        return
    for match in patterns.NEIGHBOUR.finditer(fold.text):
        last = int(match["d2"] or match["d3"] or 0)
        year = "".join(re.findall(r"\d{4}", match["y"] or ""))
        name = match["m"]
        if not (last or year) or (name in ("مه", "مي") and not (last and year)):
            continue
        month = NEIGHBOURS.get(name) or MONTHS[name]
        edtf = _edtf(year, month, last)
        if match["d1"] and edtf:
            first = _edtf(year, month, int(match["d1"]))
            edtf = f"{first}/{edtf}" if first and first < edtf else ""
        if edtf:
            yield NeighbourDate(match.start(), match.end(), edtf)


def iranian(fold: Folded, text: str) -> Iterator[NeighbourDate]:
    """Yield Iranian dates with the name of a month."""
    if not _is_persian(text):
        return
    for match in patterns.IRANIAN.finditer(fold.text):
        year = int("".join(re.findall(r"\d{4}", match["y"] or "")) or 0)
        day, month = int(match["d"] or 0), IRANIAN_MONTHS[match["m"]]
        if year:
            yield iranian_date(match.start(), match.end(), year, month, day)
        elif day and match["m"] not in IRANIAN_COMMON:
            note = "the Iranian year is not given, so there is no Gregorian date"
            yield NeighbourDate(match.start(), match.end(), "", note)


def years(fold: Folded, text: str) -> Iterator[NeighbourDate]:
    """Yield years after the word for it."""
    if not is_neighbour(text):
        return
    for match in patterns.NEIGHBOUR_YEAR.finditer(fold.text):
        year = int(match["y"])
        if is_iranian(text, year, fold.text[match.end() :][:20]):
            yield iranian_date(*match.span(), year)
        elif year > 1500:
            yield NeighbourDate(*match.span(), match["y"])


def _edtf(year: str, month: int, day: int) -> str:
    if day > monthrange(int(year or 2000), month)[1]:
        return ""
    return f"{year or 'XXXX'}-{month:02}" + (f"-{day:02}" if day else "")
