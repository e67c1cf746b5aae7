"""How paragraphs are cited: `¶2 ¶6`."""

from __future__ import annotations

from collections.abc import Iterable


def cited(numbers: Iterable[int]) -> str:
    """Return paragraph numbers as citations: `¶2 ¶6`."""
    return " ".join(f"¶{number}" for number in numbers)
