"""The windows over the reader that list something: links, names, where the text comes from."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing.reading import Copy
from briefing.reading.preferring import presentation
from briefing.settings.words import say
from briefing.tui.screens.links_screen import LinksScreen
from briefing.tui.screens.names_screen import NamesScreen
from briefing.tui.screens.source_screen import SourceScreen

if TYPE_CHECKING:
    from briefing.reading.links import Link
    from briefing.tui.app import BriefingApp


def open_window(app: BriefingApp, what: str) -> None:
    """Open the window of the `links`, the `names`, the `source` or the `copy-menu` of what `app` shows."""
    reading = app.reading
    if what == "links":
        app.push_screen(LinksScreen(reading.open.links), partial(_copy_address, app))
    elif what == "copy-menu":
        from briefing.reading.copy_menu import entries
        from briefing.tui.screens.copy_screen import CopyScreen

        app.push_screen(CopyScreen(entries(reading), presentation(reading)), partial(_hand_out, app))
    elif what == "source":
        app.push_screen(SourceScreen(app.briefing, presentation(reading), app.carry_out))
    else:
        shown, names = presentation(reading), reading.outline.names
        app.push_screen(NamesScreen(app.briefing, shown, app.carry_out, names, app.act))


def _hand_out(app: BriefingApp, copy: Copy | None) -> None:
    if copy is not None:
        app.hand_out_text(copy)


def _copy_address(app: BriefingApp, link: Link | None) -> None:
    if link is not None:
        app.hand_out_text(Copy(str, (link.address,), say("copied.address")))
