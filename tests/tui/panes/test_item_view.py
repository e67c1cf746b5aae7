"""Through a pane of items by steps, pages and to its ends, row by row: by items that are nothing but rows."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.reading.effects import Reveal
from tests.tui.panes.alone import Apart
from tests.tui.panes.samples import WIDTH, Sample, Told, items

Place = tuple[int, int | None]


def walk(pane: Sample, way: str) -> list[Place]:
    """Where the pane stands after each press of a key, until it leads no further."""
    places: list[Place] = [pane.place]
    for _ in range(100):
        getattr(pane, f"action_{way}")()
        pane.settle()
        if pane.place == places[-1]:
            return places
        places.append(pane.place)
    raise AssertionError(f"{way} goes on for ever")


def test_a_step_goes_through_an_item_that_is_taller_than_the_pane() -> None:
    pane = items(2, 2, 20, 2, 2)
    assert walk(pane, "next_item") == [
        (0, 0),
        (0, 1),
        (6, 2),
        (9, 2),
        (12, 2),
        (15, 2),
        (16, 2),
        (20, 3),
        (22, 4),
    ]
    assert walk(pane, "previous_item") == [
        (22, 4),
        (22, 3),
        (14, 2),
        (11, 2),
        (8, 2),
        (6, 2),
        (3, 1),
        (0, 0),
    ]
    assert pane.told()[:2] == [("put-cursor", 1), ("put-cursor", 2)]


def test_a_page_keeps_two_rows_and_takes_the_cursor_along() -> None:
    pane = items(2, 2, 20, 2, 2)
    assert walk(pane, "page_on") == [(0, 0), (8, 2), (16, 2), (22, 3), (22, 4)]
    assert pane.told()[-1] == ("jump-to", 4)
    assert walk(pane, "page_back") == [(22, 4), (14, 2), (6, 2), (0, 0)]


def test_the_first_and_the_last_are_jumped_to() -> None:
    pane = items(2, 2, 20, 2, 2)
    assert walk(pane, "last_item") == [(0, 0), (22, 4)]
    assert walk(pane, "first_item") == [(22, 4), (0, 0)]
    assert pane.told() == [("jump-to", 4), ("jump-to", 0)]


def test_without_a_cursor_steps_begin_at_the_end_they_come_from() -> None:
    pane = items(20, 2, 2, 20, cursor=None)
    assert walk(pane, "next_item")[:3] == [(0, None), (0, 0), (3, 0)]
    pane = items(20, 2, 2, 20, cursor=None)
    pane.top = 99
    assert walk(pane, "previous_item")[:3] == [(37, None), (29, 3), (27, 3)]


def test_items_on_which_nobody_can_stand_are_passed_over() -> None:
    pane = items(*[2] * 7, unselectable=frozenset((0, 3, 6)), cursor=None)
    assert walk(pane, "next_item") == [(0, None), (0, 1), (0, 2), (5, 4), (8, 5)]
    assert walk(pane, "previous_item") == [(8, 5), (8, 4), (6, 2), (3, 1), (0, 1)]
    assert walk(pane, "page_on") == [(0, 1), (8, 4), (10, 4), (10, 5)]
    assert walk(pane, "page_back") == [(10, 5), (2, 1), (0, 1)]
    pane.top = 0
    pane.put_cursor(2)
    assert walk(pane, "last_item")[-1] == (10, 5)
    assert walk(pane, "first_item")[-1] == (0, 1)


def test_where_nothing_can_be_stood_on_steps_and_ends_scroll_alone() -> None:
    pane = items(*[2] * 7, unselectable=frozenset(range(7)), cursor=None)
    assert walk(pane, "last_item") == [(0, None), (10, None)]
    assert walk(pane, "next_item") == [(10, None)]
    assert walk(pane, "previous_item") == [(10, None), (0, None)]
    assert walk(pane, "page_on") == [(0, None), (8, None), (10, None)]
    assert pane.told() == []


def test_a_step_goes_back_up_to_what_was_scrolled_away_from_row_by_row() -> None:
    pane = items(2, 2, 20, 2, 2)
    pane.put_cursor(2)
    for top, after in ((16, 13), (7, 6), (6, 3)):
        pane.put_cursor(2)
        pane.top = top
        pane.action_previous_item()
        assert pane.top == after


def test_a_step_leads_through_the_rows_before_the_cursor_if_they_are_few() -> None:
    for cursor, top in ((15, 8), (16, 8), (17, 44), (20, 53)):
        pane = items(*[2] * 60, cursor=cursor)
        pane.top = 0
        pane.action_next_item()
        assert pane.place == (top, cursor), cursor
    pane = items(*[2] * 60, cursor=17)
    pane.top = 1
    pane.action_next_item()
    assert pane.place == (9, 17), "four pages are few"
    pane = items(*[2] * 60, cursor=4)
    pane.top = 0
    pane.action_next_item()
    assert pane.place == (5, 4), "no further than to where it is in sight"


def test_a_step_from_far_behind_the_cursor_keeps_some_of_what_was_in_sight() -> None:
    pane = items(*[2] * 60, cursor=3)
    pane.top = 100
    pane.action_next_item()
    assert pane.place == (92, 4)
    pane.action_previous_item()
    assert pane.place == (84, 3)


def test_keys_do_nothing_before_there_is_anything() -> None:
    pane = Sample()
    for way in ("next_item", "previous_item", "page_on", "page_back", "first_item", "last_item"):
        getattr(pane, f"action_{way}")()
    assert (pane.told(), pane.top, pane.count) == ([], 0, 0)
    assert pane.held_item is None


@pytest.mark.parametrize(
    ("top", "item", "row", "stays", "after"),
    [
        (0, 1, 0, False, 0),  # all of it is in sight
        (0, 3, 0, False, 2),  # its last row comes to the edge
        (0, 4, 0, False, 12),  # a tall one: its first row
        (0, 4, 12, False, 21),  # a row of it, a third of the page below the edge
        (0, 4, 2, False, 12),
        (20, 1, 0, False, 3),
        (20, 1, 1, False, 3),
        (30, 4, 7, False, 16),
        (0, 3, 0, True, 0),  # its first row is in sight, which is enough
        (0, 3, 1, True, 2),
        (10, 3, 0, True, 9),
        (9, 3, 0, True, 9),
        (0, 5, 1, False, 25),
        (24, 4, 12, False, 24),
    ],
)
def test_what_is_to_be_seen_comes_into_sight(top: int, item: int, row: int, stays: bool, after: int) -> None:
    pane = items(2, 2, 2, 2, 20, 2)
    pane.top = top
    pane.show_item(item, row, stays=stays)
    assert pane.top == after
    pane.top = top
    pane.reveal(Reveal("article", item, row, stays=stays))
    assert pane.top == after


def test_of_an_item_it_is_the_first_row_that_comes_into_sight() -> None:
    pane = items(*[2] * 9)
    pane.top = 4
    pane.show_item(1)
    assert pane.top == 3


def test_what_is_not_there_is_not_shown() -> None:
    pane = items(2, 2, 20)
    pane.reveal(Reveal("article", 3))
    assert pane.top == 0


def test_what_was_asked_for_before_there_is_a_size_is_shown_then() -> None:
    pane = Sample()
    pane.contents = Told((WIDTH * 2,) * 9)
    pane.reveal(Reveal("article", 8))
    pane.sized(WIDTH + 3, 12)
    assert pane.top == 16
    pane.top = 0
    pane.sized(WIDTH + 4, 12)
    assert pane.top == 0, "once"


def test_the_end_that_is_not_known_yet_is_gone_to_once_it_is() -> None:
    for key, is_left in ((None, False), ("next_item", True), ("page_on", True), ("first_item", True)):
        pane = items(*[2] * 9, is_whole=False)
        pane.action_last_item()
        assert pane.place == (0, 0)
        assert pane.waits_for_end
        if key:
            getattr(pane, f"action_{key}")()
        place = pane.place
        pane.contents = replace(pane.contents, cells=(WIDTH * 2,) * 20, is_whole=True)
        assert pane.place == (place if is_left else (pane.count_rows() - pane.page, 19))
        pane.contents = replace(pane.contents, cells=(WIDTH * 2,) * 20, cursor=3)
        pane.action_first_item()
        assert pane.place == (0, 0), "and no more is waited for"
        assert not pane.waits_for_end


def test_the_end_that_becomes_known_is_the_last_that_can_be_stood_on() -> None:
    pane = items(*[2] * 9, is_whole=False, unselectable=frozenset((8,)))
    pane.action_last_item()
    pane.contents = replace(pane.contents, is_whole=True)
    assert pane.place == (16, 7)


def test_an_item_is_stood_on_by_a_click_on_one_of_its_rows() -> None:
    pane = items(2, 2, 2, unselectable=frozenset((1,)))
    for row, told in (
        (7, [("put-cursor", 2)]),
        (4, []),
        (9, []),
        (1, [("put-cursor", 0)]),
        (2, []),
        (8, [("put-cursor", 2)]),
    ):
        pane.click(5, row)
        assert pane.told() == told, row


def test_the_item_at_hand_holds_its_row() -> None:
    pane = items(2, 2, 20, 2, 2)
    for cursor, top, held in (
        (0, 0, (0, 0)),
        (1, 0, (1, -3)),
        (0, 2, (0, 2)),
        (0, 3, (1, 0)),  # out of sight: the one on top
        (3, 17, (2, 11)),
        (3, 18, (3, -9)),
        (None, 7, (2, 1)),
    ):
        pane.contents = replace(pane.contents, cursor=cursor)
        pane.top = top
        assert pane.held_item == held, (cursor, top)
    for index, rows, top in ((3, -9, 18), (2, 4, 10), (1, 2, 5), (1, 9, 5), (0, 0, 0), (9, 3, 0)):
        pane.hold_at(index, rows)
        assert pane.top == top, (index, rows)


def test_whoever_wants_to_know_is_told_that_it_scrolled() -> None:
    pane, seen = items(*[2] * 9), list[int]()
    pane.top = 1
    pane.moved = lambda moved: seen.append(moved.top)
    pane.top = 2
    pane.top = 2
    pane.top = 99
    assert seen == [2, 16]
    assert pane.inside()[-1] == "8.1"


def test_a_cursor_that_is_no_longer_there_holds_nothing() -> None:
    pane = items(2, 2, cursor=2)
    assert pane.held_item == (0, 0)


def test_a_step_back_to_far_below_keeps_some_of_what_was_in_sight() -> None:
    pane = items(*[2] * 60, cursor=30)
    pane.top = 0
    pane.action_previous_item()
    assert pane.place == (8, 29)


class SampleApart(Apart, Sample):
    """Those that stand apart."""


def test_a_click_between_items_that_stand_apart_is_on_none() -> None:
    pane = SampleApart()
    pane.contents = Told((WIDTH * 2,) * 3)
    pane.sized(WIDTH + 3, 32)
    assert [pane.rows_of_item(at) for at in range(2)] == [range(3), range(10, 13)]
    for row, told in ((11, [("put-cursor", 1)]), (6, []), (19, []), (21, [("put-cursor", 2)]), (20, [])):
        pane.click(5, row)
        assert pane.told() == told, row
