"""Going somewhere: to another view, pane, paragraph, claim or event."""

from __future__ import annotations

from briefing.document import Claim, Event
from briefing.document.growing import Counted
from briefing.reading.effects import Notify, Reveal
from briefing.reading.linking import event_selected, linked, lit, lit_on
from briefing.reading.marks import NO_MARKS, NO_SPANS, Spans, evidence
from briefing.reading.result import Result
from briefing.reading.selection import Selection
from briefing.reading.state import PaneName, Reading, Selected, SelectedIn, Stood, TextPane
from briefing.reading.trail import Trail
from briefing.settings.words import say

# Views.


def open_view(reading: Reading, index: int) -> Result:
    """Open the view of that index where the reader stood in it; nothing if there is none, or it is open."""
    if index == reading.view or not 0 <= index < len(reading.views):
        return Result(reading)
    return arrived(opened(reading, index))


def arrived(reading: Reading) -> Result:
    """Return the reading in a view just opened, where the reader stands."""
    there = linked(reading)
    return there.asking(Reveal("article", reading.passage)) if reading.passage else there


def opened(reading: Reading, index: int) -> Reading:
    """Return the reading in another view, where it was left or at its beginning; nothing is marked yet."""
    view = reading.views[index]
    places = {**reading.places, reading.view: Stood(reading.passage, reading.item)}
    stood = places.pop(index, None) or Stood(0 if view.count else None, None)
    if reading.way == "interleaved" and reading.focus == "summary":
        reading = reading.changed(focus="article")
    item = view.first_claim if reading.focus == "summary" and stood.item is None else stood.item
    return reading.changed(
        view=index,
        passage=stood.passage,
        item=item,
        word=None,
        places=places,
        marks=NO_MARKS,
        linked=None,
        selected=None,
        trail=None,
    )


def open_digit(reading: Reading, digit: str) -> Result:
    """Open the view that a digit key opens; nothing if there is none."""
    found = next((n for n, view in enumerate(reading.views) if view.digit == digit), reading.view)
    return open_view(reading, found)


def open_full(reading: Reading) -> Result:
    """Open the full article, or the one section that covers it."""
    return open_view(reading, 0)


def step_view(reading: Reading, step: int) -> Result:
    """Open the view `step` further on, as far as there are any."""
    return open_view(reading, max(0, min(len(reading.views) - 1, reading.view + step)))


# Panes.


def focus(reading: Reading, pane: PaneName) -> Result:
    """Give the focus to a pane. Coming to the summary, one stands on the claim marked first, or the first.

    Under a bottom line it is the first as long as the reader stands at the beginning.
    """
    after = reading.changed(focus=pane)
    if pane == "summary" and after.item is None:
        at_beginning = after.open.shows_bottom_line and not after.passage
        marked = None if at_beginning else after.open.first_claim_on(after.linked)
        after = after.changed(item=after.open.first_claim if marked is None else marked)
    return linked(after)


def step_pane(reading: Reading, step: int) -> Result:
    """Give the focus to the pane `step` further on, round and round; to the text from where Tab leads not."""
    panes = reading.panes
    own = "article" if reading.way == "interleaved" and reading.focus == "summary" else reading.focus
    if own not in panes:
        return focus(reading, reading.home)
    at = panes.index(own)
    return focus(reading, panes[(at + step) % len(panes)])


def to_timeline(reading: Reading) -> Result:
    """To the timeline; from there to the text. Where there are no events, that is said."""
    if not reading.outline.has_events:
        return Result(reading, (Notify(say("timeline.none-here")),))
    there = reading.focus == "timeline"
    return focus(reading, reading.home if there else "timeline")


# Inside a pane.


def put_cursor(reading: Reading, pane: PaneName, index: int) -> Result:
    """Stand on item `index` of a pane: a view, a passage of the article or an item of the summary."""
    if pane == "sidebar":
        return open_view(reading, index)
    if pane == "article" and reading.way == "interleaved":
        return _put_between(reading, index)
    if pane == "article" and 0 <= index < reading.open.count:
        return linked(reading.changed(passage=index, word=None))
    if pane == "summary" and 0 <= index < len(reading.open.items):
        there = linked(reading.changed(item=index, trail=None if index != reading.item else reading.trail))
        if not reading.shows_resting:
            return there
        from briefing.reading.resting import weak_words  # few ask for it

        return there.asking(*weak_words(there.reading))
    return Result(reading)


def _put_between(reading: Reading, position: int) -> Result:
    """Stand on what is at a position of paragraphs and claims; of a claim, on the paragraph over it too."""
    order = reading.open.interleaving
    if not 0 <= position < order.count:
        return Result(reading)
    pane, index = order.entry(position)
    there = reading.changed(focus=pane)
    if pane == "summary":
        there = there.changed(passage=order.passage_over(index) if reading.open.count else None)
        trail = reading.trail if index == reading.item else None
        return linked(there.changed(item=index, trail=trail))
    return linked(there.changed(passage=index))


def select(reading: Reading, pane: TextPane, selection: Selection | None) -> Result:
    """Select text of a pane, or (None) no text of it any longer; only one pane has a selection."""
    where: SelectedIn = "both" if reading.way == "interleaved" else pane
    if selection is not None:
        return Result(reading.changed(selected=Selected(where, selection)))
    own = reading.selected is not None and reading.selected.pane == where
    return Result(reading.changed(selected=None) if own else reading)


# From one thing to another.


