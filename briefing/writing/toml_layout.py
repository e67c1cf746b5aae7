"""How a TOML text is laid out: headings with what is under them, the comments of each, the lines between."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from briefing.document.toml_places import Statement, Steps, TomlPlaces, ValuePlace
from briefing.writing.toml_inline import InlineEntries


class TomlTable(NamedTuple):
    """A heading and its pairs: `[top:end]` are whole lines, the comments directly above and below included.

    `statements` are its heading and its pairs. The first of a text has no heading, and no steps.
    """

    steps: Steps
    top: int
    end: int
    statements: tuple[Statement, ...]


class TomlLayout:
    """A TOML `text` without mistakes or byte order mark; line ends are LF or CRLF."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.places = TomlPlaces(text)
        self.newline = "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
        self.tables = list(self._tables())

    def place(self, steps: Steps) -> ValuePlace | None:
        """Return the place of a value, None if it is not there."""
        return self.places.exact(steps)

    def value(self, steps: Steps) -> str:
        """Return a value as written, "" if it is not there."""
        place = self.places.exact(steps)
        return self.text[place.start : place.end] if place else ""

    def is_inline(self, steps: Steps) -> bool:
        """Return whether a list or table is there as `[...]` or `{...}`, and not as headings."""
        place = self.places.exact(steps)
        if place is None or self.text[place.start] not in "[{":
            return False
        return not any(place.start == one for one in self._headings)

    def has_headings(self, steps: Steps) -> bool:
        """Return whether a list is there as headings `[[...]]`."""
        return self.places.exact((*steps, 0)) is not None and not self.is_inline(steps)

    def count(self, steps: Steps) -> int:
        """Return how many entries a list has."""
        number = 0
        while self.places.exact((*steps, number)) is not None:
            number += 1
        return number

    def table(self, steps: Steps) -> TomlTable | None:
        """Return the table that `steps` lead to, None if it has no heading of its own."""
        at = self._by_steps.get(steps)
        return None if at is None else self.tables[at]

    def spans(self, steps: Steps) -> list[tuple[int, int]]:
        """Return the lines of a table with a heading, and of all under it, as slices of the text."""
        spans: list[tuple[int, int]] = []
        last = -2
        for at in self._under(steps):
            if at == last + 1:
                spans[-1] = (spans[-1][0], self.tables[at].end)
            else:
                spans.append((self.tables[at].top, self.tables[at].end))
            last = at
        return spans

    def entries(self, steps: Steps) -> InlineEntries:
        """Return the entries of an inline list or table."""
        place = self.places.of(steps)
        if self.text[place.start] == "[":
            inner = (self.places.of((*steps, index)) for index in range(self.count(steps)))
            spans = [(one.start, one.end) for one in inner]
        else:
            spans = [(one.key_start, one.end) for one in self.pairs(steps)]
        return InlineEntries(self.text, place.start, place.end, spans, self.newline)

    def pairs(self, steps: Steps) -> list[ValuePlace]:
        """Return the places of an inline table's pairs, in their order."""
        size = len(steps) + 1
        inner = {
            place.key_start: place
            for one, place in self.places.under(steps)
            if len(one) == size or place.key_start != place.start
        }
        table = self.places.of(steps)
        found, at = [], table.start
        for start in sorted(inner):
            if start > at:
                found.append(inner[start])
                at = inner[start].end
        return found

    def line_start(self, at: int) -> int:
        """Return where the line begins in which `at` is."""
        return self.text.rfind("\n", 0, at) + 1

    def line_end(self, at: int) -> int:
        """Return where the line ends in which `at` is, its line end included."""
        end = self.text.find("\n", at)
        return len(self.text) if end < 0 else end + 1

    def blank_before(self, at: int) -> int:
        """Return where the blank lines begin that stand directly before the line at `at`."""
        while at and not self.text[self.line_start(at - 1) : at].strip():
            at = self.line_start(at - 1)
        return at

    def blank_after(self, at: int) -> int:
        """Return where the blank lines end that begin at `at`."""
        while at < len(self.text) and not self.text[at : self.line_end(at)].strip():
            at = self.line_end(at)
        return at

    @cached_property
    def _headings(self) -> set[int]:
        return {one.start for one in self.places.statements if one.is_heading}

    @cached_property
    def _by_steps(self) -> dict[Steps, int]:
        return {table.steps: index for index, table in enumerate(self.tables)}

    def _under(self, steps: Steps) -> Iterator[int]:
        size = len(steps)
        return (at for at, table in enumerate(self.tables) if table.steps[:size] == steps)

    def _tables(self) -> Iterator[TomlTable]:
        groups: list[list[Statement]] = [[]]
        for one in self.places.statements:
            if one.is_heading:
                groups.append([one])
            else:
                groups[-1].append(one)
        end, tops = 0, [0]
        for group, following in zip(groups, [*groups[1:], None], strict=True):
            behind = self.line_end(group[-1].end) if group else end
            top = self._comments_above(following[0].start, behind) if following else len(self.text)
            while behind < top and self.text[behind : self.line_end(behind)].lstrip().startswith("#"):
                behind = self.line_end(behind)
            yield TomlTable(group[0].steps if group else (), tops[-1], behind, tuple(group))
            tops.append(top)
            end = behind

    def _comments_above(self, at: int, least: int) -> int:
        at = self.line_start(at)
        while at > least and re.match(r"[ \t]*#", self.text[self.line_start(at - 1) : at]):
            at = self.line_start(at - 1)
        return at
