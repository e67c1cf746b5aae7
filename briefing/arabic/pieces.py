"""Cuts a long paragraph into pieces, parts whose levels can be resolved one by one (UAX #9).

A piece ends between two letters of the paragraph direction that have only neutrals between them: rules W1
to W7, N1 and N2 do not look across. Rule N0 does: where the two brackets of a pair are in different pieces,
each piece is resolved with the other bracket around it. As the pair encloses a letter of the paragraph
direction, beside the cut, nothing else that it encloses matters.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from typing import Final, NamedTuple

from msgspec import Struct

from briefing.arabic.levels import Direction
from briefing.arabic.mirroring import MIRROR

#: Characters that a piece has at least, but for the last; shorter paragraphs are one piece.
PIECE_LENGTH = 1 << 11

_EDGE: Final = {"L": re.compile(r"l[wonk]*+(?=l)"), "R": re.compile(r"[ar][wonk]*+(?=[ar])")}
_CONTROL: Final = re.compile(r"[ixbu]")
_BRACKET: Final = re.compile(r"k")
_CANONICAL: Final = {"\u2329": "\u3008", "\u232a": "\u3009"}  # canonical equivalents
# Rule BD16: with more brackets open, no further pairs are found.
_MAX_OPEN: Final = 63


class Piece(Struct, frozen=True):
    """A part `text[start:end]` of a paragraph; `before` and `after` are to be resolved around it.

    They hold the brackets of other pieces that are paired with brackets of this one.
    """

    start: int
    end: int
    before: str
    after: str


class Cut(NamedTuple):
    """The pieces of a paragraph in order, and the index from which on its brackets are not paired (BD16)."""

    pieces: list[Piece]
    unpaired_from: int


def cut_paragraph(text: str, classes: str, base: Direction) -> Cut:
    """Return the pieces of a paragraph: a single one if it is short or has explicit bidi controls.

    Args:
        text: The paragraph.
        classes: Its `levels.bidi_classes`.
        base: Its direction.
    """
    edges = [0]
    if not _CONTROL.search(classes):
        while match := _EDGE[base].search(classes, edges[-1] + PIECE_LENGTH):
            edges.append(match.end())
    edges.append(len(text))
    if len(edges) == 2:
        return Cut([Piece(0, len(text), "", "")], len(text))
    pairs, unpaired_from = _bracket_pairs(text, classes)
    before, after = [""] * len(edges), [""] * len(edges)
    parted = [pair for pair in pairs if _piece_of(edges, pair[0]) != _piece_of(edges, pair[1])]
    for opening, closing in sorted(parted, key=lambda pair: -pair[1]):  # the first to close was opened last
        before[_piece_of(edges, closing)] += text[opening]
    for opening, closing in sorted(parted, reverse=True):  # the last opened closes first
        after[_piece_of(edges, opening)] += text[closing]
    pieces = [
        Piece(start, end, opened, text[end] + closed if closed else "")
        for start, end, opened, closed in zip(edges, edges[1:], before, after, strict=False)
    ]
    return Cut(pieces, unpaired_from)


def _piece_of(edges: list[int], index: int) -> int:
    """Return the number of the piece that holds a character, given where pieces begin and the last ends."""
    return bisect_right(edges, index) - 1


def _bracket_pairs(text: str, classes: str) -> tuple[list[tuple[int, int]], int]:
    """Return the indices of each pair of brackets (rule BD16), and the index from which on there are none."""
    pairs: list[tuple[int, int]] = []
    open_brackets: list[tuple[str, int]] = []  # the bracket that closes each, and the index of the open one
    for match in _BRACKET.finditer(classes):
        at = match.start()
        bracket = text[at]
        if bracket not in MIRROR:
            continue
        if unicodedata.category(bracket) == "Ps":
            if len(open_brackets) == _MAX_OPEN:
                return pairs, at
            open_brackets.append((_canonical(MIRROR[bracket]), at))
            continue
        closing = _canonical(bracket)
        for depth in range(len(open_brackets) - 1, -1, -1):
            if open_brackets[depth][0] == closing:
                pairs.append((open_brackets[depth][1], at))
                del open_brackets[depth:]
                break
    return pairs, len(text)


def _canonical(bracket: str) -> str:
    """Return the bracket that a bracket is canonically equivalent to, or itself."""
    return _CANONICAL.get(bracket, bracket)
