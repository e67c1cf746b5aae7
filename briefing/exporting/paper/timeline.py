"""The timeline as a drawing: where each event lies on the scale, in points."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.document import Event
from briefing.exporting.page.drawing import drawn_kind
from briefing.exporting.page.scale import dated, scale_stretches, ticks

_WIDTH: Final = 470.0  # between A4's margins
_EDGE: Final = 16.0


def drawn(events: Iterable[Event]) -> dict[str, object]:
    """Return the stretches of the axis, its ticks, and a mark for each event that has a year.

    A mark has the number of its event (from 1, as they are listed), its first and last place, and its kind.
    """
    found = [dated(event)._replace(number=number) for number, event in enumerate(events, 1)]
    placed = sorted((one for one in found if one.date), key=lambda one: (one.first, one.last))
    laid = scale_stretches(placed, _EDGE, _WIDTH - 2 * _EDGE)
    return {
        "width": _WIDTH,
        "stretches": [[stretch.start, stretch.start + stretch.width] for stretch in laid],
        "ticks": [[tick.x, tick.label] for stretch in laid for tick in ticks(stretch)],
        "marks": [
            {
                "number": one.number,
                "first": stretch.x(one.first),
                "last": stretch.x(one.last),
                "kind": drawn_kind(one),
                "is_stated": one.event.basis == "stated",
            }
            for stretch in laid
            for one in stretch.events
        ],
    }
