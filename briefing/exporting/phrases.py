"""Turns of phrase that summaries and lists share."""

from __future__ import annotations


def both(english: str, arabic: str) -> str:
    """Return English and Arabic on one line, the Arabic last: so it draws no number into its direction."""
    return f"{english} · {arabic}" if arabic else english
