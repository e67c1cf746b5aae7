"""Selecting in a pane of texts by itself, with keys and with the mouse."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.reading import contents
from briefing.reading.selection import Place, Selection
from tests.reading.conftest import Walk
from tests.tui.panes.texts_alone import COLUMNS, ROWS, Texts, texts, written

LATIN = "ab cd ef gh ij kl mn op qr st"
ARABIC = "أب جد هو زح طي كل من سع فص قر شت"
#: As they are painted: lines of twenty cells, and their numbers.
ROWS_OF_ALL = ["ab cd ef gh ij kl mn ¶1", "op qr st", "", "¶2", "", "ﻦﻣ ﻞﻛ ﻲﻃ ﺡﺯ ﻮﻫ ﺪﺟ ﺏﺃ ¶3", "ﺖﺷ ﺮﻗ ﺺﻓ ﻊﺳ"]


def extended(pane: Texts, *ways: str) -> list[str]:
    """What is selected after each key."""
    found: list[str] = []
    for way in ways:
        getattr(pane, f"action_extend_{way}")()
        found.append(pane.selected)
    return found


def at(item: int, start: int, end: int | None = None) -> Place:
    return Place(item, start, start + 1 if end is None else end)


def test_the_rows_that_these_tests_count_on() -> None:
    assert texts(LATIN, "", ARABIC, "uv wx").inside()[:7] == ROWS_OF_ALL


def test_a_selection_begins_with_the_first_cluster_of_what_is_stood_on() -> None:
    pane = texts(LATIN, ARABIC, cursor=1)
    assert extended(pane, "right") == ["أ"]
    assert pane.told() == [("select", Selection(at(1, 0), at(1, 0)))]
    pane = texts(LATIN, ARABIC, "zz", cursor=None)
    assert extended(pane, "down") == ["a"]
    pane = texts("", ARABIC)
    assert extended(pane, "down") == [""], "there is none"
    pane = texts(LATIN, size=(COLUMNS, 3), cursor=None)
    pane.contents = replace(pane.contents, cursor=5)
    assert extended(pane, "down") == [""], "nor there"


def test_a_selection_begins_with_the_word_that_is_stood_on() -> None:
    pane = texts(LATIN)
    pane.stands_on = at(0, 6, 8)
    assert extended(pane, "right", "right", "left") == ["ef", "ef ", "ef"]
    pane.contents = replace(pane.contents, selection=Selection(at(0, 6, 8), at(0, 6, 8)))
    assert extended(pane, "left", "left") == [" ef", "d ef"]


@pytest.mark.parametrize(("text", "onward", "back"), [(LATIN, "right", "left"), (ARABIC, "left", "right")])
def test_a_word_is_moved_on_from_at_the_end_that_the_key_points_to(text: str, onward: str, back: str) -> None:
    word = at(0, 6, 8)
    for way, head in (
        (onward, at(0, 8)),
        (back, at(0, 5)),
        ("down", at(0, 28) if text == LATIN else None),
        ("up", at(0, 6)),
    ):
        pane = texts(text)
        pane.contents = replace(pane.contents, selection=Selection(word, word))
        getattr(pane, f"action_extend_{way}")()
        assert head is None or pane.selection == Selection(word, head), way


def test_sideways_a_selection_goes_as_the_paragraph_runs_over_the_ends_of_lines() -> None:
    for text, onward, back in ((LATIN, "right", "left"), (ARABIC, "left", "right")):
        pane = texts(text, text)
        steps = extended(pane, *[onward] * 62)
        assert steps[19:22] == [text[:20], text[:22], text[:23]], (
            "the space that no row shows with what follows"
        )
        assert steps[-1].count("|") == 1
        assert steps.index(f"{text}|{text[:1]}") == len(text) - 1, "each key takes one"
        assert extended(pane, *[onward] * 20)[-1] == f"{text}|{text}", "no further than to the end"
        assert extended(pane, *[back] * 90)[-1] == text[:1]
        assert pane.selection == Selection(at(0, 0), at(0, 0)), "nor than to the beginning"


def test_sideways_an_item_without_text_is_not_gone_into() -> None:
    pane = texts("ab", "", "cd")
    assert extended(pane, *["right"] * 4) == ["a", "ab", "ab", "ab"]


def test_up_and_down_a_selection_keeps_its_column_and_passes_over_blank_rows() -> None:
    pane = texts(LATIN, LATIN, "uv wx")
    extended(pane, *["right"] * 4)
    heads = []
    for way in ("down", "down", "down", "down", "down", "up", "up", "up", "up", "up"):
        getattr(pane, f"action_extend_{way}")()
        assert pane.selection is not None
        heads.append((pane.selection.head.item, pane.selection.head.start))
    assert heads == [
        *((0, 24), (1, 3), (1, 24), (2, 3), (2, 3)),
        *((1, 24), (1, 3), (0, 24), (0, 3), (0, 3)),
    ]


def test_what_is_selected_by_keys_comes_into_sight() -> None:
    pane = texts(*[LATIN] * 9, size=(COLUMNS, 6))
    extended(pane, *["down"] * 9)
    assert pane.selection is not None
    assert pane.selection.head.item == 4
    row = pane.rows_of_item(4).start
    assert pane.top <= row < pane.top + pane.page
    extended(pane, *["up"] * 9)
    assert pane.top == 0


def test_keys_and_mouse_do_nothing_before_there_is_anything() -> None:
    pane = Texts()
    assert extended(pane, "down", "left") == ["", ""]
    assert pane.place_at(0, 0) is None
    assert pane.bar_marks() == ()
    pane.press(3, 3)
    assert not pane.holds_mouse
    assert pane.told() == []


@pytest.mark.parametrize(
    ("row", "column", "place"),
    [
        (0, 0, at(0, 0)),
        (0, 1, at(0, 0)),
        (0, 4, at(0, 3)),
        (1, 2, at(0, 22)),
        (1, 19, at(0, 28)),
        (2, 2, at(0, 22)),  # the blank row under it
        (5, 20, at(2, 0)),
        (5, 19, at(2, 1)),
        (6, 20, at(2, 21)),
        (99, 1, at(3, 0)),
        (-5, 4, at(0, 3)),
        (3, 5, at(1, 0, 0)),
    ],
)
def test_each_cell_has_a_character_or_the_nearest(row: int, column: int, place: Place) -> None:
    assert texts(LATIN, "", ARABIC, "uv wx").place_at(row, column) == place


def test_the_mouse_selects_as_far_as_it_is_drawn() -> None:
    pane = texts(LATIN, "uv wx")
    pane.press(5, 1)
    assert pane.holds_mouse
    pane.move(5, 1)
    assert pane.told() == [], "not before it has moved on"
    pane.move(8, 1)
    assert pane.selected == "cd e"
    pane.move(2, 4)
    assert pane.selected == "cd ef gh ij kl mn op qr st|u"
    pane.move(5, 1)
    assert pane.selected == "c", "back to where it began"
    pane.release(5, 1)
    assert not pane.holds_mouse
    assert pane.selected == "c"
    pane.move(9, 1)
    assert pane.selected == "c", "it was let go"


def test_what_the_mouse_has_swept_is_no_click() -> None:
    pane = texts(LATIN, "uv wx")
    pane.press(5, 1)
    pane.move(8, 4)
    pane.told()
    from tests.tui.panes.test_pane import _click

    pane.release(8, 4)
    pane.on_click(_click(8, 4))
    assert pane.told() == []
    pane.on_click(_click(8, 4))
    assert pane.told() == [("put-cursor", 1)], "the next one is"


def test_a_click_takes_a_selection_away_and_is_stood_on() -> None:
    pane = texts(LATIN, "uv wx", selection=Selection(at(0, 3), at(0, 5)))
    pane.click(4, 4)
    assert pane.told() == [("select", None), ("put-cursor", 1)]
    pane.click(4, 4)
    assert pane.told() == [], "nothing to take away"


def test_only_the_left_button_selects_and_only_while_it_is_down() -> None:
    pane = texts(LATIN)
    pane.press(5, 1, button=3)
    pane.move(9, 1, button=3)
    assert (pane.told(), pane.holds_mouse) == ([], False)
    pane.press(5, 1)
    pane.move(9, 1, button=0)
    assert (pane.told(), pane.holds_mouse) == ([], False)
    pane.move(9, 1)
    assert pane.told() == []


def test_the_scrollbar_selects_nothing() -> None:
    pane = texts(*[LATIN] * 9)
    pane.press(COLUMNS - 2, 8)
    pane.move(COLUMNS - 2, 3)
    assert pane.selected == ""
    assert pane.top > 0


def test_at_its_edges_the_pane_scrolls_on_with_the_mouse() -> None:
    pane = texts(*[LATIN] * 9)
    pane.press(5, 5)
    for row, top in ((ROWS - 2, 0), (ROWS - 1, 1), (ROWS + 3, 2), (1, 2), (0, 1), (-2, 0), (0, 0)):
        pane.move(5, row)
        assert pane.top == top, row


def test_two_clicks_select_a_word_and_three_the_paragraph() -> None:
    pane = texts(LATIN, "uv wx")
    pane.click(5, 1, chain=2)
    assert pane.told() == [("select", Selection(at(0, 3, 5), at(0, 3, 5)))]
    pane.click(5, 4, chain=3)
    whole = Selection(at(1, 0, 5), at(1, 0, 5))
    assert pane.told() == [("select", None), ("select", whole)]
    pane.contents = replace(pane.contents, cursor=None)
    pane.click(5, 4, chain=1)
    assert pane.told() == [("select", None), ("put-cursor", 1)]


def test_three_clicks_select_all_parts_of_a_paragraph() -> None:
    pane = texts(LATIN * 1200, "uv")
    beside = pane._text.together(0)
    assert len(beside) > 1
    pane.click(5, 1, chain=3)
    last = beside[-1]
    assert pane.selection == Selection(
        Place(0, 0, len(pane._text.text(0))), Place(last, 0, len(pane._text.text(last)))
    )


def test_the_mouse_finds_its_place_without_a_frame_and_where_it_was_scrolled() -> None:
    pane = texts(*[LATIN] * 9)
    pane.framed = False
    pane.sized(COLUMNS, ROWS)
    pane.top = 3
    pane.press(1, 0)
    assert pane._pressed is not None
    assert pane._pressed.item == 1
    pane.press(1, 99)
    assert pane._pressed.item == 4, "the last row in sight"


def test_the_same_selection_is_not_told_again() -> None:
    pane = texts(LATIN)
    pane.select(None)
    assert pane.told() == []
    one = Selection(at(0, 1), at(0, 2))
    pane.select(one)
    pane.select(one)
    assert pane.told() == [("select", one)]


def test_hits_are_marked_in_the_scrollbar_at_the_line_that_they_are_in() -> None:
    briefing = written(*[LATIN] * 4, "ab cd ef gh ij kl mn xyz", *[LATIN] * 4)
    walk = Walk(briefing, None).go("look-for", "xyz")
    pane = Texts()
    pane.contents = contents(walk.reading).article
    pane.sized(COLUMNS, ROWS)
    assert pane.count_rows() == 26
    assert [*pane.bar_marks()] == [13 * 10 // 26]
    pane.contents = contents(Walk(briefing, None).reading).article
    assert [*pane.bar_marks()] == []


def test_from_an_item_without_text_the_column_is_where_its_text_would_begin() -> None:
    pane = texts("abcd", "", "efgh", selection=Selection(at(1, 0, 0), at(1, 0, 0)))
    pane.action_extend_down()
    assert pane.selection == Selection(at(1, 0, 0), at(2, 0))
