"""The clusters of a text: what must stay together, what is painted for it, how many cells it takes.

Clusters are the grapheme clusters of UAX #29, with lam-alef as one, and with format characters in the cluster
before them. Nothing painted holds a control or a format character (terminals act on them or charge for them).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from rich.cells import cell_len

from briefing.arabic.characters import VISIBLE_FORMAT, Coding, is_format, is_mark, is_noncharacter
from briefing.arabic.graphemes import extends, grapheme_clusters
from briefing.arabic.joining import JOINING_LETTERS, Shaped, shape_forced_word, shape_word

#: Cells that a tab takes.
TAB_WIDTH: Final = 4

# Where more than marks and format characters makes a cluster (spacing marks, Hangul, conjuncts, flags, emoji
# sequences, signs that enclose the digits after them): a library knows the rules.
_COMPLEX: Final = (
    (0x0600, 0x0605), (0x06DD, 0x06DD), (0x070F, 0x070F), (0x0890, 0x0891), (0x08E2, 0x08E2),
    (0x0900, 0x11FF), (0x1700, 0x1CFF), (0x302E, 0x302F), (0xA800, 0xD7FF), (0xFE0F, 0xFE0F),
    (0xFF9E, 0xFF9F), (0x11000, 0x16FFF), (0x1BC00, 0x1BCFF), (0x1D165, 0x1D172), (0x1F1E6, 0x1F1FF),
    (0x1F3FB, 0x1F3FF),
)  # fmt: skip
# Format characters that have, or give, another level than the letters around them: LRM, and the controls.
_LRM: Final = "\u200e"
_PARTING: Final = frozenset(f"{_LRM}\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def _kind(character: str) -> str:
    codepoint = ord(character)
    if character in JOINING_LETTERS:
        return "a"
    if character == "\u200d":
        return "j"
    if any(first <= codepoint <= last for first, last in _COMPLEX):
        return "o"
    category = unicodedata.category(character)
    if category in ("Mn", "Me"):
        return "m"
    if category in ("Mc", "Cn"):
        return "o"
    if is_format(character):
        return "b" if character in _PARTING else "f"
    if category == "Cc":
        return "c"
    plain = character == " " or category not in ("Zs", "Zl", "Zp", "Cs")
    return "s" if plain and cell_len(character) == 1 else "p"


#: What a character is to a cluster: `a` a letter that joins, `j` ZWJ, `m` a mark, `f` a format character,
#: `b` one that also parts Arabic letters, `s` one cell painted as it is, `p` a cluster of its own that is
#: painted in another way or not over one cell, `c` the same and no mark adds to it, `o` a library must say.
KINDS: Final = Coding(_kind)

_PLAIN: Final = "s+(?![mfb]*(?:o|j(?![jmf]*a)))"
# 1 words of letters that join, with what is plain behind them; 2 such words with ZWJ before them; 3 what is
# plain; 4 what a library must cut, with the neighbours it may take in; 5 anything else.
_STRETCH: Final = re.compile(
    f"(a[ajmf]*)(?:{_PLAIN})?|(j[jmf]*a[ajmf]*)|({_PLAIN})"
    "|((?:[sp][mfb]*)?(?:(?:o|j(?![jmf]*a))[mfb]*[sp]?[mfb]*)+)|(m+|.)".encode()
)
_WORD, _JOINED, _PLAIN_ONLY, _HARD, _OTHER = range(1, 6)


_PARTING_BUT_ISOLATES: Final = re.compile(f"[{_LRM}\u202a-\u202e]+")
# Where a text may not be cut at its spaces: other kinds, and marks that may be on a space.
_HARD_WORDS: Final = re.compile(rb"[^asm]|sm|\Am")
# Words that are remembered.
_WORDS_KEPT: Final = 1 << 14


class Clusters:
    """The clusters of `text[start:end]`, in logical order.

    `starts` holds where the first painted character of each stands in `text` and, last, `end`, all that
    much more as `offset` is; `texts` what is painted for it in a left-to-right run; `widths` its cells, at
    least 1. Characters that are not painted count with the cluster before them, and with the first if they
    come before it. `levels` are the `letter_levels` of `text`, if it has embeddings or overrides.
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
        self._widths: dict[int, int] = {}  # by index, of those that are not one cell wide
        self._open = False  # whether a mark may still join the last cluster
        part = text[start:end]
        kinds = KINDS.encode(part)
        self._levels = levels[start:end] if levels else None
        if self._levels:
            self._cut(part, offset + start, _joined_over(kinds, part, self._levels))
        elif " " in part and not _HARD_WORDS.search(kinds):
            self._cut_words(part, offset + start)
        else:
            self._cut(part, offset + start, kinds)
        self.starts.append(offset + start + len(part))
        self.widths = [1] * len(self.texts)
        for at, width in self._widths.items():
            self.widths[at] = width

    def _cut_words(self, part: str, start: int) -> None:
        """The same as `_cut` where a space is a space and all clusters are one cell wide."""
        for word in part.split(" "):
            starts, texts = _WORDS[word]
            end = start + len(word) + 1
            self.starts += [start + at for at in starts] if starts else range(start, end)
            self.texts += texts
            start = end
        self.starts.pop()  # no space is behind the last
        self.texts.pop()

    def _cut(self, part: str, start: int, kinds: bytes) -> None:
        for match in _STRETCH.finditer(kinds):
            first, last = match.span()
            kind = match.lastindex
            if kind == _WORD:
                shape = _shape_forced if self._levels and not self._levels[first] % 2 else _shape
                starts, texts = shape(part[first:last], match.end(1) - first)
                if len(texts) == last - first:
                    starts = range(start + first, start + last)
                else:
                    starts = [start + first + at for at in starts]
                self._add_all(starts, texts)
            elif kind == _PLAIN_ONLY:
                self._add_all(range(start + first, start + last), part[first:last])
            elif kind == _JOINED:
                forced = self._levels and not self._levels[first] % 2
                starts, texts = (shape_forced_word if forced else shape_word)(part[first:last])
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
        self._open = True

    def _add(self, start: int, painted: str, joins: bool) -> None:
        """Add a cluster, or join it to the last one."""
        if joins and self._open:
            painted = self.texts.pop() + painted
            self._widths.pop(len(self.texts), 0)
        else:
            self.starts.append(start)
        painted, width = _on_cells(painted)
        if width != 1:
            self._widths[len(self.texts)] = width
        self.texts.append(painted)
        self._open = True

    def _add_other(self, start: int, cluster: str, joins: bool) -> None:
        painted, width, unseen, closed = _seen(cluster)
        if not painted:
            self._open = self._open and not closed
            return
        if joins and self._open:
            self._add(start + unseen, _painted(cluster), joins)
        else:
            self.starts.append(start + unseen)
            if width != 1:
                self._widths[len(self.texts)] = width
            self.texts.append(painted)
        self._open = not closed


