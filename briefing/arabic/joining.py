"""The joined forms of Arabic letters, as clusters to paint.

arabic-reshaper gives the forms of a letter between its neighbours; what it leaves open is closed here: a
table of every joining letter (it knows 76 of about 240), marks that stay behind their letters, ZWJ and ZWNJ
that work but leave no cell, lam-alef with marks inside, and a map from what is painted to what was written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from arabic_reshaper import ArabicReshaper

from briefing.arabic.characters import is_format, is_mark
from briefing.arabic.unicode_tables import DUAL_JOINING, JOIN_CAUSING, RIGHT_JOINING

#: Letters that join to a neighbour on one side at least; any other character stands between words.
JOINING_LETTERS: Final = frozenset(DUAL_JOINING + RIGHT_JOINING + JOIN_CAUSING)
LAM: Final = "\u0644"
# Lam-alef by its alef: the form that stands alone, and the one joined to the letter before.
_LAM_ALEF: Final = {
    "\u0622": "\ufef5\ufef6",
    "\u0623": "\ufef7\ufef8",
    "\u0625": "\ufef9\ufefa",
    "\u0627": "\ufefb\ufefc",
}

#: The alefs that become one with a lam before them.
ALEFS: Final = frozenset(_LAM_ALEF)

_LAM_JOINED: Final = "\ufee0"
_ZWJ: Final = "\u200d"
_ZWNJ: Final = "\u200c"
_TATWEEL: Final = "\u0640"
_LIGATES: Final = re.compile(f"{LAM}[{''.join(_LAM_ALEF)}]")


#: The clusters of a word in logical order: where each starts in the word, and the strings to paint.
Shaped = tuple[Sequence[int], Sequence[str]]

# The forms of a letter, as arabic-reshaper orders them.
_ISOLATED, _INITIAL, _MEDIAL, _FINAL = range(4)


class _Forms(dict[str, tuple[str, ...]]):
    """The four forms of a letter; the library is asked once for each."""

    def __missing__(self, letter: str) -> tuple[str, ...]:
        contexts = (letter, letter + _TATWEEL, _TATWEEL + letter + _TATWEEL, _TATWEEL + letter)
        isolated, initial, medial, final = _reshaper().reshape(" ".join(contexts)).split(" ")
        forms = self[letter] = (isolated, initial[:-1], medial[1:-1], final[1:])
        return forms


class _Types(dict[int, str]):
    """Joining types (ArabicShaping.txt) for `str.translate`: dual, right, join-causing, or U, non-joining."""

    def __missing__(self, codepoint: int) -> str:
        return "U"


_FORMS: Final = _Forms()
_TYPES: Final = _Types(
    dict.fromkeys(map(ord, DUAL_JOINING), "D")
    | dict.fromkeys(map(ord, RIGHT_JOINING), "R")
    | dict.fromkeys(map(ord, JOIN_CAUSING + _ZWJ), "C")
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


def shape_word(word: str) -> Shaped:
    """The clusters of `word`: joining letters with their marks, and format characters between them.

    A cluster is a letter with its marks, or lam-alef with the marks of both; format characters count with the
    cluster before them and are not painted.
    """
    if word.isalpha():
        forms = _forms(word)
        if not _LIGATES.search(word):
            return range(len(word)), forms
        return _clusters(word, range(len(word)), forms)
    bare = [at for at, character in enumerate(word) if not _is_transparent(character)]
    return _clusters(word, bare, _forms("".join([word[at] for at in bare])))


def _forms(letters: str) -> list[str]:
    """The form of each of `letters`, which follow one another with at most marks between."""
    contexts = _contexts(letters.translate(_TYPES))
    return [_FORMS[letter][form] for letter, form in zip(letters, contexts, strict=True)]


@lru_cache(maxsize=4096)
def _contexts(types: str) -> list[int]:
    """Which of its forms each letter takes, given the joining types of all."""
    contexts = []
    for before, own, after in zip("U" + types, types, types[1:] + "U", strict=False):
        joined = before in "DC" and own != "U"
        joining = own in "DC" and after != "U"
        contexts.append((_MEDIAL if joining else _FINAL) if joined else _INITIAL if joining else _ISOLATED)
    return contexts


def _clusters(word: str, bare: Sequence[int], forms: list[str]) -> Shaped:
    """`word` with `forms` for the characters at `bare`, the others being marks and format characters."""
    starts: list[int] = []
    texts: list[str] = []
    lam_open = False  # whether the last cluster is a lam and only marks part it from what comes next
    for form, start, end in zip(forms, bare, [*bare[1:], len(word)], strict=True):
        letter = word[start]
        between = word[start + 1 : end]
        marks = "".join(filter(is_mark, between)) if between else ""
        if letter in (_ZWJ, _ZWNJ):
            if texts:
                texts[-1] += marks
            elif marks:
                starts.append(word.index(marks[0], start))
                texts.append(marks)
            lam_open = False
        elif lam_open and letter in _LAM_ALEF:
            texts[-1] = _LAM_ALEF[letter][texts[-1][0] == _LAM_JOINED] + texts[-1][1:] + marks
            lam_open = False
        else:
            starts.append(start)
            texts.append(form + marks)
            lam_open = letter == LAM and len(marks) == len(between)
    return starts, texts


def _is_transparent(character: str) -> bool:
    """Joining type T of ArabicShaping.txt: marks and format characters, ZWJ and ZWNJ apart."""
    return character not in (_ZWJ, _ZWNJ) and (is_mark(character) or is_format(character))
