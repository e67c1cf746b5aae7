"""Why a word is not looked up, by id, in English: whoever shows it may bring another language's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

ENGLISH: Final[Mapping[str, str]] = {
    "lookup.why.ended": "it has ended",
    "lookup.why.over": "it is over",
    "lookup.why.not-started": "it cannot be started",
    "lookup.why.too-much": "it says too much",
    "lookup.why.too-long": "it takes too long",
    "lookup.why.status": "it failed with status {status}",
    "lookup.why.quotation-mark": "a quotation mark is not closed in it",
    "lookup.why.no-command": "it names no command",
    "lookup.why.word": "the word itself cannot be the command",
}


class UnansweredError(Exception):
    """A reason: its id without `lookup.why.`, or what the operating system says. The message is English."""

    def __init__(self, reason: str, **values: int) -> None:
        self.reason, self.values = reason, values
        super().__init__(self.said(ENGLISH))

    def said(self, words: Mapping[str, str]) -> str:
        """Return why, in the words of a language."""
        known = words.get(f"lookup.why.{self.reason}")
        return self.reason if known is None else known.format(**self.values)
