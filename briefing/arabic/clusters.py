"""The clusters of a text: characters that are painted as one, what is painted for each, and its cells.

Clusters are the grapheme clusters of UAX #29, but lam-alef is one cluster, and format characters belong to
the cluster before them. What is painted has no control or invisible format character in it: terminals act
on them or give them a cell.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from rich.cells import cell_len

from briefing.arabic.characters import VISIBLE_FORMAT, CodeTable, is_format, is_mark, is_noncharacter
from briefing.arabic.graphemes import extends, grapheme_clusters
from briefing.arabic.joining import JOINING_LETTERS, ShapedWord, shape_left_to_right_word, shape_word

#: The number of cells of a tab.
TAB_WIDTH: Final = 4

# Characters whose clusters have more in them than marks and format characters (spacing marks, Hangul,
# conjuncts, flags, emoji sequences, signs that enclose the digits after them): `graphemes` finds these by
# the rules.
_COMPLEX: Final = (
    (0x0600, 0x0605), (0x06DD, 0x06DD), (0x070F, 0x070F), (0x0890, 0x0891), (0x08E2, 0x08E2),
    (0x0900, 0x11FF), (0x1700, 0x1CFF), (0x302E, 0x302F), (0xA800, 0xD7FF), (0xFE0F, 0xFE0F),
    (0xFF9E, 0xFF9F), (0x11000, 0x16FFF), (0x1BC00, 0x1BCFF), (0x1D165, 0x1D172), (0x1F1E6, 0x1F1FF),
    (0x1F3FB, 0x1F3FF),
)  # fmt: skip
# Format characters that have, or give, another level than the letters around them: LRM and bidi controls.
_LRM: Final = "\u200e"
_LEVEL_CONTROLS: Final = frozenset(f"{_LRM}\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _kind(character: str) -> str:
    """Return the code of a character in `CLUSTER_KINDS`."""
    codepoint = ord(character)
    if character in JOINING_LETTERS:
        return "a"
    if character == "\u200d":
        return "j"
    if any(first <= codepoint <= last for first, last in _COMPLEX):
        return "o"
    category = unicodedata.category(character)
    if is_mark(character):
        return "m"
    if category in ("Mc", "Cn"):
        return "o"
    if is_format(character):
        return "b" if character in _LEVEL_CONTROLS else "f"
    if category == "Cc":
        return "c"
    plain = character == " " or category not in ("Zs", "Zl", "Zp", "Cs")
    return "s" if plain and cell_len(character) == 1 else "p"


#: The part of each character in clusters: `a` a joining letter, `j` ZWJ, `m` a mark, `f` a format
#: character, `b` a format character over which Arabic letters do not join, `s` a character painted as it is
#: over one cell, `p` one painted in another way or over other than one cell, `c` the same of a control
#: (marks after it do not combine), `o` one for which `graphemes` must be asked.
CLUSTER_KINDS: Final = CodeTable(_kind)

_PLAIN: Final = "s+(?![mfb]*(?:o|j(?![jmf]*a)))"
# What a text consists of, by group: 1 a word of joining letters, and plain characters after it; 2 such a
# word with ZWJ before it; 3 plain characters; 4 complex clusters, with the neighbours they may include; 5
# anything else.
_UNITS: Final = re.compile(
    f"(a[ajmf]*)(?:{_PLAIN})?|(j[jmf]*a[ajmf]*)|({_PLAIN})"
    "|((?:[sp][mfb]*)?(?:(?:o|j(?![jmf]*a))[mfb]*[sp]?[mfb]*)+)|(m+|.)".encode()
)
_WORD, _WORD_AFTER_ZWJ, _PLAIN_ONLY, _COMPLEX_UNIT, _OTHER = range(1, 6)


_CONTROLS_BUT_ISOLATES: Final = re.compile(f"[{_LRM}\u202a-\u202e]+")
# Found in texts that cannot be taken word by word: other kinds of characters, and marks that may be on a
# space.
_NOT_WORDS: Final = re.compile(rb"[^asm]|sm|\Am")
# The number of words whose clusters are kept.
_WORD_CACHE_SIZE: Final = 1 << 14


class Clusters:
    """The clusters of `text[start:end]`, in logical order.

    Characters that are not painted belong to the cluster before them, or to the first cluster.

    Args:
        text: Text in logical order.
        start: The index where the clusters begin.
        end: The index where they end (exclusive); None is the end of the text.
        offset: Added to all indices in `starts`.
        levels: The `letter_levels` of `text` if it has embeddings or overrides, else None.

    Attributes:
        starts: The index in `text`, plus `offset`, of the first painted character of each cluster, and last
            that of the end.
        texts: What is painted for each cluster at an even level (not mirrored).
        widths: The number of cells of each cluster, at least 1.
    """

    def __init__(
        self,
        text: str,
        start: int = 0,
        end: int | None = None,
        offset: int = 0,
        levels: Sequence[int] | None = None,
    ) -> None:
        self.starts: list[int] = []
        self.texts: list[str] = []
        self._other_widths: dict[int, int] = {}  # of clusters that are not one cell wide, by number
        self._takes_marks = False  # whether a mark would belong to the last cluster
        part = text[start:end]
        kinds = CLUSTER_KINDS.encode(part)
        self._levels = levels[start:end] if levels else None
        if self._levels:
            self._cut(part, offset + start, _joining_across_controls(kinds, part, self._levels))
        elif " " in part and not _NOT_WORDS.search(kinds):
            self._cut_words(part, offset + start)
        else:
            self._cut(part, offset + start, kinds)
        self.starts.append(offset + start + len(part))
        self.widths = [1] * len(self.texts)
        for at, width in self._other_widths.items():
            self.widths[at] = width

    def _cut_words(self, part: str, start: int) -> None:
        """Add the clusters of `part`, words of one-cell clusters parted by spaces; `start` as in `_cut`."""
        for word in part.split(" "):
            starts, texts = _WORD_CACHE[word]
            end = start + len(word) + 1
            self.starts += [start + at for at in starts] if starts else range(start, end)
            self.texts += texts
            start = end
        self.starts.pop()  # there is no space after the last word
        self.texts.pop()

    def _cut(self, part: str, start: int, kinds: bytes) -> None:
        """Add the clusters of `part`, which starts at index `start` and has these `CLUSTER_KINDS`."""
        for match in _UNITS.finditer(kinds):
            first, last = match.span()
            kind = match.lastindex
            if kind == _WORD:
                shape = _shape_left_to_right if self._levels and not self._levels[first] % 2 else _shape
                starts, texts = shape(part[first:last], match.end(1) - first)
                if len(texts) == last - first:
                    starts = range(start + first, start + last)
                else:
                    starts = [start + first + at for at in starts]
                self._add_all(starts, texts)
            elif kind == _PLAIN_ONLY:
                self._add_all(range(start + first, start + last), part[first:last])
            elif kind == _WORD_AFTER_ZWJ:
                left_to_right = self._levels and not self._levels[first] % 2
                starts, texts = (shape_left_to_right_word if left_to_right else shape_word)(part[first:last])
                for at, painted in zip(starts, texts, strict=True):
                    self._add(start + first + at, painted, is_mark(painted[0]))
            elif kind == _OTHER:
                self._add_other(start + first, part[first:last], is_mark(part[first]))
            else:
                for cluster, joins in _grapheme_clusters(part[first:last]):
                    self._add_other(start + first, cluster, joins)
                    first += len(cluster)

    def _add_all(self, starts: Sequence[int], texts: Sequence[str]) -> None:
        """Add clusters of one cell each."""
        self.starts += starts
        self.texts += texts
        self._takes_marks = True

    def _add(self, start: int, painted: str, joins: bool) -> None:
        """Add a cluster; if it `joins`, add it to the last one, where that takes marks."""
        if joins and self._takes_marks:
            painted = self.texts.pop() + painted
            self._other_widths.pop(len(self.texts), 0)
        else:
            self.starts.append(start)
        painted, width = _with_width(painted)
        if width != 1:
            self._other_widths[len(self.texts)] = width
        self.texts.append(painted)
        self._takes_marks = True

    def _add_other(self, start: int, cluster: str, joins: bool) -> None:
        """Add a grapheme cluster without joining letters; `joins` as in `_add`."""
        painted, width, leading, is_control = _paint_with_width(cluster)
        if not painted:
            self._takes_marks = self._takes_marks and not is_control
            return
        if joins and self._takes_marks:
            self._add(start + leading, _paint(cluster), joins)
        else:
            self.starts.append(start + leading)
            if width != 1:
                self._other_widths[len(self.texts)] = width
            self.texts.append(painted)
        self._takes_marks = not is_control


class _WordCache(dict[str, ShapedWord]):
    """The clusters of words, each with the space after it; without starts if each character is a cluster."""

    def __missing__(self, word: str) -> ShapedWord:
        if len(self) >= _WORD_CACHE_SIZE:
            self.clear()
        clusters = Clusters(word)
        simple = len(clusters.texts) == len(word)
        shaped = self[word] = (() if simple else tuple(clusters.starts), (*clusters.texts, " "))
        return shaped


_WORD_CACHE: Final = _WordCache()


@lru_cache(maxsize=4096)
def _shape(text: str, end: int) -> ShapedWord:
    """Return the clusters of the word `text[:end]` and of the plain characters after it."""
    if end == len(text):
        return shape_word(text)
    starts, texts = shape_word(text[:end])
    return (*starts, *range(end, len(text))), (*texts, *text[end:])


def _shape_left_to_right(text: str, end: int) -> ShapedWord:
    """Return what `_shape` does, for a word displayed from left to right."""
    starts, texts = shape_left_to_right_word(text[:end])
    return (*starts, *range(end, len(text))), (*texts, *text[end:])


def _joining_across_controls(kinds: bytes, text: str, levels: Sequence[int]) -> bytes:
    """Return `kinds` with `f` for controls that have the same level on both sides: letters join across."""
    changed = bytearray(kinds)
    for controls in _CONTROLS_BUT_ISOLATES.finditer(text):
        start, end = controls.span()
        if not start or end == len(text) or levels[start - 1] != levels[end]:
            continue
        lrm_levels = {levels[at] for at in range(start, end) if text[at] == _LRM}
        if not lrm_levels or (levels[end] % 2 == 0 and lrm_levels == {levels[end]}):
            changed[start:end] = b"f" * (end - start)
    return bytes(changed)


def _grapheme_clusters(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the grapheme clusters of `text`, and whether each continues the one before (rules GB9, GB9a).

    Unlike rule GB9b, a sign such as U+06DD is a cluster of its own unless a digit follows: it can have
    another level than a letter or a space, and could not share a cell with it.
    """
    for cluster in grapheme_clusters(text):
        if cluster[0] in VISIBLE_FORMAT and cluster[1:] and not cluster[1].isdigit():
            yield cluster[0], False
            cluster = cluster[1:]
        yield cluster, extends(cluster[0])


