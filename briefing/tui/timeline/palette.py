"""The styles that the timeline is painted in, by the part they are for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rich.style import Style

from briefing.arabic import AS_WRITTEN, Presentation


class Palette(NamedTuple):
    """One style for each part; every one of them has the pane's background.

    `presentation` is how Arabic is painted, `at` which of the selected event's paragraphs stands out, counted
    from 0.
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
    presentation: Presentation = AS_WRITTEN
    at: int | None = None

    @classmethod
    def plain(cls) -> Palette:
        """Return one without any styles."""
        return cls._make([*[Style.null()] * (len(cls._fields) - 2), AS_WRITTEN, None])

    def part(self, name: str) -> Style:
        """Return the style for a part of the axis (`axis.Cell.part`)."""
        own = {"event": self.event, "extent": self.extent, "projection": self.projection, "break": self.muted}
        return own.get(name, self.axis)


def palette_of(
    looks: Mapping[str, Style], presentation: Presentation, at: int | None, *, focused: bool
) -> Palette:
    """The timeline's styles out of the reader's; the selected event stands out more with the focus."""
    text, quiet, heading = looks["text"], looks["quiet"], looks["heading"]
    return Palette(
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
        presentation=presentation,
        at=at,
    )
