"""What a program returns that drafts a briefing: typed data, of which nothing is believed yet."""

from __future__ import annotations

from msgspec import Struct

from briefing.document.model import Basis, Confidence, Likelihood, NameKind


class DraftSection(Struct, frozen=True):
    """Paragraphs that belong together, by number, and what they are about."""

    title: str
    paragraphs: tuple[int, ...]
    arabic: str = ""


class DraftCitation(Struct, frozen=True):
    """Words that are said to stand in the paragraph of that number."""

    paragraph: int
    quote: str


class DraftClaim(Struct, frozen=True):
    """A statement in English, and the words that are to carry it."""

    text: str
    citations: tuple[DraftCitation, ...]
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None


class DraftEvent(Struct, frozen=True):
    """Something dated: `quote` is what gives the date, word for word, in one of `paragraphs`."""

    date: str
    title: str
    paragraphs: tuple[int, ...]
    quote: str
    basis: Basis = "stated"


class DraftName(Struct, frozen=True):
    """A person, body, weapon or place: the English name, and the forms that the article uses."""

    kind: NameKind
    english: str
    arabic: tuple[str, ...]
    role: str = ""


class Draft(Struct, frozen=True):
    """All of an answer. What is missing was not drafted."""

    bottom_line: str = ""
    sections: tuple[DraftSection, ...] = ()
    claims: tuple[DraftClaim, ...] = ()
    events: tuple[DraftEvent, ...] = ()
    names: tuple[DraftName, ...] = ()
