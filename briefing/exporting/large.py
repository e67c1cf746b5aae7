"""A large text as plain text piece by piece: no more of it is in memory than a piece."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.document import Briefing, visible_controls
from briefing.document.growing import GrowingParagraphs
from briefing.document.line_ends import with_line_feeds
from briefing.exporting.plain import source_blocks, source_line

_PIECE: Final = 1 << 18  # characters, about


def large_text(briefing: Briefing, paragraphs: GrowingParagraphs, *, as_section: bool) -> Iterator[str]:
    """Yield what `briefing_text` returns of a document with such paragraphs, in order.

    `as_section`: what `section_page` returns of its one section.
    """
    waiting: list[str] = []  # no title: it is the first line
    size = 0
    for part in paragraphs.parts():
        if part.start == 0:
            waiting.append(f"¶{part.number} " if part.number == 1 else f"\n\n¶{part.number} ")
        waiting.append(part.text)
        size += len(part.text)
        if size > _PIECE:
            yield _shown(waiting)
            waiting.clear()
            size = 0
    last = [[source_line(briefing)]] if as_section else source_blocks(briefing)
    waiting += [f"\n\n{line}" for line in ("\n".join(lines) for lines in last)]
    yield _shown([*waiting, "\n"])


def _shown(parts: list[str]) -> str:
    return visible_controls(with_line_feeds("".join(parts)))
