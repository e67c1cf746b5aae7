"""A briefing read in the terminal."""

from __future__ import annotations

import gc
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefing.document import Briefing, BriefingError
from briefing.machine.terminal import STRATEGIES, TerminalSearch, leave_out_lost_colours
from briefing.settings import Preferences, load_preferences, preferences_path

if TYPE_CHECKING:
    from briefing.sources.material import MaterialOf
    from briefing.sources.reopening import AskedFor


def read(
    briefing: Briefing,
    section: int | None,
    *,
    theme: str | None,
    bidi: str | None,
    fresh: bool = False,
    material: MaterialOf | None = None,
    asked: AskedFor | None = None,
) -> int:
    """Show a briefing at that section until the reader quits; returns the exit status.

    Without a section it opens where it was left; what was never read, or is to be read `fresh`, where it is
    preferred.
    `asked` says how it is read anew; None: by its path alone.
    `theme` is one of `tui.themes.NAMES`, `bidi` the name of a terminal strategy, or "auto"; None: as is
    preferred.
    """
    preferences, complaint = _preferences()
    gc.disable()  # until the first frame there is hardly any garbage
    leave_out_lost_colours(os.environ)
    follows = (theme or preferences.theme) == "auto"
    # The terminal answers while the reader is loaded.
    with TerminalSearch(bidi or preferences.bidi, ground=follows) as search:
        from briefing.tui import BriefingApp
        from briefing.tui.themes import NAMES

        keeper = None
        if preferences.positions != "off":
            from briefing.settings.position_keeper import PositionKeeper

            keeper = PositionKeeper(briefing, anew=fresh)
        if preferences.theme not in NAMES:
            preferences, complaint = _without(preferences, "theme", NAMES, complaint)

        app = BriefingApp(
            briefing,
            section,
            theme=theme,
            preferences=preferences,
            complaint=complaint,
            terminal=search.wait(),
            search=search,
            ready=_live_on,
            keeper=keeper,
            material=material,
            asked=asked,
        )
        return app.read()


def _preferences() -> tuple[Preferences, str]:
    """What was saved and is right, and what is wrong in one line; a strategy that is not known is wrong."""
    loaded = load_preferences()
    preferences, complaint = loaded.preferences, loaded.complaint
    known = ("auto", *STRATEGIES)
    if preferences.bidi in known:
        return preferences, complaint
    return _without(preferences, "bidi", known, complaint)


def _without(
    preferences: Preferences, key: str, known: Sequence[str], complaint: str
) -> tuple[Preferences, str]:
    """The preferences with "auto" for a key that has none of the known names, and what is wrong."""
    import msgspec

    what = f'"{key}" cannot be "{getattr(preferences, key)}"'
    wrong = BriefingError(str(preferences_path()), what, f"there are {', '.join(known)}")
    return msgspec.structs.replace(preferences, **{key: "auto"}), complaint or str(wrong)


def _live_on() -> None:
    """Switch garbage collection on after the first frame; what exists by then is left out of it."""
    gc.freeze()
    gc.enable()
