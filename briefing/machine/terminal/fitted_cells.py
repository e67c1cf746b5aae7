"""Clusters to which terminals give different widths: each is set into its cells, whatever width it is given.

Which those are follows from what all terminals have known since Unicode 3.2 (2002): a character of that age,
whose width has not changed since, and a few of its marks upon it. Anything else (signs that became emoji,
what joins or was added later, spacing marks, signs that enclose digits) is drawn over blanks, and the cursor
set anew behind it. A terminal that draws it narrower leaves a blank; of one that draws it wider, the next
cell covers what is too much.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment

from briefing.arabic.characters import VISIBLE_FORMAT
from briefing.arabic.graphemes import grapheme_clusters

if TYPE_CHECKING:
    from rich.style import Style

# More marks than these on one letter, and some terminals give them cells of their own (mlterm).
_MARKS: Final = 3
_SPACING: Final = ("L", "N", "P", "S", "Z")
# What is certainly alike everywhere, so that most rows need not be cut into clusters: scripts of one cell a
# letter with the marks that they are written with, punctuation, arrows, lines, ideographs, kana, Hangul. Each
# two are the first and the last of a range. (A regular expression of them takes 4 ms to compile.)
_COMMON: Final = (
    "\0\xac\xae\u036f\u0374\u0375\u037a\u0482\u048a\u0513\u0531\u0587\u0591\u05f4"
    "\u0606\u061b\u061e\u06dc\u06de\u070d\u1e00\u1fff\u2000\u200a\u200e\u200e\u2010\u2027\u202a\u205f\u2070\u20b1"
    "\u2100\u2319\u2400\u2426\u2500\u25fc\u2800\u28ff\u3001\u3029\u3031\u303e\u3041\u3096\u309b\u30ff"
    "\u4e00\u9fa5\uac00\ud7a3\ufb00\ufb06\ufb1d\ufdfc\ufe70\ufefc\uff01\uff60\ufffd\ufffd"
)
_FIRST, _LAST = _COMMON[::2], _COMMON[1::2]
_met: set[str] = set()  # those of them that came up
_COMMON_MARKS: Final = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed"
)
# A class to begin with is searched for fastest.
_HEAPED: Final = re.compile(f"[{_COMMON_MARKS}][{_COMMON_MARKS}]{{{_MARKS}}}")


@lru_cache(maxsize=1)
def _marked() -> re.Pattern[str]:
    return re.compile(f"[{_COMMON_MARKS}]")


def _is_common(text: str) -> bool:
    """Whether all of its characters are."""
    for character in set(text).difference(_met):
        at = bisect_right(_FIRST, character) - 1
        if character > _LAST[at]:
            return False
        _met.add(character)
    return True


class Widths(NamedTuple):
    """How a terminal counts, where it is known.

    `signs`: whether it gives a cell to a sign that encloses digits, such as U+06DD; None: it may or may not.
    `marks`: it gives one to every combining mark. `relays`: it is a multiplexer, whose own terminal may count
    in yet another way. `adds_up`: a cluster is as wide as all its characters together, and its ground lies
    over whatever stands there, drawn before or after.
    """

    signs: bool | None = None
    marks: bool = False
    relays: bool = False
    adds_up: bool = False

    def may_differ(self, text: str) -> bool:
        """Whether something in `text` (or in what is sent for it) may be given another width than it has.

        Costs next to nothing; yes for some texts that are alike everywhere.
        """
        if text.isascii():
            return False
        if not (_met.issuperset(text) or _is_common(text)):
            return True
        return (_marked() if self.marks else _HEAPED).search(text) is not None

    def fitted(self, row: Iterable[Segment]) -> Iterator[Segment]:
        """A whole row, from column 0, with each such cluster in its cells. What has no style is sent raw."""
        drawn = _Drawn()
        for segment in row:
            text, style, control = segment
            if control or text.startswith("\x1b"):
                yield segment
            elif not self.may_differ(text):
                drawn.add(text, style)
                yield segment
            else:
                yield from self._fitted(text, style, drawn)

    def _fitted(self, text: str, style: Style | None, drawn: _Drawn) -> Iterator[Segment]:
        plain: list[str] = []
        for cluster in _clusters(text):
            width = cell_len(cluster)
            if _is_old(cluster, width) and not (self.marks and cluster[1:]):
                plain.append(cluster)
                continue
            if plain:
                yield drawn.add("".join(plain), style)
                plain.clear()
            if cluster[0] in VISIBLE_FORMAT and not self.signs:
                yield from self._sign(cluster, style, drawn)
            else:
                if width:
                    yield Segment(" " * width, style)
                    yield _to(drawn.column)
                yield Segment(_in_cells(cluster, width) if self.adds_up else cluster, style)
            drawn.add(cluster, style)
            if self.relays and drawn.texts:
                yield from _returned(next(grapheme_clusters(drawn.texts[0][0])), drawn.texts[0][1])
            yield _to(drawn.column)
        if plain:
            yield drawn.add("".join(plain), style)

    def _sign(self, sign: str, style: Style | None, drawn: _Drawn) -> Iterator[Segment]:
        """A sign that may have no cell: it then goes into the one before the cursor, which is blank."""
        yield Segment(f" {sign}", style)
        before = drawn.cluster_over(drawn.column - 2)
        if self.signs is not None or self.relays or before is None:
            return
        # If it has a cell it stands one too far. From there the cursor goes two back, to the sign's place,
        # and it is drawn once more. Without a cell that goes two before its place, where all is drawn again.
        column, cluster, before_style = before
        yield Segment("\x1b[2D")
        yield Segment(sign, style)
        yield _to(column)
        yield Segment(cluster, before_style)


class _Drawn:
    """What has been drawn of a row, from its start to `column`: texts and their styles."""

    def __init__(self) -> None:
        self.texts: list[tuple[str, Style | None]] = []
        self.column = 0

    def add(self, text: str, style: Style | None) -> Segment:
        """Add a text, and return it as a segment."""
        if text:
            self.texts.append((text, style))
            self.column += cell_len(text)
        return Segment(text, style)

    def cluster_over(self, column: int) -> tuple[int, str, Style | None] | None:
        """The cluster drawn over a column, with where it begins and its style, if it is alike everywhere."""
        end = self.column
        for text, style in reversed(self.texts):
            for cluster in reversed(list(_clusters(text))):
                width = cell_len(cluster)
                end -= width
                if end <= column:
                    return (end, cluster, style) if end >= 0 and _is_old(cluster, width) else None
        return None


def _in_cells(cluster: str, width: int) -> str:
    """The beginning of a cluster whose characters have no more than so many cells together."""
    cells = 0
    for at, character in enumerate(cluster):
        cells += _cells_alone(character)
        if cells > width and at:
            return cluster[:at].removesuffix("\u200d")  # a joiner would take the next one in
    return cluster


def _cells_alone(character: str) -> int:
    """The cells that a C library gives to a character by itself: spacing marks have one."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf") or "\u1160" <= character <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _to(column: int) -> Segment:
    return Segment(f"\x1b[{column + 1}G")


