"""In what two spellings of the same words differ."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable
from typing import Final

from briefing.document.invisible import is_invisible, without_invisible
from briefing.verifying.spelling import MARKS

_HAMZA: Final = frozenset("\u0621\u0622\u0623\u0624\u0625\u0626\u0671\u0654\u0655\u0674")
_TATWEEL: Final = "\u0640"
# What `arabic.folding` takes for one letter, and is none of the above.
_ALIKE: Final = frozenset("\u0649\u064a\u06cc\u06d2\u0629\u0647\u06c1\u06be\u06d5\u0643\u06a9\u06aa")
_PUNCTUATION: Final = frozenset(",;?%*.-\u060c\u061b\u061f\u066a\u066b\u066c\u066d\u06d4")

#: What it is called that texts differ in characters which nobody sees.
INVISIBLE: Final = "invisible characters"
_NAMED: Final = 3


def differences(one: str, other: str) -> tuple[str, ...]:
    """Return in what two texts that are folded to the same differ, in words: `harakat`, `tatweel`..."""
    if unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other):
        return ("its Unicode form (composed or not)",) if one != other else ()
    one, other = unicodedata.normalize("NFC", one), unicodedata.normalize("NFC", other)
    found = tuple(name for name, is_one in _CLASSES if _only(one, is_one) != _only(other, is_one))
    if not found and without_invisible(one) == without_invisible(other):
        return (INVISIBLE,)
    if not found and one.casefold() == other.casefold():
        return ("capital letters",)
    return found or ("its spelling",)


def invisible_names(one: str, other: str) -> str:
    """Return which characters that nobody sees stand in one of two texts oftener than in the other.

    By number and name (`U+200F RIGHT-TO-LEFT MARK`), at most three of them; "" if it is only their places.
    """
    counts = Counter(filter(is_invisible, other))
    counts.subtract(filter(is_invisible, one))
    found = [character for character, count in counts.items() if count]
    names = [f"U+{ord(one):04X} {unicodedata.name(one, '')}".rstrip() for one in found[:_NAMED]]
    return ", ".join(names + ["..."] * (len(found) > _NAMED))


def _only(text: str, is_one: Callable[[str], bool]) -> list[str]:
    return [character for character in text if is_one(character)]


def _is_harakah(character: str) -> bool:
    return unicodedata.category(character) == "Mn" and character not in _HAMZA


def _is_dash(character: str) -> bool:
    return character in _PUNCTUATION or unicodedata.category(character) == "Pd"


def _is_presentation(character: str) -> bool:
    return "\ufb50" <= character <= "\ufdff" or "\ufe70" <= character <= "\ufefc"


_CLASSES: Final[tuple[tuple[str, Callable[[str], bool]], ...]] = (
    ("harakat", _is_harakah),
    ("tatweel", lambda character: character == _TATWEEL),
    ("hamza", lambda character: character in _HAMZA),
    ("letters written alike", lambda character: character in _ALIKE),
    ("presentation forms", _is_presentation),
    ("quotation marks", lambda character: character in MARKS),
    ("white space", str.isspace),
    ("digits", str.isdecimal),
    ("punctuation", _is_dash),
    (INVISIBLE, is_invisible),
)
