"""Long paragraphs cut in pieces that can be resolved one by one (UAX #9).

A cut lies between two letters of the paragraph's own direction with only neutrals between them: rules W1 to
W7, N1 and N2 never look across. Rule N0 does: of a pair of brackets in different pieces each piece is told.
As such a pair has a letter of the paragraph's direction inside, at the cut, nothing else in it matters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import Final, NamedTuple

from briefing.arabic.levels import Direction
from briefing.arabic.mirroring import MIRROR

#: Paragraphs up to this many characters are not cut, and pieces are about as long.
PIECE = 1 << 11

_CUT: Final = {"L": re.compile(r"l[wonk]*+(?=l)"), "R": re.compile(r"[ar][wonk]*+(?=[ar])")}
_CONTROL: Final = re.compile(r"[ixbu]")
_BRACKET: Final = re.compile(r"k")
_SAME: Final = {"\u2329": "\u3008", "\u232a": "\u3009"}  # canonical equivalents
# Rule BD16: with more brackets open, no more pairs are found.
_OPEN_AT_MOST: Final = 63


class Piece(NamedTuple):
    """`text[start:end]`, and what is to be resolved around it: brackets whose other half is elsewhere."""

    start: int
    end: int
    before: str
    behind: str


class Pieces(NamedTuple):
    """A paragraph's pieces, and the index from which on brackets are no pairs."""

    pieces: list[Piece]
    unpaired: int


def cut(text: str, classes: str, base: Direction) -> Pieces:
    """The pieces of a paragraph: one, if it is short or has explicit controls."""
    edges = [0]
    if not _CONTROL.search(classes):
        while match := _CUT[base].search(classes, edges[-1] + PIECE):
            edges.append(match.end())
    edges.append(len(text))
    if len(edges) == 2:
        return Pieces([Piece(0, len(text), "", "")], len(text))
    pairs, unpaired = _pairs(text, classes)
    before, behind = [""] * len(edges), [""] * len(edges)
    apart = [(opened, closed) for opened, closed in pairs if _piece(edges, opened) != _piece(edges, closed)]
    for opened, closed in sorted(apart, key=lambda pair: -pair[1]):  # what closes first was opened last
        before[_piece(edges, closed)] += text[opened]
    for opened, closed in sorted(apart, reverse=True):  # what was opened last closes first
        behind[_piece(edges, opened)] += text[closed]
    pieces = [
        Piece(start, end, opening, text[end] + closing if closing else "")
        for start, end, opening, closing in zip(edges, edges[1:], before, behind, strict=False)
    ]
    return Pieces(pieces, unpaired)


def _piece(edges: list[int], index: int) -> int:
    return bisect_right(edges, index) - 1


def _pairs(text: str, classes: str) -> tuple[list[tuple[int, int]], int]:
    """The pairs of brackets in `text` (rule BD16), and the index from which on none are looked for."""
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []  # what would close each open bracket, and where that is
    for match in _BRACKET.finditer(classes):
        at = match.start()
        bracket = text[at]
        if bracket not in MIRROR:
            continue
        if unicodedata.category(bracket) == "Ps":
            if len(waiting) == _OPEN_AT_MOST:
                return pairs, at
            waiting.append((_same(MIRROR[bracket]), at))
            continue
        closing = _same(bracket)
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == closing:
                pairs.append((waiting[depth][1], at))
                del waiting[depth:]
                break
    return pairs, len(text)


def _same(bracket: str) -> str:
    return _SAME.get(bracket, bracket)
