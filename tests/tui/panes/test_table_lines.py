"""A row of a table in columns, or its cells under one another where one is wider than its column."""

from __future__ import annotations

import pytest

from briefing.arabic import AS_WRITTEN, Line
from briefing.reading.forms import GAP, Form
from briefing.tui.panes.table_lines import in_columns, row_lines

TEXT = "كلمة\tثانية"


def texts(line: Line) -> str:
    return "".join(cell.text for cell in line.cells)


def widths(text: str, columns: tuple[int, ...], width: int = 40) -> list[int]:
    return [line.width for line in row_lines(text, Form("row", columns=columns), width, AS_WRITTEN)]


def test_cells_stand_in_their_columns_with_a_gap_between() -> None:
    (left,) = row_lines("one\ttwo", Form("row", columns=(8, 9)), 40, AS_WRITTEN)
    assert texts(left) == "one" + " " * (8 - 3 + GAP) + "two"
    assert [cell.start for cell in left.cells] == [0, 1, 2, 3, 4, 5, 6]
    (right,) = row_lines(TEXT, Form("row", columns=(8, 9), base="R"), 40, AS_WRITTEN)
    assert (right.start, right.end) == (0, len(TEXT))
    assert right.width == 8 + GAP + len("ثانية")
    assert [cell.start for cell in right.cells] == [9, 8, 7, 6, 5, 4, 3, 2, 1, 0], "the first at the right"


@pytest.mark.parametrize("columns", [(3, 9), (8, 4), (8,), ()])
def test_where_a_cell_is_wider_than_its_column_they_stand_under_one_another(columns: tuple[int, ...]) -> None:
    assert widths(TEXT, columns) == [len("كلمة"), len("ثانية")]


def test_a_cell_of_some_words_is_not_cut_at_the_end_of_its_column() -> None:
    assert widths("كلمة أخرى\tثانية", (6, 9)) == [len("كلمة أخرى"), len("ثانية")]


def test_columns_need_all_of_their_room() -> None:
    form = Form("row", columns=(8, 9))
    assert in_columns(form, 17 + GAP)
    assert not in_columns(form, 16 + GAP)
    assert not in_columns(Form("row"), 40)
