"""Numbers in a claim that the words it quotes do not carry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.verifying.number_words import (
    digit_numbers,
    english_word_numbers,
    numbers_in,
    readings,
    value_of,
)


class Uncarried(NamedTuple):
    """A number as the claim writes it; `is_certain`: in digits, and not in the paragraphs either."""

    written: str
    is_in_paragraphs: bool
    is_certain: bool


def uncarried(claim: str, quotes: Sequence[str], paragraphs: Sequence[str]) -> Iterator[Uncarried]:
    """Yield the numbers in `claim` that none of its `quotes` gives; `paragraphs` are the cited texts."""
    carried = {number for quote in quotes for number in numbers_in(quote)}
    around: set[str] | None = None
    told: set[str] = set()
    matches = [*digit_numbers(claim), *english_word_numbers(claim)]
    for match in sorted(matches, key=lambda one: one.start()):
        written = match.group()
        is_digits = written[0].isdecimal()
        numbers = readings(written) if is_digits else {str(value_of(written))}
        if numbers & carried or numbers <= told:
            continue
        told |= numbers
        if around is None:
            around = {number for paragraph in paragraphs for number in numbers_in(paragraph)}
        before = claim[match.start() - 1 : match.start()] if match.start() else ""
        is_name = before.isalpha() or (
            before == "-" and claim[match.start() - 2 : match.start() - 1].isalpha()
        )
        is_around = bool(numbers & around)
        yield Uncarried(written, is_around, is_digits and not is_name and not is_around)
