"""What the shape of a `briefing.toml` cannot say: free keys, numbers that exist, quotes that are there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.document.edtf_syntax import looks_like_edtf, what_is_wrong
from briefing.document.errors import BriefingError
from briefing.document.model import Citation, Event, Name, Paragraph, Provenance, Section
from briefing.document.sections import FULL_KEY
from briefing.sources.addresses import is_web_address
from briefing.sources.fault import Fault, Steps
from briefing.sources.shape import BriefingFile

_KEY_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")
_LONGEST_KEY = 100  # characters
# Words times characters of text that may be looked through word by word: some hundredths of a second.
_EFFORT = 30_000_000
# So few words are looked for one by one in any text: one pass for all of them would take longer.
_FEW = 50

AbsentQuotes = dict[int, set[str]]  # by the number of the paragraph, where it was looked through for all


class TooMany(Exception):  # noqa: N818 - it says what there is
    """More words to look for than there is memory for."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.what)
        self.fault = fault


def check(written: BriefingFile, paragraphs: tuple[Paragraph, ...], file: str) -> None:
    """Raise BriefingError (naming `file`) for the first thing in `written` that does not fit the article."""
    for fault in faults(written, paragraphs):
        if fault.rule == "quote":
            fault = _explained(fault, written, paragraphs)
        raise BriefingError(file, fault.what, fault.cure, where=fault.where)


def faults(written: BriefingFile, paragraphs: tuple[Paragraph, ...]) -> Iterator[Fault]:
    """Yield all that in `written` does not fit the article, in the order of the file's kinds of tables.

    Of a quote that is not there it is not said why: that takes half a second in a large article.
    """
    try:
        yield from _faults(written, paragraphs)
    except TooMany as error:
        yield error.fault


def _explained(fault: Fault, written: BriefingFile, paragraphs: tuple[Paragraph, ...]) -> Fault:
    """The fault of a quote that is not there, with why it is not."""
    from briefing.sources.quotes import quote_fault  # only a mistake needs it

    _, section, _, claim, _, index, _ = fault.steps
    citation = written.sections[int(section)].claims[int(claim)].citations[int(index)]
    what, cure = quote_fault(citation.quote, citation.paragraph, paragraphs)
    return fault._replace(what=what, cure=cure)


def _faults(written: BriefingFile, paragraphs: tuple[Paragraph, ...]) -> Iterator[Fault]:
    if written.provenance:
        yield from _provenance_faults(written.provenance)
    taken: set[str] = set()
    absent = _absent_quotes(written.sections, paragraphs)
    for index, section in enumerate(written.sections):
        yield from _key_faults(section.key, index, taken)
        taken.add(section.key)
        yield from _section_faults(section, index, paragraphs, absent)
    for index, event in enumerate(written.events):
        yield from _event_faults(event, index, len(paragraphs))
    strange = _strange_forms(written.names, (written.title.arabic, *(p.text for p in paragraphs)))
    for index, name in enumerate(written.names):
        yield from _name_faults(name, index, strange)


def _provenance_faults(provenance: Provenance) -> Iterator[Fault]:
    yield from _blank("provenance", ("provenance",), source=provenance.source)
    for key, date in (("published", provenance.published), ("accessed", provenance.accessed)):
        if date and not looks_like_edtf(date):
            cure = f'write {key} = "2025-03-18", "2025-03" or "2025"'
            yield Fault("date", "provenance", what_is_wrong(date), cure, ("provenance", key))
    address = provenance.address
    if address and not is_web_address(address):
        what = f'"{address}" is no address of the web'
        cure = 'write address = "https://...", or put it into "source"'
        yield Fault("address", "provenance", what, cure, ("provenance", "address"))


def _key_faults(key: str, index: int, taken: set[str]) -> Iterator[Fault]:
    where = f'section "{key}"' if key else f"section {index + 1}"
    steps = ("sections", index, "key")
    if key == FULL_KEY:
        what = f'the key "{FULL_KEY}" is kept for the full article'
        yield Fault("key", where, what, "give the section another key", steps)
    if key in taken:
        what = f'section {index + 1} takes the key "{key}" again'
        yield Fault("key", where, what, "give each section a key of its own", steps)
    if len(key) > _LONGEST_KEY:
        what = f"its key has {len(key)} characters"
        yield Fault("key", where, what, f"take one of at most {_LONGEST_KEY}", steps)
    if not (_KEY_LETTERS.issuperset(key) and key[:1].isalpha()):
        slug = "".join(c if c in _KEY_LETTERS else "-" for c in key.casefold()).strip("-0123456789")
        cure = f'use small letters a to z, digits and hyphens, a letter first, as in "{slug or "background"}"'
        yield Fault("key", where, f'the key "{key}" is badly formed', cure, steps)


