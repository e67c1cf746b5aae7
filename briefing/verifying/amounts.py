"""Amounts that Arabic puts together: `مليارا و200 مليون` is 1,200 million, `مليون ونصف` 1.5 million."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Final

# In folded letters, without what stands before a word.
_SCALES: Final = {
    "الف": 10**3, "الفا": 10**3, "الاف": 10**3, "مليون": 10**6, "مليونا": 10**6, "ملايين": 10**6,
    "مليار": 10**9, "مليارا": 10**9, "مليارات": 10**9,
}  # fmt: skip
_TWO: Final = {
    "الفي": 10**3, "الفين": 10**3, "الفان": 10**3, "مليوني": 10**6, "مليونين": 10**6, "مليونان": 10**6,
    "ملياري": 10**9, "مليارين": 10**9, "ملياران": 10**9,
}  # fmt: skip
_PARTS: Final = {"نصف": Fraction(1, 2), "ربع": Fraction(1, 4)}
_TOKEN: Final = re.compile(r"[0-9]+(?:[.,\u066b\u066c][0-9]+)*|[^\W\d_]+|[^\s]")
_THOUSANDS: Final = re.compile(r"[,\u066c](?=[0-9]{3}(?![0-9]))")
_BEFORE: Final = re.compile(r"و?(?:ال|ب|ل)?(?=\w{3})")
_LONGEST: Final = 15  # digits; what has more is no amount that a claim says in other words


def amounts_in(folded: str, value_of_word: Callable[[str], int]) -> set[str]:
    """Return the amounts that are counted in thousands, millions and milliards, in digits.

    Each also as it is in each of these: `1200` and `1.2` of 1.2 milliards.

    Args:
        folded: The text, in folded letters.
        value_of_word: What a word stands for that is a plain number below a thousand; 0 for others.
    """
    found: set[str] = set()
    sum_, number, last = Fraction(0), Fraction(0), 0
    for token in (*_TOKEN.findall(folded), "."):
        bare = token[_end_of_prefix(token) :]
        if token[0].isdecimal() and len(token) <= _LONGEST and not number:
            number = _number(token)
        elif (scale := _SCALES.get(bare, 0)) and not (last == scale and not number):
            sum_, number, last = sum_ + (number or 1) * scale, Fraction(0), scale
        elif scale:
            continue  # "a million and a half of the million"
        elif scale := _TWO.get(bare, 0):
            sum_, number, last = sum_ + 2 * scale, Fraction(0), scale
        elif last and token.startswith("و") and bare in _PARTS:
            sum_ += last * _PARTS[bare]
        elif bare in _PARTS and not last and not number:
            number = _PARTS[bare]
        elif value := value_of_word(token):
            number = number * 100 if value == 100 and 0 < number < 10 else number + value
        elif token != "و":
            if last:
                found |= _written(sum_ + (number if last > number else 0))
            sum_, number, last = Fraction(0), Fraction(0), 0
    return found


def _end_of_prefix(word: str) -> int:
    if word in _SCALES or word in _TWO or word in _PARTS:
        return 0
    match = _BEFORE.match(word)
    return match.end() if match else 0


def _number(token: str) -> Fraction:
    plain = re.sub(r"[,\u066b]", ".", _THOUSANDS.sub("", token))
    return Fraction(plain) if plain.count(".") < 2 else Fraction(0)


def _written(amount: Fraction) -> set[str]:
    ways = (amount / unit for unit in (1, 10**3, 10**6, 10**9))
    return {_digits(way) for way in ways if way >= 1}


def _digits(amount: Fraction) -> str:
    for places in range(10):
        shifted = amount * 10**places
        if shifted.denominator == 1:
            digits = str(shifted.numerator).zfill(places + 1)
            return f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return ""
