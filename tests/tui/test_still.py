"""The screen drawn without a terminal: what does not come to rest is one line, not a traceback."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from textual.pilot import Pilot, WaitForScreenTimeout

from briefing.commands import pictures
from briefing.document import BriefingError
from briefing.tui.picture import still
from briefing.tui.timeline import Timeline
from tests.tui.briefings import bundled


def picture() -> str:
    return asyncio.run(still.screen_picture(bundled(), 0, (80, 24), light=False))


def test_a_timeline_that_never_comes_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Timeline, "_read_dates", lambda _: None)
    monkeypatch.setattr(still, "_PATIENCE", 2)
    with pytest.raises(BriefingError, match="does not come to rest") as told:
        picture()
    assert "\n" not in str(told.value)
    with pytest.raises(BriefingError):
        pictures.drawn(bundled(), 0, pictures.Size(80, 24), light=False, kind="svg")


def test_a_timeline_that_comes_late_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    read = Timeline._read_dates

    def late(self: Timeline) -> None:
        self.set_timer(0.6, lambda: read(self))

    monkeypatch.setattr(Timeline, "_read_dates", late)
    assert "2014" in picture().replace("&#160;", " ")


def test_textuals_impatience_with_a_busy_machine_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    pause, times = Pilot.pause, iter(range(100))

    async def impatient(self: Pilot[Any], delay: float | None = None) -> None:
        if next(times) == 1:
            raise WaitForScreenTimeout("busy")
        await pause(self, delay)

    monkeypatch.setattr(Pilot, "pause", impatient)
    assert picture().startswith("<svg")
