"""The words of a text, and the first words of its sentences: where the reader can stand in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from briefing.arabic.sentence_breaks import sentence_boundaries
from briefing.arabic.word_breaks import word_boundaries
from briefing.reading.marks import Span

# Texts whose words are kept: those on either side of a step, in both ways.
_KEPT: Final = 4
# Ends no sentence: a full stop behind one letter, unless it counts years (م. 2020), or before a letter.
_INITIAL: Final = re.compile(
    r"(?<![\w\u064b-\u065f\u0670])(?<![\d\u0660-\u0669\u06f0-\u06f9] )[^\W\d_]\.\s*\Z"
)
_REACH: Final = 8  # characters before a boundary that may be such an initial


@lru_cache(maxsize=_KEPT)
def words_in(text: str) -> tuple[Span, ...]:
    """Return the words (UAX #29) of `text` that have a letter or a digit, in order, as slices."""
    words: list[Span] = []
    start = 0
    for end in word_boundaries(text):
        if any(map(str.isalnum, text[start:end])):
            stop = end
            while unicodedata.category(text[stop - 1]) == "Cf":  # signs of direction behind it
                stop -= 1
            words.append((start, stop))
        start = end
    return tuple(words)


@lru_cache(maxsize=_KEPT)
def sentence_starts(text: str, before: str = "") -> tuple[Span, ...]:
    """Return the first word of each sentence of `text`, in order, as slices.

    A sentence ends as in UAX #29, so at `.`, `؟`, `!` and `۔`, not at `؛`, and with a line. But a full stop
    behind a single letter (`د. أحمد`), or inside a word (`أ.ف.ب`), ends none.

    Args:
        text: The text, or a part of one.
        before: What stands before that part in the same line: then it need not begin with a sentence.
    """
    starts = iter([start for start in _sentences(before + text) if start >= len(before)])
    start = next(starts, None)
    words: list[Span] = []
    for word in words_in(text):
        if start is None:
            break
        at = word[0] + len(before)
        if at >= start:
            words.append(word)
            while start is not None and start <= at:
                start = next(starts, None)
    return tuple(words)


def _sentences(text: str) -> Iterator[int]:
    """The indices at which sentences begin."""
    yield 0
    for end in sentence_boundaries(text):
        inside = text[end - 1] == "." and text[end : end + 1].isalpha()
        if not inside and not _INITIAL.search(text, max(0, end - _REACH), end):
            yield end
