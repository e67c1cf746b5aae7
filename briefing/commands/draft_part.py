"""Which paragraphs of a briefing are to be drafted: all, those of a section, or some by number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from briefing.document import FULL_KEY, Section


class DraftPart(NamedTuple):
    """The numbers of the paragraphs, ascending, and the index of the one section they are drafted for."""

    numbers: tuple[int, ...]
    only: int | None = None


def part_of(sections: Sequence[Section], last: int, key: str | None, numbers: str | None) -> DraftPart:
    """Return which of paragraphs 1 to `last` are meant by a section's `key`, or by `numbers` (3-8,12).

    Raises LookupError, whose message is for the user, for what there is not.
    """
    if numbers is not None:
        return DraftPart(_numbered(numbers, last))
    if key is None or key == FULL_KEY:
        return DraftPart(tuple(range(1, last + 1)))
    keys = [section.key for section in sections]
    if key not in keys:
        from briefing.document.near_miss import did_you_mean

        known = ", ".join(keys) or "none"
        raise LookupError(f'there is no section "{key}"; {did_you_mean(key, keys) or f"there are: {known}"}')
    at = keys.index(key)
    return DraftPart(tuple(sorted(number for number in sections[at].paragraphs if number <= last)), at)


def _numbered(text: str, last: int) -> tuple[int, ...]:
    found: set[int] = set()
    for piece in text.split(","):
        match = re.fullmatch(r"\s*¶?(\d{1,9})(?:\s*[-–]\s*¶?(\d{1,9}))?\s*", piece)
        if match is None:
            raise LookupError(f'"{text}" are no paragraphs; write numbers and ranges, as in 3-8,12')
        first, end = int(match[1]), int(match[2] or match[1])
        if not 1 <= first <= end <= last:
            raise LookupError(f'there are no paragraphs "{piece.strip()}"; the article has 1 to {last}')
        found.update(range(first, end + 1))
    return tuple(sorted(found))