def _section_faults(
    section: Section, index: int, paragraphs: tuple[Paragraph, ...], absent: AbsentQuotes
) -> Iterator[Fault]:
    where, steps = f'section "{section.key}"', ("sections", index)
    yield from _number_faults(where, (*steps, "paragraphs"), section.paragraphs, len(paragraphs))
    own = set(section.paragraphs)
    for number, claim in enumerate(section.claims, start=1):
        claimed, claim_steps = f"{where}, claim {number}", (*steps, "claims", number - 1)
        yield from _blank(claimed, claim_steps, text=claim.text)
        if not claim.citations:
            cure = 'write citations = [{ paragraph = 3, quote = "..." }]'
            yield Fault("evidence", claimed, "it cites nothing", cure, (*claim_steps, "citations"))
        for at, citation in enumerate(claim.citations, start=1):
            cited, cited_steps = f"{claimed}, citation {at}", (*claim_steps, "citations", at - 1)
            if citation.paragraph not in own or not 1 <= citation.paragraph <= len(paragraphs):
                what, cure = _not_in_section(citation.paragraph, section.paragraphs, len(paragraphs))
                yield Fault("paragraph", cited, what, cure, (*cited_steps, "paragraph"))
            elif not citation.quote.strip() or _is_absent(citation, paragraphs, absent):
                yield Fault("quote", cited, "", "", (*cited_steps, "quote"))


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
                words, [text], f"¶{number}", "quotes", "split the paragraph, or quote less", ("sections",)
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
    return _absent(forms, texts, "names", "Arabic forms", "keep the names that matter", ("names",))


def _absent(
    words: set[str], texts: Iterable[str], where: str, which: str, cure: str, steps: Steps
) -> set[str]:
    from briefing.sources.occurrences import LIMIT, absent  # hardly any briefing has that many

    try:
        return absent(words, texts)
    except OverflowError:
        what = f"more than {LIMIT:,} characters of {which}"
        raise TooMany(Fault("size", where, what, cure, steps)) from None


def _not_in_section(number: int, own: Sequence[int], last: int) -> tuple[str, str]:
    numbers = ", ".join(map(str, own))
    if not 1 <= number <= last:
        return f"there is no ¶{_in_digits(number)}", f"the article has ¶1 to ¶{last}"
    return (
        f"¶{number} is not in this section",
        f"cite one of its paragraphs ({numbers}), or add {number} to them",
    )


def _event_faults(event: Event, index: int, last: int) -> Iterator[Fault]:
    where, steps = f"event {index + 1}", ("events", index)
    yield from _blank(where, steps, title=event.title)
    if not looks_like_edtf(event.date):
        cure = 'write it as in "2024-06-10", "2024-06", "2024?-06" (year inferred) or "2024-06-09/2024-06-10"'
        yield Fault("date", where, what_is_wrong(event.date), cure, (*steps, "date"))
    yield from _number_faults(where, (*steps, "paragraphs"), event.paragraphs, last)


def _name_faults(name: Name, index: int, strange: set[str]) -> Iterator[Fault]:
    where, steps = f"name {index + 1}", ("names", index)
    yield from _blank(where, steps, english=name.english)
    if not name.arabic:
        what = f'"{name.english}" has no Arabic form'
        yield Fault("name", where, what, 'write arabic = ["...", "..."]', (*steps, "arabic"))
    for at, form in enumerate(name.arabic):
        form_steps = (*steps, "arabic", at)
        if not form.strip():
            what, cure = (
                f'"{name.english}" has an empty Arabic form',
                "leave it out, or write it as the article does",
            )
            yield Fault("name", where, what, cure, form_steps)
        elif form in strange:
            what = f'"{form}" occurs neither in the article nor in its title'
            yield Fault("name", where, what, "write it as the article does", form_steps)


def _number_faults(where: str, steps: Steps, numbers: Sequence[int], last: int) -> Iterator[Fault]:
    if not numbers:
        yield Fault("paragraph", where, "it has no paragraphs", "write paragraphs = [1, 2]", steps)
    seen: set[int] = set()
    for index, number in enumerate(numbers):
        if not 1 <= number <= last:
            what, cure = f"there is no ¶{_in_digits(number)}", f"the article has ¶1 to ¶{last}"
            yield Fault("paragraph", where, what, cure, (*steps, index))
        if number in seen:
            yield Fault(
                "paragraph", where, f"¶{number} is listed twice", f"list {number} once", (*steps, index)
            )
        seen.add(number)


def _in_digits(number: int) -> str:
    """Return a number in digits; a hexadecimal one may have more of them than Python writes."""
    return str(number) if abs(number) < 10**15 else "(a number of many digits)"


def _blank(where: str, steps: Steps, **texts: str) -> Iterator[Fault]:
    for key, text in texts.items():
        if not text.strip():
            yield Fault("blank", where, f'"{key}" is empty', f'write {key} = "..."', (*steps, key))
