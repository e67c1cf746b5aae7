"""The reader run without a terminal, for as long as it takes to draw its screen."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress

from textual.pilot import Pilot, WaitForScreenTimeout

from briefing.document import Briefing, BriefingError
from briefing.tui import BriefingApp
from briefing.tui.picture.svg import picture
from briefing.tui.timeline import Timeline

# Rounds after which the screen is at rest: the first frame, the dates that a thread reads, what folds then.
_ROUNDS = 4
# Rounds more for a busy machine, and the seconds between them.
_PATIENCE = 100
_BREATH = 0.05


async def screen_picture(briefing: Briefing, section: int, size: tuple[int, int], *, light: bool) -> str:
    """Return the reader's screen, as it starts, as an SVG.

    Args:
        briefing: What is read.
        section: The index of the section to open, as in `document.sections_shown`.
        size: Columns and rows.
        light: Dark letters on a light ground.

    Raises:
        BriefingError: The screen does not come to rest.
    """
    os.environ.pop("NO_COLOR", None)  # it is about terminals
    app = BriefingApp(briefing, section, light=light)
    async with app.run_test(size=size) as pilot:
        app.count_no_further()
        for _ in range(_ROUNDS):
            await _settle(pilot)
        if briefing.events:
            await _wait_for(app.screen.query_one(Timeline), pilot, briefing)
        return picture(app, briefing.title.shown)


async def _wait_for(timeline: Timeline, pilot: Pilot[None], briefing: Briefing) -> None:
    for _ in range(_PATIENCE):
        if timeline.is_ready:
            return
        await asyncio.sleep(_BREATH)
        await _settle(pilot)
    raise BriefingError(
        briefing.path, "the screen does not come to rest, so no picture was made", "try again"
    )


async def _settle(pilot: Pilot[None]) -> None:
    with suppress(WaitForScreenTimeout):  # Textual's own patience: the machine is busy
        await pilot.pause()
    await pilot.app.workers.wait_for_complete()
