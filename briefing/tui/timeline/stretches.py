"""The line of time cut into stretches, so that empty years do not take the room of busy days."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.document.gaps import before_widest_gap
from briefing.tui.timeline.dated import DatedEvent

_LEAST = 8  # columns that the stretches of several events must keep: with fewer nothing is gained by a cut


class Stretch(NamedTuple):
    """Events on one linear scale, in `width` columns from `start` on; between stretches time is left out."""

    events: tuple[DatedEvent, ...]
    start: int
    width: int
    whole: bool = False  # there is no other

    @property
    def alone(self) -> bool:
        """Whether it is a lone event between others, which needs no scale."""
        return len(self.events) == 1 and not self.whole

    @property
    def first(self) -> float:
        """Its first day."""
        return min(event.first for event in self.events)

    @property
    def last(self) -> float:
        """Its last day."""
        return max(event.last for event in self.events)

    @property
    def extent(self) -> float:
        """The days from the first to the last."""
        return self.last - self.first


def break_width(width: int) -> int:
    """Return the columns between two stretches: the break, and a little line on either side of it."""
    return 4 if width < 100 else 6


def stretches(events: Sequence[DatedEvent], width: int) -> list[Stretch]:
    """Cut the line at gaps that would leave more than half of a stretch empty while its days run together.

    Args:
        events: Those to draw, each with a date, in date order.
        width: Columns that the stretches and the breaks between them take together.
    """
    groups = [tuple(events)] if events else []
    while True:
        laid = _lay(groups, width)
        for index, stretch in enumerate(laid):
            at = _cut(stretch)
            if at:
                parts = [*groups[:index], stretch.events[:at], stretch.events[at:], *groups[index + 1 :]]
                if _room(parts, width) >= _LEAST * sum(len(part) > 1 for part in parts):
                    groups = parts
                    break
        else:
            return laid


def _lay(groups: Sequence[tuple[DatedEvent, ...]], width: int) -> list[Stretch]:
    """Give a lone event what its mark needs, and the others the rest, by their number."""
    if len(groups) == 1:
        return [Stretch(groups[0], 0, width, whole=True)]
    room = _room(groups, width)
    many = sum(len(group) for group in groups if len(group) > 1)
    laid: list[Stretch] = []
    start = shared = 0
    for group in groups:
        if len(group) > 1:
            taken = room * (shared + len(group)) // many - room * shared // many
            shared += len(group)
        else:
            taken = _alone(group[0], width)
        laid.append(Stretch(group, start, taken))
        start += taken + break_width(width)
    return laid


def _room(groups: Sequence[tuple[DatedEvent, ...]], width: int) -> int:
    """Return the columns left for the groups of several events."""
    alone = sum(_alone(group[0], width) for group in groups if len(group) == 1)
    return width - alone - break_width(width) * (len(groups) - 1)


def _alone(event: DatedEvent, width: int) -> int:
    kind = event.kind
    if kind == "projection":
        return 1 if event.first == event.last else max(6, width // 7)
    if kind == "range":
        return max(5, width // 12)
    if kind == "period":
        return 3 if width < 100 else 5
    return 2 if kind in ("since", "until") else 1


def _cut(stretch: Stretch) -> int:
    """Return how many of its events come before the gap to cut at; 0 if there is nothing to cut."""
    events = stretch.events
    days = sorted({event.first for event in events})
    extent = stretch.extent
    if len(days) < 3 or all((after - before) * stretch.width >= extent for before, after in pairwise(days)):
        return 0
    return before_widest_gap([(event.first, event.last) for event in events])
