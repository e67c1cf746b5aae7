"""Dates that a text in Arabic, Persian, Urdu or Hebrew gives, as EDTF, and no part that it does not give."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from briefing.proposing import date_patterns as patterns
from briefing.proposing import neighbour_dates
from briefing.proposing.calendar_words import COMMON, HIJRI_MONTHS, MONTHS, VERBS, WEEKDAYS, value_of
from briefing.proposing.compared import Folded, folded, with_marks
from briefing.proposing.hijri import gregorian
from briefing.proposing.neighbour_dates import iranian_date, is_iranian


class FoundDate(NamedTuple):
    """A date: `[start:end]` of the text carries it. `edtf` is "" where there is none, and `note` says why."""

    start: int
    end: int
    edtf: str
    note: str = ""


_NO_DATE: Final = "; the text gives no date here"
_HIJRI: Final = "Hijri"
_NEAR: Final = 60  # characters before a month that are looked at


def dates_in(text: str) -> list[FoundDate]:
    """Return the dates in a text in their order, none over another."""
    fold = folded(text)
    found: list[FoundDate] = []
    taken = bytearray(len(text))
    for finder in _FINDERS:
        for one in finder(fold, text):
            if not any(taken[one.start : one.end]):
                taken[one.start : one.end] = b"\1" * (one.end - one.start)
                found.append(one)
    return _joined(sorted(found), text)


def _numeric(fold: Folded, text: str) -> Iterator[FoundDate]:
    for match in patterns.NUMERIC.finditer(fold.text):
        year, month, day = (match[name] or match[f"{name}2"] for name in ("y", "m", "d"))
        era = (match["e"] or "").strip()
        note = ""
        if not era and is_iranian(text, int(year), fold.text[match.end() :][:20]):
            yield _of_neighbour(fold, text, iranian_date(*match.span(), int(year), int(month), int(day)))
            continue
        if era == "ه" or (len(year) == 4 and 1300 <= int(year) <= 1500 and not era):
            yield _hijri_date(fold, text, match.span(), int(year), int(month), int(day))
            continue
        if int(month) > 12 >= int(day):
            day, month, note = month, day, "the month is taken to come first"
        elif int(day) <= 12 and match["d"] and day != month:
            note = "the day is taken to come first"
        if len(year) == 2:
            if match["a"] != "/":
                continue
            year, note = f"XX{year}", "the text gives two digits of the year"
        elif not 1000 <= int(year) <= 2999:
            continue
        if edtf := _edtf(year, int(month), int(day)):
            yield _date(fold, text, match.span(), edtf, note)


def _named(fold: Folded, text: str) -> Iterator[FoundDate]:
    pending: tuple[int, int, int, int, str] | None = None  # an earlier month: its span, month, day, year
    for match in patterns.NAMED.finditer(fold.text):
        month = MONTHS[match["m"]]
        other = MONTHS[match["s"]] if match["s"] else 0
        before = _before(fold.text, match.start())
        first, last = _days(before)
        year = _year(match["y"] or "")
        if not last and re.search(r"(?<!\d)\d\d? ?\Z", fold.text[max(0, match.start() - 4) : match.start()]):
            continue  # of that number there is no day
        if not _is_month(fold, text, match, has_day=bool(last), has_year=bool(year)):
            continue
        start = before.start() + max(0, match.start() - _NEAR) if before and last else match.start("m")
        end = match.end()
        if other and other != month:  # March/April
            edtf = _interval(_edtf(year, month), _edtf(year, other))
        elif first:
            edtf = _interval(_edtf(year, month, first), _edtf(year, month, last))
        else:
            edtf = _edtf(year, month, last)
        if not edtf:
            continue
        if pending and not first and _is_range(fold.text, pending[0], pending[1], start):
            whole = _span_of_two(pending, month, last, year)
            if whole:
                yield _date(fold, text, (pending[0], end), whole)
                pending = None
                continue
        if pending:
            yield _date(fold, text, pending[:2], pending[4])
        pending = (start, end, month, last, edtf)
    if pending:
        yield _date(fold, text, pending[:2], pending[4])


def _is_range(text: str, first: int, end: int, second: int) -> bool:
    """Whether what stands from `end` to `second` makes a range of the dates that begin at both places."""
    between = re.fullmatch(patterns.TO, text[end:second].replace("شهر ", ""))
    if between is None or between[0].strip().removesuffix("يوم").strip() != "و":
        return between is not None
    return patterns.BETWEEN.search(text[max(0, first - 20) : first].rstrip() + " ") is not None


def _span_of_two(earlier: tuple[int, int, int, int, str], month: int, day: int, year: str) -> str:
    """Return the interval from an earlier month or day to this one, "" if the text leaves it open."""
    was = earlier[4]
    if "/" in was or bool(day) != bool(earlier[3]):
        return ""
    if was.startswith("XXXX") and (earlier[2], earlier[3]) < (month, day):
        was = _edtf(year, earlier[2], earlier[3])
    return _interval(was, _edtf(year, month, day))


def _hijri(fold: Folded, text: str) -> Iterator[FoundDate]:
    for match in patterns.HIJRI.finditer(fold.text):
        before = _before(fold.text, match.start())
        first, last = _days(before)
        year = int((re.findall(r"\d{4}", match["y"] or "") or ["0"])[0])
        month = HIJRI_MONTHS[match["m"]]
        start = before.start() + max(0, match.start() - _NEAR) if before and last else match.start("m")
        if not year:
            if last:
                note = "the Hijri year is not given, so there is no Gregorian date"
                yield _date(fold, text, (start, match.end()), "", note)
            continue
        if first:
            ends = [gregorian(year, month, day) for day in (first, last)]
            note = _said(year, month)
            edtf = f"{ends[0][0]}/{ends[1][0]}" if all(ends) else ""
            yield _date(fold, text, (start, match.end()), edtf, note)
        else:
            yield _hijri_date(fold, text, (start, match.end()), year, month, last)


def _hijri_date(fold: Folded, text: str, span: tuple[int, int], year: int, month: int, day: int) -> FoundDate:
    days = gregorian(year, month, day)
    edtf = "/".join(dict.fromkeys(days))
    note = _said(year, month, day) if edtf else "a Hijri date that is not in the Umm al-Qura calendar at hand"
    return _date(fold, text, span, edtf, note)


def _said(year: int, month: int = 0, day: int = 0) -> str:
    parts = "-".join(f"{part:02}" for part in (year, month, day) if part)
    return f"Hijri {parts} by the Umm al-Qura calendar; sighting the moon may make it a day earlier or later"


def _hijri_years(fold: Folded, text: str) -> Iterator[FoundDate]:
    for match in patterns.HIJRI_YEAR.finditer(fold.text):
        yield _hijri_date(fold, text, match.span(), int(match["y"]), 0, 0)


def _years(fold: Folded, text: str) -> Iterator[FoundDate]:
    for pattern in (patterns.YEARS, patterns.BARE_YEAR):
        for match in pattern.finditer(fold.text):
            years = [_year_of(match[name]) for name in ("y", "y2") if match[name]]
            if re.search(r"ق\.? ?م", match["e"] or ""):
                years = [f"-{year - 1:04}" if year > 1 else "0000" for year in map(int, years) if year]
            elif not all(years) or not all(622 <= int(year) <= 2999 for year in years):
                continue
            if not years or any(len(year.lstrip("-")) != 4 for year in years):
                continue
            edtf = years[0] if len(years) == 1 else _interval(*years)
            if not edtf:
                continue
            if len(years) == 1 and patterns.ABOUT.search(fold.text[: match.start()][-20:]):
                edtf += "~"
            yield _date(fold, text, match.span(), edtf)


def _weekdays(fold: Folded, text: str) -> Iterator[FoundDate]:
    for match in patterns.WEEKDAY.finditer(fold.text):
        yield _date(fold, text, match.span(), "", f"a {WEEKDAYS[match['w']]}{_NO_DATE}")


def _neighbours(fold: Folded, text: str) -> Iterator[FoundDate]:
    for finder in (neighbour_dates.named, neighbour_dates.iranian, neighbour_dates.years):
        for one in finder(fold, text):
            yield _of_neighbour(fold, text, one)


def _of_neighbour(fold: Folded, text: str, one: neighbour_dates.NeighbourDate) -> FoundDate:
    return _date(fold, text, (one.start, one.end), one.edtf, one.note)


_FINDERS: Final[tuple[Callable[[Folded, str], Iterator[FoundDate]], ...]] = (
    _numeric, _neighbours, _hijri, _named, _hijri_years, _years, _weekdays,
)  # fmt: skip


def _joined(found: list[FoundDate], text: str) -> list[FoundDate]:
    """Return a weekday before a date, and a date beside the same in the other calendar, as one."""
    made: list[FoundDate] = []
    for one in found:
        last = made[-1] if made else None
        if last and one.edtf and patterns.SAME_DAY.fullmatch(folded(text[last.end : one.start]).text):
            if last.note.endswith(_NO_DATE):
                notes = dict.fromkeys(note for note in (last.note.removesuffix(_NO_DATE), one.note) if note)
                made[-1] = FoundDate(last.start, one.end, one.edtf, "; ".join(notes))
                continue
            if (_HIJRI in one.note) != (_HIJRI in last.note):
                kept = last if _HIJRI in one.note else one
                made[-1] = FoundDate(last.start, one.end, kept.edtf, kept.note)
                continue
        made.append(one)
    return made


def _date(fold: Folded, text: str, span: tuple[int, int], edtf: str, note: str = "") -> FoundDate:
    start, end = span
    while start < end and fold.text[start] in " ,/-(":
        start += 1
    while end > start and fold.text[end - 1] in " ,/-(":
        end -= 1
    first, last = fold.slice(start, end)
    if edtf and not note and (match := patterns.WEEKDAY_BEFORE.search(fold.text[max(0, start - 30) : start])):
        note = f"a {WEEKDAYS[match['w']]}"
    return FoundDate(first, with_marks(text, last), edtf, note)


def _before(text: str, at: int) -> re.Match[str] | None:
    return patterns.BEFORE.search(text[max(0, at - _NEAR) : at])


def _days(match: re.Match[str] | None) -> tuple[int, int]:
    """Return the days before a month, 0 for those that are not there: `(3, 5)`, `(0, 10)`, `(0, 0)`."""
    if match is None:
        return 0, 0
    if (
        match["to"]
        and match["to"].strip() == "و"
        and match["d2"] in ("العشرين", "العشرون", "الثلاثين", "الثلاثون")
    ):
        return 0, _day(f"{match['d1']} و{match['d2']}")  # one number of two words
    last = _day(match["d2"] or match["d3"])
    first = _day(match["d1"]) if match["d1"] else 0
    is_between = patterns.BETWEEN.search(match.string[: match.start()])
    if (
        first and match["to"].strip() == "و" and first + 1 != last and not is_between
    ):  # two days by themselves
        return 0, last
    return (first, last) if 0 < first < last else (0, last)


def _day(text: str) -> int:
    text = text.strip()
    if text.isdigit():
        return int(text) if 1 <= int(text) <= 31 else 0
    value = value_of(text.replace(" وال", " و"))
    return value if value <= 31 else 0


def _year(text: str) -> str:
    """Return the year in what stands behind a month, "" if there is none, or one of another calendar."""
    digits: list[str] = re.findall(r"\d{3,4}", text)
    if digits:
        return digits[0].zfill(4)
    words = re.sub(r"^.*?(?:عام|سنه) ", "", text) if text else ""
    return _year_of(words) if words else ""


def _year_of(text: str) -> str:
    text = text.strip()
    value = int(text) if text.isdigit() else value_of(text)
    return f"{value:04}" if value else ""


def _edtf(year: str, month: int = 0, day: int = 0) -> str:
    """Return a date in EDTF, a year that is not known as XXXX; "" if there is no such day."""
    year = year or "XXXX"
    if not month:
        return year
    if not 1 <= month <= 12:
        return ""
    known = int(year) if year.isdigit() else 2000
    if day and not 1 <= day <= monthrange(known, month)[1]:
        return ""
    return f"{year}-{month:02}" + (f"-{day:02}" if day else "")


def _interval(start: str, end: str) -> str:
    return f"{start}/{end}" if start and end and start < end else ""


def _is_month(fold: Folded, text: str, match: re.Match[str], *, has_day: bool, has_year: bool) -> bool:
    """Whether a month's name, which may be another word, is one."""
    name, at = match["m"], match.start("m")
    if has_year or match["s"]:
        return True
    if name in COMMON:
        return has_day and not (name == "اب" and text[fold.places[at]] != "آ")  # else the word for a father
    if name in VERBS and not has_day:
        is_attached = fold.text[match.start() : at].endswith(("ب", "ل"))
        return is_attached or patterns.MONTH_FOLLOWS.search(fold.text[max(0, at - 20) : at]) is not None
    return True
