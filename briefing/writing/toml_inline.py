"""The entries of a `[...]` or `{...}` in a TOML text, taken out and put in with the text around them kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.writing.toml_splices import Overlap

_TO_COMMA: Final = re.compile(r"((?:[ \t\r\n]|#[^\n]*)*),")
_REMARK: Final = re.compile(r"[ \t]*#[^\r\n]*")


class InlineEntry:
    """An entry: its text, what stands `before` it, up to its comma (`gap`), and a remark behind that."""

    def __init__(self, value: str, before: str = "", gap: str = "", remark: str = "") -> None:
        self.value, self.before, self.gap, self.remark = value, before, gap, remark


class InlineEntries:
    """`text[start:end]`, a list or an inline table whose entries stand at `spans`; `text` is not changed."""

    def __init__(
        self, text: str, start: int, end: int, spans: Sequence[tuple[int, int]], newline: str
    ) -> None:
        self._brackets = text[start], text[end - 1]
        self._newline = newline
        self.entries: list[InlineEntry] = []
        self._trailing = False
        at = start + 1
        opening = _REMARK.match(text, at)
        self._head = opening[0] if opening else ""
        at += len(self._head)
        line = text[text.rfind("\n", 0, start) + 1 : start]
        self._indent = line[: len(line) - len(line.lstrip(" \t"))]
        for one, two in spans:
            if self.entries:
                at = self._close(text, at, self.entries[-1])
            self.entries.append(InlineEntry(text[one:two], text[at:one]))
            at = two
        if self.entries:
            comma = _TO_COMMA.match(text, at, end - 1)
            self._trailing = comma is not None
            at = self._close(text, at, self.entries[-1])
        self._tail = text[at : end - 1]

    @property
    def is_over_lines(self) -> bool:
        """Whether entries stand on lines of their own."""
        return any("\n" in one.before for one in self.entries) or (not self.entries and "\n" in self._tail)

    def comments(self, index: int) -> list[str]:
        """Return the comments of an entry: those directly above it, and last the remark behind it, or ""."""
        one = self.entries[index]
        above = one.before if not (index and self._has_commas_first) else self.entries[index - 1].gap
        above = re.split(r"\n[ \t]*\r?\n", above)[-1]
        found = [line.strip() for line in above.split("\n") if line.strip()]
        behind = one.gap.split("\n")[0].strip() if self._has_commas_first else ""
        return [*found, one.remark.strip() or behind]

    def insert_with_comments(self, index: int, value: str, comments: Sequence[str]) -> None:
        """Put an entry in, with what `comments` gave. Raises Overlap where there is no place for them."""
        over_lines = self.is_over_lines and not self._has_commas_first
        if any(comments) and not over_lines:
            raise Overlap
        self.insert(index, value)
        new = self.entries[index]
        indent = new.before
        new.before = "".join(f"{indent}{one}" for one in [*comments[:-1], ""])
        if comments[-1]:
            new.remark = f"  {comments[-1]}"

    def insert(self, index: int, value: str) -> None:
        """Put an entry before the one at `index`, or at the end, as the others stand."""
        new = InlineEntry(value)
        if not self.entries:
            if self.is_over_lines or self._head:
                comments = self._tail.rstrip(" \t\r\n")
                new.before = f"{comments}{self._newline}{self._indent}  "
                self._tail, self._trailing = f"{self._newline}{self._indent}", True
            elif self._brackets[0] == "{" or self._tail:
                new.before, self._tail = " ", " "
        elif self._has_commas_first:
            self._insert_with_comma(index, new)
        elif self.is_over_lines:
            known = next(one.before for one in self.entries if "\n" in one.before)
            new.before = f"{self._newline}{known[known.rfind(chr(10)) + 1 :]}"
        elif index <= 0:
            new.before = self.entries[0].before
            self.entries[0].before = self.entries[1].before if len(self.entries) > 1 else " "
        else:
            new.before = self.entries[1].before if len(self.entries) > 1 else " "
        self.entries.insert(index, new)

    def remove(self, index: int) -> None:
        """Take an entry out, with the comments directly above it.

        Raises Overlap where a comment of the next one would go with it.
        """
        if self._has_commas_first and index:
            self.entries[index - 1].gap = self.entries[index].gap
            del self.entries[index]
            return
        if self._has_commas_first and "#" in self.entries[index].gap:  # a comment of the next one
            raise Overlap
        gone = self.entries.pop(index)
        parted = re.match(r"(?s)(.*\n)[ \t]*\r?\n", gone.before)
        kept = parted[1].rstrip("\r\n") if parted and parted[1].strip() else ""
        if index < len(self.entries):
            following = self.entries[index]
            if not index and "\n" not in following.before:
                following.before = gone.before
            following.before = kept + following.before
        else:
            self._tail = kept + self._tail
        if not self.entries and not (self._head or self._tail.strip()):
            self._tail = ""

    def text(self) -> str:
        """Return the whole, in its brackets."""
        parts = [self._brackets[0], self._head]
        for index, one in enumerate(self.entries, 1):
            comma = "," if index < len(self.entries) or self._trailing else ""
            parts += [one.before, one.value, one.gap, comma, one.remark]
        return "".join([*parts, self._tail, self._brackets[1]])

    @property
    def _has_commas_first(self) -> bool:
        """Whether commas stand at the beginning of lines."""
        return any("\n" in one.gap for one in self.entries)

    def _insert_with_comma(self, index: int, new: InlineEntry) -> None:
        known = next(one.gap for one in self.entries if "\n" in one.gap)
        gap = f"{self._newline}{known[known.rfind(chr(10)) + 1 :]}"
        if index <= 0:
            new.before, self.entries[0].before = self.entries[0].before, " "
            new.gap = gap
            return
        last = self.entries[index - 1]
        new.before, new.gap, last.gap = " ", last.gap, gap
        if index == len(self.entries):
            last.gap, last.remark = last.remark + gap, ""

    def _close(self, text: str, at: int, entry: InlineEntry) -> int:
        """Give an entry what follows it: up to its comma, and a remark there; returns where that ends."""
        comma = _TO_COMMA.match(text, at)
        if comma:
            entry.gap = comma[1]
            at = comma.end()
        remark = _REMARK.match(text, at)
        entry.remark = remark[0] if remark else ""
        return at + len(entry.remark)
