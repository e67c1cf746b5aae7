"""Presentation settings: what they paint, judged by FriBidi; and that nothing else depends on them."""

import re
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefing.arabic import AS_WRITTEN, LongText, Presentation, layout
from briefing.arabic.digits import Digits
from tests.arabic.effort import EXAMPLES
from tests.arabic.texts import ARTICLE, HARAKAT, PARAGRAPHS, STRINGS
from tests.judges import fribidi
from tests.needs import needs_library

_DIGITS: tuple[Digits, ...] = ("written", "western", "arabic-indic")
READINGS = st.tuples(st.booleans(), st.sampled_from(_DIGITS), st.booleans()).map(
    lambda values: Presentation(*values)
)
WIDTHS = st.integers(4, 90)
VOCALISED = "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ"


@pytest.mark.whole
@settings(max_examples=EXAMPLES)
@given(st.one_of(PARAGRAPHS, STRINGS), WIDTHS, READINGS)
def test_lines_cells_and_what_they_stand_for_stay(text: str, width: int, reading: Presentation) -> None:
    plain, read = layout(text, width), layout(text, width, None, reading)
    assert [(line.start, line.end) for line in read] == [(line.start, line.end) for line in plain]
    for line, before in zip(read, plain, strict=True):
        assert [cell[2:] for cell in line.cells] == [cell[2:] for cell in before.cells]
        assert line.text == "".join(cell.text for cell in line.cells)
        assert line.width == sum(cell.width for cell in line.cells)
        assert line.width <= max(width, before.width)
        if not reading.justified:
            assert [cell.width for cell in line.cells] == [cell.width for cell in before.cells]
        column = 0
        for cell in line.cells:
            assert all(line.index_at(column + inside) == cell.start for inside in range(cell.width))
            column += cell.width


@pytest.mark.whole
@settings(max_examples=EXAMPLES)
@given(PARAGRAPHS, WIDTHS, READINGS)
def test_a_long_text_is_read_the_same(text: str, width: int, reading: Presentation) -> None:
    lines = LongText(text, None, reading).lines(width)
    assert [line.cells for line in lines] == [line.cells for line in layout(text, width, None, reading)]


def test_as_written_is_how_it_comes() -> None:
    text = ARTICLE.read_text("utf-8")
    assert [line.text for line in layout(text, 50, None, Presentation())] == [
        line.text for line in layout(text, 50)
    ]
    assert Presentation() == AS_WRITTEN


# Harakat.


@needs_library(fribidi.SONAME)
@settings(max_examples=EXAMPLES)
@given(PARAGRAPHS, WIDTHS)
@example(VOCALISED, 12)
@example("لَا إِلٰهَ إِلَّا ٱللَّهُ", 40)
def test_without_harakat_lines_are_those_of_the_bare_words(text: str, width: int) -> None:
    """As FriBidi has them; hamza and madda typed as marks apart, which make a letter of their own."""
    text = re.sub("[\u0653-\u0655]", "\u064e", text)
    marks = re.compile(f"[{HARAKAT}]")
    paragraph = marks.sub("", text)
    for line in layout(text, width, "R", Presentation(harakat=False)):
        start = len(marks.sub("", text[: line.start]))
        end = start + len(marks.sub("", text[line.start : line.end]))
        while end > start and (paragraph[end - 1].isspace() or fribidi.is_format(paragraph[end - 1])):
            end -= 1
        if re.search(r"[\u2066-\u2069][\s\u200b-\u200f\u061c\u2066-\u2069]*\Z", text[line.start : line.end]):
            continue  # white space with isolates in it: rule L1 (test_oracle.py)
        assert line.text == fribidi.line(paragraph, start, end, 1)


@pytest.mark.parametrize(
    ("written", "composed"),
    [("ا\u0654", "أ"), ("با\u0655", "بإ"), ("وا\u0653ن", "وآن"), ("ي\u064e\u0654ب", "ئب"), ("لا\u0654", "لأ"),
     ("لل\u064eا\u0653", "للآ"), ("و\u0654", "ؤ")],
)  # fmt: skip
def test_a_hamza_typed_as_a_mark_stays_with_its_letter(written: str, composed: str) -> None:
    (read,) = layout(written, 20, None, Presentation(harakat=False))
    assert read.text == layout(composed, 20)[0].text


def test_other_scripts_keep_their_marks() -> None:
    for text in ("e\u0301te\u0301", "שָׁלוֹם"):
        (read,) = layout(text, 20, None, Presentation(harakat=False))
        assert read.text == layout(text, 20)[0].text


@pytest.mark.parametrize("text", ["\u064e", "ب \u064e ب", "\u0670\u0651"])
def test_a_mark_without_a_letter_leaves_its_cell(text: str) -> None:
    (read,) = layout(text, 20, None, Presentation(harakat=False))
    assert read.width == layout(text, 20)[0].width
    assert not any(unicodedata.combining(character) for character in read.text)


# Digits.


@pytest.mark.parametrize(
    ("text", "western", "arabic_indic"),
    [
        ("في عام 2024", "2024", "٢٠٢٤"),
        ("في عام ٢٠٢٤", "2024", "٢٠٢٤"),
        ("در سال ۲۰۲۴", "2024", "٢٠٢٤"),
        ("قال F-16 و COVID-19 ثم 7", "7 16 19", "٧ 16 19"),
        ("انظر a.b/c-12 ثم (12)", "12 12", "١٢ 12"),
        ("DICAS منتدى عام 2024", "2024", "٢٠٢٤"),
        ("in 2024 as written", "2024", "2024"),
        ("10 of them", "10", "10"),
        ("2014", "2014", "2014"),
    ],
)
def test_digits(text: str, western: str, arabic_indic: str) -> None:
    for digits, expected in (("western", western), ("arabic-indic", arabic_indic)):
        (line,) = layout(text, 80, None, Presentation(digits=digits))  # type: ignore[arg-type]
        numbers = re.findall(r"\d+", line.text)
        assert sorted(numbers) == sorted(expected.split())


@needs_library(fribidi.SONAME)
@settings(max_examples=EXAMPLES)
@given(PARAGRAPHS, WIDTHS)
def test_western_digits_stand_where_the_written_ones_would(text: str, width: int) -> None:
    table = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2)
    for read, plain in zip(
        layout(text, width, None, Presentation(digits="western")), layout(text, width), strict=True
    ):
        assert read.text == plain.text.translate(table)


def test_a_range_keeps_its_order() -> None:
    (line,) = layout("الأعوام 2024-2026", 40, None, Presentation(digits="arabic-indic"))
    assert line.text.startswith("٢٠٢٦-٢٠٢٤ ")
