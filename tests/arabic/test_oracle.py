"""Generated paragraphs against FriBidi: order, mirroring, joining, marks, cut at random into lines.

Left out is, and nothing else:

- lam and alef with marks between them: here one ligature (ARABIC.md), in FriBidi two letters;
- lines to which FriBidi gives other levels than the algorithm word for word does (`tests.judges.uax9`, which
  passes BidiCharacterTest.txt): about one paragraph in 500, with isolates, and brackets behind white space;
- ZWJ beside LRM or a control: having no level (rule X9), it joins over these in FriBidi; here it does not;
- NUL and ESC, which have no level (rule X9) but are painted: where is free;
- marks with no letter before them: FriBidi gives them no cell, here they stand on a blank; a mark behind a
  control here stays with what is before that.
"""

import re
import unicodedata

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from briefing.arabic import Direction, layout, resolve
from tests.arabic.effort import EXAMPLES
from tests.arabic.texts import CONTROLLED, HARAKAT, PARAGRAPHS
from tests.judges import fribidi, uax9
from tests.needs import needs_library

pytestmark = needs_library(fribidi.SONAME)

BASES: st.SearchStrategy[Direction] = st.sampled_from(["L", "R"])
PARTED = re.compile(f"ل[{HARAKAT}]+[اأإآ]")
MARKS = "\u064b-\u0655\u0670\u0300\u05b0"
LONE_MARK = re.compile(
    f"(?:\\A|[\t\x00-\x1f\u2028\u00ad\u061c\ufeff\u200c-\u200f\U000e0001\U000e0041\U000e007f\u202a-\u202e\u2066-\u2069])"
    f"[{MARKS}]"
)
FORMAT = f"{MARKS}\u00ad\u061c\ufeff\u200c-\u200f\U000e0001\U000e0041\U000e007f\u202a-\u202e\u2066-\u2069"
PARTED_FROM_ZWJ = re.compile(
    f"\u200d[{FORMAT}]*[\u200e\u202a-\u202e\u2066-\u2069]|[\u200e\u202a-\u202e\u2066-\u2069][{FORMAT}]*\u200d"
)
HANGING = " \t\u2003\u2028"
#: What is painted for controls and spaces.
PAINTED = {0x1F: "\u241f", 9: "    ", 0xA0: " ", 0x2003: " ", 0x2028: None}
BLANK_WITH_ISOLATES = re.compile(r"[\u2066-\u2069][\s\u2066-\u2069\u200b-\u200f\u061c]*\Z")


def without_trailing_blanks(text: str, start: int, end: int) -> int:
    """The end of what is painted of the line: before white space and format characters."""
    while end > start and (text[end - 1] in HANGING or fribidi.is_format(text[end - 1])):
        end -= 1
    return end


def letters(painted: str) -> str:
    """The letters behind presentation forms, in parts."""
    return unicodedata.normalize("NFKD", painted)


@settings(max_examples=EXAMPLES)
@given(PARAGRAPHS, st.integers(8, 100), BASES)
@example("الأعوام 2024-2026 ثم (DICAS) لا", 12, "R")
def test_lines_are_painted_as_fribidi_has_them(text: str, width: int, base: Direction) -> None:
    assume(not PARTED.search(text))
    paragraph = fribidi.Paragraph(text, "LR".index(base))
    for line in layout(text, width, base):
        end = without_trailing_blanks(text, line.start, line.end)
        if BLANK_WITH_ISOLATES.search(text[line.start : line.end]):
            continue
        assert line.text == paragraph.line(line.start, end).visual


@settings(max_examples=EXAMPLES)
@given(CONTROLLED, st.integers(3, 40), BASES)
@example("\u202dباب سَلام\u202c لا", 9, "R")
@example("ب\u202b\u202cب \u202dب\u202c\u202dب\u202c", 9, "R")
@example("ب\u200eا ب\u200fا", 9, "L")
@example("ا\u202bب (a\u2067لا\u2069 1\u202c) \u2068", 9, "R")
def test_with_every_control(text: str, width: int, base: Direction) -> None:
    assume(not PARTED.search(text) and not LONE_MARK.search(text) and not PARTED_FROM_ZWJ.search(text))
    assume(not {"\x00", "\x1b"} & set(text))
    shown = text.replace("\ud800", "\ufffd")
    paragraph = fribidi.Paragraph(shown, "LR".index(base))
    for line in layout(text, width, base):
        end = without_trailing_blanks(text, line.start, line.end)
        judged = paragraph.line(line.start, end)
        true = uax9.levels(shown, "LR".index(base), line.start, end)
        if all(level in (None, other) for level, other in zip(true, judged.levels, strict=True)):
            assert line.text == judged.visual.translate(PAINTED)


@settings(max_examples=EXAMPLES)
@given(PARAGRAPHS, BASES, st.data())
def test_any_slice_is_ordered_as_fribidi_has_it(text: str, base: Direction, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(not BLANK_WITH_ISOLATES.search(text[start:end]))
    order = resolve(text, base).reorder_line(start, end)
    judged = fribidi.Paragraph(text, "LR".index(base)).line(start, end).order
    # FriBidi sets marks behind their letters (L3) and drops the lam of a ligature; the resolved order has
    # neither.
    bare = [at for at in order if not unicodedata.combining(text[at]) and at in judged]
    assert bare == [at for at in judged if not unicodedata.combining(text[at])]


@settings(max_examples=EXAMPLES)
@given(PARAGRAPHS)
def test_the_direction_is_the_one_fribidi_finds(text: str) -> None:
    assert resolve(text).base == "LR"[fribidi.base_level(text)]


@settings(max_examples=EXAMPLES)
@given(PARAGRAPHS, st.integers(8, 60))
def test_a_cell_paints_the_letters_it_stands_for(text: str, width: int) -> None:
    for line in layout(text, width):
        for cell in line.cells:
            painted = letters(cell.text)
            written = [
                character for character in text[cell.start : cell.end] if not fribidi.is_format(character)
            ]
            if cell.rtl and painted[0] != letters(written[0])[0]:
                assert unicodedata.mirrored(written[0])  # a bracket
            else:
                assert sorted(painted) == sorted(letters("".join(written)))
