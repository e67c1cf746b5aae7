"""Options laid out, one to a row: where each stands, its words, and what it leads to."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Final, NamedTuple

from rich.segment import Segment

from briefing.reading.listed import ListContents, Option
from briefing.settings.words import in_use
from briefing.tui.painting import label, line_segments, one_line
from briefing.tui.painting import row as text_row
from briefing.tui.panes.list_sheet import ListSheet
from briefing.tui.panes.row import Row, in_order
from briefing.tui.panes.sheet import Looks

# Cells between place, words and target; characters of a target that can matter in a row.
_BETWEEN: Final = 2
_LONGEST: Final = 4000


class OptionRow(NamedTuple):
    """All that a row shows: an option, and the cells that places have."""

    option: Option
    places: int


class OptionsSheet(ListSheet[Option]):
    """Options, one of which the reader stands on."""

    def __init__(self, contents: ListContents[Option], width: int) -> None:
        super().__init__(contents, width)
        longest = max((len(option.place) for option in contents.items), default=0)
        self._places = longest + 1 if longest else 1

    def height(self, index: int) -> int:
        """Return 1: each has a row."""
        return 1

    def blank_rows(self, index: int) -> int:
        """Return 0: they stand close together."""
        return 0

    def row(self, index: int, inside: int) -> OptionRow:
        """Return an option, as it is chosen or not."""
        return OptionRow(self._contents.item(index), self._places)

    def paint(self, value: Hashable, looks: Looks) -> Row:
        """Return a row: a bar at its start if it is chosen; words flush with the side they begin at."""
        assert isinstance(value, OptionRow)
        option, width = value.option, self.width
        text, quiet = looks["text"], looks["quiet"]
        if option.is_current:
            text, quiet = (style + looks["under-cursor"] for style in (looks["heading"], quiet))
        start = (
            Segment("▌" if option.is_current else " ", text),
            Segment(option.place.ljust(value.places), quiet),
        )
        room = max(2, width - 1 - value.places)
        if not option.target:
            words = one_line(label(option.words), room)
            return Row(start, tuple(line_segments(words, text)), blank=text)
        room = max(2, room - _BETWEEN)
        own, other = room // 2, room - room // 2
        target = one_line(_cut(label(option.target[:_LONGEST]), other), other, "L")
        pieces = [
            text_row(one_line(label(option.words), own), own, text),
            [Segment(" " * _BETWEEN, text)],
            line_segments(target, quiet),
        ]
        return Row(start, in_order(pieces, mirrored=in_use().mirrored), blank=text)


def _cut(target: str, width: int) -> str:
    """An address cut off where its cells end, not where a line may break: that is often before the host."""
    return f"{target[: width - 1]}…" if target.isascii() and len(target) > width else target
