"""A briefing as plain logical text, for the clipboard and for standard output. Knows no screen."""

from briefing.printing.output import write_output
from briefing.printing.plain import briefing_text, claim_text, section_page, section_text, source_line

__all__ = ["briefing_text", "claim_text", "section_page", "section_text", "source_line", "write_output"]
