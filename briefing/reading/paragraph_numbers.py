"""Going to a paragraph by the number that a reader types, in any script's digits."""

from __future__ import annotations

from typing import NamedTuple

from briefing.reading.state import Reading
from briefing.settings.words import say

# More digits than the number of a paragraph has.
_LONGEST = 18


class Numbers(NamedTuple):
    """The first and the last number there is, of a large text as far as it is counted."""

    first: int
    last: int
    is_whole: bool


def numbers(reading: Reading) -> Numbers | None:
    """Return the numbers of the article's paragraphs; None if it has none."""
    article, counted = reading.views[0], reading.counted
    if not article.count:
        return None
    is_whole = counted is None or counted.percent == 100
    return Numbers(article.number(0), article.number(article.count - 1), is_whole)


def number_typed(typed: str) -> int | None:
    """Return the number that was typed, with or without `¶`; None if it is none."""
    digits = typed.strip().removeprefix("¶").strip()
    return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST else None


def range_words(reading: Reading) -> str:
    """Return what numbers there are, in words."""
    there = numbers(reading)
    if there is None:
        return ""
    return say(
        "paragraph.range" if there.is_whole else "paragraph.counted", first=there.first, last=there.last
    )


def fault(reading: Reading, typed: str) -> str:
    """Return what is wrong with a number that was typed, in one line; "" if one can go there."""
    number, there = number_typed(typed), numbers(reading)
    if there is not None and number is not None and reading.views[0].index_of(number) is not None:
        return ""
    return say("paragraph.none", range=range_words(reading))
