"""QTerminal: it orders cells that look alike. So no right-to-left cell looks like its neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from briefing.machine.terminal.cells import SentCell, segments_of

_FAINT: Final = Style(dim=True)
_NOT_FAINT: Final = Style(dim=False)


def by_colour(cells: Sequence[SentCell]) -> Iterator[Segment]:
    """The cells, the backgrounds of right-to-left ones apart from their neighbours' by 1 in one channel."""
    return segments_of(_every_other(cells, _other_background))


def by_faintness(cells: Sequence[SentCell]) -> Iterator[Segment]:
    """The same for where so fine a difference of colours gets lost: every other cell is faint (SGR 2)."""
    return segments_of(_every_other(cells, _other_faintness))


def _every_other(cells: Sequence[SentCell], other: Callable[[Style], Style]) -> Iterator[SentCell]:
    """Every other cell of those that are right-to-left, or stand beside one that is, in the other style."""
    rtl = [False, *(cell.is_rtl for cell in cells), False]
    for at, cell in enumerate(cells):
        if at % 2 and any(rtl[at : at + 3]):
            yield cell._replace(style=other(cell.style or Style.null()))
        else:
            yield cell


@lru_cache(maxsize=256)
def _other_background(style: Style) -> Style:
    colour = style.bgcolor.triplet if style.bgcolor else None
    if colour is None:  # a colour of the terminal's own, which has no neighbour
        return _other_faintness(style)
    blue = colour.blue - 1 if colour.blue else 1
    return style + Style(bgcolor=Color.from_rgb(colour.red, colour.green, blue))


def _other_faintness(style: Style) -> Style:
    return style + (_NOT_FAINT if style.dim else _FAINT)
