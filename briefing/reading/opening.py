"""The reading that a briefing is opened in."""

from __future__ import annotations

from briefing.document import Briefing
from briefing.document.growing import GrowingParagraphs
from briefing.reading.moving import arrived
from briefing.reading.result import Result
from briefing.reading.state import Reading
from briefing.reading.views import Outline
from briefing.settings import Preferences


def open_reading(
    briefing: Briefing, view: int = 0, preferences: Preferences | None = None, *, shows_marks: bool = True
) -> Result:
    """Return the reading of a briefing as it is opened, and what is to be revealed.

    Args:
        briefing: What is read.
        view: The index of the view to open, as in `Outline.views` and `document.sections_shown`.
        preferences: How the reader likes the text painted; None: the defaults.
        shows_marks: Whether the terminal paints harakat where they belong.
    """
    reading = Reading(
        Outline(briefing),
        view,
        event=0 if briefing.events else None,
        preferences=preferences or Preferences(),
        shows_marks=shows_marks,
    )
    if isinstance(briefing.paragraphs, GrowingParagraphs):
        reading = reading.changed(counted=briefing.paragraphs.counted)
    return arrived(reading.changed(passage=0 if reading.open.count else None))
