"""What of a briefing is given out: all of it or a section, and which parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from briefing.document import Briefing, Claim, Event, Name, Paragraph, Section

Part = Literal["claims", "article", "timeline", "names"]


class Chosen(Struct, frozen=True):
    """The choice."""

    briefing: Briefing
    sections: tuple[Section, ...]
    is_whole: bool
    parts: frozenset[Part] = frozenset(("claims", "article", "timeline", "names"))
    quotes: bool = True

    @property
    def paragraphs(self) -> Sequence[Paragraph]:
        """The paragraphs of the article that are chosen."""
        if self.is_whole:
            return self.briefing.paragraphs
        return [self.briefing.paragraph(n) for section in self.sections for n in section.paragraphs]

    @property
    def claims(self) -> tuple[tuple[Section, Claim], ...]:
        """The claims, each with its section."""
        return tuple((section, claim) for section in self.sections for claim in section.claims)

    @property
    def events(self) -> tuple[Event, ...]:
        """The events."""
        return self.briefing.events

    @property
    def names(self) -> tuple[Name, ...]:
        """The names."""
        return self.briefing.names
