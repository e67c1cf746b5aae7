"""What reading a document gives: its paragraphs, what it says of itself, and what was left out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from briefing.document.given import GivenBriefing
from briefing.document.model import CapturedDetail, Paragraph


class Article(Struct, frozen=True):
    """A document as it was read. `paragraphs` are numbered from 1, its headings among them.

    `title` is the document's own, "" if it has none. `encoding` is the name of the text's encoding as people
    know it (`windows-1256`), and `encoding_from` how it is known; both "" where the format leaves no choice.
    In `lost` places bytes could not be read in it.
    `published` is a date as the document writes it, `publication` the site or paper that it appeared in,
    `canonical` its own address, and `captured` when a saved
    page says that it was saved. `left_out` names what of
    it is not shown: furniture of a page, deleted text, pictures. `briefing` is what the document says of its
    article, if it is a briefing that was given out.
    """

    paragraphs: Sequence[Paragraph]
    title: str = ""
    author: str = ""
    published: str = ""
    publication: str = ""
    canonical: str = ""
    captured: str = ""
    encoding: str = ""
    encoding_from: str = ""
    lost: int = 0
    left_out: tuple[CapturedDetail, ...] = ()
    briefing: GivenBriefing | None = None


def numbered(paragraphs: Iterable[Paragraph]) -> tuple[Paragraph, ...]:
    """Return paragraphs that have text, numbered anew from 1 in their order."""
    some = (paragraph for paragraph in paragraphs if paragraph.text.strip())
    return tuple(replace(paragraph, number=number) for number, paragraph in enumerate(some, 1))
