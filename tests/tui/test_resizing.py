"""Sizes that come faster than they are taken: in the end the screen has the window's, and is at rest."""

import asyncio

import pytest
from textual.events import Resize
from textual.geometry import Region, Size
from textual.messages import Prompt

from briefing.sources import load_bundled
from briefing.tui import BriefingApp
from briefing.tui.panes.pane import Pane
from tests.tui.settling import press, settle

pytestmark = pytest.mark.whole

ROUNDS = 30


@pytest.mark.parametrize("opened_by", ["", "question_mark", "ctrl+p"])
async def test_two_sizes_at_a_time_do_not_chase_each_other(opened_by: str) -> None:
    app = BriefingApp(load_bundled(), 1)
    async with app.run_test(size=(100, 30)):
        await press(app, *filter(None, [opened_by]))
        taken: list[Size] = []
        screen = app.screen
        take = screen._refresh_layout

        def counted(size: Size | None = None, scroll: bool = False) -> None:
            taken.append(size or screen.outer_size)
            take(size, scroll)

        screen._refresh_layout = counted  # type: ignore[method-assign]
        for size in (Size(80, 24), Size(100, 30)):
            screen.post_message(Resize(size, size))
            screen.post_message(Prompt())  # else the second would take the first one's place
        async with asyncio.timeout(30):  # else it never comes to rest
            for _ in range(ROUNDS):
                await asyncio.sleep(0.02)
                await settle(app)
        assert len(taken) < ROUNDS / 2
        assert screen.size == (100, 30)


@pytest.mark.parametrize("size", [(1, 1), (20, 1), (39, 11), (300, 5)])
async def test_panes_that_are_laid_out_before_the_screen_has_folded_them_away(size: tuple[int, int]) -> None:
    app = BriefingApp(load_bundled(), 1)
    async with app.run_test(size=size) as pilot:  # too small from the first frame on
        await pilot.pause()
        app.screen.remove_class("-too-small")
        for pane in app.screen.query(Pane):
            pane.display = True
        await pilot.pause()
        panes = [pane for pane in app.screen.query(Pane) if pane.size.area]
        assert panes
        for pane in panes:
            rows = pane.render_lines(Region(0, 0, *pane.size))
            assert [row.cell_length for row in rows] == [pane.size.width] * pane.size.height