def _returned(first: str, style: Style | None) -> Iterator[Segment]:
    """The row's first cell once more: a multiplexer can but send the cursor back to column 0 for it.

    From anywhere else it would move by a difference from where it takes its own terminal's cursor to be. It
    draws only what changes.
    """
    for text in ("\u00b7", first):
        yield Segment("\r")
        yield Segment(text, style)


def _clusters(text: str) -> Iterator[str]:
    """The grapheme clusters of `text`; a sign that encloses digits stays by itself."""
    for cluster in grapheme_clusters(text):
        while len(cluster) > 1 and cluster[0] in VISIBLE_FORMAT:
            yield cluster[0]
            cluster = cluster[1:]
        yield cluster


@lru_cache(maxsize=4096)
def _is_old(cluster: str, width: int) -> bool:
    """Whether a cluster over so many cells has had that width in every terminal for long."""
    base, marks = cluster[0], cluster[1:]
    if base > "\uffff" or "\u1100" <= base <= "\u11ff":  # conjoining Jamo: alone, they differ too
        return False
    old = unicodedata.ucd_3_2_0
    wide = old.east_asian_width(base)
    if old.category(base)[0] not in _SPACING or wide != unicodedata.east_asian_width(base):
        return False
    return (
        width == (2 if wide in "WF" else 1)
        and sum(map(_is_mark, marks)) <= _MARKS
        and all(_is_mark(mark) or mark == "\u200e" for mark in marks)
    )


def _is_mark(character: str) -> bool:
    return unicodedata.ucd_3_2_0.category(character) == "Mn" and not "\ufe00" <= character <= "\ufe0f"
