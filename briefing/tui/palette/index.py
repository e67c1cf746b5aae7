"""All entries, and those that fit what was typed, best first."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from briefing.arabic.folding import fold
from briefing.tui.palette.entry import PaletteEntry
from briefing.tui.palette.matching import TypedWord, score, words


class Index:
    """Searches entries; what is typed on to a query is searched for in what that query found."""

    def __init__(self, entries: Sequence[PaletteEntry]) -> None:
        self.entries = entries
        self._query = ""
        self._found: Sequence[int] = range(len(entries))

    @cached_property
    def _folded(self) -> list[str]:
        return [
            f"{fold(entry.name)}\n{fold(' '.join(entry.forms))}" if entry.forms else fold(entry.name)
            for entry in self.entries
        ]

    def prepare(self) -> None:
        """Do now what the first search would have to do."""
        _ = self._folded

    def search(self, query: str) -> Sequence[int]:
        """The indices of the entries that fit, best first, those that fit alike in their own order."""
        wanted = words(folded := fold(query))
        if not wanted:
            self._query, self._found = "", range(len(self.entries))
            return self._found
        among = self._found if folded.startswith(self._query) else range(len(self.entries))
        self._query, self._found = folded, self._scored(wanted, among)
        best: dict[int, list[int]] = {}
        for index in self._found:
            best.setdefault(self._scores[index], []).append(index)
        return [index for value in sorted(best, reverse=True) for index in best[value]]

    def _scored(self, wanted: Sequence[TypedWord], among: Sequence[int]) -> list[int]:
        folded = self._folded
        self._scores = {index: value for index in among if (value := score(wanted, folded[index]))}
        return list(self._scores)
