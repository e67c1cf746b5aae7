"""What a pane of texts shows when its size changes, and what it is asked to bring into sight."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.reading import contents
from briefing.reading.effects import Reveal
from briefing.reading.selection import Place
from tests.reading.conftest import Walk
from tests.tui.panes.alone import Apart
from tests.tui.panes.texts_alone import COLUMNS, ROWS, Texts, texts, written

LATIN = "ab cd ef gh ij kl mn op qr st"


def at(item: int, start: int) -> Place:
    return Place(item, start, start + 1)


def test_another_width_keeps_the_line_at_the_edge_and_the_cursor_in_sight() -> None:
    pane = texts(*[LATIN] * 9, cursor=8)
    pane.top = 4
    pane.sized(COLUMNS + 20, ROWS)
    assert pane.inside()[0] == f"{LATIN}{' ' * 12}¶2", "the part of the text that was there"
    pane.top = 0
    pane.sized(COLUMNS, ROWS)
    assert pane.top == 0, "what was out of sight stays there"
    pane.contents = replace(pane.contents, cursor=2)
    pane.sized(COLUMNS, 6)
    assert pane.top == 5, "it was in sight"
    pane.contents = replace(pane.contents, cursor=None)
    pane.sized(COLUMNS, 5)
    assert pane.top == 5


def test_of_several_sizes_in_a_row_the_first_says_what_was_in_sight() -> None:
    from textual.geometry import Size

    pane = texts(*[LATIN] * 9, cursor=3)
    for rows in (4, 5, 6):
        pane.own = Size(COLUMNS, rows)
        pane._take_size(pane.own)
    pane.settle()
    assert pane.top == 8
    pane.top = 0
    pane.sized(COLUMNS, 5)
    assert pane.top == 0


def test_a_blank_row_under_it_is_no_sight_of_the_cursor() -> None:
    for top, cursor, after in ((2, 0, 2), (1, 0, 1), (3, 0, 3), (0, 0, 0)):
        pane = texts(*[LATIN] * 9, cursor=cursor)
        pane.top = top
        pane.sized(COLUMNS, 5)
        assert pane.top == after, top


def test_the_line_of_the_word_that_is_stood_on_stays_in_sight() -> None:
    for start, top, after in ((0, 0, 2), (24, 0, 3), (24, 2, 2), (0, 2, 2), (45, 0, 4), (45, 2, 4)):
        pane = texts("zz", LATIN * 2, *[LATIN] * 5, cursor=1, size=(COLUMNS, 5 if top else 7))
        pane.stands_on = at(1, start)
        pane.top = top
        pane.sized(COLUMNS, 4)
        assert pane.top == after, (start, top)


def test_what_is_stood_on_can_be_brought_back() -> None:
    pane = texts(*[LATIN] * 9, cursor=0)
    for top, after in ((3, 0), (2, 0), (1, 1)):
        pane.top = top
        pane.bring_back()
        assert pane.top == after, top
    pane.contents = replace(pane.contents, cursor=None)
    pane.top = 5
    pane.bring_back()
    assert pane.top == 5


def test_a_place_is_brought_to_the_upper_edge() -> None:
    pane = texts(*[LATIN] * 9)
    for item, start, top in ((2, 0, 6), (2, 21, 7), (8, 0, 16), (9, 0, 0), (-1, 0, 0)):
        pane.reveal(Reveal("article", item, start, at_edge=True))
        assert pane.top == top, (item, start)
    pane.reveal(Reveal("article", 8, 21))
    assert pane.top == 16
    pane.reveal(Reveal("article", 0, 21))
    assert pane.top == 0


def test_the_first_frame_shows_the_place_that_was_asked_for() -> None:
    for effect, top in (
        (Reveal("article", 4, 21, at_edge=True), 13),
        (Reveal("article", 4, 21), 5),
        (Reveal("article", 9, 0, at_edge=True), 0),
    ):
        pane = Texts()
        pane.contents = contents(Walk(written(*[LATIN] * 9), None).reading).article
        pane.reveal(effect)
        pane.sized(COLUMNS, ROWS)
        assert pane.top == top
        pane.top = 0
        pane.sized(COLUMNS + 1, ROWS)
        assert pane.top == 0, "once"


def test_contents_of_another_view_are_other_items() -> None:
    briefing = written(LATIN, LATIN)
    one, other = (contents(Walk(briefing, None).reading).article for _ in range(2))
    pane = texts(LATIN)
    assert pane.has_same_items(one, replace(one, cursor=1))
    assert not pane.has_same_items(one, other)


def test_a_blank_row_at_the_edge_stands_for_the_item_under_it() -> None:
    for top, number in ((2, 2), (5, 3), (6, 3), (7, 3)):
        pane = texts(*[LATIN] * 9)
        pane.top = top
        pane.sized(COLUMNS + 20, 6)
        assert pane.inside()[0].endswith(f"¶{number}"), top


def test_a_cursor_that_is_no_longer_there_is_not_in_sight() -> None:
    pane = texts(*[LATIN] * 9, cursor=9)
    pane.top = 5
    pane.sized(COLUMNS, 5)
    assert pane.top == 5


@pytest.mark.parametrize(("top", "after"), [(3, 3), (2, 3), (1, 1), (4, 4)])
def test_the_line_of_the_word_is_in_sight_on_each_of_the_rows(top: int, after: int) -> None:
    pane = texts("zz", LATIN * 2, *[LATIN] * 5, cursor=1, size=(COLUMNS, 4))
    pane.stands_on = at(1, 24)
    pane.top = top
    pane.sized(COLUMNS, 3)
    assert pane.top == after


def test_a_size_that_is_told_again_brings_nothing_back_later() -> None:
    pane = texts(*[LATIN] * 9)
    pane.sized(COLUMNS, ROWS)
    pane.top = 9
    pane.sized(COLUMNS, ROWS - 2)
    assert pane.top == 9, "the cursor was out of sight by then"


class TextsApart(Apart, Texts):
    """Those that stand apart."""


def test_the_rows_under_the_last_of_items_that_stand_apart_stand_for_it() -> None:
    pane = TextsApart()
    pane.contents = contents(Walk(written(*[LATIN] * 3), None).reading).article
    pane.sized(COLUMNS, 5)
    pane.top = 25
    pane.sized(COLUMNS + 20, 5)
    assert pane.top == 20
