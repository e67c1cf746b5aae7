"""What a notice says, laid out: in one line where it fits."""

from __future__ import annotations

from typing import Final

from briefing.arabic import layout
from briefing.document import safe_line
from briefing.tui.painting import label

#: Characters of a notice; of a longer one the middle is left out.
NOTICE_LENGTH: Final = 600
# What it is about is isolated: it is painted as anywhere else, whatever stands behind it.
_TITLED: Final = "\u2068{}\u2069: {}"
_COLON: Final = 2


def notice_text(message: str, title: str, width: int, lines: int) -> str:
    """Return a notice about `title`: painted lines of at most `width` cells, `lines` of them at most.

    Of a title there is as much as fits into one line with its message; of a message that is too long the
    middle is left out.
    """
    said, about = _plain(message), _plain(title)
    if about:
        rest = sum(line.width for line in layout(said, NOTICE_LENGTH, "L"))
        about = _begun(about, max(width - _COLON - rest, width // 3))
    length = len(said)
    while True:
        text = _without_middle(said, length)
        painted = layout(_TITLED.format(about, text) if about else text, width, "L")
        if len(painted) <= lines or length <= width // 2:
            return "\n".join("".join(cell.text for cell in line.cells) for line in painted[:lines])
        length = length * 9 // 10


def _plain(text: str) -> str:
    return label(safe_line(" ".join(_without_middle(text, NOTICE_LENGTH).split())))


def _begun(text: str, width: int) -> str:
    """As much of a text as fits, in whole words if it can be."""
    first, *rest = layout(text, max(1, width), "L")
    if not rest:
        return text
    first = layout(text, max(1, width - 1), "L")[0]
    return f"{text[: first.end].rstrip()}…"


def _without_middle(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    half = length // 2
    return f"{text[:half]} … {text[-half:]}"
