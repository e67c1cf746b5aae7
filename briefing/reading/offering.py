"""Which actions a text has anything for: what it lacks is not offered in the bottom row, help or palette."""

from __future__ import annotations

from typing import Final

from briefing.reading.actions import FOR_PEOPLE
from briefing.reading.views import Outline, View
from briefing.settings.words import in_use, say

# What needs something of the view that is open, asked for with every change on the screen.
_BY_VIEW: Final = tuple(
    (one.name, one.needs.in_view)
    for one in FOR_PEOPLE
    if one.needs is not None and one.needs.in_view is not None
)


def offered(outline: Outline) -> frozenset[str]:
    """Return the names of the actions that can do anything in a text."""
    return frozenset(one.name for one in FOR_PEOPLE if one.needs is None or one.needs.in_text(outline))


def nothing_for(view: View) -> frozenset[str]:
    """Return the names of the actions that have nothing to do in a view, though they may in another."""
    return frozenset(name for name, in_view in _BY_VIEW if not in_view(view))


def words_for(name: str, outline: Outline) -> str:
    """Return what an action does, in the words of the help: none that speak of what the text lacks."""
    return say_for(f"action.{name}", outline)


def say_for(words: str, outline: Outline) -> str:
    """Return the words of that id, or those that suit a text that lacks something, if there are such."""
    whole = outline.has_choice and outline.has_claims and outline.has_events and bool(outline.briefing.names)
    return say(words if whole or f"{words}.fewer" not in in_use().words else f"{words}.fewer")
