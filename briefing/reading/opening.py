"""The reading that a briefing is opened in."""

from __future__ import annotations

from briefing.document import Briefing
from briefing.reading.linking import linked
from briefing.reading.result import Result
from briefing.reading.state import Reading
from briefing.reading.views import Outline
from briefing.settings import Preferences


def open_reading(
    briefing: Briefing, view: int = 0, preferences: Preferences | None = None, *, shows_marks: bool = True
) -> Result:
    """Return the reading of a briefing at the first paragraph of view `view`, and what is to be revealed."""
    reading = Reading(
        Outline(briefing),
        view,
        event=0 if briefing.events else None,
        preferences=preferences or Preferences(),
        shows_marks=shows_marks,
    )
    return linked(reading.changed(passage=0 if reading.open.count else None))
