"""An event's EDTF date (ISO 8601-2, levels 0 to 2) as days of the calendar, how exact and how sure it is.

The edtf package does the parsing. It takes long to import (pyparsing), so it is imported when the first date
is asked for, never with this module. What is wrong with edtf 5.0.2 is worked around, most of it by giving it
one date at a time:

- it refuses intervals with a qualified part beside an open end (`2024?-06/..`), and sets of one (`[2024]`);
- it gives an unknown end (`2024/`) a bound of its own making, ten years off, which is None here;
- it takes days that do not exist where a part is qualified (`2024?-06-31`), and intervals that run backwards;
- it counts `%` (uncertain and approximate) as neither;
- it prints to standard output over some malformed dates: `edtf_syntax` keeps them from it.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Literal

from msgspec import Struct

from briefing.document.date_labels import (
    DateParts,
    date_label,
    date_words,
    interval_label,
    interval_words,
    time_label,
)
from briefing.document.date_names import ENGLISH, DateNames
from briefing.document.days import Day
from briefing.document.edtf_syntax import YEARLESS, looks_like_edtf, may_be, what_is_wrong
from briefing.document.errors import BriefingError
from briefing.document.model import Briefing, Event

Precision = Literal["day", "month", "year", "range"]


class EventDate(Struct, frozen=True):
    """A date as days: from `start` to `end`, both included; None where it is open or unknown.

    `precision` is `range` for an interval and for whatever is not one day, month or year (a season, a decade,
    a set). `uncertain` and `approximate` name the parts (`year`, `month`, `day`) so qualified, in that order.
    `label` is for people, as in `10 Jun 2024?`: a `?` follows each uncertain part, and `c.` goes before what
    is approximate. `words` are those of the label, for a list of dates (`date_labels.listed`); empty where
    the date cannot be listed. `seconds` is the time of day, if one is given, from the beginning of the day:
    by UTC if the date says how far it is from that, so less than 0 or more than a day in some places.
    A month or a day of an unknown year (`XXXX-06-10`) has neither `start` nor `end`, and no words.
    """

    edtf: str
    start: Day | None
    end: Day | None
    precision: Precision
    uncertain: tuple[str, ...]
    approximate: tuple[str, ...]
    label: str
    words: tuple[str, ...] = ()
    seconds: int | None = None

    @property
    def year_inferred(self) -> bool:
        """Return whether the year is uncertain, alone (`2024?-06-10`) or with the rest (`2024-06-10?`)."""
        return "year" in self.uncertain


def event_date(briefing: Briefing, event: Event) -> EventDate:
    """Return the date of an event of `briefing`. Raises BriefingError, naming the event, if it is no EDTF."""
    try:
        return parse_date(event.date)
    except ValueError as error:
        where = (
            f"event {briefing.events.index(event) + 1}"
            if event in briefing.events
            else f'event "{event.title}"'
        )
        cure = 'write it as in "2024-06-10", "2024-06", "2024?-06" or "2024-06-09/2024-06-10"'
        raise BriefingError(briefing.path, str(error), cure, where=where) from None


def date_or_none(event: Event) -> EventDate | None:
    """Return the date of an event; None if it is no EDTF date."""
    try:
        return parse_date(event.date)
    except ValueError:
        return None


def date_in_words(event: Event) -> str:
    """Return the label of an event's date; the date as it is written, if it is no EDTF date."""
    date = date_or_none(event)
    return date.label if date else event.date


@lru_cache(maxsize=1024)
def parse_date(text: str, names: DateNames = ENGLISH) -> EventDate:
    """Return an EDTF date parsed, its labels in the language of `names`.

    Raises ValueError, in one line, if it is none or not in years -9999 to 9999.
    """
    if not looks_like_edtf(text):
        raise ValueError(what_is_wrong(text))
    if text.startswith(YEARLESS):
        return _yearless(text, names)
    if text[0] in "[{":
        return _set(text)
    if "/" in text:
        return _interval(text, names)
    day, _, time = text.partition("T")
    one = _one(day)
    label = date_label(one.parts, names)
    return EventDate(
        edtf=text,
        start=one.start,
        end=one.end,
        precision=_precision(one.start, one.end),
        uncertain=one.parts.uncertain,
        approximate=one.parts.approximate,
        label=f"{label} {time_label(time, names)}" if time else label,
        words=() if time else date_words(one.parts, names),
        seconds=_seconds(time) if time else None,
    )


def _yearless(text: str, names: DateNames) -> EventDate:
    sides = [DateParts(side, side[:4], side[5:7], side[8:]) for side in text.split("/")]
    precision: Precision = "range" if len(sides) > 1 else "day" if sides[0].day else "month"
    label = date_label(sides[0], names) if len(sides) == 1 else interval_label(sides[0], sides[1], names)
    return EventDate(text, None, None, precision, (), (), label)


def _seconds(time: str) -> int:
    """Return a time of day in seconds, by UTC if it has an offset."""
    hours, minutes, seconds = (int(part) for part in time[:8].split(":"))
    zone = time[8:]
    offset = 0
    if zone not in ("", "Z"):
        offset = (int(zone[1:3]) * 60 + int(zone[3:].lstrip(":") or 0)) * (-60 if zone[0] == "-" else 60)
    return (hours * 60 + minutes) * 60 + seconds - offset


class _One(Struct, frozen=True):
    """A single date: its first and last day, and its parts."""

    start: Day
    end: Day
    parts: DateParts


# A day, a month or a year without any qualifier: thousands of them must not take edtf's milliseconds each.
_PLAIN = r"(-?[0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?"


