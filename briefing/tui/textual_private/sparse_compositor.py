"""A compositor that takes apart only rows of which something is sent.

Where anything in a row of the window has changed, Textual's own cuts up that row of every widget in it, those
that have not changed and those that lie under others too. Of forty panes' rows that a key leaves as they are
that took a tenth of the time until they were sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.textual_private.bases import AnyScreen


class SparseCompositor(Compositor):
    """Textual's own, but for the rows that a partial update does not send."""

    def __init__(self) -> None:
        super().__init__()
        self._changed: list[tuple[int, int] | None] | None = None

    def render_partial_update(self) -> ChopsUpdate | None:
        """Return what has changed, as Textual does."""
        self._changed = _extents(self._dirty_regions, self.size.height)
        try:
            return super().render_partial_update()
        finally:
            self._changed = None

    def render_strips_without(self, kind: type[Widget]) -> list[Strip]:
        """Return all rows as they would be without widgets of a kind, and what is in them."""
        seen = self.visible_widgets
        self._visible_widgets = {
            widget: place
            for widget, place in seen.items()
            if not any(isinstance(node, kind) for node in widget.ancestors_with_self)
        }
        try:
            return self.render_strips()
        finally:
            self._visible_widgets = seen

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        changed = self._changed
        if changed is None:
            return super()._render_chops(crop, is_rendered_line)
        cuts = self.cuts
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(row[:-1]) for row in cuts]
        missing = [len(row) - 1 for row in cuts]
        for region, clip, strips in self._get_renders(crop):  # those in front first
            shown = region.intersection(clip)
            left, right = shown.column_span
            for y, strip in zip(shown.line_range, strips, strict=False):
                extent = changed[y]
                if extent is None or not missing[y] or right <= extent[0] or extent[1] <= left:
                    continue
                row = chops[y]
                ends = [cut for cut in cuts[y] if left <= cut <= right]
                pieces = strip.divide([end - left for end in ends[1:]])
                for cut, piece in zip(ends, pieces, strict=False):
                    if row[cut] is None:
                        row[cut] = piece
                        missing[y] -= 1
        return chops  # type: ignore[return-value]  # as Textual's: what is not sent is None


def _extents(regions: set[Region], height: int) -> list[tuple[int, int] | None]:
    """Return for each row of the window the columns between which anything has changed there, if it has."""
    extents: list[tuple[int, int] | None] = [None] * height
    for x, y, width, rows in regions:
        for at in range(max(0, y), min(height, y + rows)):
            known = extents[at]
            first, last = (x, x + width) if known is None else known
            extents[at] = (x if x < first else first, x + width if x + width > last else last)
    return extents


class SparseScreen(AnyScreen):
    """Before a screen's base; the screen is put together so."""

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._compositor = SparseCompositor()
