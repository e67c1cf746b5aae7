"""Spellings that are the same to somebody who searches, and where in the text each folded character stands.

Folded away are vowel marks, tatweel, hamza on its carriers, madda and wasla, the two yas and alef maqsura,
ta marbuta and ha, the kafs, yas and has of Persian and Urdu, digits of any script, presentation forms, ZWNJ
and other format characters, accents, case, and kinds of quotation marks, dashes and spaces.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

# Written by some and left out by others: tatweel, small waw and ya, high hamza, signs for ayn and hamza,
# apostrophes.
_LEFT_OUT: Final = frozenset("\u0640\u06e5\u06e6\u0674\u02be\u02bf\u02bb\u02bc\u02b9\u2018\u2019'`")
# Letters and signs that NFKD does not make one, by what they are folded to.
_ALIKE: Final = {
    "\u0627": "\u0671",  # alef: alef wasla
    "\u064a": "\u0649\u06cc\u06d2\u06d0\u06cd\u06ce\u063d\u063e\u063f\u0620",  # ya: maqsura, Farsi, barree
    "\u0643": "\u06a9\u06aa\u063b\u063c",  # kaf: keheh, swash kaf
    "\u0647": "\u0629\u06be\u06c1\u06c3\u06d5\u06ff",  # ha: ta marbuta, do-chashmee, goal, Kurdish ae
    ",": "\u060c\u066b\u066c",
    ";": "\u061b",
    "?": "\u061f",
    "%": "\u066a",
    "*": "\u066d",
    ".": "\u06d4",
    '"': "\u00ab\u00bb\u201c\u201d\u201e\u201f",
    "-": "\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
    "i": "\u0131",
    "l": "\u0142",
    "o": "\u00f8",
    "d": "\u0111",
}
_SAME: Final = {ord(one): folded for folded, alike in _ALIKE.items() for one in alike}
_SPACES: Final = ("Zs", "Zl", "Zp", "Cc")
_MARKS: Final = ("Mn", "Me")
# What is folded away, and belongs to the letter before it as marks do: tatweel, small waw and ya, high hamza.
_STRETCHING: Final = "\u0640\u06e5\u06e6\u0674"


# Marks that nobody sees, and hence types: they join, or choose one of a letter's shapes.
_UNSEEN: Final = re.compile("[\u034f\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef]")


def is_seen_mark(character: str) -> bool:
    """Return whether a character is a mark that counts where somebody types it: a harakah, a hamza..."""
    return unicodedata.category(character) in _MARKS and not _UNSEEN.match(character)


class Span(NamedTuple):
    """A slice `[start:end]` of a text."""

    start: int
    end: int


class _Table(dict[int, str]):
    """By code point what it is folded to, worked out by `fold` when it is first asked for."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold

    def __missing__(self, codepoint: int) -> str:
        folded = self[codepoint] = "".join(map(self._fold, unicodedata.normalize("NFKD", chr(codepoint))))
        return folded


def _folded(character: str) -> str:
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf") or character in _LEFT_OUT:
        return ""
    if category in _SPACES:
        return " "
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return "".join(_SAME.get(ord(one), one) for one in character.casefold())


def _lightly(character: str) -> str:
    """The same for expressions: case, punctuation and white space stay, they mean something there."""
    category = unicodedata.category(character)
    if category in ("Mn", "Me", "Cf") or character in _STRETCHING:
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(character))
    return _SAME.get(ord(character), character) if category[0] == "L" else character


_TABLE: Final = _Table(_folded)
_LIGHTER: Final = _Table(_lightly)


def fold(text: str) -> str:
    """Return `text` in the one spelling that is compared. It may be shorter or longer than `text`."""
    return text.translate(_TABLE)


def origins(text: str) -> list[int]:
    """Return for each character of `fold(text)` the index in `text` of the one that it comes from."""
    return [at for at, character in enumerate(text) for _ in _TABLE[ord(character)]]


def fold_letters(text: str) -> tuple[str, list[int]]:
    """Return `text` with its letters and digits folded and its marks left out, and its origins.

    Case, punctuation and white space stay as they are.
    """
    origin = [at for at, character in enumerate(text) for _ in _LIGHTER[ord(character)]]
    return text.translate(_LIGHTER), origin


def unfolded(text: str, origin: Sequence[int], start: int, end: int) -> Span:
    """Return the slice of `text` that `fold(text)[start:end]` comes from.

    What is folded away behind its last character (its vowel marks, a tatweel) belongs to it; white space,
    signs of direction and quotation marks do not.

    Args:
        text: The text that was folded.
        origin: Its `origins`.
        start: Index into the folded text.
        end: Index behind; greater than `start`.
    """
    last = at = origin[end - 1] + 1
    while at < len(text):
        category = unicodedata.category(text[at])
        if category in _MARKS or text[at] in _STRETCHING:
            last = at + 1
        elif category != "Cf":  # a mark may stand behind a joiner
            break
        at += 1
    return Span(origin[start], last)
