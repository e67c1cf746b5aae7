"""A very long paragraph in parts, so that no screen waits for the whole of one.

A part ends where a line of the text does. In a line that is itself too long it ends at a space, or somewhere:
one row in hundreds is short there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from briefing.arabic import Direction, resolve
from briefing.document import Paragraph

#: Characters up to which a paragraph is laid out whole, and about how many a part of a longer one has.
WHOLE: Final = 1 << 15
PART: Final = 1 << 14
_MARKS: Final = 64


class Part(NamedTuple):
    """`[start:end]` of one of the paragraphs shown, by its place among them, and the direction of its lines.

    Without `base` each line of the text finds its own.
    """

    paragraph: int
    start: int
    end: int
    base: Direction | None = None


def parts_of(paragraphs: Sequence[Paragraph]) -> list[Part] | None:
    """The parts of all the paragraphs in order; None if each is laid out whole."""
    if all(len(paragraph.text) <= WHOLE for paragraph in paragraphs):
        return None
    parts: list[Part] = []
    for index, paragraph in enumerate(paragraphs):
        size = len(paragraph.text)
        parts += [Part(index, 0, size)] if size <= WHOLE else _cut(index, paragraph.text)
    return parts


def _cut(index: int, text: str) -> Iterator[Part]:
    start = 0
    while start < len(text):
        end = text.rfind("\n", start, start + PART) + 1 if start + PART < len(text) else len(text)
        if end > start:
            yield Part(index, start, end)
            start = end
            continue
        stop = text.find("\n", start) + 1 or len(text)
        base = resolve(text[start : start + PART]).base
        while start < stop:
            end = stop
            if start + PART < stop:
                end = text.rfind(" ", start + PART // 2, start + PART) + 1 or _behind_marks(
                    text, start + PART
                )
            yield Part(index, start, end, base)
            start = end


def _behind_marks(text: str, at: int) -> int:
    """The first place from `at` on, or somewhat further, that does not part a letter from its marks."""
    stop = min(at + _MARKS, len(text))
    while at < stop and unicodedata.category(text[at]) in ("Mn", "Me", "Cf"):
        at += 1
    return at