@lru_cache(maxsize=4096)
def _paint_with_width(cluster: str) -> tuple[str, int, int, bool]:
    """Return what is painted for a grapheme cluster, and how.

    Returns:
        What is painted ("" if nothing is); its number of cells; the number of unpainted characters that the
        cluster begins with; and whether marks after it are not part of it (a control).
    """
    painted = _paint(cluster)
    if not painted:
        return "", 0, 0, cluster[0] in "\u2028\u2029"
    leading = next(at for at, character in enumerate(cluster) if not is_format(character))
    return *_with_width(painted), leading, unicodedata.category(cluster[0]) == "Cc"


def _with_width(painted: str) -> tuple[str, int]:
    """Return what is painted and its number of cells; a mark without a letter is painted on a space."""
    width = cell_len(painted)
    return (painted, width) if width else (f" {painted}", cell_len(f" {painted}"))


def _paint(cluster: str) -> str:
    """Return what is painted for a grapheme cluster without joining letters; "" if nothing is."""
    painted = []
    for character in cluster:
        category = unicodedata.category(character)
        if character == "\t":
            painted.append(" " * TAB_WIDTH)
        elif category == "Cc":
            painted.append(_control_picture(character))
        elif category == "Zs":
            painted.append(" " * cell_len(character))
        elif category == "Cs" or (category == "Cn" and is_noncharacter(character)):
            painted.append("\ufffd")
        elif category in ("Zl", "Zp") or is_format(character):
            continue
        else:
            painted.append(character)
    return "".join(painted)


def _control_picture(character: str) -> str:
    """Return the visible picture of a control (block U+2400): controls are never sent to a terminal."""
    codepoint = ord(character)
    if codepoint < 0x20:
        return chr(0x2400 + codepoint)
    return "\u2421" if codepoint == 0x7F else "\ufffd"
