"""Characters that nobody sees: what orders a text, joins its letters or keeps them apart (category Cf)."""

from __future__ import annotations

import unicodedata


def is_invisible(character: str) -> bool:
    """Return whether this is a format character. (A few of them are seen: the number signs of Arabic.)"""
    return unicodedata.category(character) == "Cf"


def without_invisible(text: str) -> str:
    """Return `text` without its format characters."""
    return "".join(character for character in text if not is_invisible(character))
