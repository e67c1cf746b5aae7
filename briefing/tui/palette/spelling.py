"""What is the same to somebody who searches: letters without case, accents, vowel marks and tatweel, alef and
hamza in any form, digits of any script."""

from __future__ import annotations

import unicodedata
from typing import Final

# Written by some and left out by others: tatweel, signs for ayn and hamza, apostrophes.
_LEFT_OUT: Final = frozenset("\u0640\u02be\u02bf\u02bb\u02bc\u02b9\u2018\u2019'`")
# Letters that Unicode does not take apart.
_SAME: Final = {
    "\u0671": "\u0627",  # alef wasla
    "\u0649": "\u064a",  # alef maksura, yeh
    "\u06cc": "\u064a",  # Farsi yeh
    "\u06a9": "\u0643",  # keheh
    "\u0629": "\u0647",  # teh marbuta
    "ı": "i",
    "ł": "l",
    "ø": "o",
    "đ": "d",
}


class _Folding(dict[int, str]):
    """By code point what it is folded to, worked out when it is first asked for."""

    def __missing__(self, codepoint: int) -> str:
        folded = self[codepoint] = "".join(map(_folded, unicodedata.normalize("NFKD", chr(codepoint))))
        return folded


def _folded(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf") or character in _LEFT_OUT:
        return ""
    if category in ("Zs", "Zl", "Zp", "Cc"):
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(character))
    lower = character.casefold()
    return _SAME.get(lower, lower)


_FOLDING: Final = _Folding()


def fold(text: str) -> str:
    """`text` in the one spelling that is compared."""
    return text.translate(_FOLDING)


def origins(text: str) -> list[int]:
    """For each character of `fold(text)` the index in `text` that it comes from."""
    return [at for at, character in enumerate(text) for _ in _FOLDING[ord(character)]]
