"""The help: every key, whatever the window, and out of it again."""

import pytest

from briefing.reading import ACTIONS
from briefing.reading.offering import offered
from briefing.settings.keymap import KEYMAP
from briefing.settings.words import say
from briefing.tui.screens.keys_screen import KeysScreen
from tests.tiers import some_values
from tests.tui.reader import Reader, reading


async def help_text(reader: Reader) -> str:
    """What the help shows, scrolled through as `j` does, but by more rows at a time."""
    screen = reader.app.screen
    assert isinstance(screen, KeysScreen)
    painted = reader.window_text
    while True:
        before = reader.window_text
        screen.action_scroll_keys(len(before.splitlines()) - 6)  # but for frame and margin, and two rows more
        await reader.settle()
        if reader.window_text == before:
            return painted
        painted += "\n" + reader.window_text


@pytest.mark.parametrize("size", some_values((64, 30), (120, 60)))
async def test_every_key_is_shown_in_its_group(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("question_mark")
        painted = " ".join((await help_text(reader)).split())
        assert say("help.signs.panes") in painted
        assert say("help.signs") in painted
        for group in KEYMAP:
            assert say(group.words) in painted
            for one in group.bound:
                if one.listed and one.action in offered(reader.reading.outline):
                    assert one.written in painted
                    assert ACTIONS[one.action].words.split()[0] in painted


async def test_the_keys_of_the_sidebar_and_the_timeline_are_found() -> None:
    async with reading(size=(120, 80)) as reader:
        await reader.press("question_mark")
        painted = " ".join((await help_text(reader)).split())
        assert "← or h Earlier event" in painted
        assert "→ or l Later event" in painted


async def test_a_key_closes_it_and_nothing_else() -> None:
    async with reading() as reader:
        await reader.press("tab", "down")
        before = reader.rows()
        for key in ("question_mark", "escape", "q"):
            await reader.press("question_mark")
            assert reader.app.screen is not reader.screen
            assert reader.rows() != before
            await reader.press(key)
            assert reader.app.screen is reader.screen
            assert reader.rows() == before
            assert reader.focused == "summary"


async def test_keys_of_the_reader_do_nothing_under_it() -> None:
    async with reading() as reader:
        before = reader.rows()
        await reader.press("question_mark", "3", "right_square_bracket", "t", "tab", "down", "escape")
        assert reader.rows() == before


@pytest.mark.parametrize("key", ["down", "pagedown"])
async def test_it_scrolls_where_it_does_not_fit(key: str) -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("question_mark")
        before = reader.rows()
        await reader.press(key)
        await reader.pilot.wait_for_animation()
        await reader.settle()
        assert reader.rows() != before


@pytest.mark.parametrize("size", some_values((40, 12), (120, 36)))
async def test_its_frame_is_in_the_window(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("question_mark")
        column, row = reader.find("╭─ Keys")
        box = reader.app.screen.query_one("#help").region
        assert (column, row) == (box.x, box.y)
        assert reader.app.screen.region.contains_region(box)
        cells = reader.cells()
        assert [cells[y][x].text for x in (box.x, box.right - 1) for y in (box.y, box.bottom - 1)] == list(
            "╭╰╮╯"
        )
