"""The clusters of a text: what stays together in one cell, what is painted there, how many cells it takes.

Clusters are the grapheme clusters of UAX #29, with lam-alef as one, and with format characters in the cluster
before them. Nothing painted holds a control or a format character (terminals act on them or charge for them).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from rich.cells import cell_len

from briefing.arabic.joining import WORD, is_mark, shape_word
from briefing.arabic.order import VISIBLE_FORMAT, is_format

#: Cells that a tab takes.
TAB_WIDTH: Final = 4

# One character, one cluster, one cell, painted as it is.
_SIMPLE: Final = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0377\u0386-\u03ff\u0400-\u0482\u048a-\u052f"
    "\u05be\u05c0\u05d0-\u05ea\u060c\u061b\u061d-\u061f\u0660-\u066d\u06d4\u06f0-\u06f9"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
# Scripts and emoji in which more than marks makes a cluster: a library knows the rules.
_COMPLEX: Final = (
    *((0x0600, 0x0605), (0x06DD, 0x06DD), (0x070F, 0x070F), (0x0890, 0x0891), (0x08E2, 0x08E2)),
    *((0x0900, 0x11FF), (0x1700, 0x1CFF), (0x200D, 0x200D), (0x302E, 0x302F), (0xA800, 0xD7FF)),
    *((0xFF9E, 0xFF9F), (0x11000, 0x16FFF), (0x1F1E6, 0x1F1FF), (0x1F3FB, 0x1F3FF), (0xE0020, 0xE007F)),
)
_LAM_ALEF: Final = re.compile("\u0644[\u0622\u0623\u0625\u0627]")
# Arabic without marks or format characters, and what is simple.
_PLAIN: Final = re.compile(
    "[ -~\u00a1-\u00ac\u00ae-\u02ff\u05d0-\u05ea\u060c\u061b\u061e\u061f\u0620-\u064a\u0660-\u066f"
    "\u0671-\u06d5\u06ee-\u06ff\u0750-\u077f\u2010-\u2027\u2030-\u205e]*"
)


class Clusters:
    """The clusters of one paragraph, in logical order.

    `starts` holds where the first painted character of each stands and, last, the text's length (format
    characters at the very start belong to the first); `texts` what is painted for it in a left-to-right run;
    `widths` its cells (0 only if the whole text is format characters).
    """

    def __init__(self, text: str) -> None:
        self.starts: list[int] = []
        self.texts: list[str] = []
        self.widths: list[int] = []
        self._open = False  # whether a mark may still join the last cluster
        position = 0
        for match in WORD.finditer(text):
            if position < match.start():
                self._add_other(text, position, match.start())
            self._add_word(match.group(), match.start())
            position = match.end()
        if position < len(text):
            self._add_other(text, position, len(text))
        self.starts.append(len(text))

    def _add(self, start: int, painted: str, width: int) -> None:
        """Add a cluster, or what is not painted to the cluster before it."""
        if not painted and self.starts:
            return
        if self.starts and not self.texts[-1]:
            # Format characters at the very start go with what follows.
            self.starts[-1], self.texts[-1], self.widths[-1] = start, painted, width
            return
        self.starts.append(start)
        self.texts.append(painted)
        self.widths.append(width)

    def _add_word(self, word: str, start: int) -> None:
        for length, painted in shape_word(word):
            self._add(start, painted, 1 if painted else 0)
            start += length
        self._open = True

    def _add_other(self, text: str, start: int, end: int) -> None:
        if _SIMPLE.fullmatch(text, start, end):
            if self.texts and not self.texts[-1]:
                self._add(start, text[start], 1)
                start += 1
            self.starts.extend(range(start, end))
            self.texts.extend(text[start:end])
            self.widths.extend([1] * (end - start))
            self._open = True
            return
        for cluster in _graphemes(text[start:end]):
            if is_mark(cluster[0]):
                self._add_marks(cluster, start)
            else:
                painted = _painted(cluster)
                self._add(start, painted, cell_len(painted))
                self._open = self._open if not painted else unicodedata.category(cluster[0]) != "Cc"
            start += len(cluster)

    def _add_marks(self, marks: str, start: int) -> None:
        marks = "".join(c for c in marks if is_mark(c))
        if self._open and self.texts and self.texts[-1]:
            self.texts[-1] += marks
            self.widths[-1] = cell_len(self.texts[-1])
        else:
            self._add(start, " " + marks, 1)  # a mark that has no letter shows on a blank
            self._open = True


def _graphemes(text: str) -> Iterator[str]:
    """The grapheme clusters of a text without Arabic words (UAX #29).

    A sign such as U+06DD stays by itself unless a digit follows: at another level than a letter or a space it
    cannot share a cell with it.
    """
    if any(map(_is_complex, text)):
        # Tables of 25 ms, for scripts that are rare here.
        from uniseg.graphemecluster import grapheme_clusters

        for cluster in grapheme_clusters(text):
            if cluster[0] in VISIBLE_FORMAT and not cluster[1:2].isdigit():
                yield from (cluster[:1], cluster[1:]) if cluster[1:] else (cluster,)
            else:
                yield cluster
        return
    begin = 0
    for at in range(1, len(text)):
        if not is_mark(text[at]) or is_format(text[at - 1]):
            yield text[begin:at]
            begin = at
    yield text[begin:]


@cache
def _is_complex(character: str) -> bool:
    codepoint = ord(character)
    return any(first <= codepoint <= last for first, last in _COMPLEX)


def _painted(cluster: str) -> str:
    """What is painted for one grapheme cluster that holds no Arabic letter."""
    painted = []
    for character in cluster:
        category = unicodedata.category(character)
        if character == "\t":
            painted.append(" " * TAB_WIDTH)
        elif category == "Cc":
            painted.append(_control_picture(character))
        elif category == "Zs":
            painted.append(" " * cell_len(character))
        elif category == "Cs":
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


@lru_cache(maxsize=131072)
def text_width(text: str) -> int:
    """Cells that `text` takes when it is painted."""
    if _PLAIN.fullmatch(text):
        return len(text) - len(_LAM_ALEF.findall(text))
    return sum(Clusters(text).widths)
