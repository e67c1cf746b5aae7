"""What the shape of a `briefing.toml` cannot say: free keys, numbers that exist, quotes that are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.document.edtf_syntax import looks_like_edtf
from briefing.document.errors import BriefingError
from briefing.document.model import FULL_KEY, Event, Name, Paragraph, Section
from briefing.document.shape import BriefingFile

_KEY_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
Fault = tuple[str, str, str]  # where, what, cure


def check(written: BriefingFile, paragraphs: tuple[Paragraph, ...], file: str) -> None:
    """Raise BriefingError (naming `file`) for the first thing in `written` that does not fit the article."""
    for where, what, cure in _faults(written, paragraphs):
        raise BriefingError(file, what, cure, where=where)


def _faults(written: BriefingFile, paragraphs: tuple[Paragraph, ...]) -> Iterator[Fault]:
    yield from _blank("title", english=written.title.english)
    yield from _blank("top level", bottom_line=written.bottom_line)
    if written.provenance:
        yield from _blank("provenance", source=written.provenance.source)
    if not written.sections:
        yield "sections", "there is none", "write a [[sections]] table for each section"
    taken: set[str] = set()
    for number, section in enumerate(written.sections, start=1):
        yield from _key_faults(section.key, number, taken)
        taken.add(section.key)
        yield from _section_faults(section, paragraphs)
    for number, event in enumerate(written.events, start=1):
        yield from _event_faults(f"event {number}", event, len(paragraphs))
    for number, name in enumerate(written.names, start=1):
        yield from _name_faults(f"name {number}", name, (written.title.arabic, *(p.text for p in paragraphs)))


def _key_faults(key: str, number: int, taken: set[str]) -> Iterator[Fault]:
    where = f'section "{key}"' if key else f"section {number}"
    if key == FULL_KEY:
        yield where, f'the key "{FULL_KEY}" is kept for the full article', "give the section another key"
    if key in taken:
        yield where, f'section {number} takes the key "{key}" again', "give each section a key of its own"
    if not (_KEY_LETTERS.issuperset(key) and key[:1].isalpha()):
        slug = "".join(c if c in _KEY_LETTERS else "-" for c in key.casefold()).strip("-0123456789")
        cure = f'use small letters a to z, digits and hyphens, a letter first, as in "{slug or "background"}"'
        yield where, f'the key "{key}" is badly formed', cure


def _section_faults(section: Section, paragraphs: tuple[Paragraph, ...]) -> Iterator[Fault]:
    where = f'section "{section.key}"'
    yield from _blank(where, title=section.title)
    yield from _number_faults(where, section.paragraphs, len(paragraphs))
    for number, claim in enumerate(section.claims, start=1):
        claimed = f"{where}, claim {number}"
        yield from _blank(claimed, text=claim.text)
        if not claim.citations:
            yield claimed, "it cites nothing", 'write citations = [{ paragraph = 3, quote = "..." }]'
        for index, citation in enumerate(claim.citations, start=1):
            cited = f"{claimed}, citation {index}"
            if citation.paragraph not in section.paragraphs:
                yield cited, *_not_in_section(citation.paragraph, section.paragraphs, len(paragraphs))
            elif not citation.quote.strip() or citation.quote not in paragraphs[citation.paragraph - 1].text:
                from briefing.document.quotes import quote_fault  # only a mistake needs it

                yield cited, *quote_fault(citation.quote, citation.paragraph, paragraphs)


def _not_in_section(number: int, own: tuple[int, ...], last: int) -> tuple[str, str]:
    numbers = ", ".join(map(str, own))
    if not 1 <= number <= last:
        return f"there is no ¶{number}", f"the article has ¶1 to ¶{last}"
    return (
        f"¶{number} is not in this section",
        f"cite one of its paragraphs ({numbers}), or add {number} to them",
    )


def _event_faults(where: str, event: Event, last: int) -> Iterator[Fault]:
    yield from _blank(where, title=event.title)
    if not looks_like_edtf(event.date):
        yield (
            where,
            f'the date "{event.date}" is not EDTF (years 1 to 9999)',
            'write it as in "2024-06-10", "2024-06", "2024?-06" (year inferred) or "2024-06-09/2024-06-10"',
        )
    yield from _number_faults(where, event.paragraphs, last)


def _name_faults(where: str, name: Name, texts: Iterable[str]) -> Iterator[Fault]:
    yield from _blank(where, english=name.english)
    if not name.arabic:
        yield where, f'"{name.english}" has no Arabic form', 'write arabic = ["...", "..."]'
    for form in name.arabic:
        if not form.strip():
            yield (
                where,
                f'"{name.english}" has an empty Arabic form',
                "leave it out, or write it as the article does",
            )
        elif not any(form in text for text in texts):
            yield (
                where,
                f'"{form}" occurs neither in the article nor in its title',
                "write it as the article does",
            )


def _number_faults(where: str, numbers: tuple[int, ...], last: int) -> Iterator[Fault]:
    if not numbers:
        yield where, "it has no paragraphs", "write paragraphs = [1, 2]"
    seen: set[int] = set()
    for number in numbers:
        if not 1 <= number <= last:
            yield where, f"there is no ¶{number}", f"the article has ¶1 to ¶{last}"
        if number in seen:
            yield where, f"¶{number} is listed twice", f"list {number} once"
        seen.add(number)


def _blank(where: str, **texts: str) -> Iterable[Fault]:
    for key, text in texts.items():
        if not text.strip():
            yield where, f'"{key}" is empty', f'write {key} = "..."'
