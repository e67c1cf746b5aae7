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
_BRACKETS: Final = "()[]{}<>«»‹›≤≥⟨⟩"
_MIRRORED: Final = {one: _BRACKETS[at ^ 1] for at, one in enumerate(_BRACKETS)}

#: The mark that ends what Poppler takes for a number or Latin words, so that the space behind it stays there.
RLM: Final = "\u200f"


class Slot(NamedTuple):
    """A character of a line: which (from 0, as it is read), its rank from left to right, what PDFium is
    told where that is another character, and whether an RLM must stand left of it."""

    place: int
    rank: int
    mirrored: str
    is_marked: bool


def is_right(text: str) -> bool:
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
    standing: list[list[int]] = []
    goes_left = is_left
    for kind, run in runs:
        goes_left = kind == "L" or (goes_left and kind != "R")
        turned = kind == "R" or (kind == "N" and not goes_left)
        if turned:
            mirrored.update(at for at in run if line[at] in _MIRRORED)
        shown.append(run[::-1] if turned else run)
        standing.append(run[::-1] if turned else [*_standing(line, run)])
    if not is_left:
        shown.reverse()
    ranks = {at: rank for rank, at in enumerate(at for run in reversed(standing) for at in run)}
    marked = {*_marked(line)}
    return [
        Slot(at, ranks[at], _MIRRORED[line[at]] if at in mirrored else "", at in marked)
        for run in shown
        for at in run
    ]


def _kind_of(one: tuple[int, str]) -> str:
    kind = unicodedata.bidirectional(one[1])
    return "R" if kind in _RIGHT else "L" if kind == "L" else "W" if kind in _WEAK else "N"


def _is_number(character: str) -> bool:
    return unicodedata.bidirectional(character) in _NUMBERS


def _standing(line: str, run: list[int]) -> Iterator[int]:
    """Marks stay with the letter before them, which is on their right."""
    first = next((at for at, index in enumerate(run) if _is_number(line[index])), len(run))
    yield from run[first:]
    yield from reversed(run[:first])


def _marked(line: str) -> Iterator[int]:
    for at, (one, after) in enumerate(zip(line, f"{line[1:]} ", strict=True)):
        is_last = at == len(line) - 1
        ends = _is_number(one) or unicodedata.bidirectional(one) == "L"
        follows = not (is_right(after) or _is_number(after) or unicodedata.bidirectional(after) == "L")
        if (ends and follows and not is_last) or (is_last and not ends and not is_right(one)):
            yield at
