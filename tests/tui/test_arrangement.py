"""Which panes a window has room for, and where: from its size, what is read and how."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from textual.screen import Screen
from textual.widget import Widget

from briefing.document import Section
from briefing.reading.views import Outline
from briefing.tui.arrangement import Arrangement, arrangement, shows_one_pane
from briefing.tui.arranging import arrange
from tests.reading.conftest import bare, small

ALL = Outline(small())
TEXT_ONLY = Outline(bare())
#: Without sections and events, but with something said of it.
NO_SECTIONS = Outline(replace(bare(), sections=(), bottom_line="A line."))
EVENTS = Outline(replace(bare(), events=small().events))
SECTIONS = Outline(replace(bare(), sections=(Section("a", "", "", (1, 2)), Section("b", "", "", (3, 4)))))


def arranged(columns: int, rows: int = 36, *, focus: str = "article", **others: Any) -> Arrangement:
    others = {"timeline_rows": None, "outline": ALL} | others
    return arrangement(columns, rows, focus, **others)


def test_these_outlines_are_what_they_are_meant_to_be() -> None:
    outlines = (ALL, TEXT_ONLY, NO_SECTIONS, EVENTS, SECTIONS)
    assert [(one.has_choice, one.has_summary, one.has_events) for one in outlines] == [
        (True, True, True),
        (False, False, False),
        (False, True, False),
        (False, False, True),
        (True, False, False),
    ]


def test_all_of_it_where_there_is_room() -> None:
    assert arranged(120) == Arrangement(
        columns=("24", "11fr", "9fr"),
        rows="1fr 9",
        spans={"sidebar": 1, "article": 1, "summary": 1, "timeline": 3},
        shown=frozenset(("title", "sidebar", "article", "summary", "timeline", "keys")),
        is_too_small=False,
        is_horizontal=False,
        has_one_text=False,
        is_alone=False,
    )
    assert [*arranged(120).spans] == ["sidebar", "article", "summary", "timeline"], "in reading order"


@pytest.mark.parametrize(
    ("columns", "grid", "spans", "is_horizontal"),
    [
        (63, ("1fr",), {"sidebar": 1, "article": 1, "timeline": 1}, True),
        (64, ("1fr", "1fr"), {"sidebar": 2, "article": 1, "summary": 1, "timeline": 2}, True),
        (99, ("1fr", "1fr"), {"sidebar": 2, "article": 1, "summary": 1, "timeline": 2}, True),
        (
            100,
            ("24", "11fr", "9fr"),
            {"sidebar": 1, "article": 1, "summary": 1, "timeline": 3},
            False,
        ),
        (
            169,
            ("24", "11fr", "9fr"),
            {"sidebar": 1, "article": 1, "summary": 1, "timeline": 3},
            False,
        ),
        (170, ("24", "90", "1fr"), {"sidebar": 1, "article": 1, "summary": 1, "timeline": 3}, False),
    ],
)
def test_wider_windows_have_more_beside_one_another(
    columns: int, grid: tuple[str, ...], spans: dict[str, int], is_horizontal: bool
) -> None:
    found = arranged(columns)
    assert (found.columns, found.spans, found.is_horizontal) == (grid, spans, is_horizontal)
    assert found.rows.startswith("1 1fr ") is is_horizontal
    assert found.has_one_text is shows_one_pane(columns) is (columns < 64)
    assert not found.is_alone
    assert arranged(columns, mirrored=True).columns == grid[::-1]


@pytest.mark.parametrize(
    ("columns", "rows", "is_too_small"), [(40, 12, False), (39, 12, True), (40, 11, True)]
)
def test_the_smallest_window(columns: int, rows: int, is_too_small: bool) -> None:
    assert arranged(columns, rows).is_too_small is is_too_small


@pytest.mark.parametrize(
    ("outline", "panes", "columns"),
    [
        (TEXT_ONLY, {"article"}, ("1fr",)),
        (NO_SECTIONS, {"article", "summary"}, ("11fr", "9fr")),
        (EVENTS, {"article", "timeline"}, ("1fr",)),
        (SECTIONS, {"article", "sidebar"}, ("24", "1fr")),
    ],
)
def test_there_are_panes_only_for_what_there_is(
    outline: Outline, panes: set[str], columns: tuple[str, ...]
) -> None:
    for focus in ("article", "summary", "timeline"):
        found = arranged(120, outline=outline, focus=focus)
        assert {*found.spans} == panes
        assert found.columns == columns
    assert not arranged(80, outline=NO_SECTIONS).rows.startswith("1 ")
    assert {*arranged(50, outline=TEXT_ONLY, focus="summary", way="english").spans} == {"article"}
    assert arranged(120, outline=TEXT_ONLY).has_one_text
    assert not arranged(120, outline=TEXT_ONLY).is_alone


@pytest.mark.parametrize(
    ("way", "focus", "text"),
    [
        ("side-by-side", "article", "article"),
        ("side-by-side", "summary", "summary"),
        ("side-by-side", "timeline", "article"),
        ("english", "summary", "summary"),
        ("english", "timeline", "summary"),
        ("english", "article", "article"),
        ("arabic", "timeline", "article"),
        ("arabic", "summary", "summary"),
        ("interleaved", "summary", "article"),
        ("interleaved", "article", "article"),
    ],
)
def test_of_two_texts_it_is_the_one_that_is_read(way: Any, focus: str, text: str) -> None:
    other = {"article": "summary", "summary": "article"}[text]
    narrow = arranged(50, focus=focus, way=way)
    assert text in narrow.spans
    assert other not in narrow.spans
    wide = arranged(120, focus=focus, way=way)
    assert text in wide.spans
    assert (other in wide.spans) is (way == "side-by-side")
    assert wide.is_alone is wide.has_one_text is (way != "side-by-side")


def test_zen_shows_the_text_and_nothing_else() -> None:
    found = arranged(120, zen=True)
    assert found.spans == {"article": 1}
    assert found.shown == {"article"}
    assert (found.columns, found.is_alone, found.has_one_text) == (("1fr",), True, True)
    assert {*arranged(120, zen=True, focus="timeline").spans} == {"article", "timeline"}
    assert {*arranged(120, zen=True, focus="summary").spans} == {"summary"}
    assert not arranged(80, zen=True).rows.startswith("1 ")


def test_in_a_flat_window_title_and_timeline_fold_away() -> None:
    assert arranged(120, 18).shown == {"title", "sidebar", "article", "summary", "timeline", "keys"}
    assert arranged(120, 17).shown == {"sidebar", "article", "summary", "keys"}
    assert arranged(120, 17, focus="timeline").shown == {"sidebar", "article", "summary", "timeline", "keys"}


@pytest.mark.parametrize(
    ("columns", "rows", "wanted", "zen", "timeline"),
    [
        (120, 36, None, False, 9),
        (120, 60, None, False, 15),
        (120, 60, 20, False, 15),
        (120, 36, 5, False, 5),
        (120, 36, 2, False, 3),
        (120, 20, None, False, 6),
        (120, 24, None, False, 7),
        (120, 28, None, False, 8),
        (120, 32, None, False, 8),
        (120, 17, None, False, 8),
        (120, 13, None, False, 7),
        (120, 12, None, False, 6),
        (80, 12, None, False, 5),
        (80, 12, None, True, 7),
        (120, 12, None, True, 7),
        (120, 18, None, False, 5),
        (120, 8, None, False, 3),
    ],
)
def test_the_rows_of_the_timeline(
    columns: int, rows: int, wanted: int | None, zen: bool, timeline: int
) -> None:
    found = arranged(columns, rows, focus="timeline", timeline_rows=wanted, zen=zen)
    assert int(found.rows.split()[-1]) == timeline
    assert arranged(columns, rows, timeline_rows=wanted, zen=zen).rows == found.rows, "whatever has the focus"


def test_panes_are_arranged_as_a_folding_says() -> None:
    screen = Screen[None]()
    parts = [Widget(id=name) for name in ("title", "sidebar", "article", "summary", "timeline", "keys")]
    parts.append(Widget())

    def shown() -> dict[str | None, int | None]:
        return {part.id: part.styles.column_span for part in parts if part.display}

    arrange(screen, parts, arranged(120))
    assert shown() == {"title": 1, "sidebar": 1, "article": 1, "summary": 1, "timeline": 3, "keys": 1}
    assert screen.styles.grid_size_columns == 3
    assert [str(one) for one in screen.styles.grid_columns or ()] == ["24", "11fr", "9fr"]
    assert [str(one) for one in screen.styles.grid_rows or ()] == ["1fr", "9"]
    assert not screen.has_class("-too-small")
    arrange(screen, parts, arranged(64, 17))
    assert shown() == {"sidebar": 2, "article": 1, "summary": 1, "keys": 1}
    assert [str(one) for one in screen.styles.grid_rows or ()] == ["1", "1fr", "8"]
    arrange(screen, parts, arranged(30, 36))
    assert shown() == {}
    assert screen.has_class("-too-small")
