"""A briefing read in the terminal."""

from __future__ import annotations

import gc
import os

from briefing.document import Briefing, BriefingError
from briefing.machine.terminal import STRATEGIES, Search, leave_out_lost_colours
from briefing.settings import Preferences, load_preferences, preferences_path


def read(briefing: Briefing, section: int, *, light: bool, bidi: str | None) -> int:
    """Show a briefing at that section until the reader quits; returns the exit status.

    `bidi` is the name of a terminal strategy, or "auto"; None: as preferred.
    """
    preferences, complaint = _preferences()
    gc.disable()  # until the first frame there is hardly any garbage
    leave_out_lost_colours(os.environ)
    with Search(bidi or preferences.bidi) as search:  # it answers while the reader is loaded
        from briefing.tui import BriefingApp

        app = BriefingApp(
            briefing,
            section,
            light=light,
            preferences=preferences,
            complaint=complaint,
            terminal=search.wait(),
            search=search,
            ready=_live_on,
        )
        return app.read()


def _preferences() -> tuple[Preferences, str]:
    """What was saved and is right, and what is wrong in one line; a strategy that is not known is wrong."""
    loaded = load_preferences()
    preferences, complaint = loaded.preferences, loaded.complaint
    known = ("auto", *STRATEGIES)
    if preferences.bidi in known:
        return preferences, complaint
    import msgspec

    what = f'"bidi" cannot be "{preferences.bidi}"'
    wrong = BriefingError(str(preferences_path()), what, f"there are {', '.join(known)}")
    return msgspec.structs.replace(preferences, bidi="auto"), complaint or str(wrong)


def _live_on() -> None:
    """Switch garbage collection on after the first frame; what exists by then is left out of it."""
    gc.freeze()
    gc.enable()
