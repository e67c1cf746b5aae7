"""The order in which characters must stand for programs that work the order of a text out from its places.

PDFium (Chrome) and Poppler (pdftotext, Evince, Okular) take what stands in a line from left to
right, and put it into the order of reading by rules that are simpler than Unicode's (UAX #9). Here those
rules are turned round.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

_RIGHT: Final = ("R", "AL")
_WEAK: Final = ("AN", "EN", "NSM", "CS", "ES", "ET", "BN")
_NUMBERS: Final = ("AN", "EN", "CS", "ES", "ET")
# What PDFium turns. That the pairs are Unicode's (`arabic.mirroring`, which is not for what is given out) a
# test says.
_BRACKETS: Final = "()[]{}<>«»‹›≤≥⟨⟩"
#: The mirror image of each of these.
MIRRORED: Final = {one: _BRACKETS[at ^ 1] for at, one in enumerate(_BRACKETS)}

#: The mark that ends what Poppler takes for a number or Latin words, so that the space behind it stays there.
RLM: Final = "\u200f"


class Slot(NamedTuple):
    """A character of a line: which (from 0, as it is read), its rank from left to right, what PDFium is
    told where that is another character, and whether an RLM must stand left of it."""

    place: int
    rank: int
    mirrored: str
    is_marked: bool


def has_right_to_left(text: str) -> bool:
    """Return whether a letter is in it that is written from right to left."""
    return any(unicodedata.bidirectional(one) in _RIGHT for one in text)


def is_latin(line: str) -> bool:
    """Return whether PDFium takes a line for one from left to right."""
    kinds = [kind for kind, _ in groupby(enumerate(line), _kind_of)]
    return kinds.count("L") > kinds.count("R")


def slots(line: str) -> list[Slot]:
    """Return the characters of a line in the order in which a content shows them."""
    runs = [(kind, [at for at, _ in run]) for kind, run in groupby(enumerate(line), _kind_of)]
    is_left = sum(kind == "L" for kind, _ in runs) > sum(kind == "R" for kind, _ in runs)
    mirrored: set[int] = set()
    shown: list[list[int]] = []
    goes_left = is_left
    for kind, run in runs:
        goes_left = kind == "L" or (goes_left and kind != "R")
        turned = kind == "R" or (kind == "N" and not goes_left)
        if turned:
            mirrored.update(at for at in run if line[at] in MIRRORED)
        shown.append(run[::-1] if turned else run)
    if not is_left:
        shown.reverse()
    ranks = {at: rank for rank, at in enumerate(_standing(line))}
    marked = {*_marked(line)}
    return [
        Slot(at, ranks[at], MIRRORED[line[at]] if at in mirrored else "", at in marked)
        for run in shown
        for at in run
    ]


def _kind_of(one: tuple[int, str]) -> str:
    kind = unicodedata.bidirectional(one[1])
    return "R" if kind in _RIGHT else "L" if kind == "L" else "W" if kind in _WEAK else "N"


def _is_number(character: str) -> bool:
    return unicodedata.bidirectional(character) in _NUMBERS


def _from_left(line: str) -> Iterator[tuple[int, int]]:
    """Yield the slices of a line that stand from left to right: Latin words with all between, and numbers."""
    first, end, is_latin = -1, -1, False
    for at, one in enumerate(line):
        kind = _kind_of((at, one))
        if kind == "L" or _is_number(one):
            first, end = at if first < 0 else first, at + 1
            is_latin = is_latin or kind == "L"
        elif first >= 0 and (kind == "R" or (kind == "N" and not is_latin)):
            yield first, end
            first, is_latin = -1, False
    if first >= 0:
        yield first, end


def _standing(line: str) -> list[int]:
    """Return the characters from left to right; a mark is left of the letter before it."""
    ordered: list[int] = []
    for first, end in [*_from_left(line), (len(line), len(line))]:
        ordered += range(len(ordered), first)
        ordered += range(end - 1, first - 1, -1)
    return ordered[::-1]


def _marked(line: str) -> Iterator[int]:
    """Yield what Poppler must be told the left end of: else it takes what follows along."""
    for first, end in _from_left(line):
        if end < len(line) and not has_right_to_left(line[end]):
            yield first
    if (
        line
        and not has_right_to_left(line[-1])
        and _kind_of((0, line[-1])) != "L"
        and not _is_number(line[-1])
    ):
        yield len(line) - 1
