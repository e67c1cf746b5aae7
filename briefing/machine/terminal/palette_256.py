"""The 256 colours that terminals agree on: sixteen of the user's, a cube of 216, and 24 greys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final

#: Red, green and blue, from 0 to 255 each.
RGB = tuple[int, int, int]

_CUBE: Final = 16
_LEVELS: Final = (0, 95, 135, 175, 215, 255)
_GREYS: Final = 232
_GREY_LEVELS: Final = tuple(range(8, 248, 10))


@lru_cache(maxsize=1024)
def nearest_colour(colour: RGB) -> int:
    """Return the number of the colour that is nearest to `colour`, of the cube or of the greys."""
    parts = [_at(_LEVELS, part) for part in colour]
    grey = _at(_GREY_LEVELS, round(sum(colour) / 3))
    cube = _CUBE + 36 * parts[0] + 6 * parts[1] + parts[2]
    return min(cube, _GREYS + grey, key=lambda number: _distance(colour, rgb_of(number)))


def rgb_of(number: int) -> RGB:
    """Return the colour of a number from 16 on."""
    if number >= _GREYS:
        level = _GREY_LEVELS[number - _GREYS]
        return level, level, level
    number -= _CUBE
    return _LEVELS[number // 36], _LEVELS[number // 6 % 6], _LEVELS[number % 6]


def _at(levels: Sequence[int], part: int) -> int:
    return min(range(len(levels)), key=lambda at: abs(levels[at] - part))


def _distance(one: RGB, other: RGB) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
