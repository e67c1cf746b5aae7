"""What leaves the program as text: a briefing, a section or a claim, logical and plain. Knows no screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.exporting.plain import (
        briefing_text,
        claim_text,
        names_text,
        paragraph_text,
        section_page,
        section_text,
        source_line,
        source_text,
    )

__all__ = [
    "briefing_text",
    "claim_text",
    "names_text",
    "paragraph_text",
    "section_page",
    "section_text",
    "source_line",
    "source_text",
]


def __getattr__(name: str) -> object:
    """Import what makes texts when it is asked for: the first frame needs only a table of words from here."""
    if name not in __all__:
        raise AttributeError(name)
    from briefing.exporting import plain

    return getattr(plain, name)
