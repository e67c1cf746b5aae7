"""Hidden controls of direction that make a text read otherwise than it is stored."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_CONTROLS: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
_LINE: Final = re.compile("[^\n\r\u2028\u2029]+")
_NAMES: Final = {
    "\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO",
    "\u2066": "LRI", "\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI",
}  # fmt: skip
_OPENING: Final = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"}
_ISOLATES: Final = "\u2066\u2067\u2068"
_OVERRIDES: Final = "\u202d\u202e"


class Hidden(NamedTuple):
    """A control `at` an index of a text, by its name in UAX #9, and what it does; `is_grave`: it deceives."""

    at: int
    name: str
    does: str
    is_grave: bool


def hidden(text: str) -> Iterator[Hidden]:
    """Yield overrides, what is opened and not closed in its line, and embeddings and isolates that are."""
    if not _CONTROLS.search(text):
        return
    for line in _LINE.finditer(text):
        yield from _in_line(line.group(), line.start())


def _in_line(line: str, offset: int) -> Iterator[Hidden]:
    open_: list[tuple[int, str]] = []
    for match in _CONTROLS.finditer(line):
        control = match.group()
        if control in _OPENING or control in _ISOLATES:
            open_.append((match.start(), control))
            continue
        closing = [one for one in open_ if (_OPENING.get(one[1], "\u2069") == control)]
        if closing:
            at, opened = closing[-1]
            open_.remove(closing[-1])
            if opened in _OVERRIDES:
                yield Hidden(offset + at, _NAMES[opened], "turns the order of letters round", is_grave=True)
            else:
                yield Hidden(
                    offset + at, _NAMES[opened], "sets words apart in another direction", is_grave=False
                )
    for at, opened in open_:
        does = "is not closed in its line, and turns what follows round"
        yield Hidden(offset + at, _NAMES[opened], does, is_grave=True)
