"""Going back to where the reader was before a jump, and forward again."""

from __future__ import annotations

from typing import Literal

from msgspec.structs import asdict

from briefing.reading.effects import Notify, Reveal
from briefing.reading.jumps import Jumps, Whereabouts
from briefing.reading.linking import event_selected, linked
from briefing.reading.moving import opened
from briefing.reading.result import Result
from briefing.reading.state import Reading
from briefing.settings.words import say

#: How an action moves the reader: `jump` if `back` leads back from where they are after it, `opening` if that
#: is so only where it has opened another view, `no-jump` if there is nothing to go back from. While a search
#: is typed nothing is a jump: Esc leads back.
Moves = Literal["jump", "opening", "no-jump"]


def whereabouts_of(reading: Reading) -> Whereabouts:
    """Return where the reader is."""
    return Whereabouts(*(getattr(reading, name) for name in Whereabouts.__struct_fields__))


def remembered(before: Reading, moves: Moves | None, result: Result) -> Result:
    """Return the result of an action with the place that the reader jumped from, if it was a jump."""
    after = result.reading
    is_elsewhere = after.view != before.view or (moves == "jump" and _where(after) != _where(before))
    if moves not in ("jump", "opening") or not is_elsewhere or is_typed(after):
        return result
    return result._replace(reading=after.changed(jumps=after.jumps.leaving(whereabouts_of(before))))


def is_typed(reading: Reading) -> bool:
    """Return whether a search is being typed: where the reader stands is only shown to them."""
    return reading.search is not None and reading.search.before is not None


def _where(reading: Reading) -> tuple[object, ...]:
    """What makes two places one, as far as a jump between them is worth remembering."""
    inside = {"summary": reading.item, "timeline": reading.event}.get(reading.focus)
    return reading.passage, reading.standing_word, reading.focus == "sidebar" or reading.focus, inside


def back(reading: Reading) -> Result:
    """Go back to where the reader was before the last jump."""
    found = reading.jumps.back(whereabouts_of(reading))
    return Result(reading, (Notify(say("jumps.none-back")),)) if found is None else _at(reading, *found)


def forward(reading: Reading) -> Result:
    """Go forward again to where the reader came back from."""
    found = reading.jumps.forward(whereabouts_of(reading))
    return Result(reading, (Notify(say("jumps.none-forward")),)) if found is None else _at(reading, *found)


def _at(reading: Reading, where: Whereabouts, jumps: Jumps) -> Result:
    gone = reading if where.view == reading.view else opened(reading, where.view)
    there = linked(gone.changed(**asdict(where), jumps=jumps))
    if where.focus == "timeline" and where.event is not None:
        there = there.then(event_selected(there.reading, where.event))
    if where.passage is not None:
        start = where.word.start if where.word is not None and where.word.item == where.passage else 0
        there = there.asking(Reveal("article", where.passage, start, stays=True))
    if where.item is not None:
        there = there.asking(Reveal("summary", where.item))
    return there
