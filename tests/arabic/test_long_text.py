"""A long text, laid out where it is looked at: the lines of `layout`, counted without shaping."""

import sys
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import briefing.arabic.lines as lines_module
import briefing.arabic.long_text as long_text
import briefing.arabic.measured_text as measured_text
from briefing.arabic import Direction, Line, LongText, Paragraph, layout
from briefing.arabic.breaking import line_ends, to_cells, to_character_ends
from briefing.arabic.lines import paragraph_at
from briefing.arabic.measuring import measure
from tests.arabic.effort import EXAMPLES
from tests.arabic.texts import ARTICLE, PARAGRAPHS, STRINGS

pytestmark = pytest.mark.whole

TEXTS = st.one_of(
    st.lists(PARAGRAPHS, max_size=4).map("\n".join), STRINGS, st.text("لا\u064e -؟\n", max_size=90)
)


def slices(text: str, width: int) -> list[tuple[int, int]]:
    """The slices of the lines of `text`, found paragraph by paragraph, each measured at once."""
    edges = [0]
    while edges[-1] < len(text) or len(edges) == 1:
        paragraph = paragraph_at(text, edges[-1])
        measured = measure(paragraph.text)
        row = to_cells(measured)
        *ends, _ = to_character_ends(measured, row, line_ends(row, width)) or [0]
        edges += [paragraph.offset + end for end in (*ends, len(paragraph.text + paragraph.separator))]
    return list(pairwise(edges))


def seen(line: Line) -> tuple[object, ...]:
    return line.start, line.end, line.text, line.cells, line.width, line.base


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.integers(1, 50), st.sampled_from([None, "L", "R"]), st.sampled_from([8, 16, 64]))
@example("\n\u00ad", 1, None, 8)
@example("\r\x1e\r\r\n\x1c", 3, None, 8)
@example("000000000000|<000", 3, None, 16)
@example("a- »b" * 9, 4, None, 8)
def test_its_lines_are_those_of_layout(text: str, width: int, base: Direction | None, block: int) -> None:
    eager = layout(text, width, base)
    assert [(line.start, line.end) for line in eager] == slices(text, width)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measured_text, "CHUNK_LENGTH", block)
        patch.setattr(lines_module, "_KEEP_WHOLE", 2 * block)
        source = LongText(text, base)
        lines = source.lines(width)
        assert len(lines) == len(eager)
        for walked in (lines, source.lines(width + 1), source.lines(width)):
            expected = eager if walked is lines else layout(text, width + 1, base)
            assert [seen(line) for line in walked] == [seen(line) for line in expected]
            assert [seen(walked[at]) for at in range(len(walked))] == [seen(line) for line in expected]


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.integers(1, 50), st.data())
def test_it_is_a_sequence(text: str, width: int, data: st.DataObject) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measured_text, "CHUNK_LENGTH", 8)
        eager = slices(text, width)
        place = st.one_of(st.none(), st.integers(-len(eager) - 2, len(eager) + 2))
        part = slice(data.draw(place), data.draw(place), data.draw(st.sampled_from([None, 1, 2, -1])))
        lines = LongText(text).lines(width)
        assert [(line.start, line.end) for line in lines[part]] == eager[part]
        number = data.draw(st.integers(-len(eager), len(eager) - 1))
        line = lines[number]
        assert (line.start, line.end) == eager[number]


def test_no_line_beyond_the_last() -> None:
    lines = LongText("one\ntwo").lines(10)
    assert [line.text for line in lines] == ["one", "two"]
    for number in (2, -3):
        with pytest.raises(IndexError, match="of 2 lines"):
            lines[number]


@settings(max_examples=EXAMPLES)
@given(TEXTS, st.integers(1, 50))
def test_each_character_is_found_on_its_line(text: str, width: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(measured_text, "CHUNK_LENGTH", 8)
        lines = LongText(text).lines(width)
        for number, (start, end) in enumerate(slices(text, width)):
            assert all(lines.line_number_of(at) == number for at in range(start, end))
        assert lines.line_number_of(-1) == 0
        assert lines.line_number_of(len(text) + 5) == len(lines) - 1


def test_only_what_is_looked_at_is_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def counted(text: str, start: int, *rest: Any) -> Paragraph:
        made.append(start)
        return paragraph_at(text, start, *rest)

    monkeypatch.setattr(long_text, "paragraph_at", counted)
    text = ARTICLE.read_text("utf-8") * 50
    lines = LongText(text).lines(60)
    assert lines[0].text
    assert len(lines._starts) < 5, "the rest is not counted yet"
    assert len(lines) > 3000
    assert len(made) == 1
    assert len(lines[1000:1040]) == 40
    assert len(made) < 25


def test_a_paragraph_of_any_length_is_read_line_by_line() -> None:
    text = ARTICLE.read_text("utf-8").replace("\n", " ") * 30
    lines = LongText(text).lines(70)
    eager = layout(text, 70)
    for number in (0, 700, len(eager) - 1):
        assert seen(lines[number]) == seen(eager[number])


def test_memory_is_a_small_part_of_the_text() -> None:
    lines = LongText(ARTICLE.read_text("utf-8") * 200).lines(80)
    assert len(lines) > 10_000
    kept = sum(map(sys.getsizeof, (lines._starts, lines._firsts, lines._paragraphs)))
    assert kept < 20_000
