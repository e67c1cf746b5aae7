"""The joined forms of Arabic letters, as clusters to paint.

arabic-reshaper chooses the forms; what it leaves open is closed here: a table of every joining letter (it
knows 76 of about 240), marks that stay behind their letters, ZWJ and ZWNJ that work but leave no cell,
lam-alef with marks inside, and a map from what is painted to what was written.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

from arabic_reshaper import ArabicReshaper

from briefing.arabic.order import is_format
from briefing.arabic.unicode_tables import DUAL_JOINING, JOIN_CAUSING, RIGHT_JOINING

#: What one cell shows: how many characters it stands for, and the string to paint.
Shaped = tuple[int, str]

_ZWJ: Final = "\u200d"
_ZWNJ: Final = "\u200c"
_TATWEEL: Final = "\u0640"
_LAM: Final = "\u0644"
# Lam-alef by its alef: the form that stands alone, and the one joined to the letter before.
_LAM_ALEF: Final = {
    "\u0622": "\ufef5\ufef6",
    "\u0623": "\ufef7\ufef8",
    "\u0625": "\ufef9\ufefa",
    "\u0627": "\ufefb\ufefc",
}
_LAM_JOINED: Final = "\ufee0"

#: A stretch that is shaped as one: Arabic letters, their marks, and the format characters between them.
WORD: Final = re.compile(
    "\u200d*"
    "[\u0620-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06fc\u06ff\u0750-\u077f\u0870-\u0887\u0889-\u088f\u08a0-\u08c9]"
    "[\u0610-\u061a\u061c\u0620-\u065f\u066e-\u06dc\u06df-\u06e8\u06ea-\u06ef\u06fa-\u06ff\u0750-\u077f"
    "\u0870-\u088f\u0897-\u08e1\u08e3-\u08ff\u0300-\u036f\u034f\u200b-\u200f\u2060\ufe20-\ufe2f\xad\ufeff]*"
)


class _Settings:
    """arabic-reshaper's settings, all off; it asks for each with every word, and configparser is slow."""

    def getboolean(self, _name: str) -> bool:
        return False


@cache
def _reshaper() -> ArabicReshaper:
    """arabic-reshaper with the forms of every joining letter: isolated, initial, medial, final."""
    reshaper = ArabicReshaper()
    reshaper.configuration = _Settings()
    letters = dict(reshaper.letters)
    del letters["\u0621"]  # hamza joins nothing: the letter itself is its form
    for letter in DUAL_JOINING:
        # A form Unicode never encoded is painted as the letter itself; its neighbours still join.
        known = letters.get(letter, ("", "", "", ""))
        letters[letter] = tuple(form or letter for form in known)
    for letter in RIGHT_JOINING:
        isolated, _, _, final = letters.get(letter, ("", "", "", ""))
        letters[letter] = (isolated or letter, "", "", final or letter)
    for letter in JOIN_CAUSING:
        letters[letter] = (letter,) * 4
    reshaper.letters = letters
    return reshaper


def is_mark(character: str) -> bool:
    """Whether `character` is a combining mark that adds to the letter before it and takes no cell."""
    return unicodedata.category(character) in ("Mn", "Me")


@lru_cache(maxsize=65536)
def shape_word(word: str) -> tuple[Shaped, ...]:
    """The clusters of a match of `WORD`, in logical order; their lengths add up to `len(word)`.

    A cluster is a letter with its marks, or lam-alef with the marks of both; format characters count with the
    cluster before them and are not painted.
    """
    bare = [at for at, character in enumerate(word) if not _is_transparent(character)]
    skeleton = "".join(_TATWEEL if word[at] == _ZWJ else word[at] for at in bare)
    forms = _reshaper().reshape(skeleton)
    assert len(forms) == len(skeleton)  # with its ligatures and deletions off, one form for each letter

    clusters: list[Shaped] = []
    ends = [*bare[1:], len(word)]
    lam_at = -1  # the index into `word` of a lam that only marks part from what comes next
    for form, start, end in zip(forms, bare, ends, strict=True):
        letter = word[start]
        marks = "".join(c for c in word[start + 1 : end] if is_mark(c))
        if letter in (_ZWJ, _ZWNJ):
            length, painted = clusters.pop() if clusters else (0, "")
            clusters.append((length + end - start, painted + marks))
            lam_at = -1
            continue
        if lam_at >= 0 and letter in _LAM_ALEF:
            length, lam = clusters.pop()
            ligature = _LAM_ALEF[letter][lam[0] == _LAM_JOINED]
            clusters.append((length + end - start, ligature + lam[1:] + marks))
            lam_at = -1
            continue
        clusters.append((end - start, form + marks))
        only_marks = len(marks) == end - start - 1
        lam_at = start if letter == _LAM and only_marks else -1
    return tuple(clusters)


def _is_transparent(character: str) -> bool:
    """Joining type T of ArabicShaping.txt: marks and format characters, ZWJ and ZWNJ apart."""
    if character in (_ZWJ, _ZWNJ):
        return False
    return is_mark(character) or is_format(character)
