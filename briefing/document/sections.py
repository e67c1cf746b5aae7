"""The sections of a briefing as they can be asked for: the stored ones, and the full article."""

from __future__ import annotations

import unicodedata
from typing import Final, Literal

from briefing.document.controls import shortened
from briefing.document.given import GivenBriefing
from briefing.document.growing import GrowingNumbers
from briefing.document.model import Briefing, Section, Title

#: The key of the full article, which is there for every briefing: so no stored section may have it.
FULL_KEY: Final = "full"
#: What the full article is called where there is no table of words: in exports.
FULL_TITLE: Final = Title("Full article", "المقال الكامل")

#: Where a briefing opens, if nobody asks for a section: see `opening_index`.
Opens = Literal["auto", "full", "first"]

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


def has_summary(briefing: Briefing) -> bool:
    """Return whether anything is said about the article: claims, or a bottom line."""
    return bool(briefing.bottom_line) or any(section.claims for section in briefing.sections)


def sections_shown(briefing: Briefing) -> tuple[Section, ...]:
    """Return the sections that can be opened: the full article first, then the stored ones.

    Where nothing is said about an article of one section, that section is all there is.
    """
    only_text = len(briefing.sections) == 1 and not has_summary(briefing)
    if only_text and is_whole(briefing, briefing.sections[0]):
        return briefing.sections
    return (full_article(briefing), *briefing.sections)


def opening_index(briefing: Briefing, opens: Opens = "auto") -> int:
    """Return where among `sections_shown` a briefing opens, if nobody asks for a section.

    `opens` "auto" is the full article, which has the bottom line, where anything is said about it, else the
    first section; "full" and "first" are these whatever there is. What was given out as one section opens
    there.
    """
    if opens == "auto" and isinstance(briefing, GivenBriefing) and not briefing.is_whole:
        opens = "first"
    if opens == "full" or (opens == "auto" and has_summary(briefing)):
        return 0
    return min(1, len(sections_shown(briefing)) - 1)


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
    """Return where among `sections_shown` the section stands that is `asked` for (None: where it opens).

    It is asked for by its key or by a title that no other has, in capitals or small letters, or by the digit
    that opens it; "full" and 0 are the first, which has the whole article. Raises LookupError, whose message
    names the sections there are.
    """
    if asked is None:
        return opening_index(briefing)
    sections = sections_shown(briefing)
    keys = [section.key for section in sections]
    if asked in keys:
        return keys.index(asked)
    wanted = asked.casefold()
    if wanted == FULL_KEY or _digit(asked) == 0:
        return 0
    if (digit := _digit(asked)) and digit <= len(briefing.sections):
        return digit - 1 + len(sections) - len(briefing.sections)
    for known_as in (
        [(key,) for key in keys],
        [(section.title, section.arabic) for section in sections],
    ):
        found = [at for at, names in enumerate(known_as) if wanted in map(str.casefold, filter(None, names))]
        if len(found) == 1:
            return found[0]
    raise LookupError(f'there is no section "{shortened(asked, _SHOWN)}"; {_meant(asked, sections)}')


def _meant(asked: str, sections: tuple[Section, ...]) -> str:
    """Which section was meant, by its key, as a question, if one is like that; and which there are."""
    from briefing.document.near_miss import did_you_mean, nearest_word

    keys = [section.key for section in sections]
    by_title = {title: one.key for one in sections for title in (one.title, one.arabic) if title}
    near = nearest_word(asked, keys) or by_title.get(nearest_word(asked, by_title), "")
    question = f"{did_you_mean(near, [near])} " if near else ""
    return f"{question}the sections are {', '.join(keys)}"


def _digit(asked: str) -> int | None:
    """The number that one digit of any script stands for: an Arabic keyboard types ٢."""
    return unicodedata.digit(asked, None) if len(asked) == 1 and asked.isdecimal() else None
