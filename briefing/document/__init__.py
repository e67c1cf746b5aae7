"""What a briefing is: its data, and how it is loaded. Knows no screen."""

from briefing.document.controls import one_line, safe_line, shortened, visible_controls
from briefing.document.errors import BriefingError
from briefing.document.loading import load, load_bundled
from briefing.document.model import (
    FULL_KEY,
    Basis,
    Briefing,
    CapturedDetail,
    Citation,
    Claim,
    Event,
    Kind,
    Name,
    Paragraph,
    Provenance,
    Section,
    Title,
    full_article,
)
from briefing.document.plain_text import briefing_of_text

__all__ = [
    "FULL_KEY",
    "Basis",
    "Briefing",
    "BriefingError",
    "CapturedDetail",
    "Citation",
    "Claim",
    "Event",
    "Kind",
    "Name",
    "Paragraph",
    "Provenance",
    "Section",
    "Title",
    "briefing_of_text",
    "full_article",
    "load",
    "load_bundled",
    "one_line",
    "safe_line",
    "shortened",
    "visible_controls",
]
