"""Labels of the marks: what each date is called, alone or in a list with its neighbours, and where it goes.

Every label says all of its dates by itself. Nothing has to be carried over from another label, which may be
far away, in the other row or not there at all.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.document.date_labels import listed
from briefing.document.date_names import DateNames
from briefing.settings.words import date_names
from briefing.tui.timeline.axis import Axis
from briefing.tui.timeline.event_marks import EventMark
from briefing.tui.timeline.placing import Label, Wish, arranged
from briefing.tui.timeline.ticks import Tick

ABOVE: Final = 0
BELOW: Final = 1
_APART: Final = 2  # columns between a tick's label and its neighbours


def labels_of(axis: Axis, rows: int) -> list[Label]:
    """Return labels for the marks, none of which collide.

    Events of one date have one label, which says how many they are. Where there is no room for the whole
    label of a date, alone or in a list with neighbours, it has none.

    Args:
        axis: The axis with the marks.
        rows: Rows for labels: 1 is above the axis only, 2 above and below.
    """
    names = date_names()
    return arranged(_wishes(axis, rows), axis.width, names.comma, lambda wishes: _named(wishes, names))


def tick_labels(axis: Axis, labels: list[Label]) -> list[Tick]:
    """Return the ticks whose labels have room below, beside `labels`, moved to where those begin."""
    taken = [(label.start, label.end) for label in labels if label.row == BELOW]
    kept: list[Tick] = []
    for tick in axis.ticks:
        start = min(max(0, tick.column - len(tick.label) // 2), axis.width - len(tick.label))
        end = start + len(tick.label) - 1
        if start >= 0 and all(end + _APART < first or last + _APART < start for first, last in taken):
            kept.append(Tick(start, tick.label))
            taken.append((start, end))
    return kept


def _wishes(axis: Axis, rows: int) -> list[Wish]:
    """Return the dates to be labelled, in the order of time, each once."""
    same: dict[tuple[str, float, float], list[EventMark]] = {}
    for mark in axis.marks:
        same.setdefault((mark.dated.label, mark.dated.first, mark.dated.last), []).append(mark)
    wishes = []
    for (label, _, _), marks in same.items():
        beneath = any(
            mark.lane == 0 and any(other.lane and other.overlaps(mark) for other in axis.marks)
            for mark in marks
        )
        costs = (2.0, 0.0) if beneath else (0.0, 1.0)
        date = marks[0].dated.date
        wishes.append(
            Wish(
                tuple(mark.dated.event_index for mark in marks),
                label,
                date.words if date else (),
                min(mark.start for mark in marks),
                max(mark.end for mark in marks),
                costs[:rows],
            )
        )
    return wishes


def _named(wishes: Sequence[Wish], names: DateNames) -> list[str] | None:
    """Return what each date is called in a label for all of them; None if they cannot share one.

    The date of several events is never the last of a list, whose number would seem to be that of all.
    """
    if len(wishes) > 1 and len(wishes[-1].events) > 1:
        return None
    texts = [wishes[0].label] if len(wishes) == 1 else listed([wish.words for wish in wishes])
    return texts and [
        names.several.format(date=text, many=len(wish.events)) if len(wish.events) > 1 else text
        for wish, text in zip(wishes, texts, strict=True)
    ]
