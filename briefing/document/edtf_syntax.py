"""A cheap look at an EDTF date while a briefing loads; `dates` parses it in full, when there is time.

By hand, not by one large pattern: compiling that takes longer than loading the rest of a briefing. Years run
from -9999 (10000 BC) to 9999. Of qualifiers (? ~ %) those combinations pass that the edtf package reads; a
date that passes here does not fail there.
"""

from __future__ import annotations

_LONGEST = 200  # characters; no date needs more
_MARKS = "?~%"
_DIGITS = frozenset("0123456789")
#: What a month or a day of no known year begins with.
YEARLESS = "XXXX-"
_SEASONS = range(21, 42)  # where a month stands: seasons, quarters, thirds and halves of a year
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def looks_like_edtf(text: str) -> bool:
    """Return whether `text` is an EDTF date, interval or set (levels 0 to 2) whose months and days exist."""
    if not text or len(text) > _LONGEST:
        return False
    if text.startswith(YEARLESS):
        return _is_yearless(text)
    if text[0] + text[-1] in ("[]", "{}"):
        return all(map(_is_member, text[1:-1].replace(", ", ",").split(",")))
    if "/" in text:
        start, _, end = text.partition("/")
        # An end may be open (..) or unknown (nothing), but not both of them.
        dated = [side for side in (start, end) if side not in ("", "..")]
        return (
            bool(dated) and all(map(_is_date, dated)) and not (len(dated) == 2 and _is_reversed(start, end))
        )
    day, at, time = text.partition("T")
    if at:
        return (
            len(day.removeprefix("-")) == 10
            and _DIGITS.issuperset(day.replace("-", ""))
            and _is_date(day)
            and _is_time(time)
        )
    return _is_date(text)


def _is_yearless(text: str) -> bool:
    """Return whether `text` is a month, a day or an interval of them, each of the same unknown year."""
    sides = text.split("/")
    parts = [side.removeprefix(YEARLESS).split("-") for side in sides]
    return (
        len(sides) <= 2
        and all(side.startswith(YEARLESS) for side in sides)
        and all(len(one) <= 2 and _two_digits(*one) and int(one[0]) in range(1, 13) for one in parts)
        and all(len(one) == 1 or int(one[1]) in range(1, _DAYS[int(one[0]) - 1] + 1) for one in parts)
        and len(set(map(len, parts))) == 1
        and parts == sorted(parts)
    )


def _is_member(text: str) -> bool:
    start, dots, end = text.partition("..")
    if not dots:
        return _is_date(text)
    sides = [side for side in (start, end) if side]
    return bool(sides) and all(map(_is_date, sides)) and not (len(sides) == 2 and _is_reversed(start, end))


def _is_date(text: str) -> bool:
    """Return whether `text` is one date: year, month or season, and day, each perhaps qualified."""
    sign = "-" if text.startswith("-") else ""
    components = text.removeprefix("-").split("-")
    bare = [component.strip(_MARKS) for component in components]
    year, *parts = bare
    fits = len(year) == 4 and len(parts) <= 2 and all(len(part) == 2 for part in parts)
    if not fits or not all(_DIGITS.issuperset(part.replace("X", "")) for part in (year, *parts)):
        return False
    # The year 0 is one, but there is none below it of the same name; and X stands for digits of later years.
    if year == "0000" and sign:
        return False
    if "X" in year and (sign or year.replace("X", "0") == "0000"):
        return False
    return _on_calendar(sign + year, parts) and _is_well_marked(components, bare)


def _on_calendar(year: str, parts: list[str]) -> bool:
    if not parts:
        return True
    month, *days = parts
    if not days and "X" not in month and int(month) in _SEASONS:
        return "X" not in year
    months = (number for number in range(1, 13) if may_be(number, month))
    return any(not days or _has_day(year, number, days[0]) for number in months)


