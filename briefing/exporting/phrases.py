"""Turns of phrase that summaries and lists share."""

from __future__ import annotations

from collections.abc import Iterable


def cited(numbers: Iterable[int]) -> str:
    """Return paragraph numbers as citations: `¶2 ¶6`."""
    return " ".join(f"¶{number}" for number in numbers)


def both(english: str, arabic: str) -> str:
    """Return English and Arabic on one line, the Arabic last: so it draws no number into its direction."""
    return f"{english} · {arabic}" if arabic else english
