"""Opens the window of a word that is looked up, where it does not hide the word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.machine.lookup.process import Program
from briefing.reading.effects import LookUp
from briefing.reading.preferring import presentation
from briefing.tui.screens.lookup_screen import LookupScreen

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp


def open_lookup(app: BriefingApp, wanted: LookUp, program: Program | None) -> Program:
    """Ask for a word and open the window; returns the program asked, the one at hand if it will do."""
    if program is None or program.recipe != wanted.recipe:
        if program is not None:
            program.close()
        program = Program(wanted.recipe)
    reading = app.reading
    title = app.briefing.title.shown if reading.preferences.lookups != "off" else None
    window = LookupScreen(
        wanted,
        program,
        presentation(reading),
        app.carry_out,
        title=title,
        row=app.row_of_word,
        beside=app.beside_the_article,
    )
    app.push_screen(window)
    return program
