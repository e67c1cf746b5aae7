"""What goes wrong in the background leaves a trace in the log that somebody asked for, and no text in it."""

from pathlib import Path

import pytest

from briefing.machine.faults import debug_log
from briefing.tui.timeline import widget
from tests.tui.briefings import bundled
from tests.tui.reader import reading


async def test_dates_that_cannot_be_read_leave_a_trace(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_: object) -> None:
        raise ValueError(bundled().events[0].title)

    log = tmp_path / "log"
    monkeypatch.setenv(debug_log.VARIABLE, str(log))
    monkeypatch.setattr(debug_log, "_logs", [])
    monkeypatch.setattr(widget, "events_in_order", fail)
    debug_log.start_log(None)
    async with reading() as reader:
        await reader.press("t")
        assert reader.focused == "timeline"
    said = log.read_text(encoding="utf-8")
    assert "dates of the events were not read" in said
    assert "ValueError" in said
    assert bundled().events[0].title not in said


async def test_without_asking_nothing_is_logged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(debug_log.VARIABLE, raising=False)
    monkeypatch.setattr(debug_log, "_logs", [])
    debug_log.start_log(None)
    debug_log.note("anything")
    assert not debug_log._logs
