"""How paragraphs are cited: `¶2 ¶6`, in a sentence `¶2, ¶6`, with the words that are meant `¶2 «…»`."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.document.model import Citation


def cited(numbers: Iterable[int]) -> str:
    """Return paragraph numbers as citations: `¶2 ¶6`."""
    return " ".join(f"¶{number}" for number in numbers)


def cited_in_sentence(numbers: Iterable[int]) -> str:
    """Return paragraph numbers as citations in a sentence: `¶2, ¶6`."""
    return ", ".join(f"¶{number}" for number in numbers)


def quoted(citation: Citation) -> str:
    """Return a citation with its words, to the letter: `¶2 «…»`; without any, the paragraph alone."""
    return f"¶{citation.paragraph} «{citation.quote}»" if citation.quote else f"¶{citation.paragraph}"
