"""A language for tests: every word of the program stands twice, and the screen runs from right to left."""

from __future__ import annotations

import re
from contextlib import AbstractContextManager
from typing import Final

from briefing.settings.words import ENGLISH, Language
from tests.tui.said_in import said_in


def doubled(words: str) -> str:
    """Every word twice: `Fine words.` as `Fine Fine words words.`

    Signs and numbers stand once, and so does a word with a place for a value in it.
    """
    return " ".join(map(_twice, words.split(" ")))


def _twice(word: str) -> str:
    match = re.fullmatch(r"(\W*)(.*\w)(\W*)", word)
    if "{" in word or match is None or not any(map(str.isalpha, word)):
        return word
    return f"{match[1]}{match[2]} {match[2]}{match[3]}"


DOUBLED: Final = Language("x-doubled", {name: doubled(words) for name, words in ENGLISH.words.items()}, True)


def in_doubled_words() -> AbstractContextManager[None]:
    """Say everything twice, and from the right; afterwards as before."""
    return said_in(DOUBLED)
