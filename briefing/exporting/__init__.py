"""What leaves the program as text: a briefing, a section or a claim, logical and plain. Knows no screen."""

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
