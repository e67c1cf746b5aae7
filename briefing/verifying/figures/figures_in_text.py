"""The numbers of a text, each where it stands, with all that it may mean."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from briefing.verifying.figures.digits import written
from briefing.verifying.figures.number_words import NumberWord
from briefing.verifying.figures.sums import Sum
from briefing.verifying.figures.tokens import Token, tokens


class Figure(Struct, frozen=True):
    """A number: `[start:end]` of the text.

    `values` are all that it may mean, without its sign. `scale` is that of its last part, 0 if none.
    `[first:last]` are its tokens among those of the text, `joints` the ones that "and" joins to it.
    """

    start: int
    end: int
    values: frozenset[Fraction]
    begins_with_digit: bool
    is_negative: bool
    scale: int
    first: int
    last: int
    joints: tuple[int, ...] = ()


_YEARS: Final = range(1900, 2101)
_NOON: Final = 12
_MINUTES: Final = {Fraction(1, 2): 30, Fraction(1, 4): 15, Fraction(1, 3): 20}
_BELOW_ZERO: Final = (
    ("below", "zero"),
    ("below", "freezing"),
    ("تحت", "الصفر"),
    ("دون", "الصفر"),
    ("زير", "صفر"),
)


def figures(text: str) -> list[Figure]:
    """Return the numbers in a text, in digits or in words, in order."""
    return _figures(tokens(text))


def numbers_in(text: str) -> set[str]:
    """Return every number that a text may be said to give, in digits: `1200000000` of `مليارا و200 مليون`.

    What is in doubt is given. A pair (`عامين`) is 2. Without signs and with them, if they are negative.
    """
    all_tokens = tokens(text)
    all_figures = _figures(all_tokens)
    found = {value for one in all_figures for value in one.values}
    found |= {-value for one in all_figures if one.is_negative for value in one.values}
    if any(_is_pair(all_tokens, at) for at in range(len(all_tokens))):
        found.add(Fraction(2))
    return {written(value) for value in found}


def _figures(all_tokens: Sequence[Token]) -> list[Figure]:
    found = [_with_percent(all_tokens, one) for one in _sums(all_tokens)]
    for at in range(len(found)):
        found[at] = _with_clock(all_tokens, found, at)
        found[at] = _with_part(all_tokens, found, at)
    for at in reversed(range(len(found) - 1)):
        found[at] = _with_scale_of_next(all_tokens, found[at], found[at + 1])
    return [_with_pieces(all_tokens, one) for one in found]


def _sums(all_tokens: Sequence[Token]) -> Iterator[Figure]:
    """Put together what belongs together, from the first token to the last."""
    sum_: Sum | None = None
    is_joined = False
    for at, token in enumerate(all_tokens):
        if sum_ is not None and _is_skipped(all_tokens, at, sum_, is_joined=is_joined):
            is_joined = is_joined or token.sort in ("and", "comma")
            continue
        if token.sort not in ("digits", "word"):
            if sum_ is not None:
                yield _figure(all_tokens, sum_)
            sum_, is_joined = None, False
            continue
        is_joined = is_joined or bool(token.word and token.word.is_joined)
        if sum_ is not None and (
            bool(token.word and token.word.is_apart) or not _take(all_tokens, sum_, at, is_joined)
        ):
            yield _figure(all_tokens, sum_)
            sum_ = None
        if sum_ is None:
            sum_ = Sum(at)
            if not _take(all_tokens, sum_, at, is_joined=False):
                sum_ = None
        is_joined = False
    if sum_ is not None:
        yield _figure(all_tokens, sum_)


def _take(all_tokens: Sequence[Token], sum_: Sum, at: int, is_joined: bool) -> bool:
    token = all_tokens[at]
    if token.word is None:
        is_taken = sum_.takes_digits(token, is_joined=is_joined)
    else:
        is_taken = sum_.takes(token.word, is_joined=is_joined, is_near=not _is_year(all_tokens, sum_, at))
    if is_taken:
        if is_joined and sum_.first < at:
            sum_.joints.append(at)
        sum_.end = at + 1
    return is_taken


def _is_skipped(all_tokens: Sequence[Token], at: int, sum_: Sum, *, is_joined: bool) -> bool:
    """Whether a token in the middle of a number says nothing: "and", the "a" of "half a million"."""
    token = all_tokens[at]
    if token.sort == "and":
        return not is_joined
    behind = next((one for one in all_tokens[at + 1 : at + 4] if one.sort != "article"), None)
    last = all_tokens[sum_.end - 1].word
    if behind is None or behind.word is None:
        return False
    if token.sort == "article":
        is_part = (last is not None and last.kind in ("part", "parts")) or bool(last and last.is_ordinal)
        return (is_part and behind.word.kind == "scale") or (is_joined and behind.word.kind == "part")
    if token.sort == "comma":
        return bool(sum_.scale) and last is not None and last.language == "en" and behind.word.kind != "scale"
    if token.text == "-":
        is_close = all_tokens[at - 1].end == token.start and behind.start == token.end
        return is_close and last is not None and last.language == "en"
    return False


def _is_year(all_tokens: Sequence[Token], sum_: Sum, at: int) -> bool:
    """Whether the number so far is a year, as after `عام`, and what follows is another number."""
    first = all_tokens[sum_.first]
    if not sum_.first or all_tokens[sum_.first - 1].sort != "year":
        return False
    word = all_tokens[at].word
    is_scale = word is not None and word.kind in ("scale", "scales", "either", "dual")
    return is_scale and (first.sort == "digits" or sum_.scale == 1000) and max(sum_.values) >= 1000


def _figure(all_tokens: Sequence[Token], sum_: Sum) -> Figure:
    first, last = all_tokens[sum_.first], all_tokens[sum_.end - 1]
    values = sum_.values
    if sum_.end - sum_.first == 2 and _is_perhaps_year(first, last.word) and last.word:
        values |= first.values | {last.word.value}
    before = all_tokens[sum_.first - 1] if sum_.first else None
    is_negative = before is not None and _is_minus(all_tokens, sum_.first - 1, first)
    if (
        last.word
        and last.word.kind == "part"
        and last.word.is_definite
        and first.word
        and first.word.is_definite
    ):
        hours = frozenset(value - last.word.value for value in values if value < _NOON + 1)  # half past ten
        values |= hours | {last.word.value, Fraction(_MINUTES.get(last.word.value, 0))} if hours else hours
    behind = all_tokens[sum_.end] if sum_.end < len(all_tokens) else None
    near = [token.text for token in all_tokens[sum_.end : sum_.end + 4]]
    is_negative = is_negative or any(pair in _BELOW_ZERO for pair in pairwise(near))
    if behind and behind.sort == "other" and behind.text == "s" and behind.start == last.end:  # the 1990s
        values |= {value % 100 for value in values}
    return Figure(
        first.start, last.end, values, first.sort == "digits", is_negative, sum_.scale, sum_.first, sum_.end,
        tuple(sum_.joints),
    )  # fmt: skip


def _is_perhaps_year(first: Token, scale: NumberWord | None) -> bool:
    """Whether digits before a scale may as well be a year before one of it: in 2023, a milliard."""
    is_one = scale is not None and scale.language == "ar" and scale.kind in ("scale", "either")
    return is_one and len(first.text) == 4 and bool(first.values) and max(first.values) in _YEARS


def _is_minus(all_tokens: Sequence[Token], at: int, first: Token) -> bool:
    sign = all_tokens[at]
    if sign.sort == "minus":
        return True
    is_close = sign.text == "-" and sign.end == first.start and first.sort == "digits"
    if not is_close or not at:
        return is_close
    before = all_tokens[at - 1]
    is_apart = before.end < sign.start and before.sort not in ("digits", "word")
    return is_apart or before.text in tuple("([$£€")


def _with_percent(all_tokens: Sequence[Token], one: Figure) -> Figure:
    behind = all_tokens[one.last : one.last + 2]
    if any(token.sort == "percent" for token in behind[:1]) or (
        len(behind) == 2 and behind[1].sort == "percent" and behind[0].text in ("في", "per", "-")
    ):
        return replace(one, values=one.values | {value / 100 for value in one.values})
    return one


def _with_clock(all_tokens: Sequence[Token], found: Sequence[Figure], at: int) -> Figure:
    """A number with what else it is beside another: of `22:00` the hour 10; of `2023/24` the year 2024."""
    one = found[at]
    own = all_tokens[one.first]
    values = one.values
    if at + 1 < len(found) and _between(all_tokens, one, found[at + 1]) == ":" and max(values) <= 24:
        values |= {value - _NOON if value > _NOON else value + _NOON for value in values}
    if at and own.text == "00" and _between(all_tokens, found[at - 1], one) == ":":
        values |= found[at - 1].values  # an hour, and no minutes
    elif at and own.sort == "digits" and len(own.text) == 2 and one.last == one.first + 1:
        before = all_tokens[found[at - 1].first]
        if len(before.text) == 4 and before.values and _between(all_tokens, found[at - 1], one) in ("/", "-"):
            values |= {value + 100 * (max(before.values) // 100) for value in values}
    return one if values is one.values else replace(one, values=values)


def _with_part(all_tokens: Sequence[Token], found: list[Figure], at: int) -> Figure:
    """A part that is joined to what was counted before it: `عام ونصف` is 1.5, `ثلاثة أعوام ونصف` 3.5."""
    one = found[at]
    word = all_tokens[one.first].word
    if not word or word.kind != "part" or not one.first:
        return one
    start = one.first - 1
    if all_tokens[start].sort == "less" and at and found[at - 1].last == start:
        return _with_less(found, at, word.value)
    while start and all_tokens[start].sort in ("article", "and"):
        start -= 1
    is_joined = word.is_joined or any(token.sort == "and" for token in all_tokens[start + 1 : one.first])
    noun = all_tokens[start]
    if not is_joined or noun.sort not in ("other", "year"):
        return one
    behind = all_tokens[one.last] if one.last < len(all_tokens) else None
    if behind and behind.text.startswith("ال") and behind.text.removeprefix("ال") != noun.text:
        return one
    if at and found[at - 1].last == start:
        values = frozenset(value + word.value for value in found[at - 1].values)
        found[at - 1] = replace(found[at - 1], values=found[at - 1].values | values)
    elif _is_pair(all_tokens, start):
        values = frozenset((2 + word.value,))
    else:
        values = frozenset((1 + word.value, *(one.values if behind and behind.sort == "other" else ())))
    return replace(one, values=values)


def _with_less(found: list[Figure], at: int, part: Fraction) -> Figure:
    """A part that is missing: `مليون إلا ربعا` is 750,000, `الثالثة إلا ربعا` 2:45."""
    whole = found[at - 1]
    values = frozenset(value - part * (whole.scale or 1) for value in whole.values)
    hours = frozenset(value - 1 for value in whole.values if 1 < value <= _NOON)
    found[at - 1] = replace(whole, values=whole.values | values | hours)
    return replace(found[at], values=found[at].values | {Fraction(60 - _MINUTES.get(part, 0))})


def _with_scale_of_next(all_tokens: Sequence[Token], one: Figure, following: Figure) -> Figure:
    """A number that shares the scale of the next: of `بين 5 و7 ملايين` the 5 is 5 million."""
    if one.scale or not following.scale or not _is_linked(all_tokens, one, following):
        return one
    scale = following.scale
    return replace(one, values=one.values | {value * scale for value in one.values}, scale=scale)


def _is_linked(all_tokens: Sequence[Token], one: Figure, following: Figure) -> bool:
    between = all_tokens[one.last : following.first]
    word = all_tokens[following.first].word
    is_near = len(between) <= 2 and all(token.sort in ("to", "and", "comma") for token in between)
    return is_near and bool(between or (word and (word.is_joined or word.is_apart)))


def _with_pieces(all_tokens: Sequence[Token], one: Figure) -> Figure:
    """A number behind "between" with those that it may be put together of: `بين مئة وعشرين`."""
    before = all_tokens[max(0, one.first - 2) : one.first]
    if not one.joints or not any(token.sort == "between" for token in before):
        return one
    places = (one.first, *one.joints, one.last)
    values = set(one.values)
    for first, last in pairwise(places):
        for piece in _sums(all_tokens[first:last]):
            values |= piece.values
            values |= (
                {value * one.scale for value in piece.values} if not piece.scale and one.scale else set()
            )
    return replace(one, values=frozenset(values))


def _between(all_tokens: Sequence[Token], one: Figure, following: Figure) -> str:
    """The sign that stands between two numbers without a space, "" if it is another."""
    between = all_tokens[one.last : following.first]
    if len(between) != 1 or between[0].start != one.end or between[0].end != following.start:
        return ""
    return between[0].text


_PAIR: Final = re.compile(r"\w{2,}(?:ين|ان|تا|تي)|\w{2,}هما")
_CONSTRUCT: Final = re.compile(r"(?!ال|ي|ت)\w{3,}[يا]")


def _is_pair(all_tokens: Sequence[Token], at: int) -> bool:
    """Whether a word may be of two: it ends as a dual does (`عامين`), before a noun too (`رئيسي الوزراء`)."""
    token = all_tokens[at]
    if token.word or token.sort not in ("other", "year"):
        return False
    if _PAIR.fullmatch(token.text):
        return True
    behind = all_tokens[at + 1] if at + 1 < len(all_tokens) else None
    return behind is not None and behind.text.startswith("ال") and bool(_CONSTRUCT.fullmatch(token.text))
