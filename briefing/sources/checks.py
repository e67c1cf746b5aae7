"""What the shape of a `briefing.toml` cannot say: free keys, numbers that exist, quotes that are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.document.edtf_syntax import looks_like_edtf, what_is_wrong
from briefing.document.errors import BriefingError
from briefing.document.model import Citation, Event, Name, Paragraph, Section
from briefing.document.sections import FULL_KEY
from briefing.sources.shape import BriefingFile

_KEY_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_LONGEST_KEY = 100  # characters
# Words times characters of text that may be looked through word by word: some hundredths of a second.
_EFFORT = 30_000_000
# So few words are looked for one by one in any text: one pass for all of them would take longer.
_FEW = 50

Fault = tuple[str, str, str]  # where, what, cure
AbsentQuotes = dict[int, set[str]]  # by the number of the paragraph, where it was looked through for all


class TooMany(Exception):  # noqa: N818 - it says what there is
    """More words to look for than there is memory for: where, what, and what to do."""

    def __init__(self, where: str, what: str, cure: str) -> None:
        super().__init__(what)
        self.where, self.what, self.cure = where, what, cure


def check(written: BriefingFile, paragraphs: tuple[Paragraph, ...], file: str) -> None:
    """Raise BriefingError (naming `file`) for the first thing in `written` that does not fit the article."""
    try:
        for where, what, cure in _faults(written, paragraphs):
            raise BriefingError(file, what, cure, where=where)
    except TooMany as error:
        raise BriefingError(file, error.what, error.cure, where=error.where) from None


def _faults(written: BriefingFile, paragraphs: tuple[Paragraph, ...]) -> Iterator[Fault]:
    yield from _blank("title", english=written.title.english)
    yield from _blank("top level", bottom_line=written.bottom_line)
    if written.provenance:
        yield from _blank("provenance", source=written.provenance.source)
    if not written.sections:
        yield "sections", "there is none", "write a [[sections]] table for each section"
    taken: set[str] = set()
    absent = _absent_quotes(written.sections, paragraphs)
    for number, section in enumerate(written.sections, start=1):
        yield from _key_faults(section.key, number, taken)
        taken.add(section.key)
        yield from _section_faults(section, paragraphs, absent)
    for number, event in enumerate(written.events, start=1):
        yield from _event_faults(f"event {number}", event, len(paragraphs))
    strange = _strange_forms(written.names, (written.title.arabic, *(p.text for p in paragraphs)))
    for number, name in enumerate(written.names, start=1):
        yield from _name_faults(f"name {number}", name, strange)


def _key_faults(key: str, number: int, taken: set[str]) -> Iterator[Fault]:
    where = f'section "{key}"' if key else f"section {number}"
    if key == FULL_KEY:
        yield where, f'the key "{FULL_KEY}" is kept for the full article', "give the section another key"
    if key in taken:
        yield where, f'section {number} takes the key "{key}" again', "give each section a key of its own"
    if len(key) > _LONGEST_KEY:
        yield where, f"its key has {len(key)} characters", f"take one of at most {_LONGEST_KEY}"
    if not (_KEY_LETTERS.issuperset(key) and key[:1].isalpha()):
        slug = "".join(c if c in _KEY_LETTERS else "-" for c in key.casefold()).strip("-0123456789")
        cure = f'use small letters a to z, digits and hyphens, a letter first, as in "{slug or "background"}"'
        yield where, f'the key "{key}" is badly formed', cure


def _section_faults(
    section: Section, paragraphs: tuple[Paragraph, ...], absent: AbsentQuotes
) -> Iterator[Fault]:
    where = f'section "{section.key}"'
    yield from _blank(where, title=section.title)
    yield from _number_faults(where, section.paragraphs, len(paragraphs))
    own = set(section.paragraphs)
    for number, claim in enumerate(section.claims, start=1):
        claimed = f"{where}, claim {number}"
        yield from _blank(claimed, text=claim.text)
        if not claim.citations:
            yield claimed, "it cites nothing", 'write citations = [{ paragraph = 3, quote = "..." }]'
        for index, citation in enumerate(claim.citations, start=1):
            cited = f"{claimed}, citation {index}"
            if citation.paragraph not in own:
                yield cited, *_not_in_section(citation.paragraph, section.paragraphs, len(paragraphs))
            elif not citation.quote.strip() or _is_absent(citation, paragraphs, absent):
                from briefing.sources.quotes import quote_fault  # only a mistake needs it

                yield cited, *quote_fault(citation.quote, citation.paragraph, paragraphs)


def _absent_quotes(sections: Iterable[Section], paragraphs: tuple[Paragraph, ...]) -> AbsentQuotes:
    """Return the quotes that do not stand in long paragraphs of which there are very many."""
    citations = sum(len(claim.citations) for section in sections for claim in section.claims)
    if citations * max(len(paragraph.text) for paragraph in paragraphs) <= _EFFORT:
        return {}
    quotes: dict[int, set[str]] = {}
    for section in sections:
        for citation in (citation for claim in section.claims for citation in claim.citations):
            if citation.quote and 1 <= citation.paragraph <= len(paragraphs):
                quotes.setdefault(citation.paragraph, set()).add(citation.quote)
    found: AbsentQuotes = {}
    for number, words in quotes.items():
        text = paragraphs[number - 1].text
        if len(words) > _FEW and len(words) * len(text) > _EFFORT:
            found[number] = _absent(
                words, [text], f"¶{number}", "quotes", "split the paragraph, or quote less"
            )
    return found


def _is_absent(citation: Citation, paragraphs: tuple[Paragraph, ...], absent: AbsentQuotes) -> bool:
    if citation.paragraph in absent:
        return citation.quote in absent[citation.paragraph]
    return citation.quote not in paragraphs[citation.paragraph - 1].text


def _strange_forms(names: Iterable[Name], texts: tuple[str, ...]) -> set[str]:
    """Return the Arabic forms of `names`, blank ones aside, that occur in none of `texts`."""
    forms = {form for name in names for form in name.arabic if form.strip()}
    # A look at each text costs as much as some dozens of its characters.
    if len(forms) <= _FEW or len(forms) * (sum(map(len, texts)) + 50 * len(texts)) <= _EFFORT:
        return {form for form in forms if not any(form in text for text in texts)}
    return _absent(forms, texts, "names", "Arabic forms", "keep the names that matter")


def _absent(words: set[str], texts: Iterable[str], where: str, which: str, cure: str) -> set[str]:
    from briefing.sources.occurrences import LIMIT, absent  # hardly any briefing has that many

    try:
        return absent(words, texts)
    except OverflowError:
        raise TooMany(where, f"more than {LIMIT:,} characters of {which}", cure) from None


def _not_in_section(number: int, own: Sequence[int], last: int) -> tuple[str, str]:
    numbers = ", ".join(map(str, own))
    if not 1 <= number <= last:
        return f"there is no ¶{_in_digits(number)}", f"the article has ¶1 to ¶{last}"
    return (
        f"¶{number} is not in this section",
        f"cite one of its paragraphs ({numbers}), or add {number} to them",
    )


def _event_faults(where: str, event: Event, last: int) -> Iterator[Fault]:
    yield from _blank(where, title=event.title)
    if not looks_like_edtf(event.date):
        yield (
            where,
            what_is_wrong(event.date),
            'write it as in "2024-06-10", "2024-06", "2024?-06" (year inferred) or "2024-06-09/2024-06-10"',
        )
    yield from _number_faults(where, event.paragraphs, last)


def _name_faults(where: str, name: Name, strange: set[str]) -> Iterator[Fault]:
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
        elif form in strange:
            yield (
                where,
                f'"{form}" occurs neither in the article nor in its title',
                "write it as the article does",
            )


def _number_faults(where: str, numbers: Sequence[int], last: int) -> Iterator[Fault]:
    if not numbers:
        yield where, "it has no paragraphs", "write paragraphs = [1, 2]"
    seen: set[int] = set()
    for number in numbers:
        if not 1 <= number <= last:
            yield where, f"there is no ¶{_in_digits(number)}", f"the article has ¶1 to ¶{last}"
        if number in seen:
            yield where, f"¶{number} is listed twice", f"list {number} once"
        seen.add(number)


def _in_digits(number: int) -> str:
    """Return a number in digits; a hexadecimal one may have more of them than Python writes."""
    return str(number) if abs(number) < 10**15 else "(a number of many digits)"


def _blank(where: str, **texts: str) -> Iterable[Fault]:
    for key, text in texts.items():
        if not text.strip():
            yield where, f'"{key}" is empty', f'write {key} = "..."'
