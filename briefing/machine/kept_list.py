"""A list that the program keeps of its own accord: whole or not at all, bounded, private to the user."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

Kept = TypeVar("Kept")


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold the list's file, whose folder is made, while it is read, changed and written.

    Raises OSError if it cannot be written to, TimeoutError if others hold it for some seconds.
    """
    from briefing.machine import atomic
    from briefing.machine.lock import locked
    from briefing.machine.state_folder import make_private_folder

    make_private_folder(path.parent)
    with locked(path):
        atomic.tidy(path)
        yield


def write_list(
    path: Path, kept: Sequence[Kept], encoded: Callable[[tuple[Kept, ...]], bytes], largest: int
) -> None:
    """Write a list; its first entries are dropped until it has `largest` bytes at most. Raises OSError."""
    from briefing.machine import atomic

    entries = [*kept]
    data = encoded((*entries,))
    while len(data) > largest and len(entries) > 1:
        del entries[: 1 + (len(entries) - 1) // 8]
        data = encoded((*entries,))
    atomic.write(path, data, mode=0o600, follow=False)
