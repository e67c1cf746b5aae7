"""Which words of the author a line on paper is: its characters are known, and which line came before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable


class Authors:
    """The texts of a document in its order, each read as far as lines have been found in it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = [text for text in texts if text.strip()]
        self._bare = [[at for at, one in enumerate(text) if not one.isspace()] for text in self._texts]
        self._read = [0] * len(self._texts)
        self._begun: list[int] = []

    def line(self, characters: str) -> str | None:
        """Return the text of a line with such characters, in any order; None if no text goes on so."""
        wanted = Counter(one for one in characters if not one.isspace())
        size = wanted.total()
        for number in reversed(self._begun):
            if found := self._taken(number, wanted, size):
                return found
        for number, text in enumerate(self._texts):
            is_new = not self._read[number] and text[self._bare[number][0]] in wanted
            if is_new and (found := self._taken(number, wanted, size)):
                return found
        return None

    def _taken(self, number: int, wanted: Counter[str], size: int) -> str | None:
        text, bare, first = self._texts[number], self._bare[number], self._read[number]
        places = bare[first : first + size]
        if len(places) < size or Counter(text[at] for at in places) != wanted:
            return None
        self._read[number] = first + size
        if number in self._begun:
            self._begun.remove(number)
        if first + size < len(bare):
            self._begun.append(number)
        return text[places[0] : places[-1] + 1]
