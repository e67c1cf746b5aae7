"""The links in an article: their words and addresses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefing.document import Briefing, Paragraph


class Link(NamedTuple):
    """Words in paragraph `number`, white space in them as single blanks, that lead to an address."""

    number: int
    words: str
    address: str


def may_have_links(briefing: Briefing) -> bool:
    """Return whether it is worth looking: a plain text, of which there may be a great deal, has none."""
    return briefing.origin is None or briefing.origin.format != "text"


def links_in(paragraphs: Iterable[Paragraph]) -> tuple[Link, ...]:
    """Return the links of paragraphs, in their order."""
    return tuple(
        Link(one.number, " ".join(one.text[inline.start : inline.end].split()), inline.address)
        for one in paragraphs
        for inline in one.inlines
        if inline.kind == "link"
    )
