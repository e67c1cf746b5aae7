"""Joined forms, as HarfBuzz gives them with a font that has them all, and as FriBidi does."""

import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Final

import pytest

from briefing.arabic import layout
from briefing.arabic.characters import is_mark
from briefing.arabic.joining import shape_word
from briefing.arabic.unicode_tables import DUAL_JOINING, JOIN_CAUSING, RIGHT_JOINING
from tests.arabic.make_unicode_tables import UNICODE_DATA
from tests.judges import fribidi
from tests.needs import needs_file, needs_library

FONT: Final = Path("/usr/share/fonts/truetype/dejavu/DejaVuSansMono.ttf")

ZWJ, ZWNJ = "\u200d", "\u200c"
#: Every Arabic letter, whether it joins or not.
LETTERS: Final = [
    chr(code)
    for block in ((0x0620, 0x0700), (0x0750, 0x0780), (0x0870, 0x0900))
    for code in range(*block)
    if unicodedata.category(chr(code)) in ("Lo", "Lm")
]
#: What stands around a letter: beh joins on both sides, alef only to the one before, hamza not at all.
CONTEXTS: Final = [
    "{}", "ب{}", "{}ب", "ب{}ب", "ا{}ا", "ا{}ب", "ب{}ا", "ء{}ب", "ب{}ء", "ـ{}ـ", "ب{} ب", "بَ{}ِب", "ب{}ُّب",
    "{}\u200d", "\u200d{}", "\u200d{}\u200d", "ب\u200c{}", "{}\u200cب", "ب\u200c\u200d{}", "{}\u200d\u200cب",
    "ب\u200d{}\u200dب", "ب{}\u200fب", "ب\u00ad{}ب", "ب\u034f{}ب",
]  # fmt: skip


@cache
def _font() -> Any:
    import uharfbuzz

    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(FONT))))


def glyphs(text: str) -> dict[int, list[int]]:
    """The glyphs that HarfBuzz gives `text`, by the index of the character that each cluster begins with."""
    import uharfbuzz

    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "rtl", "Arab", "ar"
    buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
    uharfbuzz.shape(_font(), buffer, {"liga": False, "calt": False, "dlig": False})
    found: dict[int, list[int]] = {}
    for info in buffer.glyph_infos:
        found.setdefault(info.cluster, []).append(info.codepoint)
    return found


def nominal(character: str) -> int:
    """The glyph of one character by itself, 0 if the font has none."""
    return _font().get_nominal_glyph(ord(character)) or 0


def painted(text: str) -> Iterator[tuple[int, str]]:
    """For each cell of `text`, where what it shows begins, and what is painted, marks apart."""
    (line,) = layout(text, 80, "R")
    for cell in line.cells:
        yield text.index(text[cell.start : cell.end].lstrip(ZWJ + ZWNJ)[0], cell.start), cell.text[0]


def expected(letter: str, form: str) -> set[int]:
    """The glyphs that show `form`: for one that stands alone, fonts take the letter's own."""
    alone = unicodedata.decomposition(form).startswith("<isolated>")
    return {nominal(form), nominal(letter)} if alone else {nominal(form)}


def is_form(character: str) -> bool:
    return unicodedata.decomposition(character).startswith(("<isolated>", "<initial>", "<medial>", "<final>"))


@needs_file(FONT)
@pytest.mark.parametrize("context", CONTEXTS, ids=ascii)
def test_forms_are_harfbuzzs(context: str) -> None:
    """Of every letter with forms in Unicode and in the font, and of the letters beside every other one."""
    compared = 0
    for letter in LETTERS:
        text = context.format(letter)
        shaped = glyphs(text)
        for start, form in painted(text):
            if is_form(form) and nominal(form) and nominal(text[start]):
                assert expected(text[start], form) & {*shaped[start]}, (ascii(text), start, ascii(form))
                compared += 1
    assert compared > 30


@needs_file(FONT)
def test_letters_without_forms_join_their_neighbours() -> None:
    """HarfBuzz shapes the beh before and behind each; the letter itself is painted as it is."""
    without = [letter for letter in DUAL_JOINING + RIGHT_JOINING if shape_word(f"ب{letter}ب")[1][1] == letter]
    assert {"\u06d5"} < set(without) | {"\u06d5"}
    assert "\u0763" in without
    for letter in without:
        before, own, behind = shape_word(f"ب{letter}ب")[1]
        shaped = glyphs(f"ب{letter}ب")
        assert own == letter
        assert expected("ب", before) & {*shaped[0]}, ascii(letter)
        assert expected("ب", behind) & {*shaped[2]}, ascii(letter)
    assert len(without) > 100


