"""What one pane shows of what the reader does in another.

The pane that has the focus leads. In the article, claims on the paragraph are marked; in the summary, the
words behind the claim are lit; and an event that rests on the same paragraph is selected in the timeline.
"""

from __future__ import annotations

from briefing.reading.effects import Reveal
from briefing.reading.marks import NO_SPANS, Spans, evidence, marks_of_event, marks_of_evidence
from briefing.reading.result import Result
from briefing.reading.state import Reading
from briefing.reading.views import View


def linked(reading: Reading) -> Result:
    """Return the reading with the other panes following the one that has the focus."""
    if reading.focus == "article":
        return _article_leads(reading)
    if reading.focus == "summary":
        return _summary_leads(reading)
    return Result(reading)


def _article_leads(reading: Reading) -> Result:
    number = reading.number
    pinned = reading.pinned if number in reading.pinned else NO_SPANS
    event = _event_on(reading, number)
    trail = reading.trail
    after = reading.changed(pinned=pinned, marks=marks_of_evidence(pinned), linked=number, event=event)
    claim = None if _keeps_bottom_line(reading) else reading.open.first_claim_on(number)
    if trail is not None and trail.origin is reading.claim and number == trail.number:
        claim = reading.item  # the one that led here stays in sight
    if number == reading.linked or claim is None or reading.way == "interleaved":
        return Result(after)
    return Result(after, (Reveal("summary", claim),))


def _keeps_bottom_line(reading: Reading) -> bool:
    """Whether the summary begins with the bottom line, and the reader has not moved on from there.

    Then the summary stays where it is, whatever rests on the paragraph.
    """
    view = reading.open
    return view.shows_bottom_line and reading.item in (None, view.first_claim)


def _summary_leads(reading: Reading) -> Result:
    claim = reading.claim
    event = _event_on(reading, *(claim.paragraphs if claim else ()))
    shown = lit(reading.changed(linked=None, event=event), evidence(reading.briefing, claim))
    # In one pane nothing leads away from the claim.
    return Result(shown.reading) if reading.way == "interleaved" else shown


def lit(reading: Reading, spans: Spans) -> Result:
    """Light `spans` up in the article, and bring the first of them that the view shows into sight."""
    return lit_on(reading, spans, None)


def lit_on(reading: Reading, spans: Spans, number: int | None) -> Result:
    """Light `spans` up, and bring those on paragraph `number` into sight (None: the first of all)."""
    after = reading.changed(marks=marks_of_evidence(spans))
    shown = spans if number is None else {number: spans[number]} if number in spans else NO_SPANS
    return Result(after, _revealed(reading, shown))


def _revealed(reading: Reading, spans: Spans) -> tuple[Reveal, ...]:
    """Reveal the last span, then the first: the first is in sight in any case, the last if there is room."""
    view = reading.open
    shown = [(index, number) for number in spans if (index := view.index_of(number)) is not None]
    if not shown:
        return ()
    first, last = min(shown)[1], max(shown)[1]
    return (*revealed(view, last, spans[last][-1][1] - 1), *revealed(view, first, spans[first][0][0]))


def revealed(view: View, number: int, start: int = 0) -> tuple[Reveal, ...]:
    """Return what brings character `start` of paragraph `number` into sight; nothing if it is not here."""
    index = view.passage_of(number, start)
    return () if index is None else (Reveal("article", index, start - view.passage(index).start),)


def _event_on(reading: Reading, *numbers: int | None) -> int | None:
    """Return the event selected now if it rests on one of the paragraphs, or else the first that does.

    If there is none, the one selected now.
    """
    if reading.event is not None and {*numbers} & {*reading.briefing.events[reading.event].paragraphs}:
        return reading.event
    found = reading.outline.first_event_on(*numbers)
    return reading.event if found is None else found


def event_selected(reading: Reading, index: int) -> Result:
    """Select an event: the paragraphs it rests on are marked, and the first that the view has is revealed."""
    event, view = reading.briefing.events[index], reading.open
    after = reading.changed(event=index, trail=None, marks=marks_of_event(event))
    here = next((number for number in event.paragraphs if view.index_of(number) is not None), None)
    return Result(after, () if here is None else revealed(view, here))
