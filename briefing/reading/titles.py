"""What stands in the border of a pane or of a window."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.settings.words import say

if TYPE_CHECKING:
    from briefing.reading.state import PaneName


class Titles(NamedTuple):
    """What stands in the border of a pane: English at its start, Arabic at its end."""

    english: str
    arabic: str


def titles_of(pane: PaneName) -> Titles:
    """Return the titles of a pane that has the same whatever it shows."""
    return Titles(say(f"pane.{pane}"), say(f"pane.{pane}.arabic"))
