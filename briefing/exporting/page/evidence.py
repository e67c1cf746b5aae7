"""Where the claims of a page rest in its article: the words of each quote, cut where others begin and end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from briefing.document import Claim, Paragraph
from briefing.exporting.cutting import pieces


class QuotedWords(NamedTuple):
    """Words of a citation: `[start:end]` of a paragraph, the claim's and the citation's number (from 1)."""

    start: int
    end: int
    claim: int
    citation: int

    @property
    def id(self) -> str:
        """What the first of its words are called in the page."""
        return f"e{self.claim}-{self.citation}"


class QuotedStretch(NamedTuple):
    """`[start:end]` of a text, which is part of the same quotes throughout: of none if `quotes` is empty."""

    start: int
    end: int
    quotes: tuple[QuotedWords, ...]


def quotes_by_paragraph(
    claims: Iterable[Claim], paragraphs: Mapping[int, Paragraph]
) -> dict[int, list[QuotedWords]]:
    """Return the first occurrence of each quote, by the number of its paragraph."""
    found: dict[int, list[QuotedWords]] = {}
    for number, claim in enumerate(claims, 1):
        for index, citation in enumerate(claim.citations, 1):
            paragraph = paragraphs.get(citation.paragraph)
            start = paragraph.text.find(citation.quote) if paragraph and citation.quote else -1
            if start >= 0:
                end = start + len(citation.quote)
                found.setdefault(citation.paragraph, []).append(QuotedWords(start, end, number, index))
    return found


def quoted_stretches(quotes: Iterable[QuotedWords], start: int, end: int) -> Iterator[QuotedStretch]:
    """Yield `[start:end]` of a text cut wherever a quote begins or ends."""
    for first, last, inside in pieces(sorted(quotes), start, end):
        yield QuotedStretch(first, last, inside)