@needs_library(fribidi.SONAME)
@pytest.mark.parametrize("context", CONTEXTS, ids=ascii)
def test_forms_are_fribidis(context: str) -> None:
    """FriBidi's tables are of Unicode 10: later letters are left to HarfBuzz."""
    for letter in LETTERS:
        text = context.format(letter)
        if letter >= "\u0870":
            continue
        (line,) = layout(text, 80, "R")
        assert line.text == fribidi.line(text, base=1), ascii(text)


@pytest.mark.parametrize("alef", "اأإآ")
@pytest.mark.parametrize("marks", ["", "\u064e", "\u0651\u064e", "\u0670", "\u0653"])
@pytest.mark.parametrize(
    ("before", "joined"), [("", False), ("ب", True), ("ا", False), (ZWJ, True), (f"ب{ZWNJ}", False)]
)
def test_lam_alef_is_one_cell_with_the_marks_of_both(
    before: str, joined: bool, marks: str, alef: str
) -> None:
    text = f"{before}ل{marks}{alef}\u064b"
    (line,) = layout(text, 20)
    cell = line.cells[0]
    decomposed = unicodedata.normalize("NFKD", cell.text[0])
    assert decomposed == unicodedata.normalize("NFKD", f"ل{alef}")
    assert unicodedata.decomposition(cell.text[0]).startswith("<final>" if joined else "<isolated>")
    assert cell.text[1:] == f"{marks}\u064b"
    assert (cell.width, cell.end) == (1, len(text))


@pytest.mark.parametrize("lam", "\u06b5\u06b6\u06b7\u06b8\u076a\u08a6")
def test_other_lams_are_no_ligature(lam: str) -> None:
    assert len(shape_word(f"{lam}ا")[1]) == len(shape_word("لٱ")[1]) == 2


@pytest.mark.parametrize("mark", "\u034f\u0610\u06d6\u06dc\u06e1\u06e4\u08f0")
def test_marks_of_the_quran_do_not_part_lam_and_alef(mark: str) -> None:
    assert shape_word(f"بل{mark}ا")[1][1:] == [f"\ufefc{mark}"]


@pytest.mark.parametrize("between", [ZWJ, ZWNJ, "\u200e", "\u00ad", "\u064e\u200d"])
def test_a_format_character_parts_lam_and_alef(between: str) -> None:
    (line,) = layout(f"ل{between}ا", 20)
    assert len(line.cells) == 2
    assert between[-1] not in line.text


def test_a_word_may_be_all_marks_and_joiners() -> None:
    for text in (f"{ZWJ}\u064eب", f"{ZWJ}{ZWNJ}ب{ZWNJ}", f"x{ZWJ}\u064eب", f"{ZWJ}", f"\u064e{ZWJ}\u064e"):
        (line,) = layout(text, 20)
        assert ZWJ not in line.text
        assert ZWNJ not in line.text
        assert line.text.count("\u064e") == text.count("\u064e")


@pytest.mark.parametrize("text", ["بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ", "الله", "هٰذَا قُرْآنٌ", "مُحَمَّدٌ ﷺ", "ســـلام"])
def test_no_mark_and_no_letter_is_lost(text: str) -> None:
    (line,) = layout(text, 80)
    logical = "".join(cell.text for cell in reversed(line.cells))
    assert unicodedata.normalize("NFKD", logical.replace("ﷺ", "")) == unicodedata.normalize(
        "NFKD", text.replace("ﷺ", "")
    )


def test_the_tables_hold_every_letter_that_joins() -> None:
    joining = set(DUAL_JOINING + RIGHT_JOINING + JOIN_CAUSING)
    assert {"\u06d5", "\u0763", "\u0640", "\u08ac"} <= joining
    assert joining.isdisjoint("\u0621\u0674\u06e5\u06dd\u08ad")
    assert len(joining) > 230


# Marks of Unicode 15 and 16, which Python's own tables may lack.
NEWER_MARKS: Final = ["\u0897", "\U00010efc", "\U00010efd", "\U00010efe", "\U00010eff"]


@pytest.mark.parametrize("mark", NEWER_MARKS, ids=ascii)
def test_a_mark_newer_than_pythons_tables_parts_no_letters(mark: str) -> None:
    (line,) = layout(f"ب{mark}ب", 80)
    assert [cell.text for cell in line.cells] == ["\ufe90", f"\ufe91{mark}"]
    assert line.width == 2
    (older,) = layout(f"ل{mark}ا", 80)
    assert [cell.text for cell in older.cells] == [f"\ufefb{mark}"]


@needs_file(UNICODE_DATA / "UnicodeData.txt")
def test_every_mark_of_the_newer_tables_is_one() -> None:
    records = (line.split(";") for line in (UNICODE_DATA / "UnicodeData.txt").read_text("utf-8").splitlines())
    marks = [chr(int(code, 16)) for code, _, category, *_ in records if category in ("Mn", "Me")]
    assert len(marks) > 1900
    assert not [ascii(mark) for mark in marks if not is_mark(mark)]
