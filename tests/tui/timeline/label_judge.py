"""What a label says, read as a person would: without the code that writes labels, and without their events.

A date is told by its parts as `Said`: two dates that say the same are equal. `of_label` reads the dates that
a painted label lists, `of_edtf` what an event's date says. A label that can be read in two ways, or lacks a
part that it does not itself give, raises AssertionError.
"""

import re
from typing import NamedTuple

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_PERIODS = (
    *_MONTHS,
    *(f"{season}{where}" for where in ("", " (north)", " (south)") for season in _SEASONS),
    *(f"Q{n}" for n in (1, 2, 3, 4)),
    *(f"Third {n}" for n in (1, 2, 3)),
    *(f"Half {n}" for n in (1, 2)),
)
_NUMBERS = (*range(1, 13), *range(21, 42))

_YEAR = r"\d{1,5} BC|\d{1,3} AD|\d{4}|\d{4}s|\d{1,3}s AD|-?[\dX]{4}"
_PERIOD = "|".join(re.escape(name) for name in sorted(_PERIODS, key=len, reverse=True))
_TIME = r"\d\d:\d\d(?::\d\d)?(?: UTC(?:[+−]\d{1,2}(?::\d\d)?)?)?"
_DATE = re.compile(
    rf"(?:(?:(?P<day>\d{{1,2}})(?P<day_mark>\?)? )?(?P<month>{_PERIOD})(?P<month_mark>\?)? )?"
    rf"(?P<year>{_YEAR})(?P<year_mark>\?)?(?: (?P<time>{_TIME}))?"
)
_NO_YEAR = re.compile(
    rf"(?:\d{{1,2}}\??(?:–\d{{1,2}}\??)? )?(?:{_PERIOD})\??|(?:{_PERIOD})\??–(?:{_PERIOD})\??"
)
_NO_MONTH = re.compile(r"\d{1,2}\??(?:–\d{1,2}\??)?")


class Said(NamedTuple):
    """One date: its parts as words, those of them that are uncertain, and its time of day."""

    year: str
    month: str = ""
    day: str = ""
    uncertain: frozenset[str] = frozenset()
    time: str = ""


class Range(NamedTuple):
    """From one date to another: `..` is open, empty unknown; and which of the two are approximate."""

    start: Said | str
    end: Said | str
    approximate: tuple[bool, bool]


#: A date, a range, or a set as it is written; with a date, whether it is approximate.
Date = tuple[Said, bool] | Range | str


def labels_in(row: str) -> list[tuple[int, str]]:
    """The labels of a painted row, and the column each begins in: two blanks part one from the next."""
    return [(found.start(), found[0]) for found in re.finditer(r"\S+(?: \S+)*", row)]


def of_label(label: str) -> list[tuple[int, Date]]:
    """What a label says: dates, and how many events have each."""
    if label[0] in "[{":
        text, _, count = label.partition(" ×")
        return [(int(count or 1), text)]
    *others, last = label.split(", ")
    read = []
    for item in others:
        text, _, count = item.partition(" ×")
        assert "×" not in last, f"{label}: of which of them are there so many?"
        missing = _missing(text, last)
        read.append((int(count or 1), _date(f"{text} {missing}")))
    text, _, count = last.partition(" ×")
    return [*read, (int(count or 1), _date(text))]


def _missing(item: str, last: str) -> str:
    """What an item of a list takes from the last one: there must be just one way to do so."""
    day = re.fullmatch(rf"(?:\d{{1,2}}\??(?:–\d{{1,2}}\??)?) ((?:{_PERIOD})\?? (?:{_YEAR})\??)", last)
    month = re.fullmatch(
        rf"(?:\d{{1,2}}\??(?:–\d{{1,2}}\??)? |(?:{_PERIOD})\??–)?(?:{_PERIOD})\?? ((?:{_YEAR})\??)", last
    )
    if _NO_MONTH.fullmatch(item):
        assert day, f"{item} has no month in {last}"
        return day[1]
    assert _NO_YEAR.fullmatch(item), f"{item} is no part of a date"
    assert month, f"{item} has no year in {last}"
    return month[1]


