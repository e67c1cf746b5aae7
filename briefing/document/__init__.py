"""What a briefing is: its data, pure. How one is opened is the business of `briefing.sources`."""

from briefing.document.controls import one_line, safe_line, shortened, visible_controls
from briefing.document.errors import BriefingError
from briefing.document.model import (
    Basis,
    Briefing,
    CapturedDetail,
    Citation,
    Claim,
    Event,
    Name,
    NameKind,
    Origin,
    Paragraph,
    Provenance,
    Section,
    Title,
)
from briefing.document.sections import (
    FULL_KEY,
    full_article,
    has_summary,
    is_whole,
    opening_index,
    section_index,
    sections_shown,
)

__all__ = [
    "FULL_KEY",
    "Basis",
    "Briefing",
    "BriefingError",
    "CapturedDetail",
    "Citation",
    "Claim",
    "Event",
    "Name",
    "NameKind",
    "Origin",
    "Paragraph",
    "Provenance",
    "Section",
    "Title",
    "full_article",
    "has_summary",
    "is_whole",
    "one_line",
    "opening_index",
    "safe_line",
    "section_index",
    "sections_shown",
    "shortened",
    "visible_controls",
]
