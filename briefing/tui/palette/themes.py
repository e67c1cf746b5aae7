"""The themes, as entries of the palette: what is chosen is kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing.settings.words import say
from briefing.tui.palette.entry import PaletteEntry
from briefing.tui.palette.index import Index
from briefing.tui.themes import AUTO, OWN, THEMES

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp


def theme_index(app: BriefingApp) -> Index:
    """The one that goes with the terminal, then all by name, the reader's own first.

    With few colours or none there are no others.
    """
    names = THEMES if app.depth in ("truecolor", "256") else OWN
    follow = PaletteEntry(say("palette.theme.auto"), partial(app.choose_theme, AUTO), _detail(app, AUTO))
    return Index(
        [follow, *(PaletteEntry(name, partial(app.choose_theme, name), _detail(app, name)) for name in names)]
    )


def _detail(app: BriefingApp, name: str) -> str:
    chosen = AUTO if app.wanted_theme == AUTO else app.theme
    return say("palette.in-use") if name == chosen else ""
