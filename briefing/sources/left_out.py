"""What a document holds and its article leaves out, as far as that is kept to be seen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from briefing.document.model import CapturedDetail

# What is kept of what was left out: lines, and characters of one.
_LINES: Final = 400
_WIDTH: Final = 500


def counted(number: int, what: str) -> str:
    """Return a number of things: `1 picture`, `1,200 pictures`."""
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def detail(label: str, texts: Iterable[str], what: str, *, sized: bool = True) -> Iterator[CapturedDetail]:
    """Yield how many lines were left out, and the first of them; nothing if there are none.

    `what` says what they are; with `sized` it goes after the number of lines and characters, else it is what
    is counted.
    """
    lines = [" ".join(text.split()) for text in texts]
    if not lines:
        return
    size = counted(len(lines), what)
    if sized:
        size = f"{counted(len(lines), 'line')}, {counted(sum(map(len, lines)), 'character')}: {what}"
    kept = tuple(line[:_WIDTH] for line in lines[:_LINES] if line)
    yield CapturedDetail(label, kept, size if len(lines) <= _LINES else f"{size} (the first {_LINES})")
