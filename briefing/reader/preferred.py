"""Preferences as the reader's keys change them, and what they mean to the text engine."""

from __future__ import annotations

from typing import Final

from briefing.arabic import Reading
from briefing.preferences import Preferences

# What each key goes through in turn, and how the choice is put in words.
_TURNS: Final[dict[str, tuple[tuple[str, str], ...]]] = {
    "harakat": (("shown", "Harakat are shown"), ("hidden", "Harakat are hidden; copies keep them")),
    "digits": (
        ("written", "Digits are shown as written"),
        ("western", "Digits are shown as Western ones; copies keep the author's"),
        ("arabic-indic", "Digits are shown as Arabic-Indic ones; copies keep the author's"),
    ),
    "lines": (
        ("flush", "Lines are flush right"),
        ("justified", "Lines are filled by kashida; copies have none of it"),
    ),
}


def reading_of(preferences: Preferences) -> Reading:
    """Return how the text engine is to paint."""
    return Reading(
        harakat=preferences.harakat != "hidden",
        digits=preferences.digits,
        justified=preferences.lines == "justified",
    )


def switched(preferences: Preferences, key: str) -> tuple[dict[str, str], str]:
    """Return what the choice after the present one is, as a change of the preferences and in words."""
    turns = _TURNS[key]
    values = [value for value, _ in turns]
    now = getattr(preferences, key)
    at = values.index(now) if now in values else 0  # harakat "auto": they are shown
    value, words = turns[(at + 1) % len(turns)]
    return {key: value}, words
