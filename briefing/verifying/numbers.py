"""Numbers in a claim that the words it quotes do not carry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from briefing.verifying.figures.digits import written
from briefing.verifying.figures.figures_in_text import Figure, figures, numbers_in


class Uncarried(NamedTuple):
    """A number as the claim writes it; `is_certain`: in digits, and not in the paragraphs either."""

    written: str
    is_in_paragraphs: bool
    is_certain: bool


#: Words of numbers that are as often something else, and what they are so after or before.
_NO_NUMBER: Final = re.compile(
    r"one\b|first(?:ly)? (?:of all|and foremost)\b|both\b[^.;]* and\b|quarters?(?! of\b)", re.IGNORECASE
)
_NO_NUMBER_AFTER: Final = {"first": ("at",), "zero": ("below", "above", "ground"), "second": ("per",)}


def uncarried(claim: str, quotes: Sequence[str], paragraphs: Sequence[str]) -> Iterator[Uncarried]:
    """Yield the numbers in `claim` that none of its `quotes` gives; `paragraphs` are the cited texts."""
    carried = {number for quote in quotes for number in numbers_in(quote)}
    around: set[str] | None = None
    told: set[str] = set()
    for one in figures(claim):
        numbers = {written(-value if one.is_negative else value) for value in one.values}
        if numbers & carried or numbers <= told or _is_no_number(claim, one):
            continue
        told |= numbers
        if around is None:
            around = {number for paragraph in paragraphs for number in numbers_in(paragraph)}
        before = claim[one.start - 1 : one.start] if one.start else ""
        is_name = before.isalpha() or (before == "-" and claim[one.start - 2 : one.start - 1].isalpha())
        is_around = bool(numbers & around)
        is_certain = one.begins_with_digit and not is_name and not is_around
        yield Uncarried(claim[one.start : one.end], is_around, is_certain)


def _is_no_number(claim: str, one: Figure) -> bool:
    if one.begins_with_digit:
        return False
    match = _NO_NUMBER.match(claim, one.start)
    word = claim[one.start : one.end].casefold()
    before = claim[: one.start].split()[-1:]
    is_after = bool(before) and before[0].casefold() in _NO_NUMBER_AFTER.get(word, ())
    return is_after or (match is not None and match.end() >= one.end)