def _plain(text: str) -> _One | None:
    """Return what edtf would of a date of digits and hyphens only; None for any other."""
    match = re.fullmatch(_PLAIN, text)
    if not match:
        return None
    year, month, day = match.groups("")
    try:
        start = Day.of(int(year), int(month or 1), int(day or 1))
    except ValueError:  # no such day
        return None
    following = Day(start.year + (month in ("", "12")), start.month % 12 + 1 if month else 1, 1)
    return _One(start, start if day else following.before(), DateParts(text, year=year, month=month, day=day))


# Of a month or a day one digit may be unknown, or all of a month whose day is known: edtf takes neither.
_UNSPECIFIED = r"([0-9X]{4})-([0-9X]{2})(?:-([0-9X]{2}))?([?~%]?)"


def _unspecified(text: str) -> _One | None:
    """Return a date with an X in its month or day as the days from the first it may be to the last."""
    match = re.fullmatch(_UNSPECIFIED, text)
    if not match or "X" not in text:
        return None
    year, month, day, mark = match.groups("")
    first, last = (int(year.replace("X", digit)) for digit in "09")
    years = range(max(first, 1), last + 1)  # of nine years in a row one at least has a 29 February
    start = next((found[0] for year_ in years[:9] if (found := _days(year_, month, day))), None)
    end = next((found[-1] for year_ in years[:-10:-1] if (found := _days(year_, month, day))), None)
    if start is None or end is None:
        return None
    written = ("year", "month", "day") if day else ("year", "month")
    uncertain, approximate = (written if mark in marks and mark else () for marks in ("?%", "~%"))
    return _One(start, end, DateParts(text, year, month, day, uncertain, approximate))


def _days(year: int, month: str, day: str) -> list[Day]:
    """Return the days of a year that a month and a day with unknown digits may be; of a month alone all."""
    return [
        Day(year, number, at)
        for number in range(1, 13)
        if may_be(number, month)
        for at in range(1, monthrange(year, number)[1] + 1)
        if not day or may_be(at, day)
    ]


@lru_cache(maxsize=1024)
def _one(text: str) -> _One:
    if (plain := _plain(text.partition("T")[0])) is not None:  # the day of a time is that of its place
        return plain
    if (unspecified := _unspecified(text)) is not None:
        return unspecified
    # Imported here and not above: it takes longer than everything else on the way to the first frame.
    from edtf import EDTFParseException, parse_edtf

    try:
        parsed = parse_edtf(text)
        start, end = (Day.of(*bound[:3]) for bound in (parsed.lower_strict(), parsed.upper_strict()))
    except (EDTFParseException, ValueError):
        raise ValueError(f'the date "{text}" is not EDTF (years -9999 to 9999)') from None
    return _One(start, end, _parts(text, parsed))


def _interval(text: str, names: DateNames) -> EventDate:
    sides = text.split("/")
    ones = [_one(side) if side not in ("", "..") else None for side in sides]
    start, end = (one.parts if one else DateParts(side) for one, side in zip(ones, sides, strict=True))
    if start == end:  # one date, written twice
        label, words = date_label(start, names), date_words(start, names)
    else:
        label, words = interval_label(start, end, names), interval_words(start, end, names)
    return _range(text, ones, label, words)


def _set(text: str) -> EventDate:
    """Return a set, one or all of whose dates are meant, as the days from its first to its last."""
    names = [side for member in re.split(", ?", text[1:-1]) for side in member.split("..")]
    return _range(text, [_one(name) if name else None for name in names], text)


def _range(text: str, ones: Sequence[_One | None], label: str, words: tuple[str, ...] = ()) -> EventDate:
    """Return the days from the first to the last of `ones`, open where the first or last of them is None."""
    dated = [one for one in ones if one]
    return EventDate(
        edtf=text,
        start=min(one.start for one in dated) if ones[0] else None,
        end=max(one.end for one in dated) if ones[-1] else None,
        precision="range",
        uncertain=_in_order({part for one in dated for part in one.parts.uncertain}),
        approximate=_in_order({part for one in dated for part in one.parts.approximate}),
        label=label,
        words=words,
    )


def _precision(start: Day, end: Day) -> Precision:
    if start == end:
        return "day"
    if start.day == 1 and (start.year, start.month) == (end.year, end.month):
        return "month"
    return "year" if start.year == end.year and end.toordinal() - start.toordinal() >= 364 else "range"


# Which parts each of edtf's qualifiers covers.
_COVERED = {
    "ua": ("year", "month", "day"),
    "all_ua": ("year", "month", "day"),
    "year_ua": ("year",),
    "year_ua_b": ("year",),
    "month_ua": ("month",),
    "day_ua": ("day",),
    "year_month_ua": ("year", "month"),
    "month_day_ua": ("month", "day"),
}


def _parts(text: str, parsed: Any) -> DateParts:
    dated = getattr(parsed, "date", None) or parsed
    written = {part: getattr(dated, part, None) or "" for part in ("year", "month", "day")}
    season = getattr(parsed, "season", None)
    uncertain: set[str] = set()
    approximate: set[str] = set()
    for qualifier, covered in _COVERED.items():
        mark = str(getattr(parsed, qualifier, None) or "")
        present = {part for part in covered if written[part]}
        uncertain |= present if mark in ("?", "%") else set()
        approximate |= present if mark in ("~", "%") else set()
    return DateParts(
        text,
        year=str(written["year"]),
        month=str(season or written["month"]),
        day=str(written["day"]),
        uncertain=_in_order(uncertain),
        approximate=_in_order(approximate),
    )


def _in_order(parts: set[str]) -> tuple[str, ...]:
    return tuple(part for part in ("year", "month", "day") if part in parts)
