"""Kashida: where it goes, how much of it, and that FriBidi would paint the same had the author typed it."""

import re
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from briefing.arabic import Line, Presentation, layout
from briefing.arabic.kashida import KASHIDA, MAX_GROWTH
from tests.arabic.effort import EXAMPLES
from tests.arabic.texts import ARTICLE, HARAKAT, PARAGRAPHS
from tests.judges import fribidi
from tests.needs import needs_library

pytestmark = pytest.mark.whole

JUSTIFIED = Presentation(justified=True)
MARKED_WORD = re.compile(rf"\S*[{HARAKAT}]\S*")


def added(line: Line, plain: Line) -> dict[int, int]:
    """How many kashidas stand behind each character of the text that has any."""
    pairs = zip(line.cells, plain.cells, strict=True)
    return {cell.end: cell.width - before.width for cell, before in pairs if cell.width > before.width}


def typed(text: str, line: Line, plain: Line) -> str:
    """The line as an author would have typed it."""
    typed, at = "", line.start
    for end, count in sorted(added(line, plain).items()):
        typed += text[at:end] + KASHIDA * count
        at = end
    return typed + text[at : line.end]


def both(text: str, width: int, reading: Presentation = JUSTIFIED) -> list[tuple[Line, Line]]:
    lines, plain = layout(text, width, "R", reading), layout(text, width, "R")
    return list(zip(lines, plain, strict=True))


@needs_library(fribidi.SONAME)
@settings(max_examples=EXAMPLES)
@given(PARAGRAPHS, st.integers(8, 80))
@example(ARTICLE.read_text("utf-8").split("\n\n")[0], 40)
def test_it_is_painted_as_if_it_had_been_typed(text: str, width: int) -> None:
    assume(not re.search(f"ل[{HARAKAT}]+[اأإآ]|[\u2066-\u2069]", text))  # test_oracle.py says why
    for line, plain in both(text, width):
        words = typed(text, line, plain)
        end = line.start + len(words.rstrip(" \u200b\u200e\u200f\u061c\u200c\u200d"))
        whole = text[: line.start] + words + text[line.end :]
        assert line.text == fribidi.line(whole, line.start, end, 1)


@settings(max_examples=EXAMPLES)
@given(PARAGRAPHS, st.integers(8, 80))
def test_a_line_is_filled_whole_or_left_alone(text: str, width: int) -> None:
    pairs = both(text, width)
    for number, (line, plain) in enumerate(pairs):
        assert line.width in (plain.width, width)
        if number == len(pairs) - 1:
            assert line.text == plain.text
        for word in re.finditer(r"\S+", text[line.start : line.end]):
            first, last = line.start + word.start(), line.start + word.end()
            counts = [count for end, count in added(line, plain).items() if first < end <= last]
            parts = len(re.findall(r"[\w\u200c\u0640]+", word.group()))
            assert sum(counts) <= MAX_GROWTH * parts
            if MARKED_WORD.fullmatch(word.group()) and parts == 1 and word.group().isprintable():
                assert not counts
            if word.group().isascii():
                assert not counts


@pytest.mark.parametrize(
    ("width", "share"), [(24, 0.9), (30, 0.97), (36, 0.97), (44, 1), (52, 1), (60, 1), (70, 1), (80, 1)]
)
def test_the_article_is_flush_on_both_sides(width: int, share: float) -> None:
    lines = [pair for text in ARTICLE.read_text("utf-8").split("\n\n") for pair in both(text, width)[:-1]]
    filled = sum(line.width == width for line, _ in lines)
    assert filled / len(lines) >= share


@pytest.mark.parametrize(
    ("word", "behind"),
    [
        ("ســتار", "ــ"),  # behind the author's own
        ("المستشار", "ش"),  # behind seen and sad, the last of them
        ("مصلحة", "ص"),
        ("حكومة", "م"),  # before a final teh marbuta
        ("جديد", "ي"),  # before a final dal
        ("كتاب", "ت"),  # before a final alef
        ("جميل", "ي"),  # before a final lam
        ("حبر", "ح"),  # before beh and reh
        ("معروف", "ع"),  # before a final reh: what follows it stands alone
        ("نزيف", "ي"),
        ("عين", "ي"),  # any other
    ],
)
def test_the_best_place_of_a_word(word: str, behind: str) -> None:
    text = f"{word} x"
    line, plain = both(text, len(word) + 1)[0]
    assert line.width == plain.width + 1
    (end,) = added(line, plain)
    assert text[:end].endswith(behind)
    assert end == text.rindex(behind, 0, len(word)) + len(behind)


@pytest.mark.parametrize("word", ["لا", "الله", "والله", "دار", "DICAS", "2024", "ءاد", "مُدَّة"])
def test_words_that_are_never_stretched(word: str) -> None:
    line, plain = both(f"{word} {'x' * 20}", 20)[0]
    assert line.text == plain.text


def test_never_inside_lam_alef() -> None:
    text = "سلام كلام الأسلحة بلا إلا الآن " * 4
    for line, plain in both(text, 33):
        assert not [end for end in added(line, plain) if text[end - 1] == "ل" and text[end] in "اأإآ"]


def test_a_word_whose_marks_are_hidden_is_stretched() -> None:
    line = layout("مُدَّةُ xxxxx", 6, "R", Presentation(harakat=False, justified=True))[0]
    assert line.text == layout("مـــدة", 20)[0].text


def test_a_line_the_author_ended_is_not_stretched() -> None:
    for end in ("\n", "\u2028", "\v"):
        line, plain = both(f"كتاب جميل{end}كتاب", 14)[0]
        assert line.text == plain.text


def test_words_are_stretched_far_apart_and_evenly() -> None:
    text = "كتاب " * 8 + "xxxxxxxxxx"
    line, plain = both(text, 43)[0]
    assert sorted(added(line, plain).values()) == [1] * 4
    places = sorted(added(line, plain))
    assert min(after - before for before, after in pairwise(places)) >= 2 * len("كتاب ")


def test_a_paragraph_from_left_to_right_is_not_justified() -> None:
    text = "English " + "كتاب جميل " * 6
    for line, plain in zip(layout(text, 30, "L", JUSTIFIED), layout(text, 30, "L"), strict=True):
        assert line.text == plain.text
