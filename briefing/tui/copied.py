"""A text put on the clipboard while the reader goes on, and what is said of it."""

from __future__ import annotations

from functools import partial

from textual.worker import get_current_worker

from briefing.machine.clipboard import copy
from briefing.machine.faults.debug_log import note
from briefing.reading import Copy
from briefing.settings.words import in_use
from briefing.tui.origin_told import LONG_NOTICE
from briefing.tui.textual_private.terminal_app import TerminalApp


def put_on_clipboard(app: TerminalApp, effect: Copy) -> None:
    """Make a text, try one way to the clipboard after the other, and say what became of it; in a worker."""
    worker, text = get_current_worker(), effect.text
    ask = partial(app.call_from_thread, _ask_terminal, app, text)
    outcome = copy(text, osc52=ask, words=in_use().words)
    if not outcome.certain:
        note(f"copied by {outcome.way or 'no way'}")
    if not worker.is_cancelled:
        app.notify(
            outcome.message,
            title=effect.what,
            severity="information" if outcome.way else "error",
            timeout=None if outcome.certain else LONG_NOTICE,
        )


def _ask_terminal(app: TerminalApp, text: str, sequence: str) -> None:
    if sequence.startswith("\x1bP"):
        app.send(sequence)  # wrapped, for GNU screen
    else:
        app.copy_to_clipboard(text)
