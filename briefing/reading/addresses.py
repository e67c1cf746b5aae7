"""Where the links of an article lead to, when a reader asks. Nothing is ever opened."""

from __future__ import annotations

from briefing.reading.effects import Do, Notify
from briefing.reading.result import Result
from briefing.reading.state import Reading
from briefing.settings.words import say


def show_links(reading: Reading) -> Result:
    """List the links of the view that is open."""
    if not reading.open.has_links:
        here = reading.outline.has_links
        return Result(reading, (Notify(say("links.none-here" if here else "links.none")),))
    return Result(reading, (Do("links"),))


def show_address(reading: Reading, passage: int, start: int) -> Result:
    """Tell the address of the link that character `start` of a passage belongs to, if it is in one."""
    view = reading.open
    at = view.passage(passage).start + start
    for inline in view.paragraph(passage).inlines:
        if inline.kind == "link" and inline.start <= at < inline.end:
            return Result(reading, (Notify(inline.address),))
    return Result(reading)
