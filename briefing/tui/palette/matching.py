"""How well what was typed fits a name: each of its words as it stands there, as letters of one word, or as
the initials of several. Linear in the name, whatever it is made of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# What a word that was typed is worth: where a word begins, inside one, as initials, as letters of one.
_BEGINS, _INSIDE, _INITIALS, _LETTERS = 8, 4, 2, 1


class TypedWord(NamedTuple):
    """A word that was typed, folded, and the patterns for it; `loosely` takes initials and letters alike."""

    text: str
    begins: re.Pattern[str]
    initials: re.Pattern[str] | None
    loosely: re.Pattern[str] | None


def words(query: str) -> tuple[TypedWord, ...]:
    """The words of a folded query."""
    return tuple(_word(text) for text in query.split())


def _word(text: str) -> TypedWord:
    escaped = [re.escape(character) for character in text]
    initials = loosely = None
    if len(text) > 1 and text.isalnum():
        # Possessive: each letter is the next there is of its kind, so that nothing is ever tried again.
        first, rest = rf"(?<!\w)({escaped[0]})", escaped[1:]
        of_words = "".join(rf"\w*+\W++({one})" for one in rest)
        of_one = "".join(rf"[^\W{one}]*+({one})" for one in rest)
        initials = re.compile(first + of_words)
        loosely = re.compile(f"{first}(?:{of_one}|{of_words})")
    return TypedWord(text, re.compile(r"(?<!\w)" + re.escape(text)), initials, loosely)


def score(wanted: Sequence[TypedWord], name: str) -> int:
    """How well the words fit a folded `name`: 0 if one of them does not fit at all."""
    total = 0
    for word in wanted:
        if word.text in name:
            total += _BEGINS if word.begins.search(name) else _INSIDE
        elif word.initials is not None and word.loosely is not None and word.loosely.search(name):
            total += _INITIALS if word.initials.search(name) else _LETTERS
        else:
            return 0
    return total


def _is_one(span: tuple[int, int]) -> bool:
    return span[0] >= 0


def fitting_slices(wanted: Sequence[TypedWord], name: str) -> Iterator[tuple[int, int]]:
    """The slices of a folded `name` that the words fit, as `score` takes them."""
    for word in wanted:
        found = word.begins.search(name)
        if found:
            yield found.span()
        elif (at := name.find(word.text)) >= 0:
            yield at, at + len(word.text)
        else:
            for pattern in (word.initials, word.loosely):
                if pattern is not None and (match := pattern.search(name)):
                    yield from filter(_is_one, map(match.span, range(1, pattern.groups + 1)))
                    break
