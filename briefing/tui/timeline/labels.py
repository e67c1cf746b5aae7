"""Labels of the marks: the words for each, from the fullest to the shortest, and the row it should go to."""

from __future__ import annotations

from briefing.document.dates import EventDate
from briefing.tui.timeline.axis import Axis
from briefing.tui.timeline.dated import Dated
from briefing.tui.timeline.placing import Label, Wish, place
from briefing.tui.timeline.ticks import Tick

ABOVE, BELOW = 0, 1
_APART = 2  # columns between a tick's label and its neighbours


def labels_of(axis: Axis, rows: int) -> list[Label]:
    """Return labels for the marks that do not collide in `rows` rows (1: above only, 2: above and below).

    The first event of a year is labelled with it, or with nothing else; those after it without, and a day
    before another one of its month perhaps without the month. Where there is no room for that, not at all.
    """
    wishes = []
    events = [mark.dated for mark in axis.marks]
    after = [*events[1:], None]
    for mark, before, following in zip(axis.marks, [None, *events], after, strict=False):
        forms = _forms(mark.dated, before, following)
        beneath = mark.lane == 0 and any(other.lane and other.overlaps(mark) for other in axis.marks)
        costs = (2.0, 0.0) if beneath else (0.0, 1.0)
        wishes.append(Wish(mark.dated.place, mark.left, mark.right, forms, costs[:rows]))
    return place(wishes, axis.width)


def tick_labels(axis: Axis, labels: list[Label]) -> list[Tick]:
    """Return the ticks whose labels have room below, beside `labels`, moved to where those begin."""
    taken = [(label.left, label.right) for label in labels if label.row == BELOW]
    kept: list[Tick] = []
    for tick in axis.ticks:
        left = min(max(0, tick.column - len(tick.label) // 2), axis.width - len(tick.label))
        right = left + len(tick.label) - 1
        if left >= 0 and all(right + _APART < begin or end + _APART < left for begin, end in taken):
            kept.append(Tick(left, tick.label))
            taken.append((left, right))
    return kept


def _forms(event: Dated, before: Dated | None, following: Dated | None) -> tuple[tuple[str, float], ...]:
    """Return the words to choose from, each with what choosing it costs."""
    date = event.date
    if date is None:
        return ()
    if before is None or before.date is None or _year(before.date) != _year(date):
        return ((date.label, 0), (_years(date), 5))
    tiny = _years(date) if str(_year(date)) in date.short_label else _tiny(event, date, following)
    return ((date.short_label, 0), (tiny, 5)) if tiny else ((date.short_label, 0),)


def _tiny(event: Dated, date: EventDate, following: Dated | None) -> str:
    start, end = date.start, date.end
    if start is None or end is None:
        return ""
    month = (start.year, start.month)
    if month != (end.year, end.month) or date.approximate or date.uncertain not in ((), ("year",)):
        return ""
    if following is None or following.kind not in ("day", "range"):
        return ""
    later = following.date.end if following.date else None
    if later is None or month != (later.year, later.month):
        return ""
    if event.kind == "day":
        return str(start.day)
    return f"{start.day}\N{EN DASH}{end.day}" if event.kind == "range" else ""


def _years(date: EventDate) -> str:
    """Return the year, or the years from start to end: `2024?`, `2025-26?`."""
    first, last = date.start or date.end, date.end or date.start
    if first is None or last is None:
        return date.label
    years = str(first.year)
    if first.year != last.year:
        short = first.year // 100 == last.year // 100
        years += f"\N{EN DASH}{last.year % 100:02}" if short else f"\N{EN DASH}{last.year}"
    return years + "?" * date.year_inferred


def _year(date: EventDate) -> int:
    day = date.start or date.end
    return day.year if day else 0
