"""The reading that a briefing is opened in."""

from __future__ import annotations

from briefing.document import FULL_KEY, Briefing, opening_index
from briefing.document.growing import GrowingParagraphs
from briefing.reading.moving import arrived, focus
from briefing.reading.result import Result
from briefing.reading.state import Reading
from briefing.reading.views import Outline
from briefing.settings import Preferences


def open_reading(
    briefing: Briefing,
    view: int | None = None,
    preferences: Preferences | None = None,
    *,
    shows_marks: bool = True,
) -> Result:
    """Return the reading of a briefing as it is opened, and what is to be revealed.

    Args:
        briefing: What is read.
        view: The index of the view to open, as in `Outline.views` and `document.sections_shown`;
            None: where the preferences have it open.
        preferences: How the reader likes the text painted; None: the defaults.
        shows_marks: Whether the terminal paints harakat where they belong.
    """
    preferences = preferences or Preferences()
    reading = Reading(
        Outline(briefing),
        opening_index(briefing, preferences.opens) if view is None else view,
        event=0 if briefing.events else None,
        preferences=preferences,
        shows_marks=shows_marks,
    )
    if isinstance(briefing.paragraphs, GrowingParagraphs):
        reading = reading.changed(counted=briefing.paragraphs.counted)
    opened = arrived(reading.changed(passage=0 if reading.open.count else None))
    return opened if reading.home == "article" else opened.then(focus(opened.reading, reading.home))


def answering_first(opened: Result) -> Result:
    """Return a reading as it is opened where one pane shows at a time.

    The whole of a briefing begins with its summary, which has the bottom line; anything else with its text.
    """
    view = opened.reading.open
    if view.key != FULL_KEY or not view.has_summary or opened.reading.way != "side-by-side":
        return opened
    return opened.then(focus(opened.reading, "summary"))
