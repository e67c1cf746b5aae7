"""How things look: one table from what a thing is to its Rich style, made from the theme's colours.

Textual's component classes would do the same, at several milliseconds for each pane before the first frame.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from rich.style import Style
from textual.widget import Widget

from briefing.machine.terminal.depth import Depth

# A colour and a ground by the theme's variable names, and attributes; no ground: what is under it.
_Painted = tuple[str, str, str]

# Where there are sixteen colours: the same without attributes, or a block that stands out.
_PLAIN: Final = None
_BLOCK: Final = ("evidence-text", "evidence", "")
_CHOSEN: Final = ("chosen-text", "chosen", "")

# Each look three times, so that none can be forgotten: with many colours, with sixteen, and with none. With
# sixteen nothing is bold, for some terminals paint bold letters in another colour, and nothing reversed, for
# some cannot have every colour as a ground. With none, attributes alone tell them apart.
_LOOKS: Final[dict[str, tuple[_Painted, _Painted | None, str]]] = {
    "text": (("foreground", "background", ""), _PLAIN, ""),
    "quiet": (("quiet", "background", ""), _PLAIN, "dim"),
    "title": (("foreground", "background", "bold"), _PLAIN, "bold not dim"),
    "heading": (("mark", "background", "bold"), _PLAIN, "bold not dim"),
    "frame": (("border-blurred", "background", ""), _PLAIN, ""),
    "frame-focused": (("border", "background", ""), _PLAIN, "bold not dim"),
    "title-focused": (("border", "background", "bold"), _PLAIN, "bold reverse"),
    "thumb": (("", "border-blurred", ""), ("", "cursor", ""), "reverse"),
    "key": (("mark", "background", "bold"), _PLAIN, "bold not dim"),
    "event-focused": (("mark", "background", "bold reverse"), _BLOCK, "bold reverse"),
    "event-selected": (
        ("mark", "background", "bold underline"),
        ("mark", "background", "underline"),
        "bold underline",
    ),
    # Laid over a text: what it leaves open stays as it is.
    "dim": (("quiet", "", ""), ("", "", ""), "dim"),
    "bright": (("mark", "", "bold"), ("", "", ""), "bold not dim"),
    "found": (("mark", "", "bold"), ("", "", "underline"), "bold underline not dim"),
    "under-cursor": (("", "cursor", ""), ("evidence-text", "cursor", ""), "bold not dim"),
    "number-under-cursor": (("mark", "", "bold reverse"), _CHOSEN, "bold reverse not dim"),
    "cited": (
        ("mark", "evidence", "bold underline"),
        ("evidence-text", "evidence", "underline"),
        "bold underline not dim",
    ),
    "name": (("secondary", "", "bold"), ("mark", "", ""), "bold not dim"),
    "word": (("background", "foreground", ""), _CHOSEN, "reverse not bold not underline not dim"),
    # Without colours a hole in the block.
    "word-in-block": (("background", "foreground", ""), _CHOSEN, "bold underline not reverse not dim"),
    "selected": (("background", "mark", ""), _CHOSEN, "reverse underline"),
    "strong": (("", "", "bold"), ("mark", "", ""), "bold not dim"),
    # Some terminals have no italics, and few fonts have slanted Arabic: mlterm shows boxes for it.
    "emphasis": (("secondary", "", "italic"), ("", "", "underline"), "underline"),
    "emphasis-rtl": (("secondary", "", ""), ("", "", "underline"), "underline"),
    "struck": (("quiet", "", "strike"), ("quiet", "", "strike dim"), "strike dim"),
    "code": (("", "cursor", ""), ("mark", "", ""), "reverse"),
    "link": (("secondary", "", "underline"), ("mark", "", "underline"), "bold underline not dim"),
    # No line under it: it would swallow the dots below ب ي ج.
    "lit": (("evidence-text", "evidence", ""), _PLAIN, "bold reverse"),
    "hit": (
        ("evidence-text", "evidence", "bold"),
        ("evidence-text", "evidence", "underline"),
        "reverse not dim",
    ),
    "current-hit": (("background", "strong-mark", "bold"), _CHOSEN, "bold reverse underline not dim"),
    "bar-hit": (("mark", "background", ""), _PLAIN, "bold not dim"),
    "bar-hit-on-thumb": (
        ("foreground", "border-blurred", "bold"),
        ("evidence-text", "cursor", ""),
        "bold reverse",
    ),
    "chosen-option": (("mark", "background", "bold reverse"), _CHOSEN, "bold reverse not dim"),
}

#: What each look is called.
NAMES: Final = tuple(_LOOKS)


def _painted(name: str, depth: Depth) -> _Painted:
    """What a look is painted in."""
    many, few, none = _LOOKS[name]
    if depth == "none":
        return "", "", none
    if depth == "standard":
        return few or (*many[:2], "")
    return many


@lru_cache(maxsize=8)
def _looks(colours: tuple[tuple[str, str], ...], depth: Depth) -> Mapping[str, Style]:
    values = dict(colours)
    looks = {}
    for name in NAMES:
        colour, ground, attributes = _painted(name, depth)
        words = [attributes, values.get(colour, ""), f"on {values[ground]}" if ground else ""]
        looks[name] = Style.parse(" ".join(filter(None, words)) or "none")
    return looks


_COLOURS: Final = sorted(
    {name for many, few, _ in _LOOKS.values() for name in (*many[:2], *(few or ())[:2])} - {""}
)


def looks_in(variables: Mapping[str, str], depth: Depth) -> Mapping[str, Style]:
    """Return the styles of everything by what it is, in the colours of a theme, by its variables' names."""
    return _looks(tuple((name, variables.get(name, variables["foreground"])) for name in _COLOURS), depth)


def looks_of(widget: Widget) -> Mapping[str, Style]:
    """The styles of everything, in the colours of the theme in force, as many as the terminal has."""
    return looks_in(widget.app.theme_variables, getattr(widget.app, "depth", "truecolor"))
