"""A language of the program, and what becomes of one that lacks words."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

from msgspec import Struct
from msgspec.structs import replace


class Language(Struct, frozen=True):
    """A language of the program itself: its words by id; `mirrored`: its screen runs from right to left.

    `partial`: some words are still to come.
    """

    name: str
    words: Mapping[str, str]
    mirrored: bool = False
    partial: bool = False


def places(words: str) -> frozenset[str]:
    """Return the names of the values that words have a place for. Raises ValueError for a lone brace."""
    return frozenset(name for _, name, _, _ in Formatter().parse(words) if name is not None)


def completed(language: Language, model: Language) -> Language:
    """Return the language with the model's words in the place of those that it lacks, or that cannot be said.

    Those with a place for a value that nobody brings cannot be.
    """
    if language.words is model.words:
        return language
    own = {
        name: words for name, words in language.words.items() if _can_be_said(words, model.words.get(name))
    }
    return replace(language, words={**model.words, **own})


def _can_be_said(words: str, model: str | None) -> bool:
    if model is None:
        return True  # words for a number that has none of its own in the model
    try:
        return places(words) <= places(model)
    except ValueError:
        return False
