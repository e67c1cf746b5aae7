"""A very long paragraph in passages, so that no screen waits for the whole of one.

A passage ends where a line of the text does. In a line that is itself too long it ends at a space,
or somewhere: one row in hundreds is short there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from briefing.arabic import Direction, resolve
from briefing.document import Paragraph

#: Characters up to which a paragraph is one passage, and about how many a passage of a longer one has.
WHOLE: Final = 1 << 15
LENGTH: Final = 1 << 14
_MARKS: Final = 64


class Passage(NamedTuple):
    """`[start:end]` of a paragraph, by its index among those of a view, and the direction of its lines.

    Without `base` each line of the text finds its own.
    """

    paragraph: int
    start: int
    end: int
    base: Direction | None = None


def passages_of(paragraphs: Sequence[Paragraph]) -> list[Passage] | None:
    """Return the passages of all the paragraphs in order; None if each paragraph is one."""
    if all(len(paragraph.text) <= WHOLE for paragraph in paragraphs):
        return None
    passages: list[Passage] = []
    for index, paragraph in enumerate(paragraphs):
        size = len(paragraph.text)
        passages += [Passage(index, 0, size)] if size <= WHOLE else _cut(index, paragraph.text)
    return passages


def _cut(index: int, text: str) -> Iterator[Passage]:
    start = 0
    while start < len(text):
        end = text.rfind("\n", start, start + LENGTH) + 1 if start + LENGTH < len(text) else len(text)
        if end > start:
            yield Passage(index, start, end)
            start = end
            continue
        stop = text.find("\n", start) + 1 or len(text)
        base = resolve(text[start : start + LENGTH]).base
        while start < stop:
            end = stop
            if start + LENGTH < stop:
                end = text.rfind(" ", start + LENGTH // 2, start + LENGTH) + 1 or _after_marks(
                    text, start + LENGTH
                )
            yield Passage(index, start, end, base)
            start = end


def _after_marks(text: str, at: int) -> int:
    """The first place from `at` on, or somewhat further, that does not part a letter from its marks."""
    stop = min(at + _MARKS, len(text))
    while at < stop and unicodedata.category(text[at]) in ("Mn", "Me", "Cf"):
        at += 1
    return at
