"""A box that scrolls, with its bar where a row ends: in a mirrored interface that is on the left."""

from __future__ import annotations

from collections.abc import Iterable

from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widget import Widget

from briefing.settings.words import in_use


class MirroredScroll(VerticalScroll):
    """Textual's box, whose bar is always on the right, mirrored as the language in use is."""

    def _get_scrollable_region(self, region: Region) -> Region:
        inside = super()._get_scrollable_region(region)
        return inside.translate((region.width - inside.width, 0)) if in_use().mirrored else inside

    def _arrange_scrollbars(self, region: Region) -> Iterable[tuple[Widget, Region]]:
        for bar, place in super()._arrange_scrollbars(region):
            yield bar, Region(region.x, *place[1:]) if in_use().mirrored else place

    def watch_show_vertical_scrollbar(self, shown: bool) -> None:
        """Make room for the bar: what is in the box begins at its left edge whatever region is free."""
        if in_use().mirrored:
            for child in self.children:
                child.styles.offset = (int(shown) * self.styles.scrollbar_size_vertical, 0)
