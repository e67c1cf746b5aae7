"""Which actions a text has anything for: what it lacks is not offered in the bottom row, help or palette."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from briefing.reading.actions import FOR_PEOPLE
from briefing.reading.views import Outline, View
from briefing.settings.words import in_use, say

_Test = Callable[[Outline], bool]


def _has_views(outline: Outline) -> bool:
    return outline.has_choice


def _has_panes(outline: Outline) -> bool:
    return outline.has_choice or outline.has_summary or outline.has_events


def _has_events(outline: Outline) -> bool:
    return outline.has_events


def _has_names(outline: Outline) -> bool:
    return bool(outline.briefing.names)


#: What an action needs, by its name; any other can always be done.
_NEEDS: Final[Mapping[str, _Test]] = {
    **dict.fromkeys(("open-section", "open-full", "next-section", "previous-section"), _has_views),
    **dict.fromkeys(("next-pane", "previous-pane", "article"), _has_panes),
    **dict.fromkeys(("timeline", "earlier-event", "later-event", "first-event", "last-event"), _has_events),
    **dict.fromkeys(("scroll-on", "scroll-back"), _has_events),
    "open": lambda outline: outline.has_claims or outline.has_events or _has_names(outline),
    **dict.fromkeys(("names", "previous-mention", "light-names"), _has_names),
    **dict.fromkeys(("copy-summary", "next-way"), lambda outline: outline.has_summary),
    **dict.fromkeys(("claim-here", "show-resting", "switch-scrolling"), lambda outline: outline.has_claims),
    "peek": lambda outline: outline.has_claims,
    **dict.fromkeys(("accept", "move-claim-back", "move-claim-on"), lambda outline: outline.has_claims),
    "copy-claim": lambda outline: outline.has_claims,
    "links": lambda outline: outline.has_links,
}


def offered(outline: Outline) -> frozenset[str]:
    """Return the names of the actions that can do anything in a text."""
    names = (action.name for action in FOR_PEOPLE)
    return frozenset(name for name in names if name not in _NEEDS or _NEEDS[name](outline))


def nothing_for(view: View) -> frozenset[str]:
    """Return the names of the actions that have nothing to do in a view, though they may in another."""
    lacking = set() if view.has_summary else {"copy-summary"}
    lacking |= set() if view.has_links else {"links"}
    return frozenset(
        lacking if view.first_claim is not None else lacking | {"copy-claim", "peek", "claim-here"}
    )


def words_for(name: str, outline: Outline) -> str:
    """Return what an action does, in the words of the help: none that speak of what the text lacks."""
    return say_for(f"action.{name}", outline)


def say_for(words: str, outline: Outline) -> str:
    """Return the words of that id, or those that suit a text that lacks something, if there are such."""
    whole = outline.has_choice and outline.has_claims and outline.has_events and bool(outline.briefing.names)
    return say(words if whole or f"{words}.fewer" not in in_use().words else f"{words}.fewer")
