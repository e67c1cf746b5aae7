"""Finding what somebody typed in a text, in whatever spelling it stands there.

What is typed without marks finds the word with and without them. What is typed with more counts: a harakah, a
hamza or an accent must be there (others may be), and with one capital letter all letters keep their case.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from briefing.arabic.folding import Span, fold, is_seen_mark, origins, unfolded

_TATWEEL: Final = "\u0640"
_JOINERS: Final = "\u200c\u200d"


class _Letter(NamedTuple):
    """What a folded character of a query demands of the text: marks, and the letter in this very case."""

    marks: frozenset[str]
    cased: str


class Query:
    """What is looked for; false if there is nothing to look for.

    Args:
        typed: Text in logical order. White space around it does not count, and inside it any amount is one.
        whole_words: Whether a hit begins and ends where words do.
    """

    def __init__(self, typed: str, *, whole_words: bool = False) -> None:
        letters = list(_letters(typed))
        if not any(letter.cased != letter.cased.lower() for _, letter in letters):
            letters = [(folded, letter._replace(cased="")) for folded, letter in letters]
        words: list[list[tuple[str, _Letter]]] = [[]]
        for folded, letter in letters:
            if folded != " ":
                words[-1].append((folded, letter))
            elif words[-1]:
                words.append([])
        words = [word for word in words if word]
        self._demands = [[letter for _, letter in word] for word in words]
        self._demanding = any(letter != _ANY for word in self._demands for letter in word)
        self._pattern = re.compile(
            " +".join(f"({re.escape(''.join(folded for folded, _ in word))})" for word in words)
        )
        self._whole_words = whole_words

    def __bool__(self) -> bool:
        return bool(self._demands)

    def hits(self, text: str) -> Iterator[Span]:
        """The slices of `text` that fit, in order; none overlaps the one before it."""
        folded = fold(text)
        match = self._pattern.search(folded) if self else None
        origin = origins(text) if match else []
        while match:
            span = unfolded(text, origin, *match.span())
            if self._fits(text, origin, match) and not (self._whole_words and _inside_words(text, span)):
                yield span
                match = self._pattern.search(folded, match.end())
            else:
                match = self._pattern.search(folded, match.start() + 1)

    def _fits(self, text: str, origin: list[int], match: re.Match[str]) -> bool:
        """Whether the text has the marks and the case that the query demands."""
        if not self._demanding:
            return True
        for group, demands in enumerate(self._demands, 1):
            start = match.start(group)
            for at, letter in enumerate(demands, start):
                if letter == _ANY:
                    continue
                there = unicodedata.normalize("NFKD", text[slice(*unfolded(text, origin, at, at + 1))])
                if not letter.marks.issubset(there) or letter.cased not in there:
                    return False
        return True


_ANY: Final = _Letter(frozenset(), "")


def _letters(typed: str) -> Iterator[tuple[str, _Letter]]:
    """The folded characters of what was typed, and what each demands."""
    pending: tuple[str, str] | None = None
    marks: set[str] = set()
    for character in unicodedata.normalize("NFKD", typed):
        if is_seen_mark(character):
            marks.add(character)
            continue
        if folded := fold(character):
            if pending:
                yield from _demanding(*pending, marks)
            pending, marks = (folded, character), set()
    if pending:
        yield from _demanding(*pending, marks)


def _demanding(folded: str, character: str, marks: set[str]) -> Iterator[tuple[str, _Letter]]:
    is_cased = character.lower() != character.upper() and len(folded) == 1
    for one in folded:
        yield one, _Letter(frozenset(marks), character if is_cased else "")


def _inside_words(text: str, span: Span) -> bool:
    before, after = text[max(0, span.start - 1) : span.start], text[span.end : span.end + 1]
    return _in_a_word(before) or _in_a_word(after)


def _in_a_word(character: str) -> bool:
    return bool(character) and (
        character.isalnum()
        or character in f"{_TATWEEL}{_JOINERS}_"
        or unicodedata.category(character) in ("Mn", "Mc", "Me")
    )
