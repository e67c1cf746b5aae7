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


def judgements(claim: Claim) -> list[str]:
    """Return how likely and how sure a claim is, each in words, as far as it says so."""
    sure = f"{claim.confidence} confidence" if claim.confidence else ""
    return [words for words in (claim.likelihood or "", sure) if words]


def judgement(claim: Claim) -> str:
    """Return both in one, as in `likely, low confidence`; "" if it says neither."""
    return ", ".join(judgements(claim))
