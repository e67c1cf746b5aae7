"""Claims as markup: what is said, how sure it is, and links to the words that carry it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from briefing.document import Citation, Claim
from briefing.document.citing import cited
from briefing.exporting.page.bands import NumberedSection
from briefing.exporting.page.wording import english, foreign
from briefing.exporting.phrases import judgements
from briefing.exporting.tongues import Tongue, direction


class Claims(NamedTuple):
    """What the claims of a page have in common.

    `shown` are the numbers of the paragraphs in the page, `found` the ids of the quotes that are marked in
    them, `texts` those of all paragraphs that are cited. `quotes`: the words stand with the claims.
    """

    tongue: Tongue
    shown: Collection[int]
    found: Collection[str]
    texts: Mapping[int, str]
    quotes: bool

    def section(self, group: NumberedSection, *, level: int, titled: bool) -> Iterator[str]:
        """Yield the claims of a section under its title, a heading of that level."""
        section = group.section
        if titled and (section.title or section.arabic):
            yield '<div class="heads">\n'
            title = english("span", section.title or section.arabic, self.tongue)
            yield f'<h{level} id="s{group.number}">{title}</h{level}>\n'
            if section.title and section.arabic:
                yield foreign("p", section.arabic, self.tongue, "arabic") + "\n"
            yield "</div>\n"
        if section.paragraphs and titled:
            yield f'<p class="cited">{self._cited(section.paragraphs)}</p>\n'
        if section.claims:
            yield f'<ol class="claims" start="{group.first}">\n'
            for number, claim in enumerate(section.claims, group.first):
                yield from self._claim(number, claim)
            yield "</ol>\n"

    def _claim(self, number: int, claim: Claim) -> Iterator[str]:
        yield f'<li id="c{number}">{english("p", claim.text, self.tongue, "claim")}'
        said = judgements(claim)
        if claim.drafted:
            said.append("draft, not yet accepted by a person")
        if words := " · ".join(said):
            yield f'<p class="sure">{words[0].upper()}{words[1:]}</p>'
        if claim.citations:
            yield '<ul class="cites">'
            for index, citation in enumerate(claim.citations, 1):
                yield f"<li>{self._citation(number, index, citation)}</li>"
            yield "</ul>"
        yield "</li>\n"

    def _citation(self, claim: int, index: int, citation: Citation) -> str:
        number, place = citation.paragraph, f"e{claim}-{index}"
        link = cited([number])
        if place in self.found:
            link = f'<a href="#{place}">{link}</a>'
        elif number in self.shown:
            link = f'<a href="#p{number}">{link}</a> <span class="sure">(not word for word)</span>'
        if not self.quotes:
            return link
        text = self.texts.get(number, citation.quote)
        return f"{link} {foreign('p', citation.quote, self.tongue, 'quote', direction(text))}"

    def _cited(self, numbers: Collection[int]) -> str:
        return " ".join(self.paragraph(number) for number in numbers)

    def paragraph(self, number: int) -> str:
        """Return a paragraph's number, which leads to it if it stands in the page."""
        link = cited([number])
        return f'<a href="#p{number}">{link}</a>' if number in self.shown else link
