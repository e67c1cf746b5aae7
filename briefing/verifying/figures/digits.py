"""Numbers in digits of any kind, and what their points and commas may mean."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Final

from briefing.arabic.folding import fold

LONGEST: Final = 30  # digits: what has more is a key of some kind, which is compared as it stands
#: Groups of three after a space, as the Maghreb writes thousands; else digits with points and commas in them.
NUMBER: Final = (
    r"(?<![\d.,\u066b\u066c])\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,6}(?![\d.,\u066b\u066c]*\d)"
    r"|\d+(?:[.,\u066b\u066c\u060c]\d+)*"
)
_GROUPED: Final = re.compile(
    r"(?P<whole>\d{1,3}(?P<by>[.,])\d{3}(?:(?P=by)\d{3})*)(?:(?!(?P=by))[.,](?P<fraction>\d+))?"
)
_SPACES: Final = re.compile(r"[ \u00a0\u202f\u2009]")


def values(written: str, *, is_english: bool = False) -> frozenset[Fraction]:
    """Return what a number in digits may mean: of `4,747` both a whole number and a fraction.

    The Arabic signs are plain, and so are both in an English text. `10.6.2024` has three numbers.
    """
    if " " in written or _SPACES.search(written):
        groups = _SPACES.split(written)
        joined = _fraction("".join(groups))
        is_doubtful = " " in written and not any(int(group) == 0 for group in groups[1:])
        return frozenset((joined, *map(_fraction, groups)) if is_doubtful else (joined,))
    plain = fold(written.replace("\u066c", ",").replace("\u066b", "."))
    parts = re.split("[.,]", plain)
    found = set()
    match = _GROUPED.fullmatch(plain)
    is_point = match is not None and match["by"] == "." and len(parts) == 2
    if match and not (is_point and (is_english or "\u066b" in written)):
        found.add(_fraction(re.sub("[.,]", "", match["whole"]), match["fraction"] or ""))
    is_whole = "\u066c" in written or (is_english and bool(match) and "," in plain)
    if len(parts) == 2 and not is_whole:
        found.add(_fraction(*parts))
    if "\u060c" in written:
        found.update(map(_fraction, parts))
    return frozenset(found or map(_fraction, parts))


def _fraction(whole: str, behind: str = "") -> Fraction:
    if len(whole) + len(behind) > LONGEST:
        whole, behind = whole[:LONGEST], ""
    return Fraction(int(whole + behind), 10 ** len(behind))


def written(value: Fraction) -> str:
    """Return a number in digits 0 to 9 with a point, or `1/3` of what these cannot write."""
    for places in range(LONGEST):
        shifted = value * 10**places
        if shifted.denominator == 1:
            digits = str(abs(shifted.numerator)).zfill(places + 1)
            sign = "-" if value < 0 else ""
            return sign + (f"{digits[:-places]}.{digits[-places:]}" if places else digits)
    return str(value)
