"""What the shape of a briefing's JSON cannot say: that it fits its article, and that nothing gets lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from briefing.document.errors import BriefingError
from briefing.document.given import OMITTED, GivenBriefing
from briefing.document.model import Briefing, Origin, Paragraph
from briefing.document.right_to_left import RIGHT_TO_LEFT
from briefing.document.sections import FULL_KEY
from briefing.exporting.forms.json import Exported
from briefing.sources.checks import TooMany, faults
from briefing.sources.fault import Fault, Steps
from briefing.sources.given_shape import given_fault
from briefing.sources.shape import BriefingFile

#: The number that a paragraph may have at most.
MOST_PARAGRAPHS: Final = 1_000_000
_MOST_OMITTED: Final = 200_000  # paragraphs in whose places a sign stands
_DEEPEST: Final = 1000  # level of a heading, an item, a quote
_LONGEST_LABEL: Final = 200  # characters
_AGAIN: Final = "export it again"


def check_given(exported: Exported, text: str, file: str) -> GivenBriefing:
    """Return what was given out as the briefing that it is in `file`, whose JSON `text` has been shaped.

    Raises BriefingError for the first thing that does not fit.
    """
    for fault in misfits_inside(exported):
        raise _error(fault, text, file)
    briefing = given(exported, file)
    for fault in misfits(briefing):
        if fault.rule == "quote":
            fault = _explained(fault, briefing)
        raise _error(fault, text, file)
    return briefing


def misfits_inside(exported: Exported) -> Iterator[Fault]:
    """Yield where it contradicts itself: what was given out, and what is there; numbers of paragraphs."""
    yield from _of_parts(exported)
    yield from _of_paragraphs(exported)


def given(exported: Exported, file: str) -> GivenBriefing:
    """Return what was given out as a briefing; where a paragraph was not, `OMITTED` stands."""
    made = exported.briefing
    by_number = {one.number: one for one in made.paragraphs}
    is_all = exported.is_whole and "article" in exported.parts
    last = len(by_number) if is_all else max((*by_number, *_numbers(made)), default=0)
    omitted = frozenset(range(1, last + 1)) - by_number.keys()
    sign = OMITTED["R" if re.search(f"[{RIGHT_TO_LEFT}]", _words(made)) else "L"]
    return GivenBriefing(
        title=made.title,
        bottom_line=made.bottom_line,
        provenance=made.provenance,
        paragraphs=tuple(by_number.get(n) or Paragraph(n, sign) for n in range(1, last + 1)),
        sections=made.sections,
        events=made.events,
        names=made.names,
        path=file,
        origin=made.origin,
        arrived=Origin(file, "json"),
        made_of=made.path,
        is_whole=exported.is_whole,
        parts=exported.parts,
        has_quotes=exported.quotes,
        omitted=omitted,
    )


def _words(made: Briefing) -> str:
    """Some words that are surely the article's language, as far as there are any."""
    quotes = (one.quote for own in made.sections for claim in own.claims for one in claim.citations)
    texts = (one.text for one in made.paragraphs)
    return " ".join((made.title.arabic, *islice(texts, 20), *islice(quotes, 20)))


def misfits(briefing: GivenBriefing) -> Iterator[Fault]:
    """Yield what does not fit the article, as far as that was given out; steps are those in a briefing."""
    try:
        for fault in faults(as_written(briefing), tuple(briefing.paragraphs)):
            # A document's sections are numbered.
            if fault.rule != "key" and not _is_out_of_sight(fault, briefing):
                yield fault
    except TooMany as error:
        yield error.fault
    yield from _keys(briefing)


def as_written(briefing: Briefing) -> BriefingFile:
    """Return what is said in a briefing, as a `briefing.toml` has it; its article is none of a file's."""
    return BriefingFile(
        "",
        briefing.title,
        briefing.bottom_line,
        briefing.sections,
        briefing.provenance,
        briefing.events,
        briefing.names,
    )


def _numbers(made: Briefing) -> Iterator[int]:
    """All numbers of paragraphs that something rests on, of those that there can be."""
    for section in made.sections:
        yield from section.paragraphs
        for claim in section.claims:
            yield from (citation.paragraph for citation in claim.citations)
    for event in made.events:
        yield from event.paragraphs


def _is_out_of_sight(fault: Fault, briefing: GivenBriefing) -> bool:
    """Whether a fault is so only because a quote, or the article, was not given out."""
    if fault.rule == "quote":
        _, section, _, claim, _, index, _ = fault.steps
        one = briefing.sections[int(section)].claims[int(claim)].citations[int(index)]
        return one.paragraph in briefing.omitted if one.quote.strip() else not briefing.has_quotes
    if fault.rule == "name" and len(fault.steps) == 4 and briefing.omitted:
        return bool(briefing.names[int(fault.steps[1])].arabic[int(fault.steps[3])].strip())
    return False


def _of_parts(exported: Exported) -> Iterator[Fault]:
    """What is there and would be lost, since it is said not to be."""
    made = exported.briefing
    there = {
        "article": (made.paragraphs, ("paragraphs",)),
        "timeline": (made.events, ("events",)),
        "names": (made.names, ("names",)),
        "claims": (made.bottom_line, ("bottom_line",)),
    }
    for part, (value, place) in there.items():
        if value and part not in exported.parts:
            yield Fault("parts", "", f'"parts" says that there is none of "{part}"', _add(part), place)
    for at, section in enumerate(made.sections):
        if section.claims and "claims" not in exported.parts:
            what = '"parts" says that there is none of "claims"'
            yield Fault("parts", "", what, _add("claims"), ("sections", at, "claims"))
        for claim_at, claim in enumerate(section.claims if not exported.quotes else ()):
            for number, citation in enumerate(claim.citations):
                if citation.quote:
                    steps: Steps = ("sections", at, "claims", claim_at, "citations", number, "quote")
                    cure = 'write "quotes": true at the top level'
                    yield Fault("parts", "", '"quotes" says that there are none', cure, steps)
    if not made.sections:
        yield Fault("missing", "", "there is no section", f"add one, or {_AGAIN}", ("sections",))
    if "article" in exported.parts and not made.paragraphs:
        cure = 'add them, or take "article" out of "parts"'
        yield Fault("missing", "", "there are no paragraphs", cure, ("paragraphs",))


