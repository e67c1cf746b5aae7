"""One mistake in a `briefing.toml`: where it is, what is wrong, what would be right."""

from __future__ import annotations

from typing import NamedTuple

#: Keys, and indices from 0, that lead to a value in parsed TOML.
Steps = tuple[str | int, ...]


class Fault(NamedTuple):
    """A mistake: `rule` is what it breaks, in a word; `where` is its place in the writer's words.

    `steps` lead to the value at fault, or to the table it should be in. With `at_key` the key itself is
    wrong, not its value.
    """

    rule: str
    where: str
    what: str
    cure: str
    steps: Steps = ()
    at_key: bool = False
