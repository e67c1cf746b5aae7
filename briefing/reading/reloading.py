"""A new state of the briefing put under a reading that goes on: the reader stays where they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from msgspec.structs import asdict, replace

from briefing.document import Briefing, Claim
from briefing.document.growing import GrowingParagraphs
from briefing.reading.copying import selected_text
from briefing.reading.followed import Followed
from briefing.reading.jumping import whereabouts_of
from briefing.reading.jumps import Jumps, Whereabouts
from briefing.reading.marks import Marks, Spans, evidence, marks_of_event, marks_of_evidence
from briefing.reading.selection import Place, Selection
from briefing.reading.state import PaneName, Reading, Selected, Stood
from briefing.reading.trail import Trail
from briefing.reading.views import Outline, View
from briefing.settings.paragraph_ranges import ParagraphRanges, joined
from briefing.settings.positions import Position

if TYPE_CHECKING:
    from briefing.reading.mentioning import Walk
    from briefing.reading.search import Hit, Search
    from briefing.reading.units import Units

# Seconds that hits are counted at once, so that their number is not 0 for a frame.
_AT_ONCE: Final = 0.02


def reloaded(reading: Reading, briefing: Briefing) -> Reading:
    """Return the reading with `briefing` in the place of its own, where the reader was.

    The open view is that of the section with the same key, else the one with the paragraph that the reader
    stands on. A paragraph is followed by its text wherever it has moved to, a claim by its text, then by its
    citations; where it is gone, the reader stands on what has come to its place. A selection stays if the
    very same text is selected. What is searched for is searched for anew. Preferences stay.

    Where the events are others than before, `order` is empty until their dates are read. Both briefings may
    be any that can be opened.
    """
    return _Reloading(reading, briefing).reloaded()


class _Reloading:
    """Carries a reading over."""

    def __init__(self, reading: Reading, briefing: Briefing, outline: Outline | None = None) -> None:
        self.before = reading
        self.outline = outline or Outline(briefing)
        self.followed = Followed(reading.outline, self.outline)

    def reloaded(self) -> Reading:
        before, briefing = self.before, self.outline.briefing
        paragraphs = briefing.paragraphs
        where = self._whereabouts(whereabouts_of(before))
        there = before.changed(
            outline=self.outline,
            **asdict(where),
            places=self._places(where.view),
            peeked=frozenset(claim for one in before.peeked if (claim := self.followed.claim(one))),
            selected=None,
            order=before.order if briefing.events == before.briefing.events else (),
            counted=paragraphs.counted if isinstance(paragraphs, GrowingParagraphs) else None,
            jumps=Jumps(
                self._all_whereabouts(before.jumps.behind), self._all_whereabouts(before.jumps.ahead)
            ),
            seen=self._seen(),
            awaited=self._awaited(where),
            search=None,
        )
        there = there.changed(focus=_focus(there))
        if there.focus == "summary" and there.item is None:
            there = there.changed(item=there.open.first_claim)
        there = there.changed(linked=self._linked(there.number), marks=self._marks(there))
        there = there.changed(selected=self._selected(there))
        return there if before.search is None else there.changed(search=self._search(before.search, there))

    # Where the reader is.

    def _whereabouts(self, where: Whereabouts) -> Whereabouts:
        """Return a place that the reader was at, as it is now."""
        followed, before = self.followed, self.before.outline.views[where.view]
        index = followed.view_with(where.view, where.passage)
        view = self.outline.views[index]
        trail = followed.trail(where.trail)
        pinned = self._pinned(where, trail)
        return Whereabouts(
            index,
            where.focus,
            followed.passage(before, where.passage, view),
            followed.item(before, where.item, view),
            followed.event(where.event),
            followed.word(before, where.word, view),
            pinned,
            trail,
            self._walk(where.walk, where.pinned, pinned),
        )

    def _all_whereabouts(self, kept: tuple[Whereabouts, ...]) -> tuple[Whereabouts, ...]:
        return tuple(map(self._whereabouts, kept))

    def _pinned(self, where: Whereabouts, trail: Trail | None) -> Spans:
        """Return the words that stay lit: of a claim those that it quotes now, else the same words."""
        was, now = where.trail, trail
        if was is not None and now is not None and where.pinned:
            claim, after = _claim(was), _claim(now)
            if claim is not None and where.pinned == evidence(self.before.briefing, claim):
                return evidence(self.outline.briefing, after)
        return self.followed.spans(where.pinned)

    def _walk(self, walk: Walk | None, before: Spans, pinned: Spans) -> Walk | None:
        """Return the mentions that are gone through; None if they were left, or are gone."""
        if walk is None or walk.spans is not before:
            return None
        stops: list[tuple[int, int, int]] = []
        at = 0
        for index, (number, start, end) in enumerate(walk.stops):
            if index == walk.at:
                at = len(stops)
            if (to := self.followed.same_number(number)) is not None:
                stops.append((to, start, end))
        if not stops:
            return None
        here = stops[min(at, len(stops) - 1)]
        stops.sort()
        return walk._replace(spans=pinned, stops=tuple(stops), at=stops.index(here))

    def _places(self, view: int) -> Mapping[int, Stood]:
        """Return where the reader stood in views that were left."""
        found: dict[int, Stood] = {}
        for index, stood in self.before.places.items():
            to = self.followed.view(index)
            if to is not None and to != view:
                before, after = self.before.outline.views[index], self.outline.views[to]
                passage = self.followed.passage(before, stood.passage, after)
                found[to] = Stood(passage, self.followed.item(before, stood.item, after))
        return found

    def _awaited(self, where: Whereabouts) -> Position | None:
        """Return the place to come back to once it is counted, in a large text."""
        before = self.before
        if not isinstance(self.outline.briefing.paragraphs, GrowingParagraphs):
            return None
        if before.awaited is not None or not before.passage or where.passage:
            return before.awaited
        from briefing.reading.returning import position_of

        return position_of(before, Position(0, ""), None)

    def _seen(self) -> ParagraphRanges:
        """Return the numbers of the paragraphs that were in sight to their end, and read as they did then."""
        seen, paragraphs = self.before.seen, self.before.briefing.paragraphs
        if isinstance(paragraphs, GrowingParagraphs):
            return seen
        found: list[tuple[int, int]] = []
        for first, last in seen:
            numbers = range(first, min(last, len(paragraphs)) + 1)
            found += [(to, to) for one in numbers if (to := self.followed.same_number(one)) is not None]
        return joined(found)

    # What is marked and selected.

    def _linked(self, number: int | None) -> int | None:
        was = self.before.linked
        if was is None or was == self.before.number:
            return None if was is None else number
        return self.followed.number(was)

    def _marks(self, there: Reading) -> Marks:
        """Return what is marked: of the claim or event that the reader is at, what it rests on now."""
        before, briefing = self.before, there.briefing
        if there.focus == "summary":
            return marks_of_evidence(evidence(briefing, there.claim))
        if before.marks == marks_of_evidence(before.pinned):
            return marks_of_evidence(there.pinned)
        if before.event is not None and before.marks == marks_of_event(before.briefing.events[before.event]):
            return {} if there.event is None else marks_of_event(briefing.events[there.event])
        spans = {role: self.followed.spans(marked) for role, marked in before.marks.items()}
        return {role: marked for role, marked in spans.items() if marked}

    def _selected(self, there: Reading) -> Selected | None:
        """Return what is selected, if it is the very same text."""
        before = self.before
        selected = before.selected
        if selected is None or before.way != there.way or there.counted is not None:
            return None
        anchor, head = (self._place(selected, place, there.open) for place in selected.selection)
        if anchor is None or head is None:
            return None
        moved = Selected(selected.pane, Selection(anchor, head))
        if len(moved.selection.items) != len(selected.selection.items):
            return None
        same = selected_text(there.changed(selected=moved)) == selected_text(before)
        return moved if same else None

    def _place(self, selected: Selected, place: Place, view: View) -> Place | None:
        """Return an end of a selection, if what it is in says the same."""
        before, pane, at = self.before.open, selected.pane, place.item
        if pane == "both":
            pane, at = before.interleaving.entry(at)
        if pane == "summary":
            item = self.followed.same_item(before, at, view)
            if item is None or (selected.pane == "both" and not view.interleaving.has(item)):
                return None
        else:
            item = self.followed.passage(before, at, view)
            if item is None or before.text(at) != view.text(item):
                return None
        return replace(
            place, item=view.interleaving.position(pane, item) if selected.pane == "both" else item
        )

    # What is searched for.

    def _search(self, search: Search, there: Reading) -> Search:
        """Return the search, made anew, at the same hit."""
        from briefing.reading.search import ARTICLE, Seek
        from briefing.reading.tally import Tally
        from briefing.reading.units import Units

        units = Units(self.outline)
        tally = Tally(units, search.query)
        if there.counted is None:
            tally.step(_AT_ONCE)
        at = None if search.at is None else self._hit(search.at, search, units)
        whole = units.whole
        unit = whole.passage_of(there.number) or 0
        return replace(
            search,
            tally=tally,
            before=search.before and _Reloading(search.before, whole.briefing, self.outline).reloaded(),
            at=at,
            seek=None if search.seek is None else Seek(ARTICLE, unit, search.seek.step, (ARTICLE, unit)),
            total=tally.total,
            number=None if at is None else tally.number(at),
            is_whole=tally.is_whole or not search.query,
        )

    def _hit(self, hit: Hit, search: Search, units: Units) -> Hit | None:
        """Return the current hit; None if there is none any more where it was."""
        from briefing.reading.search import ARTICLE, EVENT, SUMMARY

        before, unit = search.tally.units, None
        if hit.kind == ARTICLE:
            unit = self.followed.passage(before.whole, hit.unit, units.whole)
        elif hit.kind == SUMMARY:
            said = before.said[hit.unit]
            old = before.outline.views[said.view]
            view = self.followed.view(said.view)
            new = None if view is None else self.outline.views[view]
            item = None if new is None else self.followed.item(old, said.item, new)
            unit = None if new is None or item is None else units.unit_of_item(new, item)
        elif hit.kind == EVENT:
            unit = self.followed.event(hit.unit)
        else:
            name = before.outline.briefing.names[hit.unit].english
            names = self.outline.briefing.names
            unit = next((at for at, one in enumerate(names) if one.english == name), None)
        if unit is None or unit >= units.count(hit.kind):
            return None
        hits = units.hits(search.query, hit.kind, unit)
        return hit._replace(unit=unit, nth=min(hit.nth, hits - 1)) if hits else None


def _claim(trail: Trail) -> Claim | None:
    return trail.origin if isinstance(trail.origin, Claim) else None


def _focus(reading: Reading) -> PaneName:
    """The pane that has the focus, or if that is no longer there, the text that one comes back to."""
    outline, focus = reading.outline, reading.focus
    lacks = {
        "sidebar": not outline.has_choice,
        "summary": not outline.has_summary,
        "timeline": not outline.has_events,
    }
    if lacks.get(focus):
        return reading.home
    if focus == "summary" and reading.way == "interleaved":
        item = reading.open.first_claim if reading.item is None else reading.item
        return focus if item is not None and reading.open.interleaving.has(item) else "article"
    return focus
