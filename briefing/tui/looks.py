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

_Look = tuple[str, str, str]

# Colour and ground by the theme's variable names, then attributes; no ground: what is under it.
_LOOKS: Final[dict[str, _Look]] = {
    "text": ("foreground", "background", ""),
    "quiet": ("quiet", "background", ""),
    "title": ("foreground", "background", "bold"),
    "heading": ("mark", "background", "bold"),
    "frame": ("border-blurred", "background", ""),
    "frame-focused": ("border", "background", ""),
    "title-focused": ("border", "background", "bold"),
    "thumb": ("", "border-blurred", ""),
    "key": ("mark", "background", "bold"),
    "event-focused": ("mark", "background", "bold reverse"),
    "event-selected": ("mark", "background", "bold underline"),
    # Laid over a text: what it leaves open stays as it is.
    "dim": ("quiet", "", ""),
    "bright": ("mark", "", "bold"),
    "found": ("mark", "", "bold"),
    "under-cursor": ("", "cursor", ""),
    "number-under-cursor": ("mark", "", "bold reverse"),
    "cited": ("mark", "evidence", "bold underline"),
    "name": ("secondary", "", "bold"),
    "word": ("background", "foreground", ""),
    "word-in-block": ("background", "foreground", ""),
    "selected": ("background", "mark", ""),
    "strong": ("", "", "bold"),
    "emphasis": ("secondary", "", "italic"),
    "emphasis-rtl": ("secondary", "", ""),  # few fonts have slanted Arabic: mlterm shows boxes for it
    "struck": ("quiet", "", "strike"),
    "code": ("", "cursor", ""),
    "link": ("secondary", "", "underline"),
    # No line under it: it would swallow the dots below ب ي ج.
    "lit": ("evidence-text", "evidence", ""),
    "hit": ("evidence-text", "evidence", "bold"),
    "current-hit": ("background", "strong-mark", "bold"),
    "bar-hit": ("mark", "background", ""),
    "bar-hit-on-thumb": ("foreground", "border-blurred", "bold"),
    "chosen-option": ("mark", "background", "bold reverse"),
}

# Where there are sixteen colours: what stands out is a block. Nothing is bold, for some terminals paint bold
# letters in another colour, and nothing reversed, for some cannot have every colour as a ground.
_FEW: Final[dict[str, _Look]] = {
    **{name: (colour, ground, "") for name, (colour, ground, _) in _LOOKS.items()},
    "thumb": ("", "cursor", ""),
    "event-focused": ("evidence-text", "evidence", ""),
    "event-selected": ("mark", "background", "underline"),
    "dim": ("", "", ""),
    "bright": ("", "", ""),
    "found": ("", "", "underline"),
    "under-cursor": ("evidence-text", "cursor", ""),
    "number-under-cursor": ("chosen-text", "chosen", ""),
    "cited": ("evidence-text", "evidence", "underline"),
    **dict.fromkeys(("word", "word-in-block"), ("chosen-text", "chosen", "")),
    "selected": ("chosen-text", "chosen", ""),
    "strong": ("mark", "", ""),
    "name": ("mark", "", ""),
    **dict.fromkeys(("emphasis", "emphasis-rtl"), ("", "", "underline")),  # without italics, some of them
    "struck": ("quiet", "", "strike dim"),
    "code": ("mark", "", ""),
    "link": ("mark", "", "underline"),
    "hit": ("evidence-text", "evidence", "underline"),
    "bar-hit-on-thumb": ("evidence-text", "cursor", ""),
    "current-hit": ("chosen-text", "chosen", ""),
    "chosen-option": ("chosen-text", "chosen", ""),
}

# Where there are none: attributes alone tell them apart. Again nothing under letters of the article.
_NONE: Final[dict[str, str]] = {
    **dict.fromkeys(("text", "frame"), ""),
    **dict.fromkeys(("quiet", "dim"), "dim"),
    **dict.fromkeys(("title", "heading", "key", "bright", "frame-focused", "under-cursor"), "bold not dim"),
    "title-focused": "bold reverse",
    "thumb": "reverse",
    "event-focused": "bold reverse",
    "event-selected": "bold underline",
    "found": "bold underline not dim",
    "number-under-cursor": "bold reverse not dim",
    "cited": "bold underline not dim",
    "name": "bold not dim",
    "word": "reverse not bold not underline not dim",
    "word-in-block": "bold underline not reverse not dim",  # a hole in the block
    "selected": "reverse underline",
    "lit": "bold reverse",
    "strong": "bold not dim",
    **dict.fromkeys(("emphasis", "emphasis-rtl"), "underline"),
    "struck": "strike dim",
    "code": "reverse",
    "link": "bold underline not dim",
    "hit": "reverse not dim",
    "current-hit": "bold reverse underline not dim",
    "bar-hit": "bold not dim",
    "bar-hit-on-thumb": "bold reverse",
    "chosen-option": "bold reverse not dim",
}


@lru_cache(maxsize=8)
def _looks(colours: tuple[tuple[str, str], ...], depth: Depth) -> Mapping[str, Style]:
    if depth == "none":
        return {name: Style.parse(attributes or "none") for name, attributes in _NONE.items()}
    values = dict(colours)
    looks = {}
    for name, (colour, ground, attributes) in (_FEW if depth == "standard" else _LOOKS).items():
        words = [attributes, values.get(colour, ""), f"on {values[ground]}" if ground else ""]
        looks[name] = Style.parse(" ".join(filter(None, words)) or "none")
    return looks


_NAMES: Final = frozenset(
    name
    for table in (_LOOKS, _FEW)
    for colour, ground, _ in table.values()
    for name in (colour, ground)
    if name
)


def looks_of(widget: Widget) -> Mapping[str, Style]:
    """The styles of everything, in the colours of the theme in force, as many as the terminal has."""
    variables = widget.app.theme_variables
    depth: Depth = getattr(widget.app, "depth", "truecolor")
    return _looks(
        tuple((name, variables.get(name, variables["foreground"])) for name in sorted(_NAMES)), depth
    )
