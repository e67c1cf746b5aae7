"""Why a quote is not in the paragraph it is said to stand in, and where it may be instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from briefing.document.invisible import without_invisible
from briefing.document.model import Paragraph

_SHOWN = 40  # characters of a quote that are repeated in an error
_LONGEST = 10_000  # characters of a quote that is looked for in another spelling
_FOLDED = 1_000_000  # characters of the article that are looked through for another spelling: half a second


def quote_fault(quote: str, number: int, paragraphs: Sequence[Paragraph]) -> tuple[str, str]:
    """Return fault and cure for a `quote` that is empty or does not occur in paragraph `number`.

    The cure tells of the nearest thing found: the same words in another paragraph, or the words but for
    harakat, tatweel, white space or invisible characters in this one or another.
    """
    if not quote.strip():
        return "the quote is empty", f"copy the words of ¶{number} that carry the claim"
    shown = quote if len(quote) <= _SHOWN else quote[: _SHOWN - 3] + "..."
    what = f'the quote "{shown}" is not in ¶{number}'
    for paragraph in paragraphs:
        if quote in paragraph.text:
            return what, f"it occurs in ¶{paragraph.number}: cite that paragraph, or quote words of ¶{number}"
    folded = folded_spelling(quote) if len(quote) <= _LONGEST else ""
    left = _FOLDED
    for paragraph in (paragraphs[number - 1], *paragraphs):
        left -= len(paragraph.text)
        if left < 0:
            break
        if folded and folded in folded_spelling(paragraph.text):
            is_seen = without_invisible(quote) not in without_invisible(paragraph.text)
            why = "harakat, tatweel or white space" if is_seen else "invisible characters"
            there = f"it is in ¶{paragraph.number} but for {why}"
            return what, f"{there}: copy the words from there exactly as they stand"
    return what, f"copy the words exactly as they stand in ¶{number}"


def folded_spelling(text: str) -> str:
    """Return `text` without marks, tatweel and format characters, each run of white space as one space."""
    kept = (c for c in text if c != "\N{ARABIC TATWEEL}" and unicodedata.category(c) not in ("Mn", "Cf"))
    return re.sub(r"\s+", " ", "".join(kept)).strip()
