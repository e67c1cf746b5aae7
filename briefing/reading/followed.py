"""From a briefing to another state of it: where its sections, paragraphs, claims and events have come to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Sequence
from functools import cached_property
from typing import Any

from msgspec.structs import replace

from briefing.document import Claim, Event
from briefing.document.growing import GrowingParagraphs
from briefing.reading.following import Following
from briefing.reading.marks import NO_SPANS, Spans
from briefing.reading.selection import Place
from briefing.reading.trail import Trail
from briefing.reading.views import Heading, Outline, SummaryItem, View


class Followed:
    """What is asked about the outline `before` is answered for the outline `after`.

    A paragraph is followed by its text, a section by its key, a claim by its text, else by what it cites,
    an event by all of it, else by its title. What is gone is where it would stand between its neighbours.
    A text that is counted while it is read is not looked through: its paragraphs are told by their numbers.
    """

    def __init__(self, before: Outline, after: Outline) -> None:
        self.before, self.after = before, after
        self._grows = any(isinstance(one.briefing.paragraphs, GrowingParagraphs) for one in (before, after))
        self._items: dict[tuple[int, int], list[Following]] = {}

    # Paragraphs and passages.

    def same_number(self, number: int) -> int | None:
        """Return the number of the paragraph that has the same text; None if none has."""
        if self._grows:
            return number
        found = self._paragraphs.same(number - 1)
        return None if found is None else found + 1

    def number(self, number: int) -> int | None:
        """Return the number of the paragraph that is the same, or in its place; None: there is none."""
        if self._grows:
            return number
        found = self._paragraphs.beside(number - 1)
        return None if found is None else found + 1

    def passage(self, before: View, index: int | None, after: View) -> int | None:
        """Return the passage of the view `after` that was passage `index` of `before`, or is nearest."""
        if not after.count:
            return None
        if index is None or index >= before.count:
            return 0
        number = self.number(before.number(index))
        start = before.passage(index).start
        found = after.passage_of(number, start)
        if found is None and number is not None and not self._grows:
            earlier = bisect_right(after.numbers, number) - 1
            found = after.passage_of(after.numbers[earlier]) if earlier >= 0 else None
        return found if found is not None and 0 <= found < after.count else 0

    def word(self, before: View, word: Place | None, after: View) -> Place | None:
        """Return a word of a passage where it stands now; None if there is no longer such a word there."""
        if word is None or word.item >= before.count:
            return None
        item = self.passage(before, word.item, after)
        if item is None:
            return None
        old, new = before.text(word.item), after.text(item)
        if old[: word.end] == new[: word.end]:
            return replace(word, item=item)
        moved = len(new) - len(old)
        if word.start + moved >= 0 and old[word.start :] == new[word.start + moved :]:
            return Place(item, word.start + moved, word.end + moved)
        return None

    def spans(self, spans: Spans) -> Spans:
        """Return marked words where they stand now; those of paragraphs with another text are left out."""
        found: dict[int, tuple[tuple[int, int], ...]] = {}
        for number, inside in spans.items():
            to = self.same_number(number) if inside else self.number(number)
            if to is not None:
                found[to] = inside
        return found or NO_SPANS

    @cached_property
    def _paragraphs(self) -> Following:
        before, after = (tuple(one.text for one in each.briefing.paragraphs) for each in self._both)
        return Following(before, after)

    # Views.

    def view(self, index: int) -> int | None:
        """Return the view of the section with the same key; None if there is none."""
        return self._views.same(index)

    def view_with(self, index: int, passage: int | None) -> int:
        """Return the view with the same key, else the first of a section that has what passage is of."""
        found = self.view(index)
        if found is not None:
            return found
        before = self.before.views[index]
        number = self.number(before.number(passage)) if passage is not None and before.count else None
        others = range(1, len(self.after.views))
        return next((at for at in others if self.after.views[at].index_of(number) is not None), 0)

    @cached_property
    def _views(self) -> Following:
        before, after = ([view.key for view in each.views] for each in self._both)
        return Following(before, after)

    # What is said.

    def item(self, before: View, index: int | None, after: View) -> int | None:
        """Return the item of a view's summary that was item `index`; in a claim's place there is a claim."""
        if index is None or index >= len(before.items):
            return None
        by = self._following_items(before, after)
        found = _first(by, index)
        if found is None:
            found = by[0].beside(index)
        if found is None or not isinstance(before.items[index], Claim):
            return found
        claims = (at for at, item in enumerate(after.items) if isinstance(item, Claim))
        return min(claims, key=lambda at: abs(at - found), default=None)

    def same_item(self, before: View, index: int, after: View) -> int | None:
        """Return the item that says the same; None if none does."""
        return self._following_items(before, after)[0].same(index)

    def _following_items(self, before: View, after: View) -> list[Following]:
        key = id(before), id(after)
        if key not in self._items:
            self._items[key] = [_by(_said, before.items, after.items), _by(_cited, before.items, after.items)]
        return self._items[key]

    def claim(self, claim: Claim) -> Claim | None:
        """Return what a claim is now; None if there is none with its text or its citations."""
        before, after = self._claims
        index = next((at for at, one in enumerate(before) if one is claim or one == claim), None)
        found = None if index is None else _first(self._following_claims, index)
        return None if found is None else after[found]

    @cached_property
    def _claims(self) -> tuple[list[Claim], list[Claim]]:
        before, after = (
            [claim for section in each.briefing.sections for claim in section.claims] for each in self._both
        )
        return before, after

    @cached_property
    def _following_claims(self) -> list[Following]:
        return [_by(_said, *self._claims), _by(_cited, *self._claims)]

    # Events.

    def event(self, index: int | None) -> int | None:
        """Return the event that is the same, or stands in its place; None if there is none."""
        before, after = (each.briefing.events for each in self._both)
        if index is None or index >= len(before):
            return 0 if after and not before else None
        found = _first(self._following_events, index)
        return self._following_events[0].beside(index) if found is None else found

    @cached_property
    def _following_events(self) -> list[Following]:
        before, after = (each.briefing.events for each in self._both)
        return [Following(before, after), _by(lambda event: event.title, before, after)]

    def trail(self, trail: Trail | None) -> Trail | None:
        """Return a trail through the paragraphs of the claim or event as it is now; None if that is gone."""
        origin: Claim | Event | None = None
        if trail is None:
            return None
        if isinstance(trail.origin, Claim):
            origin = self.claim(trail.origin)
        else:
            before, after = (each.briefing.events for each in self._both)
            index = next((at for at, one in enumerate(before) if one is trail.origin), None)
            found = None if index is None else _first(self._following_events, index)
            origin = None if found is None else after[found]
        if origin is None or not origin.paragraphs:
            return None
        number = self.number(trail.number)
        if number in origin.paragraphs:
            return Trail(origin, origin.paragraphs.index(number))
        return Trail(origin, min(trail.at, len(origin.paragraphs) - 1))

    @property
    def _both(self) -> tuple[Outline, Outline]:
        return self.before, self.after


def _by(key: Callable[[Any], Hashable], before: Sequence[Any], after: Sequence[Any]) -> Following:
    return Following([key(one) for one in before], [key(one) for one in after])


def _first(ways: Sequence[Following], index: int) -> int | None:
    """Where the first of several ways of following leads to an entry that is the same."""
    return next((found for way in ways if (found := way.same(index)) is not None), None)


def _said(item: SummaryItem) -> Hashable:
    """What an item says."""
    if isinstance(item, Claim):
        return "claim", item.text
    return "heading" if isinstance(item, Heading) else "prose", item.text


def _cited(item: SummaryItem) -> Hashable:
    """What a claim cites; of anything else, and without citations, nothing that another could have too."""
    return item.citations if isinstance(item, Claim) and item.citations else object()
