"""The looks that the timeline is painted in, by the part they are for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from rich.style import Style

from briefing.arabic import AS_WRITTEN, Presentation
from briefing.tui.painting import Highlight

if TYPE_CHECKING:
    from briefing.reading.search import Finds


class TimelineLooks(NamedTuple):
    """One style for each part; every one of them has the pane's background.

    `presentation` is how Arabic is painted, `at` which of the selected event's paragraphs stands out, counted
    from 0, and `finds` finds what is lit in the events' texts.
    """

    text: Style
    muted: Style
    axis: Style
    event: Style
    extent: Style
    projection: Style
    label: Style
    date: Style
    selected: Style
    within: Style
    hit: Style
    presentation: Presentation = AS_WRITTEN
    at: int | None = None
    finds: Finds | None = None

    @classmethod
    def plain(cls) -> TimelineLooks:
        """Return one without any styles."""
        return cls._make([*[Style.null()] * (len(cls._fields) - 3), AS_WRITTEN, None, None])

    def found(self, text: str) -> list[Highlight]:
        """Return what is to be lit in a text: the hits of the search, if there is one."""
        if self.finds is None:
            return []
        from briefing.reading.search import hits_in  # not on the way to the first frame

        return [Highlight(start, end, self.hit) for start, end in hits_in(self.finds, text)]

    def part(self, name: str) -> Style:
        """Return the style for a part of the axis (`axis.AxisCell.part`)."""
        own = {"event": self.event, "extent": self.extent, "projection": self.projection, "break": self.muted}
        return own.get(name, self.axis)


def timeline_looks_of(
    looks: Mapping[str, Style],
    presentation: Presentation,
    at: int | None,
    finds: Finds | None = None,
    *,
    focused: bool,
) -> TimelineLooks:
    """The timeline's styles out of the reader's; the selected event stands out more with the focus."""
    text, quiet, heading = looks["text"], looks["quiet"], looks["heading"]
    return TimelineLooks(
        text=text,
        muted=quiet,
        axis=quiet,
        event=text,
        extent=text,
        projection=quiet,
        label=text,
        date=looks["title"],
        selected=looks["event-focused" if focused else "event-selected"],
        within=heading,
        hit=looks["hit"],
        presentation=presentation,
        at=at,
        finds=finds,
    )
