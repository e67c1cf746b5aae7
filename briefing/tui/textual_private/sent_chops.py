"""What is sent for a partial repaint: for each piece of a row where it stands, and its cells.

The same as Textual's own `ChopsUpdate.render_segments`, without an object of rich's for each move of the
cursor: a key that changes three panes moves it some fifty times.
"""

from __future__ import annotations

from rich.console import Console
from textual._compositor import ChopsUpdate, CompositorUpdate


def sent(update: CompositorUpdate, console: Console) -> str:
    """Return the characters to send for an update; of a partial one no line ends, each piece after a move."""
    return "".join(sent_pieces(update, console))


def sent_pieces(update: CompositorUpdate, console: Console) -> list[str]:
    """Return the same in pieces. A piece that was sent before, and has not changed, is the same string."""
    if not isinstance(update, ChopsUpdate):
        return [update.render_segments(console)]
    pieces: list[str] = []
    for y, x1, x2 in update.spans:
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x < x2 and end > x1:
                piece = strip if end <= x2 else strip.crop(0, x2 - x)
                pieces += (f"\x1b[{y + 1};{x + 1}H", piece.render(console))
    return pieces
