"""Turns of phrase that summaries and lists share."""

from __future__ import annotations

from briefing.document import Claim


def both(english: str, arabic: str) -> str:
    """Return English and Arabic on one line, the Arabic last: so it draws no number into its direction.

    Either may be empty.
    """
    return f"{english} · {arabic}" if english and arabic else english or arabic


def stated(claim: Claim) -> str:
    """Return the text of a claim, behind `[draft]` if no person has accepted it."""
    return f"[draft] {claim.text}" if claim.drafted else claim.text
