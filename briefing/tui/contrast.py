"""How well a colour stands out from a ground, as WCAG 2 measures it, and colours that stand out enough."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.machine.terminal.palette_256 import RGB, nearest_colour, rgb_of

#: The ratios that hold everywhere: for text, and for the article (WCAG 2's AA and AAA).
TEXT: Final = 4.5
ARTICLE: Final = 7.0
_STEPS: Final = 50


def rgb(colour: str) -> RGB:
    """Return the parts of a colour written as `#rrggbb`."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def written(colour: RGB) -> str:
    """Return a colour as `#rrggbb`."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def luminance(colour: RGB) -> float:
    """Return the relative luminance of a colour, from 0 (black) to 1 (white)."""
    red, green, blue = (
        part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(one: RGB, other: RGB) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def least_contrast(one: RGB, other: RGB) -> float:
    """Return the contrast ratio of two colours, or, if it is less, of those of the 256 that are nearest."""
    return min(contrast(one, other), contrast(rgb_of(nearest_colour(one)), rgb_of(nearest_colour(other))))


def blend(one: RGB, other: RGB, share: float) -> RGB:
    """Return a colour between two: `share` of the way from the one to the other."""
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def legible(colour: RGB, grounds: Iterable[RGB], ratio: float) -> RGB:
    """Return the colour nearest to `colour` with that contrast to all grounds, nearer to white or to black.

    It has it also where there are only 256 colours. Where no colour has it, it is white or black.
    """
    grounds = tuple(grounds)

    def least(candidate: RGB) -> float:
        return min(least_contrast(candidate, ground) for ground in grounds)

    end = max(((0, 0, 0), (255, 255, 255)), key=least)
    for step in range(_STEPS + 1):
        candidate = blend(colour, end, step / _STEPS)
        if least(candidate) >= ratio:
            return candidate
    return end
