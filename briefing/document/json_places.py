"""Where in a JSON text each value stands, and its key.

For text that `json` has read, or reads but for what is there twice: what else is no JSON is not noticed here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from briefing.document.toml_places import LineColumn, Steps, ValuePlace, line_starts, position

_BLANK: Final = re.compile(r"[ \t\r\n]*")
_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*+"', re.DOTALL)
_SCALAR: Final = re.compile(r"[^\s,\]}]+")
_NOWHERE: Final = ValuePlace(0, 0, 0, 0)


class Value(NamedTuple):
    """A value and its place; `steps` lead to it. `is_again`: its object has the same key before."""

    steps: Steps
    place: ValuePlace
    is_again: bool


class _Open:
    """An object or a list that is not closed yet."""

    def __init__(self, steps: Steps, start: int, key: tuple[int, int], *, is_list: bool, again: bool) -> None:
        self.steps, self.start, self.key, self.is_list, self.is_again = steps, start, key, is_list, again
        self.count = 0
        self.keys: set[str] = set()


def values(text: str) -> Iterator[Value]:
    """Yield all values of a JSON text, each when it ends: what is inside of it before it."""
    stack: list[_Open] = []
    at = _BLANK.match(text).end()  # type: ignore[union-attr]  # it matches nothing, too
    while at < len(text):
        top = stack[-1] if stack else None
        if text[at] in "]}":
            if top is None:
                return
            stack.pop()
            key_start, key_end = top.key if top.key != (0, 0) else (top.start, at + 1)
            yield Value(top.steps, ValuePlace(top.start, at + 1, key_start, key_end), top.is_again)
            at = _past(text, at + 1)
            continue
        steps: Steps = ()
        key = (0, 0)
        is_again = False
        if top is not None and top.is_list:
            steps = (*top.steps, top.count)
            top.count += 1
        elif top is not None:
            found = _STRING.match(text, at)
            if found is None:
                return
            key = found.span()
            name = json.loads(found[0], strict=False)
            is_again = name in top.keys
            top.keys.add(name)
            steps = (*top.steps, name)
            colon = _BLANK.match(text, found.end()).end()  # type: ignore[union-attr]
            at = _BLANK.match(text, colon + 1).end()  # type: ignore[union-attr]
        if text[at : at + 1] in ("{", "["):
            stack.append(_Open(steps, at, key, is_list=text[at] == "[", again=is_again))
            at = _BLANK.match(text, at + 1).end()  # type: ignore[union-attr]
            continue
        found = (_STRING if text[at : at + 1] == '"' else _SCALAR).match(text, at)
        if found is None:
            return
        key_start, key_end = key if key != (0, 0) else found.span()
        yield Value(steps, ValuePlace(at, found.end(), key_start, key_end), is_again)
        at = _past(text, found.end())


def pointer(steps: Steps) -> str:
    """Return `steps` as a JSON pointer (RFC 6901): `/briefing/sections/0`; "" leads to the whole."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)


class JsonPlaces:
    """The places of what stands in the value that `root` leads to; steps are from there.

    With `wanted`, only those of the values on the way to it are kept. Of what stands in the entries of the
    list that `skipped` leads to, nothing is kept.
    """

    def __init__(
        self, text: str, root: Steps = (), *, wanted: Steps | None = None, skipped: Steps | None = None
    ) -> None:
        self._places: dict[Steps, ValuePlace] = {}
        self._lines = line_starts(text)
        depth = len(root)
        for value in values(text):
            if value.steps[:depth] != root:
                continue
            steps = value.steps[depth:]
            if wanted is not None and wanted[: len(steps)] != steps:
                continue
            if skipped is None or len(steps) <= len(skipped) or steps[: len(skipped)] != skipped:
                self._places[steps] = value.place

    def of(self, steps: Steps) -> ValuePlace:
        """Return the place of the value that `steps` lead to, else of the nearest around it."""
        for length in range(len(steps), -1, -1):
            if place := self._places.get(steps[:length]):
                return place
        return _NOWHERE

    def exact(self, steps: Steps) -> ValuePlace | None:
        """Return the place of the value that `steps` lead to, None if it is not there."""
        return self._places.get(steps)

    def position(self, at: int) -> LineColumn:
        """Return line and column of a character of the text."""
        return position(self._lines, at)


def _past(text: str, at: int) -> int:
    """Return where the next value, key or bracket begins behind one that ends at `at`."""
    at = _BLANK.match(text, at).end()  # type: ignore[union-attr]
    if text[at : at + 1] == ",":
        at = _BLANK.match(text, at + 1).end()  # type: ignore[union-attr]
    return at
