"""Plain text: what `briefing` prints into a pipe, with the quotes that claims rest on."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.document import Claim, Section, visible_controls
from briefing.document.citing import cited, quoted
from briefing.document.line_ends import with_line_feeds
from briefing.exporting.chosen import Chosen
from briefing.exporting.lists import names_lines, timeline_lines
from briefing.exporting.paragraphs import begins_under, begins_with, link_lines, paragraph_blocks
from briefing.exporting.phrases import both, stated
from briefing.exporting.plain import source_blocks, source_line, with_one_line_each


def written(chosen: Chosen) -> bytes:
    """Return it as UTF-8, each line with its LF."""
    return text_of(chosen).encode()


def text_of(chosen: Chosen, *, sourced: bool = True) -> str:
    """Return it as text. Controls but for tab and line end are visible characters.

    A claim takes one line, and each of its quotes one under it: a line end in one is a space. A part is
    named where there are several.
    `sourced`: it says where it comes from.
    """
    several, claimed = len(chosen.parts) > 1, any(True for _ in chosen.claims)
    blocks = [_titles(chosen), [chosen.bottom_line] if chosen.bottom_line else []]
    blocks += _named("SUMMARY" if several else "", _claims(chosen))
    blocks = with_one_line_each(blocks)
    blocks += _named("ARTICLE" if several and claimed else "", _article(chosen))
    blocks += _named("TIMELINE" if several else "", [timeline_lines(chosen.events)])
    blocks += _named("NAMES" if several else "", [names_lines(chosen.names)])
    if sourced:
        source = source_blocks(chosen.briefing) if chosen.is_whole else [[source_line(chosen.briefing)]]
        blocks += with_one_line_each(source)
    joined = "\n\n".join("\n".join(lines) for lines in blocks if lines)
    return visible_controls(with_line_feeds(joined)) + "\n"


def _named(name: str, blocks: list[list[str]]) -> list[list[str]]:
    """The blocks of a part under its name, if there are any."""
    return [[name] if name else [], *blocks] if any(blocks) else []


def _titles(chosen: Chosen) -> list[str]:
    """Titles, unless they are what the text itself begins with."""
    briefing = chosen.briefing
    titles = [title for title in (briefing.title.english, briefing.title.arabic) if title]
    is_said = False
    if briefing.provenance is None and "article" in chosen.parts:
        numbers = (one.number for one in chosen.paragraphs)
        is_said = begins_with(briefing, numbers, briefing.title.shown)
    shown = [] if is_said else titles
    if chosen.is_whole:
        return shown
    under = briefing.provenance is None and "article" in chosen.parts
    for section in chosen.sections:
        named = both(section.title, section.arabic)
        if named and not (under and begins_under(briefing, section)):
            shown.append(named)
    return shown


def _claims(chosen: Chosen) -> list[list[str]]:
    blocks: list[list[str]] = []
    if "claims" not in chosen.parts:
        return blocks
    for section in chosen.sections:
        if section.claims:
            head = [both(section.title, section.arabic)] if chosen.is_whole else []
            blocks.append([*filter(None, head), *_lines(chosen, section)])
    return blocks


def _lines(chosen: Chosen, section: Section) -> Iterator[str]:
    for claim in section.claims:
        yield f"- {stated(claim)} {cited(claim.paragraphs)}".rstrip()
        if chosen.quotes:
            yield from _quotes(claim)


def _quotes(claim: Claim) -> Iterator[str]:
    for citation in claim.citations:
        if citation.quote:  # one that was given out without them has none
            yield f"  {quoted(citation)}"


def _article(chosen: Chosen) -> list[list[str]]:
    numbers = [paragraph.number for paragraph in chosen.paragraphs]
    blocks = list(paragraph_blocks(chosen.briefing, numbers))
    links = link_lines(chosen.briefing, numbers)
    return [*blocks, *([["LINKS"], links] if links else [])]
