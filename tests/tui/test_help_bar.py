"""The scroll bar of the help stands where a row ends, over nothing that is written."""

from __future__ import annotations

from briefing.settings.words import say
from tests.tui.doubled import in_doubled_words
from tests.tui.reader import Reader, reading


def places(reader: Reader) -> tuple[int, int, int]:
    """From the left edge of the frame: where the bar stands, and where the table begins and ends."""
    screen = reader.app.screen
    box, table = screen.query_one("#help"), screen.query_one("#help-keys").region
    left = box.region.x
    return box.vertical_scrollbar.region.x - left, table.x - left, table.right - left


async def test_its_bar_stands_where_a_row_ends() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("question_mark")
        assert places(reader) == (76, 3, 76)


async def test_in_a_mirrored_interface_that_is_on_the_left() -> None:
    with in_doubled_words():
        async with reading(size=(80, 24)) as reader:
            await reader.press("question_mark")
            assert places(reader) == (3, 4, 77)
            box, before = reader.app.screen.query_one("#help"), reader.rows()
            bar = box.vertical_scrollbar.region
            await reader.click(bar.x, bar.bottom - 1)
            await reader.pilot.wait_for_animation()
            await reader.settle()
            assert reader.rows() != before, "it takes clicks where it is painted"
            await reader.press("escape")
            assert say("help.title") not in reader.text
