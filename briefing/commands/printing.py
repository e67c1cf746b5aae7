"""A briefing printed as plain text, where there is no terminal to read it on."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.commands.arguments import tell
from briefing.commands.opening import tell_what_was_lost
from briefing.document import Briefing, sections_shown
from briefing.document.growing import GrowingParagraphs
from briefing.exporting import briefing_text, section_page
from briefing.machine.output import write_text


def print_text(briefing: Briefing, section: int | None) -> int:
    """Print a briefing, or the section of that index alone; returns the exit status."""
    try:
        if isinstance(briefing.paragraphs, GrowingParagraphs):
            from briefing.exporting.large import large_text

            status = write_pieces(large_text(briefing, briefing.paragraphs, as_section=section is not None))
            # Only now: what cannot be read is found on the way.
            tell_what_was_lost(briefing)
            return status or int(briefing.paragraphs.counted.is_shorter)
        tell_what_was_lost(briefing)
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


def write(text: str, *, is_own: bool = False) -> int:
    """Write to standard output, what `is_own` as the program's words; returns the exit status."""
    return write_pieces((text,), is_own=is_own)


def write_pieces(pieces: Iterable[str], *, is_own: bool = False) -> int:
    """Write pieces to standard output, as long as somebody reads them; returns the exit status."""
    try:
        for piece in pieces:
            if not write_text(piece, is_own=is_own):
                break
    except OSError as error:
        tell("briefing", f"cannot write: {error.strerror}")
        return 1
    return 0
