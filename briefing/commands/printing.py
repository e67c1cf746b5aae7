"""A briefing printed as plain text, where there is no terminal to read it on."""

from __future__ import annotations

from briefing.commands.arguments import tell
from briefing.document import Briefing, sections_shown
from briefing.exporting import briefing_text, section_page
from briefing.machine.output import write_text


def print_text(briefing: Briefing, section: int | None) -> int:
    """Print a briefing, or the section of that index alone; returns the exit status."""
    try:
        if section is None:
            text = briefing_text(briefing)
        else:
            text = section_page(briefing, sections_shown(briefing)[section])
        return write(text)
    except MemoryError:
        tell(
            "briefing", f"{briefing.path}: is too large for the memory there is; split it into smaller files"
        )
        return 1


def write(text: str) -> int:
    """Write to standard output; returns the exit status."""
    try:
        write_text(text)
    except OSError as error:
        tell("briefing", f"cannot write: {error.strerror}")
        return 1
    return 0
