"""The command palette: places of the briefing, what can be done with it, and themes, found by typing.

`arabic.folding` folds what is typed and what is searched, `matching` compares them, `index` searches all
entries, `entries` and `themes` make them, `results` paints what was found, `query` is the field, `screen`
holds both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.tui.palette.entries import reader_index
from briefing.tui.palette.entry import PaletteEntry
from briefing.tui.palette.screen import PaletteScreen
from briefing.tui.palette.themes import theme_index
from briefing.tui.screens.help_screen import HelpScreen
from briefing.tui.screens.links_screen import LinksScreen
from briefing.tui.screens.reader_screen import ReaderScreen

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

__all__ = ["open_palette"]


async def open_palette(app: BriefingApp) -> None:
    """Open the palette over the reader of a running `app`, or close the one that is open.

    When this returns it takes keys. The help and the links give way to it.
    """
    if isinstance(app.screen, PaletteScreen):
        app.screen.close()
        return
    if isinstance(app.screen, HelpScreen | LinksScreen):
        app.pop_screen()
    reader = app.screen
    if isinstance(reader, ReaderScreen):
        index = reader_index(reader.reading.outline, reader.do, lambda: _choose_theme(app))
        await app.push_screen(PaletteScreen(index, "places"), _run)


def _choose_theme(app: BriefingApp) -> None:
    app.push_screen(PaletteScreen(theme_index(app), "themes"), _run)


def _run(entry: PaletteEntry | None) -> None:
    if entry is not None:
        entry.run()
