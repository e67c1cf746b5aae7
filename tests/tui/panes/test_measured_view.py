"""A pane that measures what is in sight, and the rest bit by bit: where its rows stand meanwhile."""

from __future__ import annotations

from itertools import count

import pytest
from msgspec.structs import replace
from textual.geometry import Size

from briefing.reading.titles import Titles
from briefing.tui.panes.heights import Heights
from tests.tui.panes.samples import PAGE, WIDTH, Sample, Told, items

LINES = (2, 5, 1, 30, 2, 1, 9, 4, 4, 4, 4, 4, 4, 4, 4, 4)


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that goes on by a thousandth of a second each time somebody looks."""
    ticks = count()
    monkeypatch.setattr("briefing.tui.panes.measured_view.monotonic", lambda: next(ticks) / 1000)


def unmeasured(*lines: int, top: int = 0, page: int = PAGE) -> Sample:
    """A pane of which no more is measured than what is in sight."""
    pane = items(*lines, page=page, is_measured_whole=False)
    pane.top = top
    return pane


def tops(lines: tuple[int, ...]) -> list[int]:
    """The rows at which items begin, if all of them are measured."""
    return [sum(lines[:at]) + at for at in range(len(lines))]


def test_the_page_in_sight_is_measured_and_the_rest_guessed_by_it() -> None:
    pane = unmeasured(2, 5, 1, 30, 2)
    assert pane.sheet.asked == [0, 1, 2], "no more than a page"
    assert pane.count_rows() == 3 + 6 + 2 + 4 * 2
    assert not pane.is_measured
    assert pane.inside() == ["0.0", "0.1", "", "1.0", "1.1", "1.2", "1.3", "1.4", "", "2.0"]


def test_a_page_that_is_just_full_is_followed_by_one_more() -> None:
    pane = unmeasured(2, 6, 1, 1)
    assert pane.sheet.asked == [0, 1, 2]


def test_the_rest_is_measured_in_time() -> None:
    pane = Sample()
    pane.contents = Told(tuple(WIDTH * one for one in LINES))
    told: list[int] = []
    pane.remeasured = told.append
    pane.sized(WIDTH + 3, PAGE + 2)
    assert pane.is_measured
    assert pane.count_rows() == sum(LINES) + len(LINES) - 1
    assert [pane.rows_of_item(at).start for at in range(len(LINES))] == tops(LINES)
    assert len(pane.rows_of_item(3)) == 31
    assert sorted(pane.sheet.asked) == [*range(len(LINES))], "each once"
    assert told == [0] * len(told)
    assert len(told) >= 3, "not all at once"


def test_the_first_frame_waits_for_nothing_out_of_sight() -> None:
    pane = Sample()
    pane.contents = Told((WIDTH * 2,) * 40)
    pane.own = pane.window
    pane._take_size(pane.own)
    seen = pane.sheet.asked[:]
    assert len(seen) < 20
    pane.later.pop(0)()
    assert len(pane.sheet.asked) == len(seen) + 7, "as many as there is time for"
    pane.settle()
    assert pane.is_measured


def test_the_scrollbar_hears_of_the_whole_once_it_is_known() -> None:
    pane = Sample()
    pane.contents = Told(tuple(WIDTH * one for one in (*[1] * 6, *[40] * 10)))
    pane.own = Size(WIDTH + 3, PAGE + 2)
    pane._take_size(pane.own)
    thumb = sum(row[-2][1] == "thumb" for row in pane.looked()[1:-1])
    pane.repainted.clear()
    pane.settle()
    assert pane.repainted
    assert sum(row[-2][1] == "thumb" for row in pane.looked()[1:-1]) < thumb


def test_the_scrollbar_hears_of_what_is_measured_where_nothing_scrolls() -> None:
    pane = unmeasured(*[1] * 6, *[40] * 10)
    pane.looked()
    pane.show_item(4, stays=True)
    pane.settle()
    shown = pane.looked()
    assert pane.top == 0
    assert pane.count_rows() > 60
    pane._shown = None
    assert shown == pane.looked(), "as it is painted anew"


def test_what_is_in_sight_stays_while_what_is_above_is_measured() -> None:
    pane = unmeasured(*LINES)
    pane.top = 20
    told = list[int]()
    pane.contents = replace(pane.contents, cursor=None)
    held = pane.held_item
    pane.remeasured = told.append
    before = pane.top
    for index in range(len(LINES)):
        pane._measure_around(index)
    assert pane.held_item == held
    assert sum(told) == pane.top - before
    assert pane.is_measured


def test_what_is_scrolled_to_is_measured_first() -> None:
    for top in (*range(0, 60, 7), 999):
        pane = unmeasured(*LINES)
        pane.top = top
        index, inside = pane.item_at(pane.top)
        texts = [
            f"{at}.{row}" if row < LINES[at] else ""
            for at in range(index, len(LINES))
            for row in range(LINES[at] + (at + 1 < len(LINES)))
        ]
        assert pane.inside() == texts[inside : inside + PAGE], top
        assert pane.top <= pane.count_rows() - PAGE
    assert pane.inside()[-1] == "15.3", "at the end"


def test_who_scrolls_into_the_unmeasured_is_shown_what_it_is_and_told() -> None:
    pane, told = unmeasured(*LINES), list[int]()
    pane.remeasured = told.append
    pane.later.clear()
    pane.top = 30
    assert pane.later
    pane.settle()
    assert told == [0]
    pane.top = +pane.top
    assert not pane.later, "all is known by now"


def test_steps_up_from_where_one_scrolled_to_count_exact_rows() -> None:
    pane = unmeasured(*LINES)
    pane.top = 999
    first = pane.item_at(pane.top)[0]
    measured = [pane._heights.is_measured(at) for at in range(len(LINES))]
    above = next(at for at in range(len(LINES)) if all(measured[at:]))
    assert above < first
    assert pane.top - pane.rows_of_item(above).start >= PAGE


def test_items_around_one_are_measured_a_page_far() -> None:
    pane = unmeasured(*[3] * 5, *[2] * 40)
    pane._measure_around(20)
    known = [at for at in range(45) if pane._heights.is_measured(at)]
    rows = pane.rows_of_item(20).start
    assert known == [0, 1, 2, *range(16, 24)], "no further"
    assert pane.rows_of_item(23).stop - rows >= PAGE


def test_what_is_held_far_off_is_measured_before_it_is_scrolled_to() -> None:
    for rows in (-4, 0, 3):
        pane = unmeasured(*LINES)
        pane.hold_at(6, rows)
        assert pane.item_at(pane.top - rows) == (6, 0)
        assert pane.inside()[max(0, -rows)] == f"6.{max(0, rows)}"
        stood = pane.inside()
        pane.settle()
        assert pane.inside() == stood, "what is measured after it moves nothing"


def test_another_width_keeps_what_was_at_the_edge() -> None:
    pane = items(2, 5, 1, 30, 2, 1, 9)
    for top, first in ((4, "1.1"), (0, "0.0"), (12, "3.1")):
        pane.sized(WIDTH + 3, PAGE + 2)
        pane.top = top
        assert pane.inside()[0] == first
        pane.sized(WIDTH // 2 + 3, PAGE + 2)
        assert pane.inside()[0] == first
        pane.sized(WIDTH + 3, PAGE + 2)
        assert pane.inside()[0] == first
    pane.top = 12
    rows = pane.sheet
    pane.sized(WIDTH + 3, PAGE + 5)
    assert pane.sheet is rows, "of the same width, nothing is laid out anew"
    assert pane.top == 12


def test_other_margins_are_another_width() -> None:
    pane = items(2, 5, 1, 30, 2, 1, 9)
    pane.top = 12
    pane.contents = replace(pane.contents, margin=WIDTH // 2)
    assert pane.inside()[0] == "3.1"
    assert pane.count_rows() == 2 * 50 + 6


def test_other_items_are_seen_from_their_beginning_and_the_same_ones_where_they_were() -> None:
    pane = items(2, 5, 1, 30, 2)
    pane.top = 12
    pane.contents = replace(pane.contents, cursor=2)
    assert (pane.top, pane.cursor) == (12, 2)
    pane.contents = replace(pane.contents, of="another", cells=(WIDTH,) * 40)
    assert pane.top == 0
    pane.settle()
    assert pane.count_rows() == 79


def test_what_was_measured_of_a_view_is_known_when_it_comes_again() -> None:
    pane = items(2, 5, 1, 30, 2)
    first = pane.contents
    pane.contents = Told((WIDTH,) * 3, of="another")
    pane.settle()
    pane.contents = first
    assert pane.is_measured
    assert pane.count_rows() == 44
    assert not pane.sheet.asked
    assert not pane.later
    pane.sized(WIDTH // 2 + 3, PAGE + 2)
    pane.contents = Told((WIDTH,) * 3, of="another")
    assert pane.sheet.asked, "in another width"


def test_more_items_of_the_same_view_leave_the_rest_as_it_is() -> None:
    pane = unmeasured(2, 5, 4)
    pane.top = 1
    pane.contents = replace(pane.contents, cells=(*pane.contents.cells, *(WIDTH * 4,) * 9))
    assert pane.top == 1
    assert pane.count == 12
    assert not pane.is_measured, "as it was before they came"
    pane.top = 999
    assert pane.inside()[-1] == "11.3"
    before = pane.count_rows()
    pane.contents = replace(pane.contents, cursor=1)
    assert pane.count_rows() == before


def test_of_a_very_long_text_what_is_far_is_only_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    for kept, far in ((10, True), (16, False)):
        monkeypatch.setattr("briefing.tui.panes.measured_view.KEPT", kept)
        pane = items(*LINES)
        assert bool(pane.sheet.asked_far) is far
        assert pane.is_measured
        assert pane.count_rows() == sum(LINES) + len(LINES) - 1


def test_nothing_is_laid_out_without_contents_or_room() -> None:
    pane = Sample()
    pane.sized(WIDTH + 3, PAGE + 2)
    assert (pane.count, pane.cursor, pane.count_rows()) == (0, None, 0)
    assert pane.inside() == [""] * PAGE
    pane.contents = Told((WIDTH,))
    assert pane.count == 1
    pane.contents = None
    assert pane.count == 1, "what is gone is not laid out anew"
    narrow = Sample()
    narrow.contents = Told((WIDTH,))
    narrow.sized(3, 12)
    assert narrow.count == 0
    assert narrow.row_value(0) is None


def test_rows_of_other_contents_are_painted_ahead() -> None:
    pane = items(2, 5)
    pane.rows()
    other = replace(pane.contents, of="another", cells=(WIDTH * 3, WIDTH * 40))
    pane.paint_ahead(other)
    before = dict(pane._kept)
    pane.contents = other
    pane.settle()
    assert pane.inside()[:6] == ["0.0", "0.1", "0.2", "", "1.0", "1.1"]
    assert pane._kept == before, "every row of it was kept, the scrollbar's cells too"
    pane.own = Size(WIDTH + 4, PAGE + 2)
    pane.paint_ahead(replace(other, titles=Titles("Other", "")))
    assert pane._kept == before, "a size that is about to change is not painted for"


def test_contents_that_come_after_the_size_do_not_hold_up_the_frame_either() -> None:
    pane = Sample()
    pane.sized(WIDTH + 3, PAGE + 2)
    pane.contents = Told((WIDTH * 2,) * 40)
    assert pane.sheet.asked == [0, 1, 2, 3]
    pane.settle()
    pane.contents = Told((WIDTH * 2,) * 40, of="another")
    assert len(pane.sheet.asked) == 4 + 7, "those of another view are measured on at once"


def test_who_has_scrolled_far_stays_there_while_the_rest_is_measured() -> None:
    pane = Sample()
    pane.contents = Told((*(WIDTH,) * 6, *(WIDTH * 5,) * 20, *(WIDTH,) * 40))
    pane.own = Size(WIDTH + 3, PAGE + 2)
    pane._take_size(pane.own)
    pane.top = 60
    seen, before = pane.inside(), pane.top
    told: list[int] = []
    pane.remeasured = told.append
    pane.settle()
    assert pane.is_measured
    assert pane.inside() == seen
    assert pane.top - before == sum(told) > 0


class Lying(Sample):
    """A pane that shows its items in one row."""

    def count_rows(self) -> int:
        return 1


def test_a_pane_that_shows_its_items_in_one_row_does_not_scroll() -> None:
    pane = Lying()
    pane.contents = Told(tuple(WIDTH * one for one in LINES), is_measured_whole=False)
    pane.sized(WIDTH + 3, PAGE + 2)
    pane.top = 5
    assert pane.top == 0


def test_what_was_being_measured_is_left_once_there_are_other_items() -> None:
    told: list[int] = []
    pane = items(1, 1, 1)
    pane.remeasured = told.append
    for other in (Heights(3), Heights(1000)):
        pane._measure_some(other, 0)
    empty = Sample()
    empty.remeasured = told.append
    empty._measure_some(empty._own_heights, 0)
    assert told == []
    assert not pane.later
    assert not empty.later
