"""How the text is presented: what is preferred, and the keys that go through the choices."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from briefing.arabic import Presentation
from briefing.reading.effects import Keep
from briefing.reading.result import Result
from briefing.reading.state import Reading
from briefing.settings.words import say

# The choices that each key goes through in turn.
_TURNS: Final = {
    "harakat": ("shown", "hidden"),
    "digits": ("written", "western", "arabic-indic"),
    "lines": ("flush", "justified"),
    "scrolling": ("together", "apart"),
}


def presentation(reading: Reading) -> Presentation:
    """Return how the text engine is to paint."""
    preferences = reading.preferences
    return Presentation(
        harakat=preferences.harakat == "shown" or (preferences.harakat == "auto" and reading.shows_marks),
        digits=preferences.digits,
        justified=preferences.lines == "justified",
    )


def switch(reading: Reading, key: str) -> Result:
    """Go on to the next choice for `key`: `harakat`, `digits`, `lines` or `scrolling`."""
    turns = _TURNS[key]
    now = getattr(reading.preferences, key)
    if now == "auto":
        now = "shown" if reading.shows_marks else "hidden"
    value = turns[(turns.index(now) + 1) % len(turns)]
    preferences = replace(reading.preferences, **{key: value})
    return Result(reading.changed(preferences=preferences), (Keep({key: value}, say(f"now.{key}.{value}")),))


def prefer(reading: Reading, changes: dict[str, str]) -> Result:
    """Take preferences that were chosen elsewhere, by key, without keeping them."""
    return Result(reading.changed(preferences=replace(reading.preferences, **changes)))


def terminal_known(reading: Reading, shows_marks: bool) -> Result:
    """Take what is found out of the terminal: whether it puts harakat where they belong."""
    return Result(reading.changed(shows_marks=shows_marks))
