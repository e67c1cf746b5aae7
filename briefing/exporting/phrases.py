"""Turns of phrase that summaries and lists share."""

from __future__ import annotations

from briefing.document import Claim


def both(english: str, arabic: str) -> str:
    """Return English and Arabic on one line, the Arabic last: so it draws no number into its direction.

    Either may be empty.
    """
    return f"{english} · {arabic}" if english and arabic else english or arabic


def stated(claim: Claim) -> str:
    """Return the text of a claim, and behind it how likely and how sure it is, if it says so.

    It stands behind `[draft]` if no person has accepted it.
    """
    text = f"[draft] {claim.text}" if claim.drafted else claim.text
    return f"{text} ({judged})" if (judged := judgement(claim)) else text


def judgement(claim: Claim) -> str:
    """Return how likely and how sure a claim is, as in `likely, low confidence`; "" if it says neither."""
    sure = f"{claim.confidence} confidence" if claim.confidence else ""
    return ", ".join(part for part in (claim.likelihood or "", sure) if part)
