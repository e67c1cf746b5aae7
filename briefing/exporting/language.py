"""Which language a text is most likely in, as a tag (BCP 47), by its letters alone."""

from __future__ import annotations

import re
from typing import Final

# Letters that Arabic has not, in the order in which they decide; of Hebrew's block its letters.
_LETTERS: Final = (
    ("ur", "[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]"),
    ("fa", "[\u067e\u0686\u0698\u06a9\u06af\u06cc]"),
)
_ARABIC: Final = "[\u0620-\u064a\u066e-\u06d3\u0750-\u077f\u08a0-\u08c9\ufb50-\ufdff\ufe70-\ufefc]"
_HEBREW: Final = "[\u05d0-\u05f2\ufb1d-\ufb4f]"
_LATIN: Final = "[A-Za-z\u00c0-\u024f]"
_LOOKED_AT: Final = 20_000  # characters
_FEW: Final = 100  # of so many Arabic letters one of another language's says nothing: a name, a slip


def language_of(text: str) -> str:
    """Return `ar`, `fa`, `ur`, `he` or `en`; `und` for a text in no letters that are known here."""
    text = text[:_LOOKED_AT]
    counts = {tag: len(re.findall(kind, text)) for tag, kind in (("ar", _ARABIC), ("he", _HEBREW))}
    if not any(counts.values()):
        return "en" if re.search(_LATIN, text) else "und"
    if counts["he"] > counts["ar"]:
        return "he"
    for tag, letters in _LETTERS:
        if len(re.findall(letters, text)) * _FEW > counts["ar"] * 3:
            return tag
    return "ar"


def is_rtl(language: str) -> bool:
    """Return whether a language of `language_of` is written from right to left."""
    return language in ("ar", "fa", "ur", "he")
