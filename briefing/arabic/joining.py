"""Shapes Arabic words: the joined forms of their letters, as clusters to paint.

arabic-reshaper gives the forms that a letter has between its neighbours. What it lacks is added here: every
joining letter (it knows 76 of about 240), marks that stay after their letters, ZWJ and ZWNJ that have an
effect but no cell, lam-alef with marks inside, and where in the word each cluster comes from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final

from briefing.arabic.characters import is_format, is_mark
from briefing.arabic.reshaper import reshaper
from briefing.arabic.unicode_tables import DUAL_JOINING, JOIN_CAUSING, RIGHT_JOINING

#: Letters that join to a neighbour on at least one side. Any other character ends a word that is shaped.
JOINING_LETTERS: Final = frozenset(DUAL_JOINING + RIGHT_JOINING + JOIN_CAUSING)
LAM: Final = "\u0644"
# The lam-alef ligature by its alef: the isolated form, and the final one, which joins to the letter before.
_LAM_ALEF: Final = {
    "\u0622": "\ufef5\ufef6",
    "\u0623": "\ufef7\ufef8",
    "\u0625": "\ufef9\ufefa",
    "\u0627": "\ufefb\ufefc",
}

#: The alefs that form a ligature with a lam before them.
ALEFS: Final = frozenset(_LAM_ALEF)

_LAM_JOINED: Final = "\ufee0"
_ZWJ: Final = "\u200d"
_ZWNJ: Final = "\u200c"
_TATWEEL: Final = "\u0640"
_LIGATES: Final = re.compile(f"{LAM}[{''.join(_LAM_ALEF)}]")


#: The clusters of a word in logical order: the index in the word where each starts, and what to paint for
#: each.
ShapedWord = tuple[Sequence[int], Sequence[str]]

# The forms of a letter, as arabic-reshaper orders them.
_ISOLATED, _INITIAL, _MEDIAL, _FINAL = range(4)


class _LetterForms(dict[str, tuple[str, ...]]):
    """The four presentation forms of a letter; arabic-reshaper is asked once for each letter."""

    def __missing__(self, letter: str) -> tuple[str, ...]:
        contexts = (letter, letter + _TATWEEL, _TATWEEL + letter + _TATWEEL, _TATWEEL + letter)
        isolated, initial, medial, final = _reshaper().reshape(" ".join(contexts)).split(" ")
        forms = self[letter] = (isolated, initial[:-1], medial[1:-1], final[1:])
        return forms


class _JoiningTypes(dict[int, str]):
    """A table for `str.translate` to joining types (ArabicShaping.txt): D, R, C, or U for all others."""

    def __missing__(self, codepoint: int) -> str:
        return "U"


_LETTER_FORMS: Final = _LetterForms()
_JOINING_TYPES: Final = _JoiningTypes(
    dict.fromkeys(map(ord, DUAL_JOINING), "D")
    | dict.fromkeys(map(ord, RIGHT_JOINING), "R")
    | dict.fromkeys(map(ord, JOIN_CAUSING + _ZWJ), "C")
)


_reshaper: Final = cache(reshaper)


def shape_word(word: str) -> ShapedWord:
    """Return the clusters of a word, its letters joined.

    A cluster is a letter with its marks, or lam-alef with the marks of both. Format characters belong to the
    cluster before them and are not painted.

    Args:
        word: Joining letters, marks and format characters in logical order.
    """
    if word.isalpha():
        forms = _forms(word)
        if not _LIGATES.search(word):
            return range(len(word)), forms
        return _clusters(word, range(len(word)), forms)
    letters_at = [at for at, character in enumerate(word) if not _is_transparent(character)]
    return _clusters(word, letters_at, _forms("".join([word[at] for at in letters_at])))


def shape_left_to_right_word(word: str) -> ShapedWord:
    """Return the clusters of a word displayed from left to right: letters join to their visual neighbours."""
    letters_at = [at for at, character in enumerate(word) if not _is_transparent(character)]
    forms = _forms("".join([word[at] for at in reversed(letters_at)]))
    return _clusters(word, letters_at, forms[::-1], ligates=False)


def _forms(letters: str) -> list[str]:
    """Return the form of each of `letters`, which have at most marks between them."""
    numbers = _form_numbers(letters.translate(_JOINING_TYPES))
    return [_LETTER_FORMS[letter][number] for letter, number in zip(letters, numbers, strict=True)]


@lru_cache(maxsize=4096)
def _form_numbers(types: str) -> list[int]:
    """Return the number of the form that each letter has (see `_ISOLATED`), given their joining types."""
    numbers = []
    for before, own, after in zip("U" + types, types, types[1:] + "U", strict=False):
        joined = before in "DC" and own != "U"
        joining = own in "DC" and after != "U"
        numbers.append((_MEDIAL if joining else _FINAL) if joined else _INITIAL if joining else _ISOLATED)
    return numbers


def _clusters(word: str, letters_at: Sequence[int], forms: list[str], *, ligates: bool = True) -> ShapedWord:
    """Return the clusters of a shaped word.

    Args:
        word: The word.
        letters_at: The indices of its characters that are not transparent (see `_is_transparent`).
        forms: The form of each of these.
        ligates: Whether lam and alef become one cluster.
    """
    starts: list[int] = []
    texts: list[str] = []
    after_lam = False  # whether the last cluster is a lam, with nothing but marks after it
    for form, start, end in zip(forms, letters_at, [*letters_at[1:], len(word)], strict=True):
        letter = word[start]
        between = word[start + 1 : end]
        marks = "".join(filter(is_mark, between)) if between else ""
        if letter in (_ZWJ, _ZWNJ):
            if texts:
                texts[-1] += marks
            elif marks:
                starts.append(word.index(marks[0], start))
                texts.append(marks)
            after_lam = False
        elif after_lam and letter in _LAM_ALEF:
            texts[-1] = _LAM_ALEF[letter][texts[-1][0] == _LAM_JOINED] + texts[-1][1:] + marks
            after_lam = False
        else:
            starts.append(start)
            texts.append(form + marks)
            after_lam = ligates and letter == LAM and len(marks) == len(between)
    return starts, texts


def _is_transparent(character: str) -> bool:
    """Return whether a character has joining type T: a mark, or a format character but ZWJ and ZWNJ."""
    return character not in (_ZWJ, _ZWNJ) and (is_mark(character) or is_format(character))
