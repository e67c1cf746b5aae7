"""Lines: right by FriBidi, complete, never too wide, and with maps that lead back to the text."""

import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from uniseg.graphemecluster import grapheme_cluster_boundaries

from briefing.arabic import Direction, Line, layout
from briefing.arabic.order import is_format
from tests.judges import fribidi
from tests.needs import needs_library

ARTICLE = Path(__file__).parents[2] / "assets" / "us-japan-dicas" / "article.txt"
PARAGRAPHS = ARTICLE.read_text("utf-8").strip().split("\n\n")

ARABIC = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة", min_size=1, max_size=9)
VOCALISED = st.lists(
    st.builds(str.__add__, st.sampled_from("بتجدسلمنهي"), st.sampled_from(["", "َ", "ِّ", "ُ", "ْ", "ً"])),
    min_size=1,
    max_size=6,
).map("".join)
OTHERS = st.sampled_from(
    [
        *(
            "می\u200cخواهم",
            "پژوهش",
            "گفت‌وگو",
            "ٹھیک",
            "ہے",
            "مەن",
            "ۆژ",
            "שָׁלוֹם",
            "עברית",
            "DICAS",
            "e\u0301t",
        ),
        *("2024-2026", "10/6", "12.5%", "١٢٣", "۴۵٫۶", "+963", "$5", "(DICAS)", "«نص»", '"نص"', "[1]", "{x}"),
        *(
            "http://a.b/c-d",
            "a@b.com",
            "<tag>",
            "،",
            "؟",
            "...",
            "\u200fabc",
            "abc\u200e",
            "\u2067abc نص\u2069",
        ),
    ]
)
WORDS = st.lists(st.one_of(ARABIC, VOCALISED, OTHERS), min_size=1, max_size=25).map(" ".join)

# What FriBidi 1.0.8 leaves apart: lam and alef with marks between them.
PARTED = re.compile("ل[\u064b-\u065f]+[اأإآ]")


def judged(text: str, line: Line, base: int | None = None) -> str:
    end = line.start + len(text[line.start : line.end].rstrip(" "))
    return fribidi.line(text, line.start, end, base).replace("\xa0", " ")


@needs_library("libfribidi.so.0")
@pytest.mark.parametrize("number", range(len(PARAGRAPHS)))
def test_the_article_is_fribidis_at_every_width(number: int) -> None:
    text = PARAGRAPHS[number]
    for width in range(24, 201):
        for line in layout(text, width):
            assert line.text == judged(text, line)
            assert line.width <= width


@needs_library("libfribidi.so.0")
@given(WORDS, st.sampled_from([12, 24, 40, 77]), st.sampled_from(["L", "R"]))
def test_generated_paragraphs_are_fribidis(text: str, width: int, base: Direction) -> None:
    for line in layout(text, width, base):
        slice_ = text[line.start : line.end]
        # At a line's end FriBidi leaves them out of rule L1.
        isolates_cut = any(c in slice_ for c in "\u2066\u2067\u2068\u2069")
        if not PARTED.search(slice_) and not isolates_cut:
            assert line.text == judged(text, line, "LR".index(base))


@given(st.one_of(WORDS, st.text(max_size=80)), st.integers(1, 60))
def test_slices_put_together_give_the_text_back(text: str, width: int) -> None:
    lines = layout(text, width)
    assert "".join(text[line.start : line.end] for line in lines) == text
    for line in lines:
        assert line.width <= width or len(line.cells) == 1


@given(st.one_of(WORDS, st.text(max_size=60)), st.integers(1, 40))
def test_no_control_or_format_character_is_painted(text: str, width: int) -> None:
    for line in layout(text, width):
        for character in line.text:
            assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
            assert not is_format(character)


@given(WORDS, st.integers(1, 40))
def test_no_cluster_is_split(text: str, width: int) -> None:
    boundaries = {*grapheme_cluster_boundaries(text), 0, len(text)}
    for line in layout(text, width):
        assert {line.start, line.end} <= boundaries
        assert not re.match("[اأإآ]", text[line.start : line.end]) or text[line.start - 1 : line.start] != "ل"


@given(WORDS, st.integers(8, 40))
def test_columns_and_indices_are_inverse(text: str, width: int) -> None:
    for line in layout(text, width):
        column = 0
        for cell in line.cells:
            assert line.index_at(column) == cell.start
            assert line.columns(cell.start, cell.end) == [(column, column + cell.width)]
            column += cell.width
        runs = line.columns(line.start, line.end)
        assert runs == ([(0, line.width)] if line.cells else [])


def test_a_range_broken_before_its_second_number_still_reads_right_to_left() -> None:
    (line,) = layout("الأعوام 2024-2026", 40)
    assert line.text.startswith("2026-2024")
    first, second = layout("الأعوام 2024- 2026", 14)
    assert (first.text[:5], second.text) == ("-2024", "2026")


def test_brackets_are_mirrored_and_marks_follow_their_letters() -> None:
    (line,) = layout("نص (DICAS) أيضًا", 40)
    assert "(DICAS)" in line.text
    assert "\ufec0\u064b" in line.text  # dad, then its tanwin


def test_a_highlight_over_a_change_of_direction_is_in_several_runs() -> None:
    text = "قال DICAS ثم"
    (line,) = layout(text, 40)
    assert len(line.columns(2, 7)) == 2


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("a\u00a0b c", 3, ["a b", "c"]),
        ("نص (كلمة) نص", 9, ["(ﺔﻤﻠﻛ) ﺺﻧ", "ﺺﻧ"]),
        ("word , next", 6, ["word ,", "next"]),
        ("https://example.org/a-b/c", 12, ["https://", "example.org/", "a-b/c"]),
        ("US-Japan talks", 6, ["US-", "Japan", "talks"]),
        ("يونيو/حزيران يوم", 13, ["ﻥﺍﺮﻳﺰﺣ/ﻮﻴﻧﻮﻳ", "ﻡﻮﻳ"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("one\ntwo", 20, ["one", "two"]),
        ("", 5, [""]),
        ("\x1b[31m", 10, ["␛[31m"]),
    ],
)
def test_where_lines_end(text: str, width: int, lines: list[str]) -> None:
    assert [line.text for line in layout(text, width)] == lines
