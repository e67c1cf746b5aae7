"""What is sent for what was painted, where the terminal needs rows other than as they are.

It stands below the compositor, so that it holds for every widget. Textual sends parts of rows; a treatment
needs whole ones, and so do clusters to which terminals give different widths. So the rows that are on the
screen are kept, and one with right-to-left text to be treated, or with such a cluster, is sent whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from rich.console import Console
from rich.control import Control
from rich.segment import Segment
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from briefing.machine.terminal.cells import RIGHT_TO_LEFT, cells_of
from briefing.machine.terminal.fitted_cells import Widths
from briefing.machine.terminal.modes import FRAME_END
from briefing.machine.terminal.strategies import RowTreatment

_AS_PAINTED: Final = Widths()


class SentRows:
    """The rows on a terminal, as they were painted: what a partial repaint is completed from."""

    def __init__(
        self, treatment: RowTreatment | None, widths: Widths = _AS_PAINTED, rows: Iterable[Strip] = ()
    ) -> None:
        """Treat what is sent from now on; `rows` are those on the screen already."""
        self._treats = treatment is not None
        self._widths = widths
        self._rows: dict[int, Strip] = dict(enumerate(rows))

        def treated_row(segments: tuple[Segment, ...]) -> Strip:
            row = Strip(segments)
            sent = treatment(cells_of(row)) if treatment is not None and _is_rtl(row) else row
            return Strip(widths.fitted(sent) if _differs(row, widths) else sent)

        # Half a millisecond each, and most rows were on the screen before.
        self._treated_row = lru_cache(maxsize=1024)(treated_row)

    def treated(self, update: CompositorUpdate) -> CompositorUpdate:
        """The update that sends what `update` paints."""
        if isinstance(update, LayoutUpdate | ChopsUpdate):
            return _TreatedUpdate(self, update)
        return update

    def render(self, update: LayoutUpdate | ChopsUpdate, console: Console) -> str:
        """The characters to send for an update, which is on the screen from then on."""
        whole = isinstance(update, LayoutUpdate)
        if whole:
            self._rows.clear()
        sent: list[str] = []
        last: list[str] = []
        for y, pieces in _rows(update):
            before = self._rows.get(y)
            row = self._rows[y] = _with(before, pieces)
            if self._is_whole(row) or (before is not None and self._is_whole(before)):
                pieces = [(0, self._treated_row(tuple(row)))]
            part = last if self._widths.relays and _differs(row, self._widths) else sent
            for x, strip in pieces:
                part += (Control.move_to(x, y).segment.text, strip.render(console))
        if last:
            # A multiplexer that is given a frame to show at once sends the rows as it counts them itself.
            sent += (FRAME_END, *last)
        return "".join(sent)

    def _is_whole(self, row: Strip) -> bool:
        return (self._treats and _is_rtl(row)) or _differs(row, self._widths)


class _TreatedUpdate(CompositorUpdate):
    def __init__(self, rows: SentRows, update: LayoutUpdate | ChopsUpdate) -> None:
        self._rows = rows
        self._update = update

    def render_segments(self, console: Console) -> str:
        return self._rows.render(self._update, console)


def _rows(update: LayoutUpdate | ChopsUpdate) -> Iterator[tuple[int, list[tuple[int, Strip]]]]:
    """What an update paints: rows, each with its strips and the columns they begin at, from left to right."""
    if isinstance(update, LayoutUpdate):
        for y, strips in enumerate(update.strips, update.region.y):
            yield y, [(update.region.x, Strip.join(strips))]
        return
    spans: dict[int, list[tuple[int, int]]] = {}
    for y, x1, x2 in update.spans:
        spans.setdefault(y, []).append((x1, x2))
    for y, parts in spans.items():
        pieces: dict[int, Strip] = {}
        for x1, x2 in parts:
            for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
                if strip is not None and x < x2 and end > x1:
                    pieces[x] = strip  # whole: what is left and right of the span is on the screen already
        yield y, sorted(pieces.items())


def _with(row: Strip | None, pieces: Iterable[tuple[int, Strip]]) -> Strip:
    """A row with pieces laid over it."""
    for x, piece in pieces:
        if row is None:
            row = Strip.blank(x) if x else Strip([])
        left = row.crop(0, x) if row.cell_length > x else row.extend_cell_length(x)
        end = x + piece.cell_length
        row = Strip.join([left, piece, row.crop(end)] if row.cell_length > end else [left, piece])
    return row if row is not None else Strip([])


def _is_rtl(strip: Strip) -> bool:
    return any(not s.text.isascii() and RIGHT_TO_LEFT.search(s.text) for s in strip)


def _differs(strip: Strip, widths: Widths) -> bool:
    return any(not s.text.isascii() and widths.may_differ(s.text) for s in strip)
