"""What `briefing export` asks for a picture of the screen: its size, its ground, its section."""

from __future__ import annotations

import argparse
import re
from typing import Final, NamedTuple

from briefing.document import Briefing

#: The columns and rows that a screen can have here.
_COLUMNS: Final = range(20, 501)
_ROWS: Final = range(8, 301)


class Size(NamedTuple):
    """A screen's size in cells."""

    columns: int
    rows: int


_ENDS: Final = (Size(_COLUMNS[0], _ROWS[0]), Size(_COLUMNS[-1], _ROWS[-1]))
#: The size of a picture, if none is asked for.
USUAL: Final = Size(120, 36)


def size_asked(text: str) -> Size:
    """Return a size written as `120x36`. Raises ArgumentTypeError for what is none."""
    match = re.fullmatch(r"([0-9]{1,4})x([0-9]{1,4})", text)
    size = Size(int(match[1]), int(match[2])) if match else None
    if size is None or size.columns not in _COLUMNS or size.rows not in _ROWS:
        least, most = (f"{end.columns}x{end.rows}" for end in _ENDS)
        raise argparse.ArgumentTypeError(f"a size is columns x rows, as 120x36, from {least} to {most}")
    return size


def drawn(briefing: Briefing, section: int, size: Size, *, light: bool, kind: str) -> bytes:
    """Return the picture of the reader at the section of that index, as `svg` or `png`."""
    import asyncio  # takes time, which other forms need not wait for

    from briefing.tui.picture.still import screen_picture

    svg = asyncio.run(screen_picture(briefing, section, size, light=light))
    if kind == "svg":
        return svg.encode()
    from briefing.tui.picture.png import png

    return png(svg)
