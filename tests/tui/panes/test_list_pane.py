"""The list of a window by itself: its room, the text under it, and what keys, wheel and clicks do."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from textual.events import MouseScrollDown, MouseScrollUp
from textual.geometry import Size

from briefing.arabic import AS_WRITTEN
from briefing.reading.listed import FactItem, ListContents, Option, Under
from briefing.reading.titles import Titles
from briefing.tui.panes.facts_sheet import FactsSheet
from briefing.tui.panes.list_pane import ListPane
from briefing.tui.panes.list_sheet import ListSheet
from briefing.tui.panes.options_sheet import OptionsSheet
from briefing.tui.panes.under_rows import UnderRow, under_lines, under_row
from tests.tui.panes.alone import Led
from tests.tui.panes.test_every_field import STYLES

COLUMNS, ROWS = 33, 12
WORDS = " ".join(f"w{n:02}" for n in range(40))  # five to six rows at this width


class Sample(Led, ListPane):
    """A list that goes where it says."""

    def wheel(self, row: int, *, down: bool = True) -> None:
        kind = MouseScrollDown if down else MouseScrollUp
        event = kind(None, 5, row, 0, 0, 0, shift=False, meta=False, ctrl=False, screen_x=5, screen_y=row)
        (self.on_mouse_scroll_down if down else self.on_mouse_scroll_up)(event)  # type: ignore[arg-type]


def options(count: int, cursor: int | None = 0, **others: Any) -> ListContents[Option]:
    return ListContents(
        Titles("Title", ""), tuple(Option(f"o{n}") for n in range(count)), "hint", cursor=cursor, **others
    )


def facts(count: int, cursor: int | None = None, **others: Any) -> ListContents[FactItem]:
    items = tuple(FactItem(f"l{n}", (f"t{n}",)) for n in range(count))
    return ListContents(Titles("Title", ""), items, "hint", cursor=cursor, **others)


def listed(
    contents: ListContents[Any],
    rows: int = ROWS,
    *,
    sheet: type[ListSheet[Any]] = OptionsSheet,
    **others: Any,
) -> Sample:
    pane = Sample(sheet=sheet, **others)
    pane.contents = contents
    pane.sized(COLUMNS, rows)
    pane.told()
    return pane


@pytest.mark.parametrize(
    ("contents", "heights", "window", "rows"),
    [
        (options(3), range(1000), 40, 5),
        (options(3), range(8, 1000), 40, 8),
        (options(30), range(8, 21), 40, 20),
        (options(30), range(8, 21), 15, 15),
        (options(30), range(1000), 40, 32),
        (options(3, under=Under(WORDS, 4)), range(1000), 40, 10),
        (options(30, under=Under(WORDS, 4)), range(1000), 20, 20),
        (None, range(1000), 40, 2),
    ],
)
def test_a_list_is_as_high_as_its_contents_within_bounds(
    contents: ListContents[Any] | None, heights: range, window: int, rows: int
) -> None:
    pane = Sample(sheet=OptionsSheet, heights=heights)
    pane.contents = contents
    assert pane.get_content_height(Size(50, 50), Size(80, window), COLUMNS) == rows


def test_how_high_a_list_is_depends_on_its_width() -> None:
    items = (FactItem("label", ("words " * 9,)),)
    pane = Sample(sheet=FactsSheet)
    pane.contents = ListContents(Titles("", ""), items)
    heights = [pane.get_content_height(Size(50, 50), Size(80, 40), width) for width in (3, 4, 20, 33, 70)]
    assert heights == [2, 40, 9, 6, 3] or heights[0] == 2
    assert heights == sorted(heights[:1]) + sorted(heights[1:], reverse=True)
    assert heights[-1] == 3


def test_a_window_is_there_whatever_the_size_of_the_screen() -> None:
    pane = listed(options(3))
    pane.window = Size(20, 5)
    assert not pane.is_folded(Size(1, 1))
    assert pane.is_folded(Size(0, 5))


def test_all_of_a_window_is_painted() -> None:
    pane = listed(options(2, under=Under("(under)\nwords", 3)), 9)
    assert pane.rows() == [
        "╭─ Title ───────────────────────╮",
        "│▌ o0                           │",
        "│  o1                           │",
        "│───────────────────────────────│",
        "│ (under)                       │",
        "│ words                         │",
        "│                               │",
        "│                               │",
        "╰──────────────────────── hint ─╯",
    ]
    looks = pane.looked()
    assert looks[3] == [("│", "frame-focused"), ("─" * 31, "frame"), ("│", "frame-focused")]
    assert looks[4][0] == ("│", "frame-focused")
    pane.contents = replace(pane.contents, has_focus=False)
    assert {row[0][1] for row in pane.looked()} == {"frame"}


def test_a_list_without_a_text_under_it_has_all_the_rows() -> None:
    pane = listed(options(30), 6)
    assert pane.page == 4
    assert pane.inside() == ["▌ o0", "o1", "o2", "o3"]
    assert pane.rows()[-1].endswith(" hint ─╯")


@pytest.mark.parametrize(
    ("count", "rows", "page", "under"),
    [
        (2, 12, 2, 7),
        (30, 12, 5, 4),
        (30, 7, 1, 3),
        (30, 4, 1, 0),
        (30, 3, 1, 0),
        (5, 12, 5, 4),
        (6, 12, 5, 4),
    ],
)
def test_the_text_under_a_list_has_its_rows_and_what_the_list_does_not_need(
    count: int, rows: int, page: int, under: int
) -> None:
    pane = listed(options(count, under=Under(WORDS, 4)), rows)
    assert (pane.page, len(pane.rows())) == (page, rows)
    shown = [text for text in pane.inside() if text.startswith("w")]
    assert len(shown) == min(under, 6)
    assert sum(text.startswith("─") for text in pane.inside()) == (rows > 3)
    assert pane.rows()[-1].endswith("hint ─╯"), "whatever there is no room for"


def test_a_text_that_cannot_be_scrolled_is_cut_where_its_room_ends() -> None:
    pane = listed(options(30, under=Under(WORDS, 4)))
    assert [text.endswith("…") for text in pane.inside()] == [False] * 9 + [True]
    assert not any("…" in text for text in listed(options(30, under=Under(WORDS, 6))).inside())
    assert not any("…" in text for text in listed(options(30, under=Under(WORDS, 4, None, True))).inside())


def test_pages_and_the_wheel_go_through_a_text_that_can_be_scrolled() -> None:
    pane = listed(options(30, under=Under(WORDS, 3, None, True)))
    first = pane.inside()[-3:]
    pane.action_page_on()
    assert pane.under_top == 3
    assert pane.inside()[-3:] != first
    pane.action_page_on()
    assert pane.under_top == 3, "six rows, of which three are in sight"
    assert pane.inside()[-1].endswith("w39")
    pane.action_page_back()
    pane.action_page_back()
    assert pane.under_top == 0
    assert pane.inside()[-3:] == first
    pane.wheel(9)
    assert (pane.under_top, pane.top) == (3, 0)
    pane.wheel(9, down=False)
    assert (pane.under_top, pane.top) == (0, 0)
    pane.wheel(6)
    assert (pane.under_top, pane.top) == (0, 3), "over the list"
    pane.wheel(7)
    assert (pane.under_top, pane.top) == (3, 3), "the line between them is the text's"
    pane.repainted.clear()
    pane.under_top = 1
    assert pane.repainted
    assert pane.told() == []


def test_pages_and_the_wheel_go_through_the_list_where_the_text_stays() -> None:
    pane = listed(options(30, under=Under(WORDS, 3)))
    pane.action_page_on()
    assert (pane.under_top, pane.top, pane.cursor) == (0, 4, 4)
    pane.wheel(9)
    assert (pane.under_top, pane.top) == (0, 7)


def test_a_text_under_a_list_is_scrolled_by_a_row_at_least() -> None:
    pane = listed(options(30, under=Under(WORDS, 1, None, True)), 5)
    pane.action_page_on()
    assert pane.under_top == 1
    small = listed(options(30, under=Under(WORDS, 3, None, True)), 4)
    small.action_page_on()
    assert small.under_top == 1


def test_another_text_under_the_list_is_seen_from_its_beginning() -> None:
    pane = listed(options(30, under=Under(WORDS, 3, None, True)))
    pane.under_top = 2
    pane.contents = replace(pane.contents, cursor=2)
    assert pane.under_top == 2
    pane.contents = replace(pane.contents, under=Under(WORDS + " x", 3, None, True))
    assert pane.under_top == 0
    pane.contents = replace(pane.contents, under=None)
    pane.under_top = 5
    assert pane.under_top == 0


def test_other_items_leave_the_list_scrolled_as_it_was() -> None:
    pane = listed(facts(30), sheet=FactsSheet)
    pane.top = 12
    pane.contents = replace(pane.contents, hint="other")
    assert (pane.top, pane.layouts) == (12, 0)
    pane.contents = replace(facts(40), cursor=None)
    assert (pane.top, pane.layouts) == (12, 1)
    pane.contents = facts(15)
    pane.settle()
    assert (pane.top, pane.layouts) == (5, 2)


def test_without_a_cursor_keys_scroll_by_rows() -> None:
    pane = listed(facts(30), sheet=FactsSheet)
    pane.action_next_item()
    pane.action_next_item()
    assert pane.top == 2
    pane.action_previous_item()
    assert pane.top == 1
    pane.action_page_on()
    assert pane.top == 9
    pane.action_last_item()
    assert pane.top == 20
    assert pane.told() == []


def test_with_a_cursor_keys_go_from_item_to_item() -> None:
    pane = listed(options(30))
    pane.action_next_item()
    pane.action_last_item()
    pane.action_previous_item()
    assert pane.told() == [("put-cursor", 1), ("jump-to", 29), ("put-cursor", 28)]


@pytest.mark.parametrize(("clicks", "takes"), [(1, [True, True]), (2, [False, True])])
def test_an_item_is_taken_after_as_many_clicks_as_it_takes(clicks: int, takes: list[bool]) -> None:
    pane = listed(options(5), clicks=clicks)
    for chain, taken in enumerate(takes, 1):
        pane.click(5, 3, chain=chain)
        assert (("take",) in pane.told()) is taken
        assert pane.cursor == 2
    pane.click(5, 8, chain=2)
    assert pane.told() == [], "no item is there"


def test_where_nothing_can_be_chosen_a_click_takes_nothing() -> None:
    pane = listed(facts(5), sheet=FactsSheet)
    pane.click(5, 3)
    assert pane.told() == []


def test_the_item_at_hand_stays_in_sight_when_the_window_changes() -> None:
    pane = listed(options(30, cursor=9))
    pane.top = 3
    pane.sized(COLUMNS, 6)
    assert pane.top == 6
    pane = listed(options(30, under=Under(WORDS, 3, None, True)))
    pane.under_top = 3
    pane.sized(COLUMNS + 60, 12)
    assert pane.under_top == 0, "it needs less rows there"


@pytest.mark.parametrize("columns", [5, 6, 9])
def test_a_text_under_a_list_is_there_however_narrow_the_window_is(columns: int) -> None:
    pane = listed(options(2, under=Under("ab cd", 4)))
    pane.sized(columns, ROWS)
    assert {len(row) for row in pane.rows()} == {columns}
    assert "a" in pane.rows()[4]


@pytest.mark.parametrize("width", [0, 1, 2, 3])
def test_a_text_without_room_has_a_letter_in_each_row(width: int) -> None:
    under = Under("abc", 1)
    assert [line.text for line in under_lines(under, AS_WRITTEN, width)] == ["a", "b", "c"]
    cut = under_row(UnderRow(under, AS_WRITTEN, 1, is_cut=True), width, STYLES)
    assert "".join(segment.text for segment in cut.fill) == "…"