def _date(text: str) -> Date:
    if text.startswith("from "):
        return _open(text[5:], at_start=True)
    if text.startswith("until "):
        return _open(text[6:], at_start=False)
    if "–" not in text:
        said, approximate = _side(text)
        return said, approximate
    if " – " in text:
        first, last = (_side(side) for side in text.split(" – "))
        return Range(first[0], last[0], (first[1], last[1]))
    start, end = text.split("–")
    if start == "?":
        said, approximate = _side(end)
        return Range("", said, (False, approximate))
    if end == "?":
        said, approximate = _side(start)
        return Range(said, "", (approximate, False))
    both = start.startswith("c. ")
    last_said, last_approximate = _side(end)
    begin = start.removeprefix("c. ")
    if not _DATE.fullmatch(begin):
        begin = f"{begin} {_missing(begin, end.removeprefix('c. '))}"
    return Range(_said(begin), last_said, (both, both or last_approximate))


def _open(text: str, *, at_start: bool) -> Range:
    said, approximate = _side(text)
    return Range(said, "..", (approximate, False)) if at_start else Range("..", said, (False, approximate))


def _side(text: str) -> tuple[Said, bool]:
    return _said(text.removeprefix("c. ")), text.startswith("c. ")


def _said(text: str) -> Said:
    found = _DATE.fullmatch(text)
    assert found, f"{text!r} is no whole date"
    marks = {part for part in ("year", "month", "day") if found[f"{part}_mark"]}
    return Said(
        found["year"], found["month"] or "", found["day"] or "", frozenset(marks), found["time"] or ""
    )


# What the event's own date says, by the letter of EDTF.


def of_edtf(text: str) -> Date:
    """What a date in EDTF says."""
    if text[0] in "[{":
        return text
    if "/" not in text:
        return _one(text)
    start, end = text.split("/")
    if start == end:
        return _one(start)
    first, last = (side if side in ("", "..") else _one(side) for side in (start, end))
    return Range(
        first if isinstance(first, str) else first[0],
        last if isinstance(last, str) else last[0],
        (not isinstance(first, str) and first[1], not isinstance(last, str) and last[1]),
    )


def _one(text: str) -> tuple[Said, bool]:
    date, _, time = text.partition("T")
    sign = "-" if date.startswith("-") else ""
    components = date.removeprefix("-").split("-")
    marked: dict[str, set[int]] = {"?": set(), "~": set()}
    for index, component in enumerate(components):
        before, _, behind = re.fullmatch(r"([?~%]?)([\dX]+)([?~%]?)", component).groups()  # type: ignore[union-attr]
        for sign_of in "?~":
            marked[sign_of] |= {index} if before in (sign_of, "%") else set()
            marked[sign_of] |= set(range(index + 1)) if behind in (sign_of, "%") else set()
    year, month, day = ([part.strip("?~%") for part in components] + ["", ""])[:3]
    known = {
        0,
        *([1] if month and "X" not in month else []),
        *([2] if day and "X" not in day + month else []),
    }
    names = ("year", "month", "day")
    return Said(
        _year(sign, year),
        _PERIODS[_NUMBERS.index(int(month))] if 1 in known else "",
        str(int(day)) if 2 in known else "",
        frozenset(names[index] for index in marked["?"] & known),
        _time(time),
    ), bool(marked["~"])


def _year(sign: str, digits: str) -> str:
    if "X" not in digits:
        year = int(sign + digits)
        return f"{1 - year} BC" if year < 1 else f"{year} AD" if year < 1000 else str(year)
    if digits.count("X") > 1 or digits[-1] != "X" or sign:
        return sign + digits
    return f"{int(digits[:-1])}0s" if digits[0] != "0" else f"{int(digits[:-1] + '0')}s AD"


def _time(time: str) -> str:
    if not time:
        return ""
    clock = time[:5] if time[5:8] == ":00" else time[:8]
    zone = time[8:]
    if not zone:
        return clock
    hours, minutes = ("0", "00") if zone == "Z" else (zone[1:3], zone[3:].strip(":") or "00")
    offset = f"{int(hours)}:{minutes}" if int(minutes) else str(int(hours))
    return f"{clock} UTC" if offset == "0" else f"{clock} UTC{'−' if zone[0] == '-' else '+'}{offset}"
