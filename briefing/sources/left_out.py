"""What a document holds and its article leaves out, as far as that is kept to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from briefing.document.left_out import left_out
from briefing.document.model import CapturedDetail

# What is kept of what was left out: lines, and characters of one.
_LINES: Final = 400
_WIDTH: Final = 500


def detail(label_id: str, says: str, texts: Iterable[str], *, sized: bool = True) -> Iterator[CapturedDetail]:
    """Yield how many lines were left out, and the first of them; nothing if there are none.

    The words `says` say what they are; with `sized` it goes after the number of lines and characters, else it
    is what is counted.
    """
    lines = [" ".join(text.split()) for text in texts]
    if lines:
        kept = (line[:_WIDTH] for line in lines[:_LINES] if line)
        characters = sum(map(len, lines)) if sized else None
        first = _LINES if len(lines) > _LINES else 0
        yield left_out(label_id, says, len(lines), kept, characters=characters, first=first)
