"""Generated paragraphs against FriBidi: order, mirroring, joining, marks, cut at random into lines.

What FriBidi 1.0.8 itself gets wrong is left out, and nothing else:

- lam and alef with marks between them are one ligature (ARABIC.md); FriBidi leaves two letters;
- at a line's end white space goes to the paragraph's level together with isolate controls in it (rule L1);
  FriBidi stops at these;
- letters forced to an even level (an Arabic word inside a left-to-right override) are not ligated by FriBidi:
  no overrides here. Its start-of-sequence type is wrong after an embedding, and in an isolate behind
  another: no embeddings here, and isolates begin and end with a letter. Unicode's own files have it all
  (test_conformance.py).
"""

import re
import unicodedata

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from briefing.arabic import Direction, layout, resolve
from tests.arabic.effort import EXAMPLES
from tests.arabic.texts import HARAKAT, PARAGRAPHS
from tests.judges import fribidi
from tests.needs import needs_library

pytestmark = needs_library(fribidi.SONAME)

BASES: st.SearchStrategy[Direction] = st.sampled_from(["L", "R"])
PARTED = re.compile(f"ل[{HARAKAT}]+[اأإآ]")
BLANK_WITH_ISOLATES = re.compile(r"[\u2066-\u2069][\s\u2066-\u2069\u200b-\u200f\u061c]*\Z")


def without_trailing_blanks(text: str, start: int, end: int) -> int:
    """The end of what is painted of the line: before white space and format characters."""
    while end > start and (text[end - 1].isspace() or fribidi.is_format(text[end - 1])):
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
@given(PARAGRAPHS, BASES, st.data())
def test_any_slice_is_ordered_as_fribidi_has_it(text: str, base: Direction, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assume(not BLANK_WITH_ISOLATES.search(text[start:end]))
    order = resolve(text, base).line_order(start, end)
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
