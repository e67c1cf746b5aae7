"""Rows of a start, a fill and an end, placed from left to right or mirrored."""

import pytest
from rich.segment import Segment

from briefing.tui.panes.row import Row, placed, reflected, reflected_text


def segments(*texts: str) -> tuple[Segment, ...]:
    return tuple(Segment(text) for text in texts)


def text(row: Row, width: int, *, mirrored: bool = False) -> str:
    return "".join(segment.text for segment in placed(row, width, mirrored=mirrored))


ROW = Row(segments("│", "▌ "), segments("words"), segments("¶1", " ", "│"))


def test_a_row_fills_its_width() -> None:
    assert text(ROW, 16) == "│▌ words    ¶1 │"


def test_a_mirrored_row_begins_at_the_right() -> None:
    assert text(ROW, 16, mirrored=True) == "│ ¶1    words ▐│"


@pytest.mark.parametrize(
    ("base", "mirrored", "expected"),
    [
        ("L", False, "<ab  >"),
        ("R", False, "<  ab>"),
        (None, False, "<ab  >"),
        (None, True, ">  ab<"),
        ("L", True, ">ab  <"),
    ],
)
def test_the_fill_is_flush_with_the_side_it_begins_at(base: str, mirrored: bool, expected: str) -> None:
    row = Row(segments("<"), segments("ab"), segments(">"), base)  # type: ignore[arg-type]
    assert text(row, 6, mirrored=mirrored) == expected


def test_what_has_no_room_is_cut_off() -> None:
    assert text(ROW, 6) == "│▌ wor"
    assert text(ROW, 0) == ""


def test_blank_cells_have_the_blank_style() -> None:
    from rich.style import Style

    style = Style(bold=True)
    assert placed(Row(blank=style), 3, mirrored=False) == [Segment("   ", style)]


def test_drawings_are_reflected_and_words_are_not() -> None:
    assert reflected_text("╭─ ") == " ─╮"
    assert reflected_text("├──◆┤") == "├◆──┤"
    assert reflected_text("▸▸") == "◂◂"
    assert reflected_text("¶12") == "¶12"
    assert reflected_text("وقال") == "وقال"
    assert [segment.text for segment in reflected(segments("a", "│", "▌"))] == ["▐", "│", "a"]


def test_reflecting_twice_changes_nothing() -> None:
    for drawn in ("╭─╮", "▌ ", "╱╱", "◂━▸", "╰──╯", "«»"):
        assert reflected_text(reflected_text(drawn)) == drawn