def go_to(reading: Reading, number: int, pinned: Spans = NO_SPANS) -> Result:
    """Stand on paragraph `number`, in this view or else in the full article.

    The words in `pinned` stay lit until the reader leaves the paragraphs they stand in.
    """
    gone = beside(reading, number)
    index = gone.open.passage_of(number)
    if index is None:
        return Result(reading)
    there = linked(gone.changed(pinned=pinned, passage=index, word=None, focus="article"))
    there = there.asking(Reveal("article", index))
    return there.then(lit(there.reading, pinned)) if pinned else there


def beside(reading: Reading, number: int) -> Reading:
    """Return the reading in a view that has paragraph `number`: the open one, or else the full article."""
    here = reading.open.index_of(number) is not None
    return reading if here else opened(reading, 0)


def open_item(reading: Reading) -> Result:
    """From what the reader stands on to what it leads to: from a claim or an event to its paragraphs.

    Each time to the next of them, from the article too as long as the reader stands on the one come to last.
    """
    if reading.focus == "sidebar":
        return focus(reading, reading.home)
    if reading.focus == "article":
        trail = reading.trail
        return _follow(reading, trail.next()) if trail and trail.number == reading.number else Result(reading)
    if reading.focus == "summary":
        return _open_next(reading, reading.claim)
    return Result(reading) if reading.event is None else open_event(reading, reading.event)


def open_event(reading: Reading, index: int) -> Result:
    """From an event to the paragraphs it rests on: each time to the next of them; nothing if it is gone."""
    if not 0 <= index < len(reading.briefing.events):
        return Result(reading)
    return _open_next(reading.changed(event=index), reading.briefing.events[index], reading)


def follow(reading: Reading, pane: PaneName, index: int, number: int) -> Result:
    """From a claim (item `index` of the summary) or an event to paragraph `number`, on which it rests."""
    if pane == "article" and reading.way == "interleaved":
        pane, index = reading.open.interleaving.entry(index)
    if pane == "summary" and 0 <= index < len(reading.open.items):
        origin: object = reading.open.items[index]
        chosen = reading.changed(item=index)
    elif pane == "timeline" and 0 <= index < len(reading.briefing.events):
        origin = reading.briefing.events[index]
        chosen = reading.changed(event=index)
    else:
        return Result(reading)
    if not isinstance(origin, Claim | Event) or number not in origin.paragraphs:
        return Result(reading)
    return _follow(chosen, Trail(origin, origin.paragraphs.index(number)))


def _open_next(reading: Reading, origin: Claim | Event | None, unmoved: Reading | None = None) -> Result:
    """To the paragraph after the one come to last from `origin`; to the first if that is another's trail."""
    if origin is None or not origin.paragraphs:
        return Result(unmoved or reading)
    known = reading.trail
    trail = known.next() if known is not None and known.origin is origin else Trail(origin, 0)
    return _follow(reading, trail)


def _follow(reading: Reading, trail: Trail) -> Result:
    """Stand on the paragraph of a trail. The event or claim that it comes from stays the one selected."""
    origin = trail.origin
    spans = evidence(reading.briefing, origin) if isinstance(origin, Claim) else NO_SPANS
    gone = beside(reading, trail.number)
    index = gone.open.passage_of(trail.number)
    if index is None:
        return Result(reading)
    if isinstance(origin, Claim):
        item = next((n for n, item in enumerate(gone.open.items) if item is origin), None)
        gone = gone.changed(item=reading.item if gone is reading else item)
    there = linked(gone.changed(trail=trail, pinned=spans, passage=index, word=None, focus="article"))
    there = there.asking(Reveal("article", index))
    if not spans:
        return there
    return there.then(lit_on(there.reading, spans, None if trail.at == 0 else trail.number))


# A large text.


def counted(reading: Reading, counted: Counted) -> Result:
    """Take how far a large text is counted by now."""
    if counted == reading.counted:
        return Result(reading)
    after = reading.changed(counted=counted)
    if reading.awaited is None:
        return Result(after)
    from briefing.reading.returning import arrived_back  # who was here before, in a large text

    there = arrived_back(after, reading.awaited) if not reading.passage else None
    if there is not None:
        return there
    stays = not reading.passage and counted.percent < 100
    return Result(after if stays else after.changed(awaited=None))


# The timeline.


def dates_read(reading: Reading, order: tuple[int, ...]) -> Result:
    """Take the order of the events in time, by index."""
    return Result(reading.changed(order=order))


def select_event(reading: Reading, index: int) -> Result:
    """Select an event."""
    if index == reading.event or not 0 <= index < len(reading.briefing.events):
        return Result(reading)
    return event_selected(reading, index)


def show_event(reading: Reading, index: int) -> Result:
    """Go to the timeline and select an event there, marking its paragraphs; nothing if it is gone."""
    if not 0 <= index < len(reading.briefing.events):
        return Result(reading)
    there = focus(reading, "timeline")
    return there.then(event_selected(there.reading, index))


def step_event(reading: Reading, step: int) -> Result:
    """Select the event `step` further on in time; from none, the first or the last."""
    order = reading.order
    if not order:
        return Result(reading)
    if reading.event is None:
        return select_event(reading, order[0 if step > 0 else -1])
    at = order.index(reading.event) + step
    return select_event(reading, order[min(max(0, at), len(order) - 1)])


def end_event(reading: Reading, step: int) -> Result:
    """Select the first event in time (`step` below 0) or the last."""
    return select_event(reading, reading.order[0 if step < 0 else -1]) if reading.order else Result(reading)
