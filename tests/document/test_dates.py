"""EDTF dates: days, how exact, how sure, and how they read."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import briefing.document.dates as module
from briefing.document import BriefingError, Event
from briefing.document.dates import event_date, parse_date
from briefing.document.days import Day
from briefing.document.edtf_syntax import looks_like_edtf
from briefing.sources import load
from tests.document.sample import write_briefing

# EDTF: first day, last day, precision, uncertain parts, approximate parts, label.
DATES = {
    "-0043-03-15": ("-0043-03-15", "-0043-03-15", "day", "", "", "15 Mar 44 BC"),
    "-0043": ("-0043-01-01", "-0043-12-31", "year", "", "", "44 BC"),
    "-0043~": ("-0043-01-01", "-0043-12-31", "year", "", "year", "c. 44 BC"),
    "-0043?-03": ("-0043-03-01", "-0043-03-31", "month", "year", "", "Mar 44 BC?"),
    "0000": ("0000-01-01", "0000-12-31", "year", "", "", "1 BC"),
    "-0003/0004": ("-0003-01-01", "0004-12-31", "range", "", "", "4 BC–4 AD"),
    "-0043/-0029": ("-0043-01-01", "-0029-12-31", "range", "", "", "44 BC–30 BC"),
    "0044": ("0044-01-01", "0044-12-31", "year", "", "", "44 AD"),
    "012X": ("0120-01-01", "0129-12-31", "range", "", "", "120s AD"),
    "20XX": ("2000-01-01", "2099-12-31", "range", "", "", "20XX"),
    "2024-25": ("2024-03-01", "2024-05-31", "range", "", "", "Spring (north) 2024"),
    "2024-29": ("2024-09-01", "2024-11-30", "range", "", "", "Spring (south) 2024"),
    "2024-06-10/2024-06-10": ("2024-06-10", "2024-06-10", "range", "", "", "10 Jun 2024"),
    "2024-06-10T23:20:30": ("2024-06-10", "2024-06-10", "day", "", "", "10 Jun 2024 23:20:30"),
    "2024-06-10T10:00:00+05:30": ("2024-06-10", "2024-06-10", "day", "", "", "10 Jun 2024 10:00 UTC+5:30"),
    "2014": ("2014-01-01", "2014-12-31", "year", "", "", "2014"),
    "2024?": ("2024-01-01", "2024-12-31", "year", "year", "", "2024?"),
    "2024?-03": ("2024-03-01", "2024-03-31", "month", "year", "", "Mar 2024?"),
    "2024?-06-10": ("2024-06-10", "2024-06-10", "day", "year", "", "10 Jun 2024?"),
    "2024?-06-09/2024?-06-10": ("2024-06-09", "2024-06-10", "range", "year", "", "9–10 Jun 2024?"),
    "2025?-~12/2026?-~06": ("2025-12-01", "2026-06-30", "range", "year", "month", "c. Dec 2025?–Jun 2026?"),
    "2025-12-10/2026-06-10": ("2025-12-10", "2026-06-10", "range", "", "", "10 Dec 2025–10 Jun 2026"),
    "2025-12~/2026-06~": ("2025-12-01", "2026-06-30", "range", "", "year month", "c. Dec 2025–Jun 2026"),
    "2024-06-10?": ("2024-06-10", "2024-06-10", "day", "year month day", "", "10? Jun? 2024?"),
    "2024-06?-10": ("2024-06-10", "2024-06-10", "day", "year month", "", "10 Jun? 2024?"),
    "2024-?06-10": ("2024-06-10", "2024-06-10", "day", "month", "", "10 Jun? 2024"),
    "2024-06-~10": ("2024-06-10", "2024-06-10", "day", "", "day", "c. 10 Jun 2024"),
    "2024%-06": ("2024-06-01", "2024-06-30", "month", "year", "year", "c. Jun 2024?"),
    "2024-02-29": ("2024-02-29", "2024-02-29", "day", "", "", "29 Feb 2024"),
    "2024-06-28/2024-07-02": ("2024-06-28", "2024-07-02", "range", "", "", "28 Jun–2 Jul 2024"),
    "2024-04/2024-05": ("2024-04-01", "2024-05-31", "range", "", "", "Apr–May 2024"),
    "2014/2016": ("2014-01-01", "2016-12-31", "range", "", "", "2014–2016"),
    "2024-06/2024-07~": ("2024-06-01", "2024-07-31", "range", "", "year month", "Jun–c. Jul 2024"),
    "2024?-06/..": ("2024-06-01", None, "range", "year", "", "from Jun 2024?"),
    "../2014": (None, "2014-12-31", "range", "", "", "until 2014"),
    "2024?-06/": ("2024-06-01", None, "range", "year", "", "Jun 2024?–?"),
    "/2014": (None, "2014-12-31", "range", "", "", "?–2014"),
    "201X": ("2010-01-01", "2019-12-31", "range", "", "", "2010s"),
    "2024-XX": ("2024-01-01", "2024-12-31", "year", "", "", "2024"),
    "2024-06-XX": ("2024-06-01", "2024-06-30", "month", "", "", "Jun 2024"),
    "2024-33": ("2024-01-01", "2024-03-31", "range", "", "", "Q1 2024"),
    "2024-06-10T10:00:00Z": ("2024-06-10", "2024-06-10", "day", "", "", "10 Jun 2024 10:00 UTC"),
    "201X-06": ("2010-06-01", "2019-06-30", "range", "", "", "Jun 2010s"),
    "[2014]": ("2014-01-01", "2014-12-31", "range", "", "", "[2014]"),
    "{2024?-06, 2024-08..}": ("2024-06-01", None, "range", "year", "", "{2024?-06, 2024-08..}"),
    "[2014,2016]": ("2014-01-01", "2016-12-31", "range", "", "", "[2014,2016]"),
    "[..2014]": (None, "2014-12-31", "range", "", "", "[..2014]"),
}


def day(text: str | None) -> tuple[int, ...] | None:
    """A day written by year, month and day, with a hyphen before a year before the year 0."""
    if not text:
        return None
    numbers = [int(part) for part in text.lstrip("-").split("-")]
    return (-numbers[0] if text.startswith("-") else numbers[0], *numbers[1:])


@pytest.mark.parametrize("edtf", DATES)
def test_a_date_parsed(edtf: str) -> None:
    start, end, precision, uncertain, approximate, label = DATES[edtf]
    parsed = parse_date(edtf)
    assert parsed.edtf == edtf
    assert parsed.start == day(start)
    assert parsed.end == day(end)
    assert parsed.precision == precision
    assert parsed.uncertain == tuple((uncertain or "").split())
    assert parsed.approximate == tuple((approximate or "").split())
    assert parsed.label == label
    assert parsed.year_inferred == ("year" in parsed.uncertain)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30+14", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30+14:00", "1985-04-12", "1985-04-12"),
        ("1985-04-12T23:20:30-12:30", "1985-04-12", "1985-04-12"),
        ("1984-1X", "1984-10-01", "1984-12-31"),
        ("1984-X1", "1984-01-01", "1984-11-30"),
        ("1560-XX-25", "1560-01-25", "1560-12-25"),
        ("2024-XX-31", "2024-01-31", "2024-12-31"),
        ("1984-01-3X", "1984-01-30", "1984-01-31"),
        ("19XX-02-29", "1904-02-29", "1996-02-29"),
        ("156X-12-25", "1560-12-25", "1569-12-25"),
        ("1984-1X/1985-XX-02", "1984-10-01", "1985-12-02"),
    ],
)
def test_unknown_digits_and_offsets_of_any_form(text: str, start: str, end: str) -> None:
    found = parse_date(text)
    days = [f"{day.year:04}-{day.month:02}-{day.day:02}" for day in (found.start, found.end) if day]
    assert days == [start, end]


@pytest.mark.parametrize("mark", ["?", "~", "%"])
def test_unknown_digits_may_be_qualified(mark: str) -> None:
    found = parse_date(f"1560-XX-25{mark}")
    assert ("day" in found.uncertain, "day" in found.approximate) == (mark in "?%", mark in "~%")


@pytest.mark.parametrize(
    "text",
    ["2026-02-30", "2024-06-31", "2023-02-29", "2026-13-01", "2026-02-30?", "2026-04-31T10:00:00",
     "-0044-02-30",     "2026-02-30/2026-03-01"],
)  # fmt: skip
def test_a_day_that_there_is_not_is_called_so(text: str) -> None:
    with pytest.raises(ValueError, match=r"names a day that there is not"):
        parse_date(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "June 2024",
        "2024-13",
        "2024-00",
        "2024?-06-31",
        "2023-02?-29",
        "2024-6-1",
        "10-06-2024",
        "2024/06/10",
        "2024-06-10/2024-06-09",
        "2024-07/2024-06-30",
        "2025?-12/2024?-01",
        "../..",
        "/",
        "..",
        "2024?-06~-10",
        "?2024?",
        "-0000",
        "XXXX",
        "-00XX",
        "Y17000",
        "-44",
        "-0043/-0044",
        "20240610",
        "2024-06-10T25:00:00",
        "2024-06-10 ",
        "٢٠٢٤",
        "[",
        "[]",
        "2024-06-10/2024-06-11/2024-06-12",
        "2" * 1000,
    ],
)
def test_what_is_no_edtf_is_told_at_once_and_in_full(text: str) -> None:
    assert not looks_like_edtf(text)
    with pytest.raises(ValueError, match=r"is not EDTF \(years -9999 to 9999\)"):
        parse_date(text)


@pytest.mark.parametrize(
    ("text", "label", "precision"),
    [
        ("XXXX-06-10", "10 Jun XXXX", "day"),
        ("XXXX-02-29", "29 Feb XXXX", "day"),
        ("XXXX-03", "Mar XXXX", "month"),
        ("XXXX-03-03/XXXX-03-05", "3–5 Mar XXXX", "range"),
    ],
)
def test_a_day_of_an_unknown_year_is_a_date_without_a_place(text: str, label: str, precision: str) -> None:
    date = parse_date(text)
    assert (date.label, date.precision, date.start, date.end) == (label, precision, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "XXXX-13",
        "XXXX-02-30",
        "XXXX-XX",
        "XXXX-06-10?",
        "XXXX-06/2024",
        "XXXX-06/XXXX-05",
        "-XXXX-06",
        "XXXX-",
    ],
)
def test_what_is_no_day_of_an_unknown_year(text: str) -> None:
    assert not looks_like_edtf(text)


years = st.sampled_from(
    [
        "-0044",
        "-9999",
        "-0001",
        "-20XX",
        "2024",
        "2023",
        "0001",
        "9999",
        "1900",
        "201X",
        "20XX",
        "0000",
        "XXXX",
    ]
)
months = st.sampled_from(["01", "02", "06", "12", "13", "21", "41", "42", "XX", "1X", "00"])
days = st.sampled_from(["01", "28", "29", "30", "31", "32", "XX", "3X", "00"])
marks = st.sampled_from(["", "", "", "?", "~", "%"])


@st.composite
def dates(draw: st.DrawFn) -> str:
    parts = [draw(years)]
    if draw(st.booleans()):
        parts.append(draw(months))
        if draw(st.booleans()):
            parts.append(draw(days))
    return "-".join(draw(marks) + part + draw(marks) for part in parts)


sides = st.one_of(dates(), st.sampled_from(["", ".."]))
written = st.one_of(
    dates(),
    st.tuples(sides, sides).map("/".join),
    st.lists(dates(), min_size=1, max_size=3).map(lambda members: "[" + ",".join(members) + "]"),
    st.tuples(sides, sides).map(lambda ends: "{" + "..".join(ends) + "}"),
    st.tuples(dates(), st.sampled_from(["T10:00:00", "T24:00:00", "T10:00:00Z", "T10:00:00+09:00"])).map(
        "".join
    ),
    st.text("0123456789-?~%/.X[]{},TZ:", max_size=25),
)


@given(written)
def test_a_date_that_loads_never_fails_later(text: str) -> None:
    if looks_like_edtf(text):
        parsed = parse_date(text)
        assert parsed.label
        assert parsed.start or parsed.end or text.startswith("XXXX-")
        if parsed.start and parsed.end:
            assert parsed.start <= parsed.end
    else:
        with pytest.raises(ValueError, match=r"is not EDTF|names a day that there is not"):
            parse_date(text)


@given(st.integers(-4_000_000, 4_000_000), st.integers(1, 40_000))
def test_days_before_the_year_1_follow_on_one_another(ordinal: int, days: int) -> None:
    day, later = Day.from_ordinal(ordinal), Day.from_ordinal(ordinal + days)
    assert (day.toordinal(), later.toordinal()) == (ordinal, ordinal + days)
    assert day < later
    assert Day.of(*day) == day
    assert Day.from_ordinal(ordinal + 1).before() == day
    if ordinal > 0 and ordinal < date.max.toordinal():
        assert day == tuple(date.fromordinal(ordinal).timetuple()[:3])


def test_the_library_prints_nothing_of_its_own(capfd: pytest.CaptureFixture[str]) -> None:
    for text in ("2024-1X", "2024-X1", "2024?-06-10"):
        if looks_like_edtf(text):
            parse_date(text)
    assert capfd.readouterr() == ("", "")


def test_an_event_with_a_date_that_is_none_names_file_and_event(tmp_path: Path) -> None:
    briefing = load(write_briefing(tmp_path))
    assert event_date(briefing, briefing.events[0]).label == "10 Jun 2024?"
    event = Event("10 June", "Talks end", "", (2,), "inferred", "")
    with pytest.raises(BriefingError) as raised:
        event_date(briefing, event)
    assert str(raised.value) == (
        f'{briefing.path}: event "Talks end": the date "10 June" is not EDTF (years -9999 to 9999); '
        'write it as in "2024-06-10", "2024-06", "2024?-06" or "2024-06-09/2024-06-10"'
    )


@pytest.mark.parametrize(
    "text",
    ["2024", "0001", "9999", "1900-02", "2000-02", "2024-12", "9999-11", "2024-02-29",
     "0001-01-01", "2023-02-29", "2024-06-31", "0000", "2024-00", "2024-13", "2024-21", "9999-12-31"],
)  # fmt: skip
def test_a_plain_date_is_what_edtf_has_it(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def read() -> object:
        module._one.cache_clear()
        try:
            return module.parse_date.__wrapped__(text)
        except ValueError as error:
            return str(error)

    plain = read()
    monkeypatch.setattr(module, "_plain", lambda _: None)
    assert read() == plain
    module._one.cache_clear()