def _add(part: str) -> str:
    return f'add "{part}" to "parts" at the top level'


def _of_paragraphs(exported: Exported) -> Iterator[Fault]:
    made = exported.briefing
    before = 0
    is_all = exported.is_whole and "article" in exported.parts
    for at, one in enumerate(made.paragraphs):
        steps = ("paragraphs", at)
        if not before < one.number <= MOST_PARAGRAPHS or (is_all and one.number != before + 1):
            follows = str(before + 1) if is_all else f"more than {before}, {MOST_PARAGRAPHS} at most"
            what = "paragraphs are numbered in their order"
            yield Fault("paragraph", "", what, f"write {follows}", (*steps, "number"))
            return
        before = one.number
        yield from _of_paragraph(one, steps)
    if not is_all:
        yield from _strange_numbers(made)
        last = max((before, *_numbers(made)), default=0)
        if last - len(made.paragraphs) > _MOST_OMITTED:
            what = f"{last - len(made.paragraphs):,} paragraphs of the article are missing"
            yield Fault("size", "", what, "export a part that has more of it", ("paragraphs",))


def _of_paragraph(one: Paragraph, steps: Steps) -> Iterator[Fault]:
    if not one.text.strip():
        yield Fault("blank", "", "it is empty", "take the paragraph out, or write its text", (*steps, "text"))
    if not 0 <= one.level <= _DEEPEST:
        yield Fault("level", "", "no level", f"write 0 to {_DEEPEST}", (*steps, "level"))
    if len(one.label) > _LONGEST_LABEL:
        what = f"a label of {len(one.label):,} characters"
        yield Fault("label", "", what, f"write {_LONGEST_LABEL} at most", (*steps, "label"))
    for at, inline in enumerate(one.inlines):
        if not 0 <= inline.start < inline.end <= len(one.text):
            what = "it reaches out of the text"
            cure = f'write 0 <= "start" < "end" <= {len(one.text)}'
            yield Fault("inline", "", what, cure, (*steps, "inlines", at))


def _strange_numbers(made: Briefing) -> Iterator[Fault]:
    """Numbers that no paragraph can have."""
    for at, section in enumerate(made.sections):
        own: Steps = ("sections", at)
        yield from _out_of_range(section.paragraphs, (*own, "paragraphs"))
        for claim_at, claim in enumerate(section.claims):
            cited = (*own, "claims", claim_at, "citations")
            for number, citation in enumerate(claim.citations):
                if not 1 <= citation.paragraph <= MOST_PARAGRAPHS:
                    yield _no_number((*cited, number, "paragraph"))
    for at, event in enumerate(made.events):
        yield from _out_of_range(event.paragraphs, ("events", at, "paragraphs"))


def _out_of_range(numbers: Iterable[int], steps: Steps) -> Iterator[Fault]:
    for index, number in enumerate(numbers):
        if not 1 <= number <= MOST_PARAGRAPHS:
            yield _no_number((*steps, index))


def _no_number(steps: Steps) -> Fault:
    return Fault("paragraph", "", "there is no such paragraph", f"write 1 to {MOST_PARAGRAPHS}", steps)


def _keys(made: Briefing) -> Iterator[Fault]:
    taken: set[str] = set()
    for at, section in enumerate(made.sections):
        key, steps = section.key, ("sections", at, "key")
        if key == FULL_KEY:
            what = f'the key "{FULL_KEY}" is kept for the full article'
            yield Fault("key", "", what, "give the section another key", steps)
        elif key in taken:
            yield Fault(
                "key", "", "another section has that key", "give each section a key of its own", steps
            )
        elif not re.fullmatch("[a-z0-9][a-z0-9-]{0,99}", key):
            cure = "use small letters a to z, digits and hyphens, 100 at most"
            yield Fault("key", "", "the key is badly formed", cure, steps)
        taken.add(key)


def _explained(fault: Fault, briefing: Briefing) -> Fault:
    """The fault of a quote that is not there, with why it is not."""
    from briefing.sources.quotes import quote_fault

    _, section, _, claim, _, index, _ = fault.steps
    citation = briefing.sections[int(section)].claims[int(claim)].citations[int(index)]
    what, cure = quote_fault(citation.quote, citation.paragraph, briefing.paragraphs)
    return fault._replace(what=what, cure=cure)


def _error(fault: Fault, text: str, file: str) -> BriefingError:
    return given_fault(file, text, ("briefing", *fault.steps), fault.what, in_json(fault.cure))


def in_json(cure: str) -> str:
    """Return a cure for a `briefing.toml` as one for JSON: `write date = "..."` as `write "date": "..."`."""
    cure = re.sub(r"an? \[\[([\w.]+)\]\] table", r'an object in the list "\1"', cure)
    return re.sub(r'("(?:[^"\\]|\\.)*")|\b([a-z_]+) = ', lambda found: found[1] or f'"{found[2]}": ', cure)
