"""GNU FriBidi as an independent judge of Arabic lines: libfribidi0 through ctypes.

It shares no code with the engine. A paragraph is resolved (P2 to I2), joined, shaped and mirrored (L4) once;
each line is then reordered by itself (L1 to L3), as UAX #9 has it. Only the interface of FriBidi 1.0 is used.

What FriBidi 1.0.8 does not do, and a comparison must allow for:

- lam-alef is one ligature only if the two letters are neighbours in memory: a mark (or a format character)
  between them, as in vocalised text, leaves two joined letters;
- a ligature is made only where the level is odd: Arabic forced to an even level (after U+202D) is joined but
  not ligated;
- only letters with a presentation form are shaped: the others (U+06D5, most letters beyond U+06D3) stay as
  they are, though their neighbours join to them;
- marks are never given a presentation form, and stay in the order they were typed in behind their letter;
- its fribidi_get_par_direction does not skip isolates (P2), so it is not used:
  fribidi_get_par_embedding_levels_ex finds the direction itself, and does;
- it judges by the tables of Unicode 10: what was assigned later is unassigned to it.
"""

import ctypes
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from tests.needs import used

SONAME = "libfribidi.so.0"

PAR_LTR, PAR_RTL, PAR_ON = 0x110, 0x111, 0x40

SHAPE_MIRRORING, REORDER_NSM = 0x1, 0x2
SHAPE_ARAB_PRES, SHAPE_ARAB_LIGA = 0x100, 0x200
FLAGS_DEFAULT = SHAPE_MIRRORING | REORDER_NSM | 0x40000
FLAGS_ARABIC = SHAPE_ARAB_PRES | SHAPE_ARAB_LIGA

# Format characters (Cf) that are seen: Unicode's Prepended_Concatenation_Mark.
VISIBLE_FORMATS = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)


@dataclass(frozen=True)
class Line:
    """One line as it is seen, left to right.

    `visual`: presentation forms in visual order, without format characters. `order`: for each character of
    `visual` the index in the paragraph it comes from (a lam-alef ligature: that of the alef). `levels`: for
    each character of the paragraph from the line's start to its end its level, after L1. `base`: the
    paragraph's level, 0 or 1.
    """

    visual: str
    order: tuple[int, ...]
    levels: tuple[int, ...]
    base: int


class Paragraph:
    """One paragraph, resolved, joined and shaped as a whole; `line` takes lines out of it.

    `base` is the forced paragraph level (0 or 1), or None to find it by P2 and P3.
    """

    def __init__(self, text: str, base: int | None = None) -> None:
        library, size = _library(), len(text)
        self.text = text
        self.shaped = text
        self.base = base or 0
        self.levels: tuple[int, ...] = ()
        self._types = (ctypes.c_uint32 * size)()
        self._levels = (ctypes.c_int8 * size)()
        direction = PAR_ON if base is None else (PAR_LTR, PAR_RTL)[base]
        if not text:
            self._direction = direction
            return
        string = _characters(text)
        library.fribidi_get_bidi_types(string, size, self._types)
        brackets = (ctypes.c_uint32 * size)()
        library.fribidi_get_bracket_types(string, size, self._types, brackets)
        resolved = ctypes.c_uint32(direction)
        if not library.fribidi_get_par_embedding_levels_ex(
            self._types, brackets, size, ctypes.byref(resolved), self._levels
        ):
            raise MemoryError("fribidi_get_par_embedding_levels_ex failed")
        self._direction = resolved.value
        self.base = resolved.value & 1
        self.levels = tuple(self._levels)

        joining = (ctypes.c_uint8 * size)()
        library.fribidi_get_joining_types(string, size, joining)
        library.fribidi_join_arabic(self._types, size, self._levels, joining)
        library.fribidi_shape(FLAGS_DEFAULT | FLAGS_ARABIC, self._levels, size, joining, string)
        self.shaped = "".join(map(chr, string))

    def line(self, start: int, end: int) -> Line:
        """The line of the characters from `start` to before `end` (indices in the paragraph's text)."""
        if not 0 <= start <= end <= len(self.text):
            raise IndexError(f"no line {start}:{end} in a paragraph of {len(self.text)} characters")
        if start == end:
            return Line("", (), (), self.base)
        size = len(self.text)
        # fribidi_reorder_line writes into all three, within the line.
        levels = type(self._levels)(*self._levels)
        string = _characters(self.shaped)
        positions = (ctypes.c_int * size)(*range(size))
        if not _library().fribidi_reorder_line(
            FLAGS_DEFAULT | FLAGS_ARABIC,
            self._types,
            end - start,
            start,
            self._direction,
            levels,
            string,
            positions,
        ):
            raise MemoryError("fribidi_reorder_line failed")
        seen = [(chr(string[i]), positions[i]) for i in range(start, end) if not is_format(chr(string[i]))]
        return Line(
            visual="".join(character for character, _ in seen),
            order=tuple(index for _, index in seen),
            levels=tuple(levels[start:end]),
            base=self.base,
        )


