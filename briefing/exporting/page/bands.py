"""How claims and article stand beside each other: in one band, or in one for each section.

Where the sections are the article cut into pieces, each has its claims beside its paragraphs. Where they
take paragraphs from here and there the article stays whole, in its order, beside the claims of them all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.document import Paragraph, Section


class NumberedSection(NamedTuple):
    """A section, its number in the page, and that of the first of its claims; both count from 1."""

    section: Section
    number: int
    first: int


class Band(NamedTuple):
    """Claims, and the paragraphs they stand beside; either may be missing."""

    groups: tuple[NumberedSection, ...]
    paragraphs: Sequence[Paragraph]


def groups(sections: Sequence[Section]) -> tuple[NumberedSection, ...]:
    """Return the sections with their claims numbered through."""
    found, first = [], 1
    for number, section in enumerate(sections, 1):
        found.append(NumberedSection(section, number, first))
        first += len(section.claims)
    return tuple(found)


def bands(sections: Sequence[Section], paragraphs: Sequence[Paragraph]) -> list[Band]:
    """Return the bands of a page, in order."""
    numbered = groups(sections)
    if not any(section.claims for section in sections) or not paragraphs:
        return [Band(numbered, paragraphs)]
    numbers = [paragraph.number for paragraph in paragraphs]
    if len(sections) < 2 or [number for section in sections for number in section.paragraphs] != numbers:
        return [Band(numbered, paragraphs)]
    at, cut = 0, []
    for group in numbered:
        size = len(group.section.paragraphs)
        cut.append(Band((group,), paragraphs[at : at + size]))
        at += size
    return cut
