"""A language for tests as a translator's may be: longer by half, with accents and the signs of French."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from typing import Final

from briefing.settings.words import ENGLISH, Language
from tests.tui.said_in import said_in

_ACCENTS: Final = str.maketrans("aeiouAEIOUc", "âéîôùÂÉÎÔÙç")
_LATIN: Final = re.compile(r"(?<![\w{^])([A-Za-z]{2,})(?![\w}])")
_ARABIC: Final = re.compile("[\u0600-\u06ff]")


def stretched(words: str) -> str:
    """Every word longer by half, a colon and the like with a space before: `Names: 2` as `Nâmésés : 2`.

    A letter by itself is a key, what stands in braces a value's place, Arabic is no language of the program.
    """
    if _ARABIC.search(words):
        return words
    parts = re.split(r"(\{[^}]*\})", words)
    return "".join(part if part.startswith("{") else _stretched(part) for part in parts)


def _stretched(words: str) -> str:
    longer = _LATIN.sub(lambda match: _longer(match[1]), words)
    return re.sub(r"(?<=\w)([:;!?])(?=\s|$)", "\u00a0\\1", longer)


def _longer(word: str) -> str:
    tail = word[-2:] if word[-2:].islower() else "és"
    more = max(1, round(len(word) * 0.45))
    return (word + (tail * more)[:more]).translate(_ACCENTS)


STRETCHED: Final = Language("x-stretched", {name: stretched(words) for name, words in ENGLISH.words.items()})


def in_stretched_words() -> AbstractContextManager[None]:
    """Say everything in longer words; afterwards as before."""
    return said_in(STRETCHED)
