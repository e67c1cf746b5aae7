"""A briefing, a section or a claim as plain logical text: the author's letters in the author's order.

`section_text` and `claim_text` are for the clipboard: every character is the document's own. `briefing_text`
and `section_page` are for standard output, which may end at a terminal: there control characters are made
visible, and every line end is LF.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.document import (
    FULL_KEY,
    Briefing,
    Claim,
    Origin,
    Paragraph,
    Section,
    is_whole,
    visible_controls,
)
from briefing.document.citing import cited, quoted
from briefing.document.given import GivenBriefing
from briefing.document.line_ends import on_one_line, with_line_feeds
from briefing.exporting.lists import names_lines, provenance_lines, timeline_lines, trace_lines
from briefing.exporting.paragraphs import begins_under, begins_with, link_lines, paragraph_blocks
from briefing.exporting.phrases import both, stated
from briefing.exporting.tracing import origin_line, trace_of


def section_text(briefing: Briefing, section: Section, *, sourced: bool = True) -> str:
    """Return the summary of a section: titles, claims with the paragraphs they cite, source line.

    For the full article the bottom line comes first and the claims stand under their sections' titles. No
    line end at the end. `sourced`: the source line is there.
    """
    source = [source_line(briefing)] if sourced else []
    return _blocks([_headings(briefing, section), *_summary(briefing, section), source])


def claim_text(briefing: Briefing, claim: Claim) -> str:
    """Return a claim, the Arabic words it rests on, and the source line. No line end at the end.

    A drafted claim is marked as such wherever it leaves.
    """
    evidence = [quoted(citation) for citation in claim.citations if citation.quote]
    return _blocks([[stated(claim), *evidence], [source_line(briefing)]])


def paragraph_text(briefing: Briefing, paragraph: Paragraph) -> str:
    """Return a paragraph, character for character, and the source line. No line end at the end."""
    return _blocks([[paragraph.text], [source_line(briefing)]])


def names_text(briefing: Briefing) -> str:
    """Return the names, one to a line, and the source line. No line end at the end."""
    return _blocks([names_lines(briefing.names), [source_line(briefing)]])


def source_text(briefing: Briefing, sha256: str = "") -> str:
    """Return all that is known of where the text comes from. No line end at the end.

    `sha256` is the checksum in words, if it was made after the text was read.
    """
    trace = trace_of(briefing)
    if sha256:
        trace = trace.summed_up(sha256)
    return _blocks([_titles(briefing), trace_lines(trace)])


def section_page(briefing: Briefing, section: Section) -> str:
    """Return a section for standard output: its summary, then its paragraphs; ends in a line end."""
    headings = _headings(briefing, section)
    if briefing.provenance is None:  # what the text itself begins with is not said twice
        is_said = begins_with(briefing, section.paragraphs, briefing.title.shown)
        named = both(section.title, section.arabic)
        headings = [] if is_said else _titles(briefing)
        headings += [] if begins_under(briefing, section) or not named else [named]
    blocks = [
        *with_one_line_each([headings, *_summary(briefing, section)]),
        *_article(briefing, section.paragraphs),
        *with_one_line_each([[source_line(briefing)]]),
    ]
    return _page(blocks)


def briefing_text(briefing: Briefing) -> str:
    """Return the whole briefing for standard output, each thing once; ends in a line end.

    In order: titles, bottom line, the sections' claims, the article with its paragraph numbers, its links,
    timeline, names and provenance, or of another document where it comes from; what a briefing lacks is left
    out. A claim, an event and a name take one line each, so that `grep` finds them whole.
    """
    omitted = briefing.omitted if isinstance(briefing, GivenBriefing) else frozenset()
    numbers = [paragraph.number for paragraph in briefing.paragraphs if paragraph.number not in omitted]
    is_said = briefing.provenance is None and begins_with(briefing, numbers, briefing.title.shown)
    blocks: list[list[str]] = [[] if is_said else _titles(briefing)]
    if briefing.bottom_line:
        blocks.append([briefing.bottom_line])
    if any(section.claims for section in briefing.sections):
        blocks += [["SUMMARY"], *_claims_by_section(briefing), ["ARTICLE"] if numbers else []]
    blocks = with_one_line_each(blocks)
    blocks += _article(briefing, numbers)
    if briefing.events:
        blocks += [["TIMELINE"], timeline_lines(briefing.events)]
    if briefing.names:
        blocks += [["NAMES"], names_lines(briefing.names)]
    return _page([*blocks, *with_one_line_each(source_blocks(briefing))])


def source_blocks(briefing: Briefing) -> list[list[str]]:
    """Return where the text comes from, all that is known of it, as the last blocks of a page.

    Folders of this machine are not named: a page is given to others.
    """
    if briefing.provenance:
        return [["PROVENANCE"], [briefing.provenance.source, *provenance_lines(briefing.provenance)]]
    if briefing.origin:
        return [["SOURCE"], [source_line(briefing), *trace_lines(trace_of(briefing).elsewhere())]]
    return []


def with_one_line_each(blocks: Iterable[list[str]]) -> list[list[str]]:
    """Return blocks of which each line is one whatever a document has in it: a line end in it is a space."""
    return [[on_one_line(line) for line in lines] for lines in blocks]


def _page(blocks: Iterable[list[str]]) -> str:
    """Return blocks for standard output: a line ends in LF whatever ends it in the document."""
    return visible_controls(with_line_feeds(_blocks(blocks))) + "\n"


def source_line(briefing: Briefing) -> str:
    """Return the one line that says where the text comes from: its provenance, or its file or address."""
    if briefing.provenance:
        return briefing.provenance.source
    return origin_line(briefing.origin or Origin(briefing.path, ""))


def _headings(briefing: Briefing, section: Section) -> list[str]:
    named = both(section.title, section.arabic)  # a plain text's one section has no name
    return [*_titles(briefing), *([named] if named else [])]


def _titles(briefing: Briefing) -> list[str]:
    return [title for title in (briefing.title.english, briefing.title.arabic) if title]


def _summary(briefing: Briefing, section: Section) -> Iterator[list[str]]:
    if briefing.bottom_line and is_whole(briefing, section):
        yield [briefing.bottom_line]
    if section.key == FULL_KEY:
        yield from _claims_by_section(briefing)
    else:
        yield _claims(section)


def _claims_by_section(briefing: Briefing) -> Iterator[list[str]]:
    for section in briefing.sections:
        if section.claims:
            yield [both(section.title, section.arabic), *_claims(section)]


def _claims(section: Section) -> list[str]:
    return [f"- {stated(claim)} {cited(claim.paragraphs)}" for claim in section.claims]


def _article(briefing: Briefing, numbers: Sequence[int]) -> Iterator[list[str]]:
    yield from paragraph_blocks(briefing, numbers)
    if links := link_lines(briefing, numbers):
        yield from (["LINKS"], links)


def _blocks(blocks: Iterable[list[str]]) -> str:
    return "\n\n".join("\n".join(lines) for lines in blocks if lines)
