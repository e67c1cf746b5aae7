"""Words in the lower row of a frame: what the keys do, or what the reader stands on."""

from __future__ import annotations

from msgspec import Struct
from rich.segment import Segment

from briefing.tui.painting import one_line
from briefing.tui.panes.row import Row
from briefing.tui.panes.sheet import Looks


class Hint(Struct, frozen=True):
    """All that the lower row of a frame with words in it shows."""

    words: str
    has_focus: bool


def hint_row(hint: Hint, width: int, looks: Looks) -> Row:
    """Return the lower row of a frame, the words at its end, cut where there is no room for all of them."""
    frame = looks["frame-focused" if hint.has_focus else "frame"]
    words = one_line(hint.words, max(1, width - 6), "L")
    start = (Segment("╰", frame),)
    end: tuple[Segment, ...] = (Segment("╯", frame),)
    if width > 10 and words.width:
        end = (Segment(" ", frame), Segment(words.text, looks["quiet"]), Segment(" ─╯", frame))
    between = max(0, width - Segment.get_line_length([*start, *end]))
    return Row(start, (Segment("─" * between, frame),), end)
