"""The sections of a briefing that has none yet: as they were drafted, if they fit, else one of all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefing.document.controls import title_line
from briefing.document.sections import FULL_KEY
from briefing.drafting.draft import DraftSection
from briefing.drafting.outcome import NewSection
from briefing.drafting.texts import plain

_MOST: Final = 200
_LONGEST_KEY: Final = 40


def new_sections(drafted: Sequence[DraftSection], last: int) -> tuple[NewSection, ...]:
    """Return sections for an article of `last` paragraphs.

    The drafted ones are taken if each has paragraphs that there are, none of them in two. Paragraphs that
    are in none make one of their own at the end.
    """
    numbers = [number for one in drafted for number in one.paragraphs]
    fits = (
        bool(drafted)
        and all(one.paragraphs for one in drafted)
        and len(drafted) <= _MOST
        and len(set(numbers)) == len(numbers)
        and all(1 <= number <= last for number in numbers)
    )
    if not fits:
        return (NewSection("text", "", "", tuple(range(1, last + 1))),)
    taken: set[str] = set()
    made = []
    for at, one in enumerate(drafted, 1):
        title, arabic = (title_line(plain(text))[:200] for text in (one.title, one.arabic))
        key = _key(title, at, taken)
        taken.add(key)
        made.append(NewSection(key, title, arabic, tuple(sorted(one.paragraphs))))
    rest = tuple(number for number in range(1, last + 1) if number not in set(numbers))
    if rest:
        made.append(NewSection(_key("rest", 0, taken), "", "", rest))
    return tuple(made)


def _key(title: str, number: int, taken: set[str]) -> str:
    words = re.sub(r"[^a-z0-9]+", "-", title.casefold()).strip("-0123456789")[:_LONGEST_KEY].strip("-")
    key = words if words and words != FULL_KEY else f"section-{number}"
    return (
        key if key not in taken else next(f"{key}-{n}" for n in range(2, 1000) if f"{key}-{n}" not in taken)
    )
