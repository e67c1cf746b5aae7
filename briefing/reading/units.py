"""The texts that a search goes through: passages of the article, claims, events and names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from briefing.document import FULL_KEY, Claim
from briefing.document.growing import GrowingParagraphs
from briefing.reading.search import ARTICLE, EVENT, SUMMARY, Finds, UnitKind, hits_in
from briefing.reading.views import Heading, Outline, View


class SummaryUnit(NamedTuple):
    """A claim or the bottom line: an item of a view's summary, both by their index."""

    view: int
    item: int


class Units:
    """The texts of an outline that are searched."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.whole: View = outline.views[0]  # it has all of the article

    def count(self, kind: UnitKind) -> int:
        """Return how many units of a kind there are, of a large text as many as are counted."""
        if kind == ARTICLE:
            return self.whole.count
        if kind == SUMMARY:
            return len(self.said)
        briefing = self.outline.briefing
        return len(briefing.events if kind == EVENT else briefing.names)

    @property
    def is_whole(self) -> bool:
        """Whether no more of the article is still to be counted."""
        paragraphs = self.outline.briefing.paragraphs
        return not isinstance(paragraphs, GrowingParagraphs) or paragraphs.counted.percent == 100

    def texts(self, kind: UnitKind, unit: int) -> tuple[str, ...]:
        """Return the texts of a unit, in each of which hits are looked for."""
        if kind == ARTICLE:
            return (self.whole.text(unit),)
        if kind == SUMMARY:
            said = self.said[unit]
            return (self.outline.views[said.view].item_text(said.item),)
        if kind == EVENT:
            event = self.outline.briefing.events[unit]
            return event.title, event.arabic, event.note
        name = self.outline.briefing.names[unit]
        return name.english, name.role  # its Arabic is in the article

    def hits(self, query: Finds, kind: UnitKind, unit: int) -> int:
        """Return the number of hits in a unit."""
        return sum(sum(1 for _ in query.hits(text)) for text in self.texts(kind, unit))

    @cached_property
    def said(self) -> tuple[SummaryUnit, ...]:
        """What the summaries say."""
        found = [SummaryUnit(0, item) for item in _said_in(self.whole)]
        if self.whole.key != FULL_KEY:
            for index, view in enumerate(self.outline.views[1:], 1):
                found += [SummaryUnit(index, item) for item in _said_in(view)]
        return tuple(found)

    def unit_of_item(self, view: View, item: int) -> int | None:
        """Return the unit that item `item` of a view's summary is; None if that is not searched."""
        return self._said_units.get(id(view.items[item]))

    @cached_property
    def _said_units(self) -> Mapping[int, int]:
        """By the identity of a claim, which views share. The bottom line is told by its own view's item."""
        return {id(self.outline.views[at.view].items[at.item]): unit for unit, at in enumerate(self.said)}

    @cached_property
    def views_of(self) -> Mapping[int, tuple[int, ...]]:
        """By paragraph number, the views but for the first that have the paragraph."""
        found: dict[int, tuple[int, ...]] = {}
        for index, view in enumerate(self.outline.views[1:], 1):
            for number in view.section.paragraphs:
                found[number] = (*found.get(number, ()), index)
        return found

    @cached_property
    def views_of_said(self) -> Mapping[int, tuple[int, ...]]:
        """By unit, the views but for the first whose summaries say it."""
        found: dict[int, tuple[int, ...]] = {}
        for index, view in enumerate(self.outline.views[1:], 1):
            for item in _said_in(view):
                unit = self.unit_of_item(view, item)
                if unit is not None:
                    found[unit] = (*found.get(unit, ()), index)
        return found

    def spans(self, query: Finds, kind: UnitKind, unit: int) -> tuple[tuple[int, int], ...]:
        """Return the hits of a unit that has one text: of the article or of a summary."""
        return hits_in(query, self.texts(kind, unit)[0])

    def span(self, query: Finds, kind: UnitKind, unit: int, nth: int) -> tuple[int, int]:
        """Return one hit of such a unit, counted from 0.

        It may be gone: an expression that took too long finds nothing any more. Then it is the beginning.
        """
        spans = self.spans(query, kind, unit)
        return spans[nth] if nth < len(spans) else (0, 0)


def _said_in(view: View) -> Iterator[int]:
    """The items of a view's summary that are searched: all but headings and remarks."""
    for index, item in enumerate(view.items):
        if isinstance(item, Claim) or not (isinstance(item, Heading) or item.quiet):
            yield index