def may_be(number: int, written: str) -> bool:
    """Return whether a month or a day may be the one that is `written` with two digits, X for any."""
    return all(digit in ("X", other) for digit, other in zip(written, f"{number:02}", strict=True))


def _has_day(year: str, month: int, day: str) -> bool:
    short = month == 2 and "X" not in year and not _is_leap(int(year))
    return any(may_be(number, day) for number in range(1, 29 if short else _DAYS[month - 1] + 1))


def what_is_wrong(text: str) -> str:
    """Return in a few words why `text`, which does not look like EDTF, is no date."""
    if _names_no_day(text):
        return f'the date "{text}" names a day that there is not'
    return f'the date "{text}" is not EDTF (years -9999 to 9999)'


def _names_no_day(text: str) -> bool:
    """Return whether `text` is written as EDTF has it, but for a month or a day that the calendar lacks."""
    for side in text.split("/"):
        written = side.partition("T")[0].strip(_MARKS)
        sign, day = "-" if written.startswith("-") else "", written.removeprefix("-")
        if len(day) == 10 and day[4] + day[7] == "--" and _two_digits(day[:2], day[2:4], day[5:7], day[8:]):
            year, parts = sign + day[:4], [day[5:7], day[8:]]
            if year != "-0000" and not _on_calendar(year, parts):
                return True
    return False


def _is_well_marked(components: list[str], bare: list[str]) -> bool:
    """Return whether the qualifiers stand as EDTF has them: one before a component, or one behind a group."""
    before, behind = [], []
    for place, (component, part) in enumerate(zip(components, bare, strict=True)):
        left, _, right = component.partition(part)
        if len(left) > 1 or len(right) > 1:
            return False
        before += [place] * bool(left)
        behind += [place] * bool(right)
    if len(bare) == 2 and bare[1].isdecimal() and int(bare[1]) in _SEASONS:
        return not before and not behind
    if (before or behind) and any("X" in part for part in bare):
        trailing = "X" not in bare[0] or (len(bare) == 1 and bare[0].rstrip("X").isdecimal())
        return trailing and not before and behind == [len(bare) - 1]
    if behind == [0]:
        return 0 not in before
    return not behind or (len(behind) == 1 and not before)


def _is_reversed(start: str, end: str) -> bool:
    """Return whether an interval runs backwards; seasons, which may span two years, are not looked at."""
    pairs = zip(_numbers(start, "0"), _numbers(end, "9"), strict=False)
    return next((first > last for first, last in pairs if first != last), False)


def _numbers(text: str, unknown: str) -> list[int]:
    """Return year, month and day as far as they are given, `unknown` standing for the X in a year."""
    sign = -1 if text.startswith("-") else 1
    year, *parts = (component.strip(_MARKS) for component in text.removeprefix("-").split("-"))
    numbers = [sign * int(year.replace("X", unknown))]
    for part in parts:
        if "X" in part or (len(parts) == 1 and int(part) in _SEASONS):
            break
        numbers.append(int(part))
    return numbers


def _is_time(text: str) -> bool:
    clock, zone = text[:8], text[8:]
    hours, minutes, seconds = clock[0:2], clock[3:5], clock[6:8]
    if clock[2:3] + clock[5:6] != "::" or not _two_digits(hours, minutes, seconds):
        return False
    if zone in ("", "Z"):
        return _is_clock(hours, minutes, seconds)
    offset = zone[1:].split(":")
    if zone[0] not in "+-" or len(offset) > 2 or not _two_digits(*offset):
        return False
    ahead, rest = int(offset[0]), int(offset[1]) if len(offset) == 2 else 0
    return rest < 60 and (ahead < 14 or (ahead == 14 and rest == 0)) and _is_clock(hours, minutes, seconds)


def _is_clock(hours: str, minutes: str, seconds: str) -> bool:
    return int(hours) < 24 and int(minutes) < 60 and int(seconds) < 60


def _two_digits(*texts: str) -> bool:
    return all(len(text) == 2 and _DIGITS.issuperset(text) for text in texts)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
