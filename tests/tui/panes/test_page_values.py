"""What the rows of a page show: as many as the page has, whatever is behind the last item."""

from __future__ import annotations

import pytest

from briefing.tui.panes.heights import Heights
from briefing.tui.panes.page_values import page_values_of
from tests.tui.panes.samples import Items, Told


class Counting(Heights):
    """Heights that know how often they were asked for a row."""

    asked = 0

    def top(self, item: int) -> int:
        self.asked += 1
        return super().top(item)


def laid(*lines: int) -> tuple[Items, Counting]:
    sheet = Items(Told(tuple(10 * one for one in lines)), 10)
    heights = Counting(len(lines), 1)
    for item in range(len(lines)):
        heights.set(item, sheet.height(item))
    return sheet, heights


@pytest.mark.parametrize(
    ("top", "page", "values"),
    [
        (0, 4, [(0, 0), (0, 1), None, (1, 0)]),
        (1, 5, [(0, 1), None, (1, 0), None, None]),
        (3, 1, [(1, 0)]),
        (4, 3, [None, None, None]),
        (9, 2, [None, None]),
        (0, 0, []),
    ],
)
def test_there_is_a_value_for_each_row(top: int, page: int, values: list[object]) -> None:
    assert page_values_of(*laid(2, 1), top, page) == values


def test_of_no_items_no_row_shows_anything() -> None:
    assert page_values_of(*laid(), 0, 2) == [None, None]


def test_nothing_is_asked_of_what_is_behind_the_page() -> None:
    sheet, heights = laid(*[1] * 100)
    page_values_of(sheet, heights, 10, 10)
    assert heights.asked <= 2 * 10
