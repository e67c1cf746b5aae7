"""A very long paragraph in passages, so that no screen waits for the whole of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.arabic import Direction, resolve
from briefing.document import Paragraph
from briefing.document.long_paragraphs import LENGTH, WHOLE, cuts


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
    line: int | None = None
    base: Direction | None = None
    for cut in cuts(text):
        if cut.line != line:
            line = cut.line
            base = None if line is None else resolve(text[line : line + LENGTH]).base
        yield Passage(index, cut.start, cut.end, base)
