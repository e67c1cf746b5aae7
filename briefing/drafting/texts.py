"""What can be said of any text of a draft, before it is held against anything."""

from __future__ import annotations

from typing import Final

from briefing.document.controls import safe_line

_LONGEST: Final = 2_000  # characters of a text in English


def plain(text: str) -> str:
    """Return a text as one line, each run of white space in it as a space."""
    return " ".join(text.split())


def text_fault(text: str, what: str) -> tuple[str, str] | None:
    """Return what is wrong with a text of one line, called `what`, and what would be right; or None."""
    if not text:
        return f"{what} is empty", "drop it"
    if safe_line(text) != text or "\ufffd" in text:
        return f"{what} holds control characters", "drop it, or write it by hand"
    if len(text) > _LONGEST:
        return f"{what} has {len(text):,} characters", f"say it in {_LONGEST:,} at most"
    return None


def same(text: str) -> str:
    """Return a text as it is compared with others, to know whether it is there already."""
    return plain(text).casefold().rstrip(" .!")
