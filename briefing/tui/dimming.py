"""How the reader looks behind a window: the same cells, nearer to the window's ground."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rich.color import Color
from rich.style import Style

from briefing.machine.terminal.depth import Depth
from briefing.tui.contrast import blend, rgb

# With few colours there is no nearer one, and attributes stand out: letters in one quiet colour, or faint.
_FAINT: Final = Style(dim=True)


@lru_cache(maxsize=1024)
def dimmed(style: Style, ground: str, quiet: str, share: float, depth: Depth) -> Style:
    """Return the style for what is behind, `share` of the way (0 to 1) from `style` to `ground`.

    `ground` and `quiet` are colours as `#rrggbb`. With sixteen colours all letters are `quiet` on `ground`;
    without colours they are faint. Nothing is bold there, or reversed.
    """
    if not share:
        return style
    if depth == "none":
        return _FAINT
    if depth == "standard":
        return Style(color=quiet, bgcolor=ground)
    towards = rgb(ground)

    def nearer(colour: Color | None) -> Color | None:
        if colour is None:
            return None
        return Color.from_rgb(*blend(colour.get_truecolor(), towards, share))

    return style.without_color + Style(color=nearer(style.color), bgcolor=nearer(style.bgcolor))