class _Words(dict[str, Shaped]):
    """The clusters of words with the space behind them; no starts, if each character is one."""

    def __missing__(self, word: str) -> Shaped:
        if len(self) >= _WORDS_KEPT:
            self.clear()
        clusters = Clusters(word)
        simple = len(clusters.texts) == len(word)
        shaped = self[word] = (() if simple else tuple(clusters.starts), (*clusters.texts, " "))
        return shaped


_WORDS: Final = _Words()


@lru_cache(maxsize=4096)
def _shape(text: str, end: int) -> Shaped:
    """The clusters of the word `text[:end]` and of what is plain behind it."""
    if end == len(text):
        return shape_word(text)
    starts, texts = shape_word(text[:end])
    return (*starts, *range(end, len(text))), (*texts, *text[end:])


def _shape_forced(text: str, end: int) -> Shaped:
    """The same for a word forced from left to right."""
    starts, texts = shape_forced_word(text[:end])
    return (*starts, *range(end, len(text))), (*texts, *text[end:])


def _joined_over(kinds: bytes, text: str, levels: Sequence[int]) -> bytes:
    """`kinds` with what has one level with the letters on both sides as mere format characters."""
    changing = bytearray(kinds)
    for controls in _PARTING_BUT_ISOLATES.finditer(text):
        start, end = controls.span()
        if not start or end == len(text) or levels[start - 1] != levels[end]:
            continue
        marks = {levels[at] for at in range(start, end) if text[at] == _LRM}
        if not marks or (levels[end] % 2 == 0 and marks == {levels[end]}):
            changing[start:end] = b"f" * (end - start)
    return bytes(changing)


def _grapheme_clusters(text: str) -> Iterator[tuple[str, bool]]:
    """The grapheme clusters of `text`, and whether each belongs to what is before it (rules GB9, GB9a).

    A sign such as U+06DD stays by itself unless a digit follows: at another level than a letter or a space it
    cannot share a cell with it.
    """
    for cluster in grapheme_clusters(text):
        if cluster[0] in VISIBLE_FORMAT and cluster[1:] and not cluster[1].isdigit():
            yield cluster[0], False
            cluster = cluster[1:]
        yield cluster, extends(cluster[0])


@lru_cache(maxsize=4096)
def _seen(cluster: str) -> tuple[str, int, int, bool]:
    """What is painted for a grapheme cluster, over how many cells; how many characters come before that; and
    whether no mark behind it adds to it.
    """
    painted = _painted(cluster)
    if not painted:
        return "", 0, 0, cluster[0] in "\u2028\u2029"
    unseen = next(at for at, character in enumerate(cluster) if not is_format(character))
    return *_on_cells(painted), unseen, unicodedata.category(cluster[0]) == "Cc"


def _on_cells(painted: str) -> tuple[str, int]:
    """What is painted, and its cells: a mark that has no letter shows on a blank."""
    width = cell_len(painted)
    return (painted, width) if width else (f" {painted}", cell_len(f" {painted}"))


def _painted(cluster: str) -> str:
    """What is painted for a grapheme cluster that holds no Arabic letter: "" if it is not seen."""
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
    """A visible stand-in (block U+2400) for a control: a document's controls are never sent to a terminal."""
    codepoint = ord(character)
    if codepoint < 0x20:
        return chr(0x2400 + codepoint)
    return "\u2421" if codepoint == 0x7F else "\ufffd"
