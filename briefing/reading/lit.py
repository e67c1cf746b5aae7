"""The hits of a search as panes show them: each text is searched when it comes into sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.reading.marks import Span, TextMarks, merged
from briefing.reading.search import ARTICLE, SUMMARY, Finds, hits_in
from briefing.reading.searching import item_of
from briefing.reading.state import Reading
from briefing.reading.tally import Tally


class Lit(NamedTuple):
    """What finds the hits of a pane's texts, and the current one: in which item, and its slice of the text.

    `counted` is the number of hits counted by now, wherever they are.
    """

    query: Finds
    tally: Tally
    counted: int
    item: int | None = None
    span: Span | None = None

    def marks(self, text: str, item: int) -> TextMarks:
        """Return what is found in the text of an item."""
        spans = hits_in(self.query, text)
        if not spans:
            return ()
        if item != self.item or self.span is None:
            return (("hit", merged(spans)),)
        others = merged(span for span in spans if span != self.span)
        current: TextMarks = (("current-hit", (self.span,)),)
        return (("hit", others), *current) if others else current


def lit_in_article(reading: Reading) -> Lit | None:
    """Return what is lit in the passages of the open view."""
    search = reading.search
    if search is None or not search.query:
        return None
    lit, hit = Lit(search.query, search.tally, search.total), search.at
    if hit is None or hit.kind != ARTICLE:
        return lit
    units = search.tally.units
    span = units.spans(search.query, ARTICLE, hit.unit)[hit.nth]
    number, start = units.whole.number(hit.unit), units.whole.passage(hit.unit).start
    return lit._replace(item=reading.open.passage_of(number, start), span=span)


def lit_in_summary(reading: Reading) -> Lit | None:
    """Return what is lit in the summary of the open view."""
    search = reading.search
    if search is None or not search.query:
        return None
    lit, hit = Lit(search.query, search.tally, search.total), search.at
    if hit is None or hit.kind != SUMMARY:
        return lit
    span = search.tally.units.spans(search.query, SUMMARY, hit.unit)[hit.nth]
    return lit._replace(item=item_of(reading, hit), span=span)


def found_by_view(reading: Reading) -> tuple[int, ...]:
    """Return how many hits each view has, in its paragraphs and its claims; nothing without a search."""
    search = reading.search
    if search is None or not search.query or len(reading.views) < 2:
        return ()
    tally = search.tally
    return (tally.shown, *tally.per_view[1:])


def passages_with_hits(reading: Reading) -> Sequence[int]:
    """Return the passages of the open view that have hits, ascending, as far as they are counted."""
    search = reading.search
    if search is None or not search.query:
        return ()
    found, units = search.tally.found(ARTICLE), search.tally.units
    if reading.view == 0:
        return found
    whole, view = units.whole, reading.open
    places = (view.passage_of(whole.number(unit), whole.passage(unit).start) for unit in found)
    return sorted(place for place in places if place is not None)
