"""What is put right when the program ends, wherever it is then: the terminal's modes, unfinished files.

Whoever changes something says so first: `on_the_way_out(restore)`. Putting it right in the normal course of
things is that one's own business, and ends with `no_longer(restore)`. A signal does not raise an exception in
the middle of things: code written in C need not stand that.
"""

from __future__ import annotations

import os
import select
from collections.abc import Callable
from contextlib import suppress

_ways: list[Callable[[], object]] = []


def on_the_way_out(restore: Callable[[], object]) -> None:
    """Have `restore` called, in whichever thread ends the program, until `no_longer`. It must not block."""
    _ways.append(restore)


def no_longer(restore: Callable[[], object]) -> None:
    """Undo `on_the_way_out` for `restore`; without effect if it was called already."""
    with suppress(ValueError):
        _ways.remove(restore)


def put_right() -> None:
    """Call all registered functions, the last one first, each once; their errors are ignored."""
    while _ways:
        with suppress(Exception):
            _ways.pop()()


def write_if_it_takes_it(descriptor: int, characters: str) -> None:
    """Write a few characters to a terminal, unless it accepts none now, so that this never blocks."""
    if select.select([], [descriptor], [], 0)[1]:
        os.write(descriptor, characters.encode())
