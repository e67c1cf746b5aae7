"""A document opened again: where the reader stood comes back, and what they have seen of it counts on."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.reading.effects import Reveal
from briefing.reading.linking import linked
from briefing.reading.result import Result
from briefing.reading.selection import Place
from briefing.reading.state import Reading
from briefing.settings.paragraph_ranges import holds, joined
from briefing.settings.positions import Position, Spot


def section_digest(key: str) -> str:
    """Return what is kept of a section's key: the key itself is the document's word."""
    from hashlib import sha256

    return sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def position_of(reading: Reading, position: Position, top: tuple[int, int] | None) -> Position:
    """Return where the reader stands, as a position of the same text as `position`.

    `top` is what stands at the upper edge of the article: a passage, and a character of it. As long as the
    place to return to was not reached, because it is not counted yet, it stays what it was.
    """
    if reading.awaited is not None and not reading.passage:
        return replace(reading.awaited, seen=reading.seen)
    at, word = Spot(), reading.standing_word
    if reading.passage is not None:
        start, length = (word.start, word.end - word.start) if word is not None else (0, 0)
        at = _spot(reading, reading.passage, start, length)
    return replace(
        position,
        section=section_digest(reading.open.key),
        at=at,
        top=_spot(reading, *top) if top is not None else Spot(),
        item=reading.item,
        event=reading.event,
        focus=reading.focus,
        seen=reading.seen,
    )


def _spot(reading: Reading, passage: int, start: int, length: int = 0) -> Spot:
    if passage >= reading.open.count:
        return Spot()
    return Spot(reading.open.number(passage), reading.open.passage(passage).start + start, length)


def returned(opened: Result, position: Position, *, asked: bool) -> Result:
    """Return a reading as it is opened, back where its document was left.

    `asked`: a section was asked for, which then opens at its beginning; only what was seen counts on. What
    the document does not have (any longer) is left as it is opened.
    """
    reading = opened.reading.changed(seen=joined((*opened.reading.seen, *position.seen)))
    if asked:
        return Result(reading, opened.effects)
    sections = {section_digest(view.key): index for index, view in enumerate(reading.views)}
    reading = reading.changed(view=sections.get(position.section, reading.view))
    reading = reading.changed(passage=0 if reading.open.count else None)
    focus = next((pane for pane in reading.panes if pane == position.focus), reading.focus)
    if position.event is not None and position.event < len(reading.briefing.events):
        reading = reading.changed(event=position.event)
    if position.item is not None and position.item < len(reading.open.items):
        reading = reading.changed(item=position.item)
    elif focus == "summary":
        reading = reading.changed(item=reading.open.first_claim)
    reading = reading.changed(focus=focus)
    there = arrived_back(reading, position)
    if there is None:
        waits = reading.counted is not None and reading.counted.percent < 100
        there = linked(reading.changed(awaited=position if waits else None))
    return there if reading.item is None else there.asking(Reveal("summary", reading.item))


def arrived_back(reading: Reading, position: Position) -> Result | None:
    """Return the reading where it was left in the open view; None if that is not there, or not counted."""
    at, view = position.at, reading.open
    passage = view.passage_of(at.number, at.start) if at.number else None
    if passage is None or not 0 <= passage < view.count or view.number(passage) != at.number:
        return None
    found = view.passage(passage)
    start = at.start - found.start
    word = Place(passage, start, start + at.length)
    has_word = at.length and found.start <= at.start and at.start + at.length <= found.end
    there = linked(reading.changed(passage=passage, word=word if has_word else None, awaited=None))
    top = view.passage_of(position.top.number, position.top.start) if position.top.number else None
    if top is None or not 0 <= top < view.count:
        return there.asking(Reveal("article", passage))
    return there.asking(
        Reveal("article", top, max(0, position.top.start - view.passage(top).start), at_edge=True)
    )


def seen(reading: Reading, first: int, last: int) -> Result:
    """Take that the passages from `first` to `last` of the open view are in sight to their ends."""
    view, found = reading.open, reading.seen
    for passage in range(first, min(last + 1, view.count)):
        number = view.number(passage)
        if view.ends(passage) and not holds(found, number, number):
            found = joined((*found, (number, number)))
    return Result(reading if found is reading.seen else reading.changed(seen=found))
