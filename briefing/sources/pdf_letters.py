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
_TWICE: Final = re.compile(f"({_LETTER}[{_MARKS}]+|ل[{_MARKS}]+[اأإآ])\\1")
_TANWIN_TWICE: Final = re.compile(f"({_LETTER}[\u064b-\u064d][{_MARKS}]*|ل\u0651?\u064b\u0651?ا)\\1")


# Marks stand where they are painted, which is not always behind their letter. What is certain is put right:
# none follows a full stop, a tanwin ends its word, and a bare alef has no shadda.
_BEHIND: Final = re.compile(f"(?<=[{_MARKS}\u0620-\u064a\u066e-\u06d3])([.،؛:!؟»)\\]…]+)([{_MARKS}]+)")
_ENDED: Final = re.compile(
    "([\u064c\u064d]\u0651?|ة\u064b|(?<!ة)\u064b[اى]|[اى]\u064b\u0651?|(?<![ةاى])\u064b\u0651?(?![اى]))"
    f"(?={_LETTER})"
)
_ON_ALEF: Final = re.compile(f"(?<={_LETTER})ا(?:\u064b\u0651|\u0651\u064b)")
#: A line of nothing but marks, whose letters are in another.
_ONLY_MARKS: Final = re.compile(f"[{_MARKS}\\s]+")


def is_only_marks(text: str) -> bool:
    """Return whether a line has no letter, only marks that belong to those of other lines."""
    return _ONLY_MARKS.fullmatch(text) is not None


def _in_order(text: str) -> str:
    text = _BEHIND.sub(r"\2\1", text)
    text = _ON_ALEF.sub("\u0651ا\u064b", text)
    return _ENDED.sub(r"\1 ", text)


def written(text: str, *, clusters_twice: bool = False, strokes: bool = False) -> str:
    """Return `text` with presentation forms as the letters they show, nothing else made anew.

    Some programs say for each glyph of a letter with its mark that it stands for both: with
    `clusters_twice` each such pair is one; that of a tanwin always is. `strokes` takes out unknown glyphs
    between letters that join. Marks that cannot stand where they do are put right.
    """
    text = _SHAPES.sub(lambda shapes: unicodedata.normalize("NFKC", shapes[0]), text)
    if strokes:
        text = _STROKE.sub(r"\1", text)
    return _in_order((_TWICE if clusters_twice else _TANWIN_TWICE).sub(r"\1", text))


def has_strokes(text: str) -> bool:
    """Return whether the unknown glyphs in a document are strokes that fill its lines."""
    unknown = text.count(UNKNOWN)
    filling = sum(found[0].count(UNKNOWN) for found in _STROKE.finditer(text))
    return unknown > 0 and filling >= _MOSTLY * unknown
