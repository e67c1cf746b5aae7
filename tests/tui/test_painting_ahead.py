"""Views are painted before somebody comes to them: unseen, and just as they are when somebody does."""

import pytest
from textual.geometry import Region

from briefing.reading import apply, contents
from briefing.reading.sidebar import SidebarContents
from briefing.tui.painting_ahead import sidebar_steps_ahead, steps_ahead
from briefing.tui.panes.pane import Pane
from briefing.tui.panes.sidebar import Sidebar
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
    pane._strips.clear()
    return rows(pane)


@pytest.mark.parametrize("size", some_values(*SIZES))
async def test_what_was_painted_ahead_is_what_would_be_painted(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.tui.painting_ahead._take", lambda *_: None)  # the steps are taken here
    monkeypatch.setattr("briefing.tui.panes.measured_view._MEASURING", 60.0)  # all, however busy the machine
    async with reading(size=size) as reader:
        before = reader.rows()
        paint_all_ahead(reader)
        await reader.settle()
        assert reader.rows() == before
        panes = [pane for pane in reader.screen.query(Pane) if pane.size]
        for key in KEYS:
            for step in sidebar_steps_ahead(reader.screen):
                step()
            known = {pane: set(pane._kept) for pane in panes}
            await reader.press(key)
            assert {pane: set(pane._kept) - known[pane] for pane in panes} == {pane: set() for pane in panes}
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
            known = reader.article._heights_of(reader.article.contents)
            assert known is reader.article.own_heights
            assert known.all_measured


async def test_a_section_that_is_opened_is_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    watch = Sidebar.watch_contents

    def counting(pane: Sidebar, before: SidebarContents | None, after: SidebarContents) -> None:
        drawn.append(after.item(after.current).seen)
        watch(pane, before, after)

    monkeypatch.setattr(Sidebar, "watch_contents", counting)
    async with reading() as reader:
        for key in KEYS:
            drawn.clear()
            await reader.press(key)
            assert len(drawn) == 1
            assert drawn[0] > 0, "what is in sight is said to be with the first frame that shows it"


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


async def test_so_is_what_the_sidebar_shows_once_more_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading() as reader:
        await reader.press("2")
        painted: list[SidebarContents] = []
        paint = Sidebar.paint_ahead

        def counting(pane: Sidebar, contents: SidebarContents) -> None:
            painted.append(contents)
            paint(pane, contents)

        monkeypatch.setattr(Sidebar, "paint_ahead", counting)
        await reader.press("3")
        others = {index for index, view in enumerate(reader.reading.views) if view.digit} - {
            reader.reading.view
        }
        for _ in range(500):
            if {shown.current for shown in painted} >= others:
                break
            await reader.pilot.pause(0.01)
        latest = {shown.current: shown for shown in painted}
        assert {*latest} >= others
        await reader.press("4")
        assert latest[reader.reading.view] == reader.sidebar.contents
