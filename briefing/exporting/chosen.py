"""What of a briefing is given out: the whole or one section, and which parts of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, get_args

from msgspec import Struct
from msgspec.structs import replace

from briefing.document import Briefing, Claim, Event, Name, Paragraph, Section, is_whole, sections_shown
from briefing.document.given import GivenBriefing, GivenPart
from briefing.document.growing import GrowingParagraphs

#: All parts, in the order in which a form has them.
PARTS: Final[tuple[GivenPart, ...]] = get_args(GivenPart)


class Chosen(Struct, frozen=True):
    """What somebody wants of `briefing`.

    `sections` are those asked for, in order; of the whole briefing (`is_whole`) all stored ones. Of `parts`
    only these are given out. `quotes`: whether claims stand with the Arabic words that they cite.
    """

    briefing: Briefing
    sections: tuple[Section, ...]
    is_whole: bool
    parts: frozenset[GivenPart] = frozenset(PARTS)
    quotes: bool = True

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """The article's paragraphs, each once, in the article's order; none if the article is not chosen."""
        return self._within if "article" in self.parts else ()

    @property
    def claims(self) -> Iterator[tuple[Section, Claim]]:
        """The claims, each with its section; none if claims are not chosen."""
        if "claims" in self.parts:
            for section in self.sections:
                for claim in section.claims:
                    yield section, claim

    @property
    def bottom_line(self) -> str:
        """The bottom line, which is about the whole briefing and goes with its claims; else ""."""
        return self.briefing.bottom_line if self.is_all and "claims" in self.parts else ""

    @property
    def events(self) -> tuple[Event, ...]:
        """The events; of a section those that one of its paragraphs tells of."""
        if "timeline" not in self.parts:
            return ()
        if self.is_all:
            return self.briefing.events
        numbers = {number for section in self.sections for number in section.paragraphs}
        return tuple(one for one in self.briefing.events if not numbers.isdisjoint(one.paragraphs))

    @property
    def names(self) -> tuple[Name, ...]:
        """The names; of a section those that one of its paragraphs has, as the briefing writes them."""
        if "names" not in self.parts:
            return ()
        if self.is_all or not self.briefing.names:
            return self.briefing.names
        text = "\n\n".join(paragraph.text for paragraph in self._within)
        return tuple(
            name for name in self.briefing.names if any(form and form in text for form in name.arabic)
        )

    @property
    def is_all(self) -> bool:
        """Whether it is all that there is of the briefing, which may have been given out in part before."""
        return self.is_whole or self.sections is self.briefing.sections

    @property
    def _within(self) -> tuple[Paragraph, ...]:
        briefing = self.briefing
        omitted = briefing.omitted if isinstance(briefing, GivenBriefing) else frozenset()
        if self.is_all:
            return tuple(one for one in briefing.paragraphs if one.number not in omitted)
        numbers = {number for section in self.sections for number in section.paragraphs}
        return tuple(briefing.paragraph(number) for number in sorted(numbers - omitted))


def chosen(
    briefing: Briefing, index: int | None = None, parts: Iterable[GivenPart] = PARTS, *, quotes: bool = True
) -> Chosen:
    """Return what is chosen of a briefing: all of it, or the section at `index` among `sections_shown`.

    Of one that was given out in part and opened again, it is at most that part. The paragraphs of a large
    text are read to their end, and are in memory from then on.
    """
    section = None if index is None else sections_shown(briefing)[index]
    one = section is not None and not is_whole(briefing, section)
    briefing = _counted(briefing)
    sections = (section,) if section is not None and one else briefing.sections
    if not isinstance(briefing, GivenBriefing):
        return Chosen(briefing, sections, not one, frozenset(parts), quotes)
    there = frozenset(parts).intersection(briefing.parts)
    return Chosen(briefing, sections, not one and briefing.is_whole, there, quotes and briefing.has_quotes)


def _counted(briefing: Briefing) -> Briefing:
    if not isinstance(briefing.paragraphs, GrowingParagraphs):
        return briefing
    paragraphs = tuple(briefing.paragraphs)
    numbers = tuple(range(1, len(paragraphs) + 1))
    sections = tuple(replace(section, paragraphs=numbers) for section in briefing.sections)
    origin, now = briefing.origin, briefing.paragraphs.counted
    if origin is not None:  # what was found out on the way
        origin = replace(origin, encoding=now.encoding, encoding_from=now.encoding_from, lost=now.lost)
    return replace(briefing, paragraphs=paragraphs, sections=sections, origin=origin)
