"""The links in an article: their words and addresses."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefing.document import Paragraph


class Link(NamedTuple):
    """Words in paragraph `number`, white space in them as single blanks, that lead to an address."""

    number: int
    words: str
    address: str


def links_in(paragraphs: Iterable[Paragraph]) -> tuple[Link, ...]:
    """Return the links of paragraphs, in their order."""
    return tuple(
        Link(one.number, " ".join(one.text[inline.start : inline.end].split()), inline.address)
        for one in paragraphs
        for inline in one.inlines
        if inline.kind == "link"
    )
