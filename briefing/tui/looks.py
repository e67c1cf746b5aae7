"""How things look: one table from what a thing is to its Rich style, made from the theme's colours.

Textual's component classes would do the same, at several milliseconds for each pane before the first frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from rich.style import Style
from textual.widget import Widget

# Colour and ground by the theme's variable names, then attributes; no ground: what is under it.
_LOOKS: Final[dict[str, tuple[str, str, str]]] = {
    "text": ("foreground", "background", ""),
    "quiet": ("quiet", "background", ""),
    "title": ("foreground", "background", "bold"),
    "heading": ("mark", "background", "bold"),
    "frame": ("border-blurred", "background", ""),
    "frame-focused": ("border", "background", ""),
    "title-focused": ("border", "background", "bold"),
    "thumb": ("", "border-blurred", ""),
    "key": ("mark", "background", "bold"),
    # Laid over a text: what it leaves open stays as it is.
    "dim": ("quiet", "", ""),
    "bright": ("mark", "", "bold"),
    "under-cursor": ("", "cursor", ""),
    "number-under-cursor": ("mark", "", "bold reverse"),
    "cited": ("mark", "evidence", "bold underline"),
    "selected": ("background", "mark", ""),
    "lit": ("evidence-text", "evidence", "underline"),
}


@lru_cache(maxsize=8)
def _looks(colours: tuple[tuple[str, str], ...]) -> Mapping[str, Style]:
    values = dict(colours)
    looks = {}
    for name, (colour, ground, attributes) in _LOOKS.items():
        words = [attributes, values.get(colour, ""), f"on {values[ground]}" if ground else ""]
        looks[name] = Style.parse(" ".join(filter(None, words)) or "none")
    return looks


_NAMES: Final = frozenset(name for colour, ground, _ in _LOOKS.values() for name in (colour, ground) if name)


def looks_of(widget: Widget) -> Mapping[str, Style]:
    """The styles of everything, in the colours of the theme in force."""
    variables = widget.app.theme_variables
    return _looks(tuple((name, variables.get(name, variables["foreground"])) for name in sorted(_NAMES)))
