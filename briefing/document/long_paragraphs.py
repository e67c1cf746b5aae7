"""Where a very long paragraph is cut, so that no screen waits for the whole of one.

A part ends where a line of the text does. In a line that is itself too long it ends at a space,
or somewhere: one row in hundreds is short there.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

#: Characters up to which a paragraph is whole, and about how many a part of a longer one has.
WHOLE: Final = 1 << 15
LENGTH: Final = 1 << 14
_MARKS: Final = 64


class ParagraphCut(NamedTuple):
    """`[start:end]` of a paragraph; of a line that is cut, which begins at `line`; None: of whole lines."""

    start: int
    end: int
    line: int | None


def cuts(text: str, *, in_line: bool = False) -> Iterator[ParagraphCut]:
    """Yield the parts of a paragraph in order; `in_line`: of its rest, which begins in a line that is cut."""
    start = 0
    while start < len(text):
        end = text.rfind("\n", start, start + LENGTH) + 1 if start + LENGTH < len(text) else len(text)
        if end > start and not (in_line and start == 0):
            yield ParagraphCut(start, end, None)
            start = end
            continue
        line, stop = start, text.find("\n", start) + 1 or len(text)
        while start < stop:
            end = stop
            if start + LENGTH < stop:
                end = text.rfind(" ", start + LENGTH // 2, start + LENGTH) + 1 or after_marks(
                    text, start + LENGTH
                )
            yield ParagraphCut(start, end, line)
            start = end


def after_marks(text: str, at: int) -> int:
    """The first place from `at` on, or somewhat further, that does not part a letter from its marks."""
    stop = min(at + _MARKS, len(text))
    while at < stop and unicodedata.category(text[at]) in ("Mn", "Me", "Cf"):
        at += 1
    return at
