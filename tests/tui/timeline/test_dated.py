import subprocess
import sys

import pytest
from hypothesis import given

from briefing.document.date_names import DateNames
from briefing.document.dates import EventDate, parse_date
from briefing.tui.timeline import dated as dated_module
from briefing.tui.timeline.dated import DatedEvent, date_events, undated
from tests.tui.timeline.samples import BUNDLED, EVENTS, SOME, dated, event


@pytest.mark.parametrize(
    ("date", "kind"),
    [
        ("2024-06-10", "day"),
        ("2024?-06-10", "day"),
        ("2024-06", "period"),
        ("2014", "period"),
        ("2024-22", "period"),
        ("202X", "period"),
        ("2024-06-09/2024-06-10", "range"),
        ("2024-06-10/2024-06-10", "day"),
        ("2024-06/..", "since"),
        ("../2024-06", "until"),
    ],
)
def test_kind_says_what_is_known_of_a_date(date: str, kind: str) -> None:
    assert dated(date)[0].kind == kind


@pytest.mark.parametrize("date", ["2025-06-10", "2025-12/2026-06", "2025", "2025/.."])
def test_a_projection_is_one_however_it_is_dated(date: str) -> None:
    assert dated(date, basis="projected")[0].kind == "projection"


def test_basis_in_words() -> None:
    assert dated("2014")[0].basis == "stated"
    assert dated("2024?-03", basis="inferred")[0].basis == "year inferred"
    assert dated("2024-03", basis="inferred")[0].basis == "inferred"
    assert dated("2025?", basis="projected")[0].basis == "projection"


def test_the_bundled_events_in_date_order() -> None:
    events = date_events(reversed(BUNDLED))
    assert [one.event.date for one in events] == [one.date for one in BUNDLED]
    assert [one.event_index for one in events] == list(reversed(range(len(BUNDLED))))


@SOME
@given(EVENTS)
def test_date_order(events: tuple[DatedEvent, ...]) -> None:
    spans = [(one.first, one.last) for one in events]
    assert spans == sorted(spans)
    assert all(first <= last for first, last in spans)


@pytest.mark.parametrize("date", ["", "last Tuesday", "2024-13-45", "../..", "-0000", "2024-06-10\x1b[31m"])
def test_a_date_nobody_can_read_comes_last_and_raises_nothing(date: str) -> None:
    events = date_events([event(date), event("2024")])
    assert [one.event_index for one in events] == [1, 0]
    assert events[1].date is None
    assert events[1].label == date


def test_a_day_of_no_known_year_is_said_in_words_and_comes_last() -> None:
    events = date_events([event("XXXX-06-10"), event("2024")])
    assert [one.label for one in events] == ["2024", "10 Jun XXXX"]
    assert events[1].date is None


def test_whatever_the_parser_raises_the_events_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, names: DateNames) -> None:
        raise RuntimeError(text)

    monkeypatch.setattr(dated_module, "parse_date", broken)
    assert date_events(BUNDLED) == undated(BUNDLED)


@pytest.mark.whole
def test_edtf_is_not_imported_with_the_timeline() -> None:
    check = "import sys, briefing.tui.timeline; sys.exit('edtf' in sys.modules or 'pyparsing' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_dates_are_read_once_and_no_longer_than_somebody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def parse(text: str, names: DateNames) -> EventDate:
        read.append(text)
        return parse_date(text, names)

    monkeypatch.setattr("briefing.tui.timeline.dated.parse_date", parse)
    events = [event(date) for date in ("2024-06-10", "2024-06", "2024-06-10") * 5]
    assert len(date_events(events)) == 15
    assert read == ["2024-06-10", "2024-06"]
    assert date_events(events, lambda: len(read) >= 3) == ()
    assert len(read) == 3
