"""A failing mutant made small: less of its files, and less in each, as long as the same thing breaks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from tests.fuzz.mutant import Mutant

_TRIES: Final = 600


def shrunk(mutant: Mutant, fails: Callable[[Mutant], bool]) -> Mutant:
    """The smallest mutant found, within some hundred tries, for which `fails` is still true."""
    tries = _TRIES
    for name in list(mutant.entries):
        less = replace(
            mutant, entries={other: entry for other, entry in mutant.entries.items() if other != name}
        )
        tries -= 1
        if fails(less):
            mutant = less
    for name, entry in list(mutant.entries.items()):
        if isinstance(entry, bytes):
            size = len(entry) // 2
            while size and tries > 0:
                mutant, tries, found = _pass(mutant, name, size, fails, tries)
                if not found:
                    size //= 2
    return mutant


def _pass(
    mutant: Mutant, name: str, size: int, fails: Callable[[Mutant], bool], tries: int
) -> tuple[Mutant, int, bool]:
    """Leave out pieces of `size` bytes, one after the other: the mutant, tries left, whether any could go."""
    at, found = 0, False
    while tries > 0:
        data = mutant.entries[name]
        assert isinstance(data, bytes)
        if at >= len(data):
            break
        less = replace(mutant, entries=mutant.entries | {name: data[:at] + data[at + size :]})
        tries -= 1
        if fails(less):
            mutant, found = less, True
        else:
            at += size
    return mutant, tries, found
