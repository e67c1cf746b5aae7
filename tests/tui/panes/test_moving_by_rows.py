"""Steps and pages through items of any height: nothing passes unseen, no key goes without an effect."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.effects import Reveal
from briefing.tui.panes.pane import _runs
from tests.tui.briefings import bundled, plain
from tests.tui.reader import Reader, reading

#: Paragraphs of one row and of many, in the order in which they stand.
WORDS = (3, 200, 12, 3, 90, 40, 3, 3, 300, 5)
DIGITS = str.maketrans("0123456789", "ابتثجحخدذر")
MIXED = plain(
    *(
        " ".join(f"{at}{word}".translate(DIGITS) for word in range(count))
        for at, count in enumerate(WORDS, 10)
    )
)


def place(reader: Reader) -> tuple[int, int | None]:
    return reader.article.top, reader.article.cursor


def in_sight(reader: Reader) -> range:
    pane = reader.article
    return range(pane.top, pane.top + pane.page)


@pytest.mark.parametrize("size", [(60, 16), (40, 12)])
async def test_each_step_leads_on_and_keeps_a_part_of_what_was_in_sight(size: tuple[int, int]) -> None:
    async with reading(MIXED, size=size, section=None) as reader:
        pane = reader.article
        for key, last in (("down", len(WORDS) - 1), ("up", 0)):
            before = None
            while place(reader) != before:
                before, seen = place(reader), in_sight(reader)
                await reader.press(key)
                index = pane.cursor or 0
                rows = pane.rows_of_item(index)
                own = range(rows.start, rows.stop - int(index < len(WORDS) - 1))
                assert abs(pane.top - seen.start) <= pane.page - 2
                assert own.start < in_sight(reader).stop
                assert in_sight(reader).start < own.stop
                if (
                    index != before[1]
                    and len(own) <= pane.page
                    and abs(pane.top - seen.start) < pane.page - 2
                ):
                    assert own.start in in_sight(reader)
                    assert own[-1] in in_sight(reader), "all of it, if it fits"
                elif index == before[1] and place(reader) != before:
                    assert abs(pane.top - seen.start) <= 3, "through an item row by row"
            assert pane.cursor == last
            assert in_sight(reader).stop >= pane.rows_of_item(last).stop or key == "up"


async def test_what_a_row_shows_is_what_the_sum_of_all_heights_says() -> None:
    async with reading(MIXED, size=(60, 16), section=None) as reader:
        pane = reader.article
        for keys in (("end",), ("up", "up"), ("pageup",) * 3, ("home",), ("pagedown",) * 4):
            await reader.press(*keys)
            assert pane._sheet is not None
            heights = [pane._sheet.height(index) for index in range(len(WORDS))]
            assert [pane.rows_of_item(index).start for index in range(len(WORDS))] == [
                sum(heights[:index]) for index in range(len(WORDS))
            ]
            numbers = {row.number for row in reader.page() if row.number}
            assert numbers == {
                index + 1
                for index in range(len(WORDS))
                if range(
                    max(in_sight(reader)[0], pane.rows_of_item(index).start),
                    min(in_sight(reader).stop, pane.rows_of_item(index).stop),
                )
            }


async def test_another_width_keeps_the_line_on_top() -> None:
    async with reading(MIXED, size=(100, 20), section=None) as reader:
        await reader.wheel(30, 8, 3)
        number, start = reader.lines()[0]
        for columns in (60, 130, 45):
            await reader.resize(columns, 20)
            lines = reader.all_lines()
            at = max(index for index, one in enumerate(lines) if one <= (number, start))
            assert reader.lines()[0] == lines[at], "that which holds its first character"
            number, start = lines[at]
        await reader.press("end")
        await reader.resize(100, 40)
        assert reader.lines()[-1] == reader.all_lines()[-1]


async def test_a_pane_that_is_hidden_shows_what_it_was_asked_for() -> None:
    async with reading(bundled(), size=(44, 16), section="full") as reader:
        await reader.press("end", "backspace")
        assert reader.focused == "summary"
        cursor = reader.summary.cursor
        assert cursor is not None
        rows = reader.summary.rows_of_item(cursor)
        assert reader.summary.top <= rows.start < reader.summary.top + reader.summary.page


async def test_a_click_under_the_rows_of_a_pane_is_on_none() -> None:
    async with reading(MIXED, size=(60, 16), section=None) as reader:
        region = reader.region(reader.article)
        for y, index in ((region.bottom - 1, 0), (region.y, 0), (region.bottom - 2, 1)):
            await reader.click(region.x + 20, y)
            assert reader.article.cursor == index


@given(st.sets(st.integers(0, 30), min_size=1).map(sorted))
def test_neighbours_are_repainted_together(rows: list[int]) -> None:
    runs = list(_runs(rows))
    assert [row for run in runs for row in run] == rows
    assert all(one.stop < other.start for one, other in pairwise(runs))


async def test_what_is_in_sight_is_not_scrolled_to() -> None:
    async with reading(MIXED, size=(60, 16), section=None) as reader:
        pane = reader.article
        for stays, moves in ((True, False), (False, True)):
            await reader.press("home")
            pane.reveal(Reveal("article", 1, 0, stays=stays))
            await reader.settle()
            assert (pane.top > 0) is moves
        await reader.press("home")
        pane.reveal(Reveal("article", 8, 0, stays=True))
        await reader.settle()
        assert pane.rows_of_item(8).start in in_sight(reader)
        pane.reveal(Reveal("article", 99))
        await reader.settle()
        assert pane.rows_of_item(8).start in in_sight(reader)


async def test_a_selection_goes_on_into_the_next_paragraph_and_back() -> None:
    async with reading(plain("أب جد", "هو", "زح طي"), size=(60, 16), section=None) as reader:
        await reader.press("shift+left")
        assert reader.selected == "أ"
        await reader.press(*["shift+left"] * 5)
        assert reader.selected.split() == ["أب", "جد", "ه"]
        await reader.press(*["shift+left"] * 2)
        assert reader.selected.split() == ["أب", "جد", "هو", "ز"]
        await reader.press(*["shift+right"] * 3)
        assert reader.selected.split() == ["أب", "جد"]
        await reader.press(*["shift+right"] * 9)
        assert reader.selected == "أ", "no further than the first character"
        await reader.press(*["shift+down"] * 3)
        assert reader.selected.split()[-1] in ("ز", "زح", "زح طي")
        await reader.press(*["shift+left"] * 9)
        assert reader.selected.split() == ["أب", "جد", "هو", "زح", "طي"], "nor than the last"


async def test_a_selection_goes_letter_by_letter_over_the_ends_of_lines() -> None:
    text = "أب جد هو زح طي كل من سع فص قر شت ثخ ذض ظغ ابتثجح"
    async with reading(plain(text, "كلمة"), size=(40, 12), section=None) as reader:
        assert len(reader.all_lines()) > 2
        seen = []
        while reader.selected != text:
            await reader.press("shift+left")
            seen.append(reader.selected)
        assert all(text.startswith(one) for one in seen)
        assert len({*seen}) == len(seen), "each key leads on"
        back = []
        while len(reader.selected) > 1:
            await reader.press("shift+right")
            back.append(reader.selected)
        assert back == seen[-2::-1]
