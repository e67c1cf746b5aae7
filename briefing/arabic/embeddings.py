"""The levels of Arabic letters under embeddings and overrides (U+202A to U+202E), on which joining depends.

Two letters join across such a control if they are at the same level. Letters that an override displays from
left to right join to their visual neighbours, as in FriBidi and HarfBuzz: the next letter is on their
right.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.arabic.characters import LRO
from briefing.arabic.levels import Direction, bidi_classes, paragraph_direction

_ISOLATE: Final = re.compile("[\u2066-\u2069]")
_CONTROL: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_PARAGRAPHS: Final = re.compile("[\n\r\x1c-\x1e\x85\u2029]")
_PDF: Final = "\u202c"
_PDI: Final = "\u2069"
_FSI: Final = "\u2068"
_RTL: Final = frozenset("\u202b\u202e\u2067")
_OVERRIDES: Final = frozenset("\u202d\u202e")
# The highest level (rule BD2).
_MAX_DEPTH: Final = 125


class _Status(NamedTuple):
    """An entry of the directional status stack (rule X1)."""

    level: int
    is_override: bool = False
    is_isolate: bool = False


def letter_levels(text: str, base: Direction) -> list[int]:
    """Return the level that an Arabic letter has, or would have, at each index of a paragraph.

    Rules X1 to X8, I1, I2 of UAX #9.

    Args:
        text: The paragraph.
        base: Its direction.
    """
    levels: list[int] = []
    stack = _Stack(base == "R")
    for control in _CONTROL.finditer(text):
        at = control.start()
        levels += [stack.letter_level] * (at - len(levels))
        character = text[at]
        if character == _PDF:
            stack.close_embedding()
        elif character == _PDI:
            stack.close_isolate()
        elif _ISOLATE.match(character):
            rtl = character in _RTL
            if character == _FSI:
                inside = text[at + 1 : _matching_pdi(text, at)]
                rtl = paragraph_direction(inside, bidi_classes(inside)) == "R"
            stack.open(rtl=rtl, is_isolate=True)
        else:
            stack.open(rtl=character in _RTL, is_override=character in _OVERRIDES)
    return levels + [stack.letter_level] * (len(text) - len(levels))


def _matching_pdi(text: str, initiator: int) -> int:
    """Return the index where the isolate that begins at index `initiator` ends (rule BD9)."""
    depth = 0
    for control in _ISOLATE.finditer(text, initiator + 1):
        depth += 1 if control.group() != _PDI else -1
        if depth < 0:
            return control.start()
    return len(text)


class _Stack:
    """The directional status stack with its three counters (rule X1)."""

    def __init__(self, base_level: int) -> None:
        self._entries = [_Status(int(base_level))]
        self._valid_isolates = 0
        self._overflow_isolates = 0
        self._overflow_embeddings = 0

    @property
    def letter_level(self) -> int:
        """The level that an Arabic letter gets: odd, unless a left-to-right override makes it even."""
        level, is_override, _ = self._entries[-1]
        return level if is_override else level | 1

    def open(self, *, rtl: bool, is_override: bool = False, is_isolate: bool = False) -> None:
        """Open an embedding, override or isolate (rules X2 to X5c)."""
        level = self._entries[-1].level + 1
        level += level % 2 != rtl
        if level <= _MAX_DEPTH and not self._overflow_isolates and not self._overflow_embeddings:
            self._valid_isolates += is_isolate
            self._entries.append(_Status(level, is_override, is_isolate))
        elif is_isolate:
            self._overflow_isolates += 1
        elif not self._overflow_isolates:
            self._overflow_embeddings += 1

    def close_isolate(self) -> None:
        """Close an isolate, at a PDI (rule X6a)."""
        if self._overflow_isolates:
            self._overflow_isolates -= 1
        elif self._valid_isolates:
            self._overflow_embeddings = 0
            while not self._entries.pop().is_isolate:
                pass
            self._valid_isolates -= 1

    def close_embedding(self) -> None:
        """Close an embedding or override, at a PDF (rule X7)."""
        if self._overflow_isolates:
            return
        if self._overflow_embeddings:
            self._overflow_embeddings -= 1
        elif not self._entries[-1].is_isolate and len(self._entries) > 1:
            self._entries.pop()


def left_to_right_letters(text: str) -> list[int]:
    """Return the indices of `text`, of any number of paragraphs, where an Arabic letter is at an even level.

    Only left-to-right overrides do that.
    """
    found: list[int] = []
    start = 0
    for paragraph in _PARAGRAPHS.split(text):
        # An override is at an even level whatever the paragraph's direction.
        levels = letter_levels(paragraph, "L") if LRO in paragraph else []
        found += (start + at for at, level in enumerate(levels) if not level % 2)
        start += len(paragraph) + 1
    return found
