"""The words of the article that are most like those of a quote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from rapidfuzz import fuzz

from briefing.verifying.spelling import Spelling
from briefing.verifying.verdict import FoundWords

_LEAST: Final = 75.0  # score from which on words are near; unlike Arabic texts come to 60 at most
_SHORTEST: Final = 6  # letters of a quote that anything can be near to
_EFFORT: Final = 20_000_000  # letters of the quote times letters of the article, for one quote
_AROUND: Final = 60  # characters on either side in which words may begin or end instead
_EDGES: Final = 9  # so many of them are tried
_PREFERENCE: Final = 3.0  # by so much another paragraph has to be better than the one that is cited


class Near(NamedTuple):
    """What was found, and how near it is: 0 to 100, rapidfuzz's ratio of the folded words."""

    found: FoundWords
    score: float


def nearest(words: str, spellings: Sequence[tuple[int, Spelling]]) -> Near | None:
    """Return the passage nearest to folded `words`, None if nothing is near.

    `spellings` are the paragraphs by number, the cited one first: it is preferred.
    """
    if len(words) < _SHORTEST:
        return None
    best: Near | None = None
    left = _EFFORT
    for number, spelling in spellings:
        left -= len(words) * len(spelling.folded)
        if left < 0 or not spelling.folded:
            break
        least = _LEAST if best is None else max(_LEAST, best.score + _PREFERENCE)
        near = _in_paragraph(words, number, spelling, least)
        if near is not None and near.score >= least:
            best = near
    return best


def _in_paragraph(words: str, number: int, spelling: Spelling, least: float) -> Near | None:
    text = spelling.folded
    # A little below, since whole words may fit better than the window of equal length.
    at = fuzz.partial_ratio_alignment(words, text, score_cutoff=least - 10)
    if at is None:
        return None
    # The shorter of the two is what was looked for in the other.
    start, end = (at.dest_start, at.dest_end) if len(words) <= len(text) else (0, len(text))
    start, end, score = _at_words(words, text, start, end)
    span = spelling.span(start, end)
    return Near(FoundWords(number, *span, spelling.text[span.start : span.end]), score)


def _at_words(words: str, text: str, start: int, end: int) -> tuple[int, int, float]:
    """The slice of whole words of `text` around `[start:end]` that is most like `words`."""
    starts = _edges(text, start, is_start=True)
    ends = _edges(text, end, is_start=False)
    scored = (
        (fuzz.ratio(words, text[one:other]), -abs(other - one - len(words)), one, other)
        for one in starts
        for other in ends
        if one < other
    )
    score, _, start, end = max(scored, default=(0.0, 0, start, end))
    return start, end, score


def _edges(text: str, at: int, *, is_start: bool) -> list[int]:
    """Where words begin or end near `at`, with and without punctuation: some before it and some behind."""
    low, high = max(at - _AROUND, 0), min(at + _AROUND, len(text))
    side = r"\b\w|(?<!\S)\S" if is_start else r"\w\b|\S(?!\S)"
    found = [
        match.start() if is_start else match.end() for match in re.compile(side).finditer(text, low, high)
    ]
    found = [*found, 0] if is_start and low == 0 else found
    if not is_start and high == len(text):
        found.append(high)
    return sorted(sorted(set(found), key=lambda edge: abs(edge - at))[:_EDGES])
