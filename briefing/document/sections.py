"""The sections of a briefing as they can be asked for: the stored ones, and the full article."""

from __future__ import annotations

import unicodedata
from typing import Final

from briefing.document.controls import shortened
from briefing.document.growing import GrowingNumbers
from briefing.document.model import Briefing, Section, Title

#: The key of the full article, which is there for every briefing: so no stored section may have it.
FULL_KEY: Final = "full"
#: What the full article is called where there is no table of words: in exports.
FULL_TITLE: Final = Title("Full article", "المقال الكامل")

_SHOWN: Final = 80  # characters of what was asked for that a message repeats


def full_article(briefing: Briefing) -> Section:
    """Return the whole article as a section: every paragraph in order, every claim in section order."""
    return Section(
        key=FULL_KEY,
        title=FULL_TITLE.english,
        arabic=FULL_TITLE.arabic,
        paragraphs=tuple(paragraph.number for paragraph in briefing.paragraphs),
        claims=tuple(claim for section in briefing.sections for claim in section.claims),
    )


def sections_shown(briefing: Briefing) -> tuple[Section, ...]:
    """Return the sections that can be opened: the stored ones, and the full article last.

    Where one section covers the whole article, that section is all there is.
    """
    if len(briefing.sections) == 1 and is_whole(briefing, briefing.sections[0]):
        return briefing.sections
    return (*briefing.sections, full_article(briefing))


def is_whole(briefing: Briefing, section: Section) -> bool:
    """Return whether a section is the full article, or the one section that covers it."""
    if section.key == FULL_KEY:
        return True
    if len(briefing.sections) != 1 or len(section.paragraphs) != len(briefing.paragraphs):
        return False
    return isinstance(section.paragraphs, GrowingNumbers) or all(
        at == number for at, number in enumerate(section.paragraphs, 1)
    )


def section_index(briefing: Briefing, asked: str | None) -> int:
    """Return where among `sections_shown` the section stands that is `asked` for (None: the first).

    It is asked for by its key or by a title that no other has, in capitals or small letters, or by the digit
    that opens it; "full" and 0 are the last, which has the whole article. Raises LookupError, whose message
    names the sections there are.
    """
    sections = sections_shown(briefing)
    keys = [section.key for section in sections]
    if asked is None:
        return 0
    if asked in keys:
        return keys.index(asked)
    wanted = asked.casefold()
    if wanted == FULL_KEY or _digit(asked) == 0:
        return len(keys) - 1
    if (digit := _digit(asked)) and digit <= len(briefing.sections):
        return digit - 1
    for known_as in (
        [(key,) for key in keys],
        [(section.title, section.arabic) for section in sections],
    ):
        found = [at for at, names in enumerate(known_as) if wanted in map(str.casefold, filter(None, names))]
        if len(found) == 1:
            return found[0]
    known = ", ".join(keys)
    raise LookupError(f'there is no section "{shortened(asked, _SHOWN)}"; the sections are {known}')


def _digit(asked: str) -> int | None:
    """The number that one digit of any script stands for: an Arabic keyboard types ٢."""
    return unicodedata.digit(asked, None) if len(asked) == 1 and asked.isdecimal() else None
