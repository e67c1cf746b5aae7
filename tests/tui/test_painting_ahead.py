"""Views are painted before somebody comes to them: unseen, and just as they are when somebody does."""

import pytest
from textual.geometry import Region

from briefing.reading import apply, contents
from briefing.tui.painting_ahead import steps_ahead
from briefing.tui.panes.pane import Pane
from briefing.tui.timeline import Timeline
from tests.tiers import some_values
from tests.tui.reader import SIZES, Reader, reading


@pytest.fixture
def painting_ahead() -> None:
    """Let it be done, which other tests do without."""


KEYS = ("2", "3", "4", "0", "1")


def paint_all_ahead(reader: Reader) -> None:
    """Take all the steps at once, whichever are taken already."""
    for step in steps_ahead(reader.screen):
        step()


def rows(pane: Pane) -> list[str]:
    return [str(strip) for strip in pane.render_lines(Region(0, 0, *pane.size))]


def fresh(pane: Pane) -> list[str]:
    """The pane's rows, painted anew."""
    pane._kept.clear()
    return rows(pane)


@pytest.mark.parametrize("size", some_values(*SIZES))
async def test_what_was_painted_ahead_is_what_would_be_painted(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        before = reader.rows()
        paint_all_ahead(reader)
        await reader.settle()
        assert reader.rows() == before
        panes = [pane for pane in reader.screen.query(Pane) if pane.size]
        told = [pane for pane in panes if pane is not reader.sidebar]  # which says how much was seen, too
        for key in KEYS:
            known = {pane: set(pane._kept) for pane in told}
            await reader.press(key)
            assert {pane: set(pane._kept) - known[pane] for pane in told} == {pane: set() for pane in told}
        for key in KEYS:
            await reader.press(key)
            for pane in panes:
                assert rows(pane) == fresh(pane)


@pytest.mark.parametrize("size", SIZES)
async def test_nothing_else_changes_by_it(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("down", "down")
        await reader.drag(reader.article.region.x + 20, 4, 6)
        panes = {pane.id: pane for pane in reader.screen.query(Pane) if pane.size}
        before = {
            name: (pane.contents, pane.top, pane.count_rows(), rows(pane)) for name, pane in panes.items()
        }
        shown = contents(apply(reader.reading, "open-view", 2).reading)
        reader.article.paint_ahead(shown.article)
        reader.summary.paint_ahead(shown.summary)
        reader.sidebar.paint_ahead(shown.sidebar)
        reader.screen.query_one(Timeline).paint_ahead(shown.timeline)
        for pane in panes.values():
            pane.update()
        await reader.settle()
        after = {
            name: (pane.contents, pane.top, pane.count_rows(), rows(pane)) for name, pane in panes.items()
        }
        assert after == before


async def test_what_is_painted_ahead_is_measured() -> None:
    async with reading() as reader:
        paint_all_ahead(reader)
        for key in KEYS:
            await reader.press(key)
            known = reader.article._known_heights()
            assert known is reader.article.own_heights
            assert known.all_measured


async def test_events_that_are_selected_in_turn_are_drawn_once() -> None:
    async with reading() as reader:
        timeline = reader.screen.query_one(Timeline)
        await reader.press("tab", "tab")
        assert reader.focused == "timeline"
        await reader.press("right")
        one = timeline._current_page()
        await reader.press("right")
        assert timeline._current_page() is not one
        await reader.press("left")
        assert timeline._current_page() is one


async def test_it_is_done_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[object] = []
    monkeypatch.setattr(
        "briefing.tui.timeline.widget.Timeline.paint_ahead", lambda _, shown: painted.append(shown)
    )
    async with reading() as reader:
        views = [view for view in reader.reading.views if view.digit]
        for _ in range(500):
            if len(painted) == len(views) - 1:
                return
            await reader.pilot.pause(0.01)
    raise AssertionError(painted)