def base_level(text: str) -> int:
    """The paragraph level by P2 and P3: 1 for right-to-left, else 0 (also without a strong character)."""
    return paragraph(text).base


def levels(text: str, base: int | None = None) -> tuple[int, ...]:
    """The level of every character of a paragraph, as if it were one line."""
    return paragraph(text, base).levels


def shape(text: str, base: int | None = None) -> str:
    """A paragraph joined, ligated and mirrored, still in logical order; as long as `text`.

    U+FEFF stands where a lam has gone into a ligature.
    """
    return paragraph(text, base).shaped


def line(text: str, start: int = 0, end: int | None = None, base: int | None = None) -> str:
    """How the line `text[start:end]` of the paragraph `text` is seen, left to right."""
    return paragraph(text, base).line(start, len(text) if end is None else end).visual


def order(text: str, start: int = 0, end: int | None = None, base: int | None = None) -> tuple[int, ...]:
    """The indices in `text` of the characters of that line, left to right (see `Line.order`)."""
    return paragraph(text, base).line(start, len(text) if end is None else end).order


@lru_cache(maxsize=256)
def paragraph(text: str, base: int | None = None) -> Paragraph:
    """The resolved paragraph, remembered: many lines are asked of the same one."""
    return Paragraph(text, base)


def is_format(character: str) -> bool:
    """Whether a character only works in the algorithm and is not painted (bidi controls, ZWJ, U+FEFF...)."""
    return unicodedata.category(character) == "Cf" and character not in VISIBLE_FORMATS


def version() -> str:
    """FriBidi's own version, as in "1.0.8"."""
    info = ctypes.c_char_p.in_dll(_library(), "fribidi_version_info").value or b""
    return info.split()[2].decode()


def _characters(text: str) -> "ctypes.Array[ctypes.c_uint32]":
    return (ctypes.c_uint32 * len(text))(*map(ord, text))


def _library() -> ctypes.CDLL:
    used(SONAME)
    return _loaded()


@cache
def _loaded() -> ctypes.CDLL:
    library = ctypes.CDLL(SONAME)
    chars, index = ctypes.POINTER(ctypes.c_uint32), ctypes.c_int
    signed, unsigned = ctypes.POINTER(ctypes.c_int8), ctypes.POINTER(ctypes.c_uint8)
    types = brackets = chars
    signatures: dict[str, tuple[Any, Sequence[Any]]] = {
        "fribidi_get_bidi_types": (None, [chars, index, types]),
        "fribidi_get_bracket_types": (None, [chars, index, types, brackets]),
        "fribidi_get_par_embedding_levels_ex": (ctypes.c_int8, [types, brackets, index, chars, signed]),
        "fribidi_get_joining_types": (None, [chars, index, unsigned]),
        "fribidi_join_arabic": (None, [types, index, signed, unsigned]),
        "fribidi_shape": (None, [ctypes.c_uint32, signed, index, unsigned, chars]),
        "fribidi_reorder_line": (
            ctypes.c_int8,
            [ctypes.c_uint32, types, index, index, ctypes.c_uint32, signed, chars, ctypes.POINTER(index)],
        ),
    }
    for name, (result, arguments) in signatures.items():
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library
