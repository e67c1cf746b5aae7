"""Letters of a PDF as they are written: shapes, and what a program put in to fill lines, turned back."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

#: A glyph of which nobody knows what it stands for.
UNKNOWN: Final = "\ufffd"

_SHAPES: Final = re.compile("[\ufb50-\ufdfb\ufe70-\ufefc]+")
_MARKS: Final = "\u064b-\u0652\u0670"
_LETTER: Final = "[\u0620-\u064a\u066e-\u06d3]"
# Letters that join what follows them.
_JOINING: Final = (
    "[\u0626\u0628\u062a-\u062e\u0633-\u063f\u0641-\u0647\u0649\u064a\u0678-\u0687\u069a-\u06bf\u06cc]"
)
#: Between two letters that join, a glyph without a meaning is the stroke that fills a line.
_STROKE: Final = re.compile(f"(?<={_JOINING})([{_MARKS}]*){UNKNOWN}+(?=[{_MARKS}]*{_LETTER})")
_MOSTLY: Final = 0.8  # of the unknown glyphs
_TWICE: Final = re.compile(f"({_LETTER}[{_MARKS}]+)\\1")
_TANWIN_TWICE: Final = re.compile(f"({_LETTER}[\u064b-\u064d][{_MARKS}]*)\\1")


def written(text: str, *, clusters_twice: bool = False, strokes: bool = False) -> str:
    """Return `text` with presentation forms as the letters they show, nothing else made anew.

    Some programs say for each glyph of a letter with its mark that it stands for both: with
    `clusters_twice` each such pair is one; that of a tanwin always is. `strokes` takes out unknown glyphs
    between letters that join.
    """
    text = _SHAPES.sub(lambda shapes: unicodedata.normalize("NFKC", shapes[0]), text)
    if strokes:
        text = _STROKE.sub(r"\1", text)
    return (_TWICE if clusters_twice else _TANWIN_TWICE).sub(r"\1", text)


def has_strokes(text: str) -> bool:
    """Return whether the unknown glyphs in a document are strokes that fill its lines."""
    unknown = text.count(UNKNOWN)
    filling = sum(found[0].count(UNKNOWN) for found in _STROKE.finditer(text))
    return unknown > 0 and filling >= _MOSTLY * unknown
