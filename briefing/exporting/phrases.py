"""Turns of phrase that summaries and lists share."""

from __future__ import annotations


def both(english: str, arabic: str) -> str:
    """Return English and Arabic on one line, the Arabic last: so it draws no number into its direction.

    Either may be empty.
    """
    return f"{english} · {arabic}" if english and arabic else english or arabic
