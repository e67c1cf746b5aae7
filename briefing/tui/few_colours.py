"""The two themes where there are only the sixteen colours that have names.

What they look like is the terminal's to say. These are chosen so that all can be read with the palettes of
xterm and of the Linux console, which differ most: no letters are dark yellow, bright black, or bold (bold
black may be grey), and no ground is bright (the console has only eight).
"""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

# What rich turns into the named colours, exactly.
_BLACK: Final = "#000000"
_BLUE: Final = "#0000aa"
_CYAN: Final = "#00aaaa"
_WHITE: Final = "#aaaaaa"
_BRIGHT_BLACK: Final = "#555555"
_BRIGHT_YELLOW: Final = "#ffff55"
_BRIGHT_WHITE: Final = "#ffffff"


def _theme(name: str, letters: str, ground: str, quiet: str, mark: str, block: tuple[str, str]) -> Theme:
    """A theme: letters on a ground, and letters on a block of another colour for what stands out."""
    on_block, block_ground = block
    variables = {
        "border": mark,
        "border-blurred": _BRIGHT_BLACK,
        "quiet": quiet,
        "mark": mark,
        "strong-mark": mark,
        "evidence": block_ground,
        "evidence-text": on_block,
        "cursor": block_ground,
        "chosen": _CYAN,
        "chosen-text": _BLACK,
        "block-cursor-background": block_ground,
        "block-cursor-foreground": on_block,
        "panel-lighten-1": ground,
        "text-success": mark,
        "text-warning": mark,
        "text-error": mark,
        "input-cursor-background": block_ground,
        "input-cursor-foreground": on_block,
        "input-selection-background": _CYAN,
        "input-selection-foreground": _BLACK,
    }
    return Theme(
        name=name,
        dark=ground == _BLACK,
        primary=mark,
        secondary=mark,
        accent=mark,
        foreground=letters,
        background=ground,
        surface=ground,
        panel=ground,
        success=mark,
        warning=mark,
        error=mark,
        variables=variables,
    )


#: These have the names of the reader's own themes, and take their place.
DARK: Final = _theme("briefing-dark", _BRIGHT_WHITE, _BLACK, _WHITE, _BRIGHT_YELLOW, (_BLACK, _WHITE))
LIGHT: Final = _theme("briefing-light", _BLACK, _WHITE, _BLACK, _BLUE, (_BRIGHT_WHITE, _BLUE))
