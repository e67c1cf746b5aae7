"""The hits of a search as panes show them: each text is searched when it comes into sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from briefing.reading.marks import Span, TextMarks, merged
from briefing.reading.search import ARTICLE, SUMMARY, Finds, Hit, UnitKind, hits_in
from briefing.reading.searching import item_of
from briefing.reading.state import Reading
from briefing.reading.tally import Tally
from briefing.reading.views import View


class Lit(NamedTuple):
    """What finds the hits of a pane's texts, and the current one: in which item, and its slice of the text.

    `counted` is the number of hits counted by now, wherever they are, `items` are those of the pane that have
    any, ascending.
    """

    query: Finds
    tally: Tally
    counted: int
    items: Sequence[int] = ()
    item: int | None = None
    span: Span | None = None

    def places(self, text: str) -> Sequence[int]:
        """Return where in a text the hits begin."""
        return [start for start, _ in hits_in(self.query, text)]

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
    return _lit_in(reading, ARTICLE, _passages_with_hits, _passage_of)


def lit_in_summary(reading: Reading) -> Lit | None:
    """Return what is lit in the summary of the open view."""
    return _lit_in(reading, SUMMARY, _items_with_hits, item_of)


def _lit_in(
    reading: Reading,
    kind: UnitKind,
    with_hits: Callable[[Tally, View], Sequence[int]],
    place: Callable[[Reading, Hit], int | None],
) -> Lit | None:
    """What is lit in a pane: which of its items are `with_hits`, and the `place` of the current one."""
    search = reading.search
    if search is None or not search.query:
        return None
    tally, hit = search.tally, search.at
    lit = Lit(search.query, tally, search.total, with_hits(tally, reading.open))
    if hit is None or hit.kind != kind:
        return lit
    span = tally.units.span(search.query, kind, hit.unit, hit.nth)
    return lit._replace(item=place(reading, hit), span=span)


def _passage_of(reading: Reading, hit: Hit) -> int | None:
    """The passage of the open view that a hit in the article is in."""
    whole = reading.outline.views[0]
    return reading.open.passage_of(whole.number(hit.unit), whole.passage(hit.unit).start)


def found_by_view(reading: Reading) -> tuple[int, ...]:
    """Return how many hits each view has, in its paragraphs and its claims; nothing without a search."""
    search = reading.search
    if search is None or not search.query or len(reading.views) < 2:
        return ()
    tally = search.tally
    return (tally.shown, *tally.per_view[1:])


def _passages_with_hits(tally: Tally, view: View) -> Sequence[int]:
    """The passages of a view that have hits, ascending, as far as they are counted."""
    units = tally.units
    if view is units.whole:
        return tally.found(ARTICLE)  # of a large text there may be many

    def find() -> list[int]:
        whole = units.whole
        found = tally.found(ARTICLE)
        places = (view.passage_of(whole.number(unit), whole.passage(unit).start) for unit in found)
        return sorted(place for place in places if place is not None)

    return tally.kept((ARTICLE, view), find)


def _items_with_hits(tally: Tally, view: View) -> Sequence[int]:
    """The same of the items of a view's summary."""

    def find() -> list[int]:
        units = ((item, tally.units.unit_of_item(view, item)) for item in range(len(view.items)))
        return [item for item, unit in units if unit is not None and tally.has_any(SUMMARY, unit, unit + 1)]

    return tally.kept((SUMMARY, view), find)
