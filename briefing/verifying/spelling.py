"""A text in the one spelling in which quotes are compared, and where in it each folded character stands."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from briefing.arabic.folding import Span, fold, origins, unfolded

#: Quotation marks, which one writer sets where another leaves them out.
MARKS: Final = frozenset("\"'`\u00ab\u00bb\u2018\u2019\u201a\u201b\u201c\u201d\u201e\u201f\u2039\u203a")


class Spelling:
    """A `text`, and what it is folded to: `arabic.folding` without quotation marks, white space as one space.

    With `spaced` False no white space is left at all.
    """

    def __init__(self, text: str, *, spaced: bool = True) -> None:
        self.text = text
        self._spaced = spaced
        folded = fold(text).replace('"', "")
        self.folded = " ".join(folded.split()) if spaced else "".join(folded.split())

    def places(self, words: str) -> Iterator[Span]:
        """Yield the slices of the text in which folded `words` stand, in order."""
        at = self.folded.find(words) if words else -1
        while at >= 0:
            yield self.span(at, at + len(words))
            at = self.folded.find(words, at + 1)

    def span(self, start: int, end: int) -> Span:
        """Return the slice of the text that `folded[start:end]` comes from; `end` is greater than `start`."""
        return unfolded(self.text, self._origins, start, end)

    @cached_property
    def _origins(self) -> list[int]:
        kept: list[int] = []
        was_space = True
        for character, at in zip(fold(self.text), origins(self.text), strict=True):
            if character == '"':
                continue
            if character.isspace():
                if self._spaced and not was_space:
                    kept.append(at)
                was_space = True
            else:
                kept.append(at)
                was_space = False
        return kept


def at_words(text: str, span: Span) -> bool:
    """Return whether a slice begins and ends where words of `text` do."""
    return not (
        _inside_word(text[span.start - 1 : span.start], text[span.start : span.start + 1])
        or _inside_word(text[span.end - 1 : span.end], text[span.end : span.end + 1])
    )


def _inside_word(before: str, after: str) -> bool:
    return _of_word(before) and _of_word(after)


def _of_word(character: str) -> bool:
    return character.isalnum() or (character != "" and unicodedata.category(character) in ("Mn", "Mc", "Me"))
