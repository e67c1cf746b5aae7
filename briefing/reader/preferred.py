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


def reading_of(preferences: Preferences, shows_marks: bool) -> Reading:
    """Return how the text engine is to paint; `shows_marks`: the terminal sets marks where they belong."""
    return Reading(
        harakat=preferences.harakat == "shown" or (preferences.harakat == "auto" and shows_marks),
        digits=preferences.digits,
        justified=preferences.lines == "justified",
    )


def switched(preferences: Preferences, key: str, shows_marks: bool) -> tuple[dict[str, str], str]:
    """Return what the choice after the present one is, as a change of the preferences and in words."""
    turns = _TURNS[key]
    now = getattr(preferences, key)
    if now == "auto":
        now = "shown" if shows_marks else "hidden"
    at = [value for value, _ in turns].index(now)
    value, words = turns[(at + 1) % len(turns)]
    return {key: value}, words
