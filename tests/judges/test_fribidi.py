"""The FriBidi judge, checked against facts that do not come from FriBidi."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.judges import fribidi
from tests.needs import needs_file, needs_library

CHARACTER_TEST = Path("/usr/share/unicode/BidiCharacterTest.txt")

pytestmark = needs_library(fribidi.SONAME)


def letters(visual: str) -> str:
    """The letters behind presentation forms, in visual order (a ligature gives alef, then lam)."""
    return "".join(unicodedata.normalize("NFKC", character)[::-1] for character in visual)


@pytest.mark.parametrize(
    ("text", "visual"),
    [
        ("", ""),
        ("abc", "abc"),
        # seen isolated final, lam-alef final, meem isolated: written from the right
        ("سلام", "\ufee1\ufefc\ufeb3"),
        ("لا", "\ufefb"),
        ("بلا", "\ufefc\ufe91"),
        # dad with its tanween behind it, though the word runs leftwards
        ("أيضًا", "\ufe8e\ufec0\u064b\ufef3\ufe83"),
        # two marks keep the order they were typed in
        ("مَّ", "\ufee1\u064e\u0651"),
        # brackets face the word they enclose; the Latin word runs rightwards
        ("قال (DICAS)", "(DICAS) \ufedd\ufe8e\ufed7"),
        ("قال [نعم]", "[\ufee2\ufecc\ufee7] \ufedd\ufe8e\ufed7"),
        # a range after Arabic: each number rightwards, the range leftwards
        ("عام 2024-2026", "2026-2024 \ufee1\ufe8e\ufecb"),
        # a left-to-right paragraph with an Arabic word
        ("to سلام!", "to \ufee1\ufefc\ufeb3!"),
        # letters without a presentation form of their own stay
        ("ە", "ە"),
        # Hebrew has no forms
        ("אב", "בא"),
        # format characters do their work and are gone: LRM, ZWNJ (which unjoins), BOM
        ("ab \u200eabc\ufeff", "ab abc"),
        ("می\u200cخ", "\ufea5\ufbfd\ufee3"),
    ],
)
def test_a_line_as_a_reader_of_arabic_writes_it(text: str, visual: str) -> None:
    assert fribidi.line(text) == visual


def test_levels_belong_to_the_paragraph() -> None:
    text = "الأعوام 2024-2026"
    start = text.index("2")
    assert fribidi.line(text, start) == "2026-2024"
    assert fribidi.line(text[start:]) == "2024-2026", "as a paragraph of its own it would run the other way"


def test_a_line_that_ends_in_blanks_has_them_at_its_left() -> None:
    text = "سلام abc  "
    assert fribidi.line(text) == "  abc " + "\ufee1\ufefc\ufeb3"
    first = fribidi.paragraph(text).line(0, 5)
    assert (first.visual, first.levels) == (" \ufee1\ufefc\ufeb3", (1, 1, 1, 1, 1))


def test_letters_join_over_the_paragraph_not_over_the_line() -> None:
    assert fribidi.line("بب", 0, 1) == "\ufe91"
    assert fribidi.line("بب", 1, 2) == "\ufe90"


def test_a_mark_between_lam_and_alef_prevents_the_ligature() -> None:
    """A limit of this judge, not of Arabic: it must be known to those who compare."""
    assert fribidi.line("لَا") == "\ufe8e\ufedf\u064e"


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("abc", 0),
        ("سلام abc", 1),
        ("12 سلام", 1),
        ("12, 13", 0),
        ("", 0),
        ("\u2068سلام\u2069 abc", 0),
        ("א", 1),
    ],
)
def test_base_level(text: str, level: int) -> None:
    assert fribidi.base_level(text) == level


def test_base_level_can_be_forced() -> None:
    assert fribidi.line("abc!", base=1) == "!abc"
    assert fribidi.line("سلام!", base=0) == "\ufee1\ufefc\ufeb3!"
    assert fribidi.levels("a1", base=1) == (2, 2)


def test_order_says_where_each_character_comes_from() -> None:
    text = "قلت لا \u200e(AB)"
    line = fribidi.paragraph(text).line(0, len(text))
    assert line.order == fribidi.order(text)
    alef = text.index("ا")
    assert sorted(line.order) == [i for i, c in enumerate(text) if i != alef - 1 and c != "\u200e"]
    assert all(
        letters(seen)[0] == text[index]
        for seen, index in zip(line.visual, line.order, strict=True)
        if seen not in "()"
    )


def test_shape_is_as_long_as_its_text() -> None:
    assert fribidi.shape("سلام") == "\ufeb3\ufeff\ufefc\ufee1"


def test_a_line_outside_its_paragraph_is_refused() -> None:
    with pytest.raises(IndexError, match="no line 2:9"):
        fribidi.line("abc", 2, 9)


@needs_file(CHARACTER_TEST)
def test_levels_and_order_are_unicodes_own() -> None:
    """Every 20th case of BidiCharacterTest.txt. It leaves out L3, so cases with marks check levels only."""
    cases = 0
    for text, forced, base, levels, order in character_tests(every=20):
        line = fribidi.Paragraph(text, forced).line(0, len(text))
        assert line.base == base
        assert all(level in ("x", str(found)) for level, found in zip(levels, line.levels, strict=True)), (
            ascii(text)
        )
        if not any(unicodedata.bidirectional(character) == "NSM" for character in text):
            painted = tuple(index for index in order if not fribidi.is_format(text[index]))
            assert line.order == painted, ascii(text)
        cases += 1
    assert cases > 4000


def character_tests(every: int) -> Iterator[tuple[str, int | None, int, list[str], list[int]]]:
    with CHARACTER_TEST.open(encoding="utf-8") as lines:
        cases = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    for case in cases[::every]:
        characters, direction, base, levels, order = case.split(";")
        text = "".join(chr(int(code, 16)) for code in characters.split())
        forced = {"0": 0, "1": 1, "2": None}[direction]
        yield text, forced, int(base), levels.split(), [int(index) for index in order.split()]
