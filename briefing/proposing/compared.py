"""Arabic text as it is compared: without marks, letters of one sound alike, digits as ASCII."""

from __future__ import annotations

import unicodedata
from typing import Final, NamedTuple

_ALIKE: Final = str.maketrans({
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ہ": "ه", "ھ": "ه",
    "٫": ".", "٬": ",", "،": ",", "؍": "/", "‐": "-", "‑": "-", "–": "-", "—": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\t": " ", "\n": " ", "ـ": None,
})  # fmt: skip
# Controls of direction and joining, which no reader sees.
_UNSEEN: Final = frozenset("\u200b\u200c\u200d\u200e\u200f\u061c\ufeff" + "\u202a\u202b\u202c\u202d\u202e")


class Folded(NamedTuple):
    """A text to search, and for each of its characters (and its end) the index it has in the original."""

    text: str
    places: list[int]

    def slice(self, start: int, end: int) -> tuple[int, int]:
        """Return `[start:end]` of the folded text, not empty, as a slice of the original."""
        return self.places[start], self.places[end - 1] + 1


def folded(text: str) -> Folded:
    """Return `text` folded. Marks after the last letter of a slice are not in it; `with_marks` adds them."""
    letters: list[str] = []
    places: list[int] = []
    for at, character in enumerate(text):
        if character.isascii():
            one: str | None = " " if character in "\t\n\r" else character
        else:
            one = _one(character)
        if one:
            letters.append(one)
            places.append(at)
    return Folded("".join(letters), places)


def with_marks(text: str, end: int) -> int:
    """Return `end` moved behind the combining marks there: no letter is cut from its own."""
    while end < len(text) and unicodedata.category(text[end]) == "Mn":
        end += 1
    return end


def _one(character: str) -> str | None:
    if character in _UNSEEN:
        return None
    mapped = character.translate(_ALIKE)
    if mapped != character:
        return mapped
    category = unicodedata.category(character)
    if category == "Mn":
        return None
    if category == "Nd":
        return str(unicodedata.digit(character))
    return character
