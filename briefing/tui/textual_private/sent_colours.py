"""The sequences that colours are sent by: as many colours as the terminal has, and none of too many numbers.

Textual keeps the sequence of a style for the first number of colours that it was painted in, and sends
attributes and both colours in one sequence: of more than ten numbers mlterm drops the rest.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.strip import SGR_STYLES, Strip

from briefing.machine.terminal.depth import Depth
from briefing.machine.terminal.palette_256 import nearest_colour

_SYSTEMS: Final[dict[Depth, ColorSystem]] = {
    "none": ColorSystem.STANDARD,  # none is left to be sent
    "standard": ColorSystem.STANDARD,
    "256": ColorSystem.EIGHT_BIT,
    "truecolor": ColorSystem.TRUECOLOR,
}


# Those that this process has sent: more than one where the terminal said late what it is.
_systems: Final[set[ColorSystem]] = set()


class Colourless(LineFilter):
    """Leaves the attributes of what is painted, and no colour: not the default one either."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments without colours."""
        return [
            Segment(text, None if style is None else _without_colour(style), control)
            for text, style, control in segments
        ]


@lru_cache(maxsize=1024)
def _without_colour(style: Style) -> Style:
    return style.without_color


def send_colours(console: Console, depth: Depth) -> None:
    """Have `console` send so many colours, from the next frame on, in sequences that every terminal takes."""
    console._color_system = _SYSTEMS[depth]
    _systems.add(_SYSTEMS[depth])
    Strip.render_style = classmethod(_rendered)  # type: ignore[method-assign,assignment]


def _rendered(_: type[Strip], style: Style, text: str, color_system: ColorSystem) -> str:
    """`Strip.render_style`, less the links, which nothing here has."""
    if len(_systems) > 1:  # what a style keeps may be of another number of colours
        codes = _codes(style, color_system)
    elif (codes := style._ansi) is None:  # type: ignore[assignment]
        codes = style._ansi = _codes(style, color_system)
    return f"\x1b[{codes}m{text}\x1b[0m" if codes else text


@lru_cache(maxsize=4096)
def _codes(style: Style, system: ColorSystem) -> str:
    """The sequences before a text: for attributes, for the letters' colour and for the ground's.

    As Textual has it, without the beginning of the first and the end of the last.
    """
    attributes = style._attributes & style._set_attributes
    parts = [code for bit, code in enumerate(SGR_STYLES) if attributes & (1 << bit)]
    sequences = [";".join(parts)] if parts else []
    if style.color is not None:
        sequences.append(_code(style.color, system, "38"))
    if style.bgcolor is not None:
        sequences.append(_code(style.bgcolor, system, "48"))
    return "m\x1b[".join(sequences)


def _code(colour: RichColor, system: ColorSystem, which: str) -> str:
    """The numbers for a colour; `which` is 38 for the letters' and 48 for the ground's."""
    if system is ColorSystem.EIGHT_BIT and (triplet := colour.triplet) is not None:
        # Rich takes the dark and quiet ones for black, or blue.
        return f"{which};5;{nearest_colour((triplet.red, triplet.green, triplet.blue))}"
    return ";".join(colour.downgrade(system).get_ansi_codes(foreground=which == "38"))
