"""What of a briefing the screen shows: its sections in order, and each one's summary and evidence."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from briefing.document import FULL_KEY, Briefing, Claim, Paragraph, Section, full_article
from briefing.reader.summary import Heading, Prose, SummaryItem

#: The key that opens the full article.
FULL_DIGIT: Final = "0"


def sections_shown(briefing: Briefing) -> tuple[Section, ...]:
    """The stored sections, and the full article last unless one section is all of it."""
    full = full_article(briefing)
    if len(briefing.sections) == 1 and briefing.sections[0].paragraphs == full.paragraphs:
        return briefing.sections
    return (*briefing.sections, full)


def digits(sections: Iterable[Section]) -> tuple[str, ...]:
    """The key before each section's name: 1 to 9 in order, 0 for the full article, none past the ninth."""
    return tuple(
        FULL_DIGIT if section.key == FULL_KEY else str(number) if number <= 9 else ""
        for number, section in enumerate(sections, 1)
    )


def summary_items(briefing: Briefing, section: Section) -> tuple[SummaryItem, ...]:
    """What the summary pane shows: claims, for the full article under the bottom line and by section."""
    if not section.claims:
        return (Prose("This text comes without a summary.", quiet=True),)
    if section.key != FULL_KEY:
        return section.claims
    items: list[SummaryItem] = []
    if briefing.bottom_line:
        items += [Heading("Bottom line"), Prose(briefing.bottom_line)]
    for stored in briefing.sections:
        if stored.claims:
            items += [Heading(stored.title), *stored.claims]
    return tuple(items)


def evidence(briefing: Briefing, claim: Claim | None) -> dict[int, list[tuple[int, int]]]:
    """The words behind a claim, as slices of each cited paragraph's text, by paragraph number."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for citation in claim.citations if claim else ():
        start = briefing.paragraph(citation.paragraph).text.find(citation.quote)
        if start >= 0:
            spans.setdefault(citation.paragraph, []).append((start, start + len(citation.quote)))
    return spans


def occurrences(briefing: Briefing, forms: Iterable[str]) -> dict[int, list[tuple[int, int]]]:
    """Everywhere one of the Arabic `forms` stands in the article, by paragraph number."""
    wanted = tuple(forms)
    spans: dict[int, list[tuple[int, int]]] = {}
    for paragraph in briefing.paragraphs:
        for form in wanted:
            start = paragraph.text.find(form)
            while start >= 0:
                spans.setdefault(paragraph.number, []).append((start, start + len(form)))
                start = paragraph.text.find(form, start + 1)
    return spans


class Contents:
    """What the panes show of each section of `briefing`, put together once: always the same objects."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing = briefing
        self._paragraphs: dict[str, tuple[Paragraph, ...]] = {}
        self._summaries: dict[str, tuple[SummaryItem, ...]] = {}

    def paragraphs(self, section: Section) -> tuple[Paragraph, ...]:
        """The section's paragraphs."""
        if section.key not in self._paragraphs:
            found = tuple(self._briefing.paragraph(number) for number in section.paragraphs)
            self._paragraphs[section.key] = found
        return self._paragraphs[section.key]

    def summary(self, section: Section) -> tuple[SummaryItem, ...]:
        """The section's `summary_items`."""
        if section.key not in self._summaries:
            self._summaries[section.key] = summary_items(self._briefing, section)
        return self._summaries[section.key]

    @cached_property
    def first_events(self) -> dict[int, int]:
        """The index of the first event that rests on each paragraph, by the paragraph's number."""
        first: dict[int, int] = {}
        for index, event in enumerate(self._briefing.events):
            for number in event.paragraphs:
                first.setdefault(number, index)
        return first
