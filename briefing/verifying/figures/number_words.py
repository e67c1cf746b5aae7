"""What a word of a number stands for, and what may be put together with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

#: unit: 1 to 9, an ordinal too; ten; teen: 11 to 19 in one word; tens: 20 to 90; hundred: multiplies a unit;
#: hundreds: 200 to 900 in one word; scale: multiplies what stands before it, or is one of it; scales: its
#: plural, which is no number by itself; dual: two of a scale; either: one of a scale or two; part: a
#: fraction; parts: multiplied by what stands before; decade: years; other: stands by itself.
NumberWordKind = Literal[
    "unit", "ten", "teen", "tens", "hundred", "hundreds", "scale", "scales", "dual", "either", "part",
    "parts", "decade", "other",
]  # fmt: skip
NumberLanguage = Literal["ar", "fa", "he", "en"]


class NumberWord(NamedTuple):
    """A word of a number: `value` is what it stands for; of a dual the scale of which there are two.

    `is_joined`: "and" stands before it in one word; `is_apart`: a preposition does, and a number
    begins; `is_definite`: the article does. `is_ordinal`: it may as well be the denominator of a fraction.
    """

    kind: NumberWordKind
    value: Fraction
    language: NumberLanguage
    is_joined: bool = False
    is_apart: bool = False
    is_definite: bool = False
    is_ordinal: bool = False


Table = dict[str, NumberWord]


def rows(
    language: NumberLanguage,
    kind: NumberWordKind,
    values: Iterable[tuple[int | Fraction, str]],
    *,
    is_ordinal: bool = False,
) -> Iterator[tuple[str, NumberWord]]:
    """Yield the entries of a table: each of the words of `values`, parted by blanks, for its value."""
    for value, words in values:
        for word in words.split():
            yield word, NumberWord(kind, Fraction(value), language, is_ordinal=is_ordinal)
