"""The reader run without a terminal, for as long as it takes to draw its screen."""

from __future__ import annotations

import os

from textual.pilot import Pilot

from briefing.document import Briefing
from briefing.tui import BriefingApp
from briefing.tui.picture.svg import picture
from briefing.tui.timeline import Timeline

# Rounds after which the screen is at rest: the first frame, the dates that a thread reads, what folds then.
_ROUNDS = 4


async def screen_picture(briefing: Briefing, section: int, size: tuple[int, int], *, light: bool) -> str:
    """Return the reader's screen, as it starts, as an SVG.

    Args:
        briefing: What is read.
        section: The index of the section to open, as in `document.sections_shown`.
        size: Columns and rows.
        light: Dark letters on a light ground.

    Raises:
        RuntimeError: The timeline's dates do not come.
    """
    os.environ.pop("NO_COLOR", None)  # it is about terminals
    app = BriefingApp(briefing, section, light=light)
    async with app.run_test(size=size) as pilot:
        for _ in range(_ROUNDS):
            await _settle(pilot)
        if briefing.events and not app.screen.query_one(Timeline).is_ready:
            raise RuntimeError("the timeline does not come")
        return picture(app, briefing.title.english)


async def _settle(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
