"""The wheel and the scrollbar; clicks are with what they do (sections, links, panes)."""

import pytest

from tests.tui.briefings import plain
from tests.tui.reader import Reader, reading

LONG = plain(*(f"الفقرة رقم {number} من النص الطويل، وفيها كلام كثير." for number in range(1, 201)))


def over(reader: Reader) -> tuple[int, int]:
    """A cell in the middle of the article."""
    region = reader.region(reader.article)
    return region.x + region.width // 2, region.y + region.height // 2


def scrollbar(reader: Reader) -> tuple[int, int, int]:
    """The column of the article's scrollbar, and its first and last row."""
    region = reader.region(reader.article)
    return region.right - 2, region.y + 1, region.bottom - 2


def thumb(reader: Reader) -> list[int]:
    """Rows in which the scrollbar is not as the ground around it."""
    column, first, last = scrollbar(reader)
    cells = reader.cells()
    return [
        y
        for y in range(first, last + 1)
        if cells[y][column].style.bgcolor != cells[y][column - 1].style.bgcolor
    ]


async def test_the_wheel_scrolls_the_pane_under_the_pointer() -> None:
    async with reading(size=(80, 24)) as reader:
        lines, summary = reader.all_lines(), reader.inside(reader.summary)
        beginning = reader.lines()
        await reader.wheel(*over(reader), 1)
        step = lines.index(reader.lines()[0])
        assert 1 <= step <= 5
        await reader.wheel(*over(reader), 2)
        assert reader.lines()[0] > lines[step]
        assert [[cell.text for cell in row] for row in reader.inside(reader.summary)] == [
            [cell.text for cell in row] for row in summary
        ]
        await reader.wheel(*over(reader), -9)
        assert reader.lines() == beginning


async def test_the_wheel_stops_at_the_end() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.wheel(*over(reader), 60)
        end = reader.lines()
        assert end[-1] == reader.all_lines()[-1]
        await reader.press("end")
        assert reader.lines() == end


async def test_the_wheel_leaves_the_focus_alone() -> None:
    async with reading(size=(80, 24)) as reader:
        region = reader.region(reader.summary)
        top = [cell.text for cell in reader.inside(reader.summary)[1]]
        await reader.wheel(region.x + 5, region.y + 3, 2)
        assert [cell.text for cell in reader.inside(reader.summary)[1]] != top
        assert reader.focused == "article"


async def test_the_thumb_is_as_long_as_what_is_in_sight_and_where_it_is() -> None:
    async with reading(LONG, size=(80, 24)) as reader:
        _, first, last = scrollbar(reader)
        assert thumb(reader)[0] == first
        assert 1 <= len(thumb(reader)) <= 3
        await reader.press("end")
        assert thumb(reader)[-1] == last


async def test_no_thumb_where_everything_is_in_sight() -> None:
    async with reading(plain("نص"), size=(80, 24)) as reader:
        assert thumb(reader) == []


async def test_dragging_the_scrollbar_scrolls() -> None:
    async with reading(LONG, size=(80, 24)) as reader:
        column, first, last = scrollbar(reader)
        await reader.drag(column, first, last)
        assert reader.lines()[-1] == reader.all_lines()[-1]
        await reader.drag(column, last, (first + last) // 2)
        assert 80 < reader.lines()[0][0] < 120
        await reader.drag(column, last, first - 3)
        assert reader.lines()[0] == (1, 0)


async def test_a_press_on_the_scrollbar_goes_there() -> None:
    async with reading(LONG, size=(80, 24)) as reader:
        column, first, last = scrollbar(reader)
        await reader.click(column, (first + last) // 2)
        assert 80 < reader.lines()[0][0] < 120


async def test_moving_without_a_button_does_not_scroll() -> None:
    async with reading(LONG, size=(80, 24)) as reader:
        column, first, last = scrollbar(reader)
        await reader.drag(column, first, (first + last) // 2)
        before = reader.lines()
        await reader.hover(column, last)
        assert reader.lines() == before


async def test_a_drag_ends_with_the_button_even_where_nobody_saw_it_released() -> None:
    async with reading(LONG, size=(80, 24)) as reader:
        column, first, last = scrollbar(reader)
        await reader.drag(column, first, (first + last) // 2, released=False)
        before = reader.lines()
        await reader.hover(column, last)
        await reader.hover(column - 1, last - 1)
        assert reader.lines() == before


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_click_on_a_key_in_the_bottom_row_presses_it(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        column, row = next((x, y) for x, y in _places(reader, "Timeline") if y == reader.size[1] - 1)
        await reader.click(column, row)
        assert reader.focused == "timeline"
        column, row = next((x, y) for x, y in _places(reader, "Pane") if y == reader.size[1] - 1)
        await reader.click(column, row)
        assert reader.focused == "sidebar"


def _places(reader: Reader, text: str) -> list[tuple[int, int]]:
    return [(row.find(text), y) for y, row in enumerate(reader.rows()) if text in row]


async def test_a_click_on_the_frame_gives_the_focus_and_moves_nothing() -> None:
    async with reading() as reader:
        await reader.press("down")
        number, lines = reader.number, reader.lines()
        region = reader.region(reader.article)
        await reader.click(region.x + 4, region.y)
        assert reader.focused == "article"
        assert (reader.number, reader.lines()) == (number, lines)


async def test_a_click_under_the_last_paragraph_moves_nothing() -> None:
    async with reading(plain("نص", "نص ثان"), size=(80, 24)) as reader:
        await reader.click(*over(reader))
        assert reader.number == 1


async def test_a_key_in_the_bottom_row_is_pressed_where_it_stands_and_nowhere_beside() -> None:
    async with reading(size=(80, 24)) as reader:
        column, row = reader.find("? Help")
        for beside in (column - 1, column + len("? Help")):
            await reader.click(beside, row)
            assert reader.app.screen is reader.screen
        for on in (column, column + len("? Help") - 1):
            await reader.click(on, row)
            assert reader.app.screen is not reader.screen
            await reader.press("escape")


async def test_a_sweep_selects_and_leaves_the_reader_where_they_stood() -> None:
    async with reading(LONG, size=(120, 36), section=None) as reader:
        column, row = over(reader)
        await reader.drag(column, row - 4, row + 4)
        assert reader.selected
        assert reader.number == 1
        await reader.click(column - 5, row + 2)
        assert reader.number != 1


async def test_a_click_is_taken_once() -> None:
    done: list[tuple[object, ...]] = []
    async with reading(size=(200, 60), section="full") as reader:
        act = reader.article.act

        def told(*what: object) -> None:
            done.append(what)
            act(*what)

        for pane in (reader.article, reader.summary):
            pane.act = told
        column, row = reader.find("¶2 ")
        await reader.click(column - 6, row + 1)
        assert [what[0] for what in done].count("put-cursor") == 1
        region = reader.region(reader.summary)
        at = next(y for y in range(region.y, region.bottom) if "¶" in reader.row(y)[region.x :])
        done.clear()
        await reader.click(reader.row(at).index("¶", region.x), at)
        assert [what[0] for what in done].count("follow") == 1
