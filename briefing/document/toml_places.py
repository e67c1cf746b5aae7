"""Where in a TOML text each key and each value stands.

For text that `tomllib` has read: what is no TOML is not noticed here.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final, NamedTuple

Steps = tuple[str | int, ...]

_BLANK: Final = re.compile(r"(?:[ \t\r\n]+|#[^\n]*)*")
_SPACE: Final = re.compile(r"[ \t]*")
_PART: Final = re.compile(r"""[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'""")
_SIMPLE: Final = re.compile(r"[ \t]*([\w-]+)[ \t]*(?=[=\]])")  # a key of one part, as most are
_TEXT: Final = re.compile(
    r"""
    "{3}(?:[^"\\]|\\.|"(?!""))*+"{3,5} | '{3}(?:[^']|'(?!''))*+'{3,5} | "(?:[^"\\\n]|\\.)*+" | '[^'\n]*+'
    """,
    re.VERBOSE | re.DOTALL,
)
_SCALAR: Final = re.compile(r"[^,\]}#\r\n]*")


class ValuePlace(NamedTuple):
    """A value `[start:end]` of the text, and its key `[key_start:key_end]`, or the brackets of its heading.

    Of an entry of a list, which has no key, both are the same.
    """

    start: int
    end: int
    key_start: int
    key_end: int


class Statement(NamedTuple):
    """A heading, or a pair outside of inline tables, at `[start:end]`; `steps` lead to its table."""

    steps: Steps
    start: int
    end: int
    is_heading: bool


class LineColumn(NamedTuple):
    """Line and column of a character, both from 1; columns count code points."""

    line: int
    column: int


class TomlPlaces:
    """The places of a TOML `text` that has been read without a mistake (line ends LF or CRLF)."""

    def __init__(self, text: str) -> None:
        self._text = text
        #: All headings and pairs of lines of their own, in the text's order.
        self.statements: list[Statement] = []
        self._places: dict[Steps, ValuePlace] = {}
        self._counts: dict[Steps, int] = {}
        self._lines = line_starts(text)
        try:
            self._scan()
        except (RecursionError, AttributeError):  # nested beyond reason: what was found so far has to do
            return

    def of(self, steps: Steps) -> ValuePlace:
        """Return the place of the value that `steps` lead to, else of the nearest table or list around it."""
        for length in range(len(steps), 0, -1):
            if place := self._places.get(steps[:length]):
                return place
        return ValuePlace(0, 0, 0, 0)

    def exact(self, steps: Steps) -> ValuePlace | None:
        """Return the place of the value that `steps` lead to, None if it is not there."""
        return self._places.get(steps)

    def under(self, steps: Steps) -> Iterator[tuple[Steps, ValuePlace]]:
        """Yield all places inside the table or list that `steps` lead to."""
        size = len(steps)
        return ((one, place) for one, place in self._places.items() if one[:size] == steps != one)

    def end_of(self, steps: Steps) -> int:
        """Return where the last of all that is under `steps` ends, 0 if there is nothing."""
        depth = len(steps)
        return max((place.end for key, place in self._places.items() if key[:depth] == steps), default=0)

    def position(self, index: int) -> LineColumn:
        """Return line and column of the character at `index`."""
        return position(self._lines, index)

    def _scan(self) -> None:
        current: Steps = ()
        at = 0
        while (at := self._skip(at)) < len(self._text):
            start = at
            if self._text[at] == "[":
                current, at = self._heading(at)
                self.statements.append(Statement(current, start, at, is_heading=True))
            else:
                at = self._pair(current, at)
                self.statements.append(Statement(current, start, at, is_heading=False))

    def _heading(self, start: int) -> tuple[Steps, int]:
        is_list = self._text.startswith("[[", start)
        parts, at = self._key(start + 1 + is_list)
        end = at + 1 + is_list
        steps: Steps = ()
        place = ValuePlace(start, end, start, end)
        for number, part in enumerate(parts, 1):
            steps = (*steps, part)
            is_last = number == len(parts)
            if is_last and is_list:
                self._counts[steps] = self._counts.get(steps, 0) + 1
            if not is_last or is_list:
                self._places.setdefault(steps, place)
            if steps in self._counts:
                steps = (*steps, self._counts[steps] - 1)
        self._places[steps] = place
        return steps, end

    def _pair(self, table: Steps, start: int) -> int:
        parts, equals = self._key(start)
        key_end = start + len(self._text[start:equals].rstrip(" \t"))
        steps = (*table, *parts)
        at = self._value(steps, self._spaces(equals + 1), (start, key_end))
        place = self._places[steps]
        for length in range(len(table) + 1, len(steps)):
            self._places.setdefault(steps[:length], place)
        return at

    def _key(self, at: int) -> tuple[list[str], int]:
        """Return the parts of a dotted key, and the index behind it and the white space there."""
        if simple := _SIMPLE.match(self._text, at):
            return [simple[1]], simple.end()
        parts: list[str] = []
        while True:
            match = _PART.match(self._text, self._spaces(at))
            if match is None:
                raise AttributeError
            part = match.group()
            parts.append(next(iter(tomllib.loads(f"{part} = 1"))) if part[0] in "\"'" else part)
            at = self._spaces(match.end())
            if self._text[at : at + 1] != ".":
                return parts, at
            at += 1

    def _value(self, steps: Steps, start: int, key: tuple[int, int] | None) -> int:
        first = self._text[start : start + 1]
        if first in ("'", '"'):
            match = _TEXT.match(self._text, start)
            if match is None:
                raise AttributeError
            end = match.end()
        elif first == "[":
            end = self._list(steps, start)
        elif first == "{":
            end = self._table(steps, start)
        else:
            scalar = _SCALAR.match(self._text, start)
            end = start + len(scalar.group().rstrip()) if scalar else start
        self._places[steps] = ValuePlace(start, end, *(key or (start, end)))
        return end

    def _list(self, steps: Steps, start: int) -> int:
        at, index = self._skip(start + 1), 0
        while self._text[at] != "]":
            at = self._skip(self._value((*steps, index), at, None))
            index += 1
            if self._text[at] == ",":
                at = self._skip(at + 1)
        return at + 1

    def _table(self, steps: Steps, start: int) -> int:
        at = self._skip(start + 1)
        while self._text[at] != "}":
            at = self._skip(self._pair(steps, at))
            if self._text[at] == ",":
                at = self._skip(at + 1)
        return at + 1

    def _skip(self, at: int) -> int:
        if self._text[at : at + 1] not in (" ", "\t", "\r", "\n", "#"):
            return at
        match = _BLANK.match(self._text, at)
        return match.end() if match else at

    def _spaces(self, at: int) -> int:
        if self._text[at : at + 1] not in (" ", "\t"):
            return at
        match = _SPACE.match(self._text, at)
        return match.end() if match else at


def line_starts(text: str) -> list[int]:
    """Return the index at which each line of `text` begins."""
    return [0, *(match.end() for match in re.finditer("\n", text))]


def position(lines: list[int], index: int) -> LineColumn:
    """Return line and column of the character at `index`, given the `line_starts` of its text."""
    line = bisect_right(lines, index)
    return LineColumn(line, index - lines[line - 1] + 1)
