"""Briefings that are read in the reader's tests."""

from __future__ import annotations

from functools import cache

from briefing.document import Briefing, Paragraph, Section, Title
from briefing.sources import load_bundled


@cache
def bundled() -> Briefing:
    """The briefing that comes along."""
    return load_bundled()


def plain(*texts: str) -> Briefing:
    """Texts as a briefing of one section without claims, as a plain text file is read."""
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    numbers = tuple(paragraph.number for paragraph in paragraphs)
    section = Section(key="text", title="Text", arabic="النص", paragraphs=numbers)
    return Briefing(
        title=Title(english="a.txt", arabic=""),
        bottom_line="",
        provenance=None,
        paragraphs=paragraphs,
        sections=(section,),
        events=(),
        names=(),
        path="a.txt",
    )
