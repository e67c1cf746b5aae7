"""Lines of any text: complete, never too wide, no cluster split, nothing harmful painted, maps that lead
back.
"""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_cluster_boundaries

from briefing.arabic import Line, layout, resolve
from briefing.arabic.characters import VISIBLE_FORMAT, is_format
from tests.arabic.effort import EXAMPLES
from tests.arabic.texts import PARAGRAPHS, STRINGS

pytestmark = pytest.mark.whole

TEXTS = st.one_of(PARAGRAPHS, STRINGS)
WIDTHS = st.integers(1, 40)


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.integers(-1, 60), st.sampled_from([None, "L", "R"]))
@example("\u200f", 5, None)
@example("a\n\u00ad", 1, None)
@example("\r\x1e\r\n", 3, "R")
@example("\ud800\udc00", 2, None)
def test_slices_put_together_give_the_text_back(text: str, width: int, base: None) -> None:
    lines = layout(text, width, base)
    assert "".join(text[line.start : line.end] for line in lines) == text
    assert lines[0].start == 0
    assert all(line.end == after.start for line, after in pairwise(lines))


@settings(max_examples=EXAMPLES)
@given(TEXTS, WIDTHS)
@example("漢字仮名", 1)
@example("a \u0300\u0301", 1)
def test_a_line_is_wider_than_asked_for_only_if_one_cluster_is(text: str, width: int) -> None:
    for line in layout(text, width):
        assert line.width <= width or len(line.cells) == 1
        assert line.width == sum(cell.width for cell in line.cells)
        assert all(cell.width > 0 for cell in line.cells)


@settings(max_examples=EXAMPLES)
@given(TEXTS, WIDTHS)
def test_no_control_or_format_character_is_painted(text: str, width: int) -> None:
    for line in layout(text, width):
        assert line.text == "".join(cell.text for cell in line.cells)
        for character in line.text:
            assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
            assert not is_format(character)


@settings(max_examples=EXAMPLES)
@given(TEXTS, WIDTHS)
@example("\u200d\u064eب", 9)
@example("\u200d\u0301 a\u2028\u0301", 9)
def test_everything_but_white_space_at_the_end_is_painted(text: str, width: int) -> None:
    for line in layout(text, width):
        shown = {at for cell in line.cells for at in range(cell.start, cell.end)}
        end = line.end
        while end > line.start and (text[end - 1].isspace() or is_format(text[end - 1])):
            end -= 1
        for at in range(line.start, end):
            assert at in shown or is_format(text[at]) or text[at] in "\u2028\u2029"
        marks = [character for character in text[line.start : end] if unicodedata.combining(character)]
        assert sorted(marks) == sorted(filter(unicodedata.combining, line.text))


@settings(max_examples=EXAMPLES)
@given(TEXTS, WIDTHS)
@example("👩\u200d👧 🇯🇵🇺🇸 क्षि 각 e\u0301", 1)
def test_no_cluster_is_split(text: str, width: int) -> None:
    # A sign such as U+06DD may be at another level than what it encloses: then it stands by itself.
    boundaries = {*grapheme_cluster_boundaries(text), 0}
    boundaries |= {at + 1 for at, before in enumerate(text) if before in VISIBLE_FORMAT or is_format(before)}
    for line in layout(text, width):
        assert line.start in boundaries
        for cell in line.cells:
            assert cell.start in boundaries
            assert text[cell.start : cell.end][:1] not in "اأإآ" or text[cell.start - 1 : cell.start] != "ل"


@settings(max_examples=EXAMPLES)
@given(TEXTS, WIDTHS)
def test_columns_and_indices_are_inverse(text: str, width: int) -> None:
    for line in layout(text, width):
        column = 0
        shown: set[int] = set()
        for cell in line.cells:
            assert line.start <= cell.start < cell.end <= line.end
            assert shown.isdisjoint(range(cell.start, cell.end))
            shown.update(range(cell.start, cell.end))
            assert all(line.index_at(column + at) == cell.start for at in range(cell.width))
            assert line.columns(cell.start, cell.end) == [(column, column + cell.width)]
            column += cell.width
        assert line.columns(line.start, line.end) == ([(0, line.width)] if line.cells else [])
        assert line.columns(line.start, line.start) == []


@settings(max_examples=EXAMPLES)
@given(TEXTS, WIDTHS, st.data())
def test_a_slice_is_shown_by_the_cells_that_stand_for_it(text: str, width: int, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    for line in layout(text, width):
        columns = {column for first, last in line.columns(start, end) for column in range(first, last)}
        for column in range(line.width):
            cell = cell_at(line, column)
            assert (column in columns) == (cell.start < end and start < cell.end)


def cell_at(line: Line, column: int):  # type: ignore[no-untyped-def]
    for cell in line.cells:
        column -= cell.width
        if column < 0:
            return cell
    raise IndexError(column)


@settings(max_examples=EXAMPLES)
@given(STRINGS, st.sampled_from([None, "L", "R"]))
def test_any_string_resolves_and_every_character_has_one_place(text: str, base: None) -> None:
    resolved = resolve(text, base)
    assert sorted(resolved.visual_order) == [
        at for at, character in enumerate(text) if not is_format(character)
    ]
    assert len(resolved.rtl) == len(text)


def test_outside_the_line_the_nearest_cell_is_meant() -> None:
    text = "قال DICAS ثم"
    (line,) = layout(text, 40)
    assert line.index_at(-5) == line.index_at(0) == text.index("م")
    assert line.index_at(99) == 0
    (empty,) = layout("", 40)
    assert empty.index_at(3) == 0


def test_a_highlight_over_a_change_of_direction_is_in_several_runs() -> None:
    text = "قال DICAS ثم"
    (line,) = layout(text, 40)
    assert len(line.columns(2, 7)) == 2


def test_levels_belong_to_the_paragraph() -> None:
    (line,) = layout("الأعوام 2024-2026", 40)
    assert line.text.startswith("2026-2024")
    _, second = layout("الأعوام 2024- 2026", 14)
    assert second.text == "2026"


def test_brackets_are_mirrored_and_marks_follow_their_letters() -> None:
    (line,) = layout("نص (DICAS) أيضًا", 40)
    assert "(DICAS)" in line.text
    assert "\ufec0\u064b" in line.text  # dad, then its tanwin


@pytest.mark.parametrize(
    ("text", "painted"),
    [
        ("\x1b[31m", "␛[31m"),
        ("a\x00\x7f\x9b", "a␀␡\ufffd"),
        ("a\ud800", "a\ufffd"),
        ("a\tb", "a    b"),
        ("a\u200b\u2060\ufeffb", "ab"),
        ("\u0301a", " \u0301a"),
        ("a \u0301b", "a \u0301b"),
        ("نص\u06dd نص", "\ufeba\ufee7 \u06dd\ufeba\ufee7"),
    ],
)
def test_what_is_painted_for_odd_characters(text: str, painted: str) -> None:
    (line,) = layout(text, 40)
    assert line.text == painted
