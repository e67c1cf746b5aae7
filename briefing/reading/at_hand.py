"""What can be done where the reader stands just now: what the bottom row offers beside what always can be."""

from __future__ import annotations

from msgspec import Struct

from briefing.document import Claim
from briefing.reading.state import Reading


class AtHand(Struct, frozen=True):
    """An action that does something now, by its name, and the id of the word for what it does here."""

    action: str
    words: str


def at_hand(reading: Reading) -> tuple[AtHand, ...]:
    """Return the actions that do something where the reader stands, the most useful first."""
    found = [AtHand("copy-selection", "footer.copy-selection")] if reading.selected is not None else []
    if reading.selected is not None and reading.selected.pane != "summary":
        found.append(AtHand("add-claim", "footer.add-claim"))
    search = reading.search
    if search is not None and search.query and (search.total > 1 or not search.is_whole):
        found += [AtHand("next-hit", "footer.next-hit"), AtHand("previous-hit", "footer.previous-hit")]
    if reading.focus == "sidebar":
        found.append(AtHand("open", "footer.open.sidebar"))
    elif reading.focus == "article":
        trail = reading.trail
        if trail is not None and trail.number == reading.number and len(trail.paragraphs) > 1:
            found.append(AtHand("open", "footer.open.article"))
        if _leads_back(reading):
            found.append(AtHand("claim-here", "footer.claim-here"))
        if reading.selected is None and _is_begun(reading):
            found.append(AtHand("add-claim", "footer.add-claim"))
    elif reading.focus == "summary" and reading.claim is not None:
        shown = reading.claim in reading.peeked
        found += [
            AtHand("open", "footer.open.summary"),
            AtHand("peek", "footer.peek.hide" if shown else "footer.peek"),
            AtHand("copy-claim", "footer.copy-claim"),
            AtHand("edit", "footer.edit"),
        ]
    elif reading.focus == "timeline" and reading.order:
        found += [AtHand("open", "footer.open.timeline")] if reading.event is not None else []
        found += [AtHand("later-event", "footer.later-event")] if _has_later(reading) else []
    return tuple(found)


def _leads_back(reading: Reading) -> bool:
    """Whether a claim rests on the paragraph, or an event led to it."""
    trail = reading.trail
    if trail is not None and trail.number == reading.number and not isinstance(trail.origin, Claim):
        return True
    return reading.open.first_claim_on(reading.number) is not None


def _is_begun(reading: Reading) -> bool:
    """Whether this is a briefing's own file, and has no claims yet."""
    return reading.briefing.path.endswith(".toml") and not reading.outline.has_claims


def _has_later(reading: Reading) -> bool:
    """Whether there is an event after the one selected, or none is."""
    return reading.event is None or reading.event != reading.order[-1]
