"""HTML: one file with all that is in it, which fetches nothing, runs nothing and is read without a script.

The words of a document stand in blocks of their own with `lang` and `dir`: so whatever directions are in
them end there, and no control is added. The font is the reader's: one with Arabic that is fit for reading
weighs more than most briefings, and every system has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.document import Paragraph
from briefing.exporting.chosen import Chosen
from briefing.exporting.page.article import Headings, PageArticle
from briefing.exporting.page.bands import Band, bands
from briefing.exporting.page.claims import Claims
from briefing.exporting.page.escaping import not_carried, quoted, windows_title
from briefing.exporting.page.events import timeline
from briefing.exporting.page.evidence import QuotedWords, quotes_by_paragraph
from briefing.exporting.page.names import names_table
from briefing.exporting.page.source import source
from briefing.exporting.page.style import policy, style
from briefing.exporting.page.wording import english, foreign
from briefing.exporting.paragraphs import begins_with
from briefing.exporting.plain import source_line
from briefing.exporting.tongues import tongue


def written(chosen: Chosen) -> bytes:
    """Return the page, in UTF-8."""
    return "".join(_Page(chosen).markup()).encode()


class _Page:
    """The page of a choice, and what its parts have in common."""

    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._briefing = chosen.briefing
        self._paragraphs: Sequence[Paragraph] = tuple(chosen.paragraphs) if "article" in chosen.parts else ()
        self._tongue = tongue(one.text for one in self._paragraphs or self._briefing.paragraphs)
        self._has_claims = "claims" in chosen.parts and any(section.claims for section in chosen.sections)
        shown = {one.number: one for one in self._paragraphs} if self._has_claims else {}
        claims = (
            [claim for section in chosen.sections for claim in section.claims] if self._has_claims else []
        )
        self._quotes: dict[int, list[QuotedWords]] = quotes_by_paragraph(claims, shown)
        self._count = len(claims)
        cited = {citation.paragraph for claim in claims for citation in claim.citations}
        self._claims = Claims(
            self._tongue,
            frozenset(one.number for one in self._paragraphs),
            frozenset(quote.id for quotes in self._quotes.values() for quote in quotes),
            {number: self._briefing.paragraph(number).text for number in cited},
            chosen.quotes,
        )

    def markup(self) -> Iterator[str]:
        """Yield the page."""
        css = style(self._count if self._quotes else 0)
        title = self._briefing.title.shown
        yield (
            '<!DOCTYPE html>\n<html lang="en" dir="ltr">\n<head>\n<meta charset="utf-8">\n'
            f'<meta http-equiv="Content-Security-Policy" content={quoted(policy(css))}>\n'
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
            '<meta name="referrer" content="no-referrer">\n<meta name="generator" content="briefing">\n'
            f"<title>{windows_title(title) or 'Briefing'}</title>\n<style>{css}</style>\n</head>\n<body>\n"
        )
        parts = [*self._parts()]
        yield '<a class="skip" href="#main">To the text</a>\n'
        yield from self._header()
        if len(parts) > 1:
            links = " ".join(f'<a href="#{place}">{name}</a>' for place, name, _ in parts)
            yield f'<nav aria-label="Parts">{links}</nav>\n'
        yield '<main id="main">\n'
        for _, _, part in parts:
            yield from part
        yield "</main>\n</body>\n</html>\n"

    def _header(self) -> Iterator[str]:
        title, tongue = self._briefing.title, self._tongue
        numbers = [one.number for one in self._paragraphs[:8]]
        is_said = self._briefing.provenance is None and begins_with(self._briefing, numbers, title.shown)
        hidden = ' class="unseen"' if is_said else ""
        yield f"<header>\n<h1{hidden}>{english('span', title.shown or 'Briefing', tongue)}</h1>\n"
        if title.english and title.arabic and not is_said:
            yield foreign("p", title.arabic, tongue, "arabic title") + "\n"
        if not self._chosen.is_whole and not self._has_claims:
            for section in self._chosen.sections:
                yield english("p", section.title, tongue, "title") if section.title else ""
                yield foreign("p", section.arabic, tongue, "arabic") if section.arabic else ""
        if self._chosen.bottom_line:
            yield english("p", self._chosen.bottom_line, tongue, "bottom") + "\n"
        yield english("p", source_line(self._briefing), tongue, "origin") + "\n</header>\n"

    def _parts(self) -> Iterator[tuple[str, str, Iterator[str]]]:
        """Yield each part of the page: its place, what it is called, and its markup."""
        chosen, tongue = self._chosen, self._tongue
        if self._has_claims or self._paragraphs:
            name = "Claims and article" if self._has_claims and self._paragraphs else ""
            yield "text", name or ("Claims" if self._has_claims else "Article"), self._text()
        if events := chosen.events:
            made = timeline(events, tongue, self._claims.paragraph)
            yield "timeline", "Timeline", self._part("timeline", "Timeline", made)
        if names := chosen.names:
            yield "names", "Names", self._part("names", "Names", names_table(names, tongue))
        lost = sum(not_carried(one.text) for one in self._paragraphs)
        made = source(self._briefing, tongue, self._paragraphs, lost)
        yield "source", "Source", self._part("source", "Source", made)

    def _part(self, place: str, name: str, made: Iterator[str]) -> Iterator[str]:
        yield f'<section class="band" id="{place}" aria-labelledby="{place}-h">\n'
        yield f'<h2 id="{place}-h">{name}</h2>\n'
        yield from made
        yield "</section>\n"

    def _text(self) -> Iterator[str]:
        yield '<div id="text">\n'
        for band in bands(self._chosen.sections, self._paragraphs):
            yield from self._band(band)
        yield "</div>\n"

    def _band(self, band: Band) -> Iterator[str]:
        said = [group for group in band.groups if group.section.claims] if self._has_claims else []
        yield f'<section class="{"two" if said and band.paragraphs else "alone"}">\n'
        if said:
            yield '<div class="said" role="region" aria-label="Claims" tabindex="0">\n'
            for group in said:
                yield from self._claims.section(group, level=2, titled=True)
            yield "</div>\n"
        if band.paragraphs:
            article = PageArticle(self._tongue, self._quotes, Headings(3 if said else 2))
            lang, way = quoted(self._tongue.lang), self._tongue.direction
            yield f'<div class="article" lang={lang} dir="{way}">\n'
            yield from article.markup(band.paragraphs)
            yield "</div>\n"
        yield "</section>\n"
