"""The themes, as entries of the palette."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from briefing.settings.words import say
from briefing.tui.palette.entry import Entry
from briefing.tui.palette.index import Index

if TYPE_CHECKING:
    from briefing.tui.textual_private.plain_app import PlainApp

_OURS: Final = "briefing-"


def theme_index(app: PlainApp) -> Index:
    """All themes by name, the reader's own first."""
    names = sorted(app.available_themes, key=lambda name: (not name.startswith(_OURS), name))
    return Index(
        [
            Entry(name, partial(_use, app, name), say("palette.in-use") if name == app.theme else "")
            for name in names
        ]
    )


def _use(app: PlainApp, name: str) -> None:
    app.theme = name
