"""What is said of a search, in words: `3 of 12, from the top`."""

from __future__ import annotations

from briefing.reading.search import EVENT, NAME, Search
from briefing.reading.state import Reading
from briefing.settings.words import say


def said_of(reading: Reading, search: Search) -> str:
    """Return where the reader is in what was found; what is wrong with the query; "" if nothing is typed."""
    if search.fault:
        return search.fault
    if not search.query:
        return ""
    if search.is_whole and not search.total:
        return say("search.none")
    count = say("search.count" if search.is_whole else "search.more", count=search.total)
    parts = [count if search.number is None else say("search.number", number=search.number, count=count)]
    if search.seek is not None:
        parts = [count, say("search.seeking")]
    elif search.turned:
        parts.append(say("search.top" if search.turned > 0 else "search.end"))
    hit = search.at
    if hit is not None and hit.kind == EVENT:
        parts.append(say("search.event"))
    elif hit is not None and hit.kind == NAME:
        parts.append(say("search.name", name=reading.briefing.names[hit.unit].english))
    return ", ".join(parts)
