"""Single things of a briefing for the clipboard: a claim, a quote, an event, as plain text or as Markdown."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from briefing.document import Briefing, Claim, Paragraph
from briefing.document.citing import quoted
from briefing.document.model import Citation
from briefing.exporting.chosen import chosen
from briefing.exporting.forms import markdown, text
from briefing.exporting.markdown_text import as_shown, inline
from briefing.exporting.phrases import stated
from briefing.exporting.plain import section_text, source_line
from briefing.exporting.tongues import tongue


class Rendition(NamedTuple):
    """How a thing is given out: as Markdown or as text, with or without where it comes from."""

    markdown: bool = False
    sourced: bool = True


def words_text(briefing: Briefing, words: str, rendition: Rendition) -> str:
    """Return words of the briefing or of its article: to the letter; in Markdown as a block quote."""
    if rendition.markdown:
        words = "\n".join(f"> {markdown.either(line)}".rstrip() for line in as_shown(words).split("\n"))
    return _ended(briefing, [words], rendition)


def claim_text(briefing: Briefing, claim: Claim, rendition: Rendition) -> str:
    """Return a claim and the words that it rests on; in Markdown these are block quotes under it."""
    if not rendition.markdown:
        quotes = [quoted(one) for one in claim.citations]
        return _ended(briefing, ["\n".join([stated(claim), *quotes])], rendition)
    said = markdown.claim_text(claim, tongue(one.text for one in briefing.paragraphs))
    return _ended(briefing, [said, *_block_quotes(claim.citations)], rendition)


def quotes_text(briefing: Briefing, citations: Iterable[Citation], rendition: Rendition) -> str:
    """Return quotes, each behind the number of its paragraph; in Markdown as block quotes."""
    if rendition.markdown:
        return _ended(briefing, _block_quotes(citations), rendition)
    return _ended(briefing, ["\n".join(map(quoted, citations))], rendition)


def paragraph_text(briefing: Briefing, paragraph: Paragraph, rendition: Rendition) -> str:
    """Return a paragraph, as text character for character, in Markdown as the block that it is."""
    block = markdown.paragraph_text(paragraph) if rendition.markdown else paragraph.text
    return _ended(briefing, [block], rendition)


def line_text(briefing: Briefing, line: str, rendition: Rendition) -> str:
    """Return an event or a name, which is `line` in a list of plain text."""
    if rendition.markdown:
        return _ended(briefing, [f"- {inline(line.removeprefix('- '))}"], rendition)
    return _ended(briefing, [line.removeprefix("- ")], rendition)


def summary_text(briefing: Briefing, index: int, rendition: Rendition) -> str:
    """Return the summary of the section at `index` among `sections_shown`."""
    from briefing.document import sections_shown

    if rendition.markdown:
        return markdown.text_of(chosen(briefing, index, ("claims",)), sourced=rendition.sourced).rstrip("\n")
    return section_text(briefing, sections_shown(briefing)[index], sourced=rendition.sourced)


def whole_text(briefing: Briefing, rendition: Rendition) -> str:
    """Return the whole briefing: claims, article, timeline and names. Controls are visible characters."""
    make = markdown.text_of if rendition.markdown else text.text_of
    return make(chosen(briefing), sourced=rendition.sourced).rstrip("\n")


def _block_quotes(citations: Iterable[Citation]) -> list[str]:
    return [f"> ¶{one.paragraph} {markdown.quote_text(one.quote)}" for one in citations if one.quote]


def _ended(briefing: Briefing, blocks: list[str], rendition: Rendition) -> str:
    """The blocks, with the source line behind them if it is wanted. No line end at the end."""
    if rendition.sourced and (source := source_line(briefing)):
        blocks = [*blocks, inline(source) if rendition.markdown else source]
    return "\n\n".join(blocks)
