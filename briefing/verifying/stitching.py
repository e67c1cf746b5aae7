"""Quotes that are put together of words from several places."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.verifying.spelling import Spelling, at_words
from briefing.verifying.verdict import FoundWords

_ELLIPSIS: Final = re.compile(r"[\[(]?\s*(?:\u2026|\.\s?\.(?:\s?\.)+)\s*[\])]?")
_MOST: Final = 6  # parts of a quote that is called stitched
_LEAST_WORDS: Final = 3  # of a part, where no ellipsis says that it is one
_MOST_WORDS: Final = 400
_EFFORT: Final = 20_000_000  # characters of the article that are looked through for one quote

_Spellings = Sequence[tuple[int, Spelling]]


def has_ellipsis(quote: str) -> bool:
    """Return whether a quote leaves something out and says so."""
    return _ELLIPSIS.search(quote) is not None


def stitched(quote: str, spellings: _Spellings) -> tuple[FoundWords, ...]:
    """Return the parts that a quote is put together of, in its order; nothing if it is not.

    `spellings` are the paragraphs by number, those that are to be preferred first.
    """
    pieces = [folded for piece in _ELLIPSIS.split(quote) if (folded := Spelling(piece).folded.strip(" ,;"))]
    if len(pieces) > 1:
        found = [_first(piece, spellings) for piece in pieces]
        parts = [part for part in found if part is not None]
        return tuple(parts) if len(parts) == len(pieces) <= _MOST else ()
    return _covered(" ".join(pieces).split(" "), spellings)


def _covered(words: list[str], spellings: _Spellings) -> tuple[FoundWords, ...]:
    """The parts of which each is as long as it can be, from the first word on."""
    if len(words) > _MOST_WORDS:
        return ()
    size = sum(len(spelling.folded) for _, spelling in spellings)
    left = _EFFORT
    parts: list[FoundWords] = []
    at = 0
    while at < len(words) and len(parts) < _MOST:
        low, high = at, len(words)  # words[at:low] stand somewhere, words[at:high + 1] do not
        found: FoundWords | None = None
        while low < high:
            middle = (low + high + 1) // 2
            left -= size
            if left < 0:
                return ()
            there = _first(" ".join(words[at:middle]), spellings)
            if there is None:
                high = middle - 1
            else:
                low, found = middle, there
        if found is None or low - at < _LEAST_WORDS:
            return ()
        parts.append(found)
        at = low
    return tuple(parts) if at == len(words) and len(parts) > 1 else ()


def _first(words: str, spellings: _Spellings) -> FoundWords | None:
    """The first place of folded words, whole ones."""
    for number, spelling in spellings:
        if words not in spelling.folded:
            continue
        for span in spelling.places(words):
            if at_words(spelling.text, span):
                return FoundWords(number, *span, spelling.text[span.start : span.end])
    return None
