"""Another language of the program for the time of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from briefing.settings.words import Language, in_use, use


@contextmanager
def said_in(language: Language) -> Iterator[None]:
    """Say everything in a language; afterwards as before."""
    before = in_use()
    use(language)
    try:
        yield
    finally:
        use(before)
