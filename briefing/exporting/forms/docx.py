"""Word: headings, styles that a person can change, footnotes with the quotes, tables.

The article's paragraphs hold the author's text and nothing else: their numbers are a list's, so they are no
part of it. Each paragraph has its direction, and each run its own. What XML has no way to hold (controls but
for tab and line end, lone surrogates) is shown as a picture, and the document says so at its end.
"""

from __future__ import annotations

from collections.abc import Iterable

import docx
from docx.shared import Mm

from briefing.document import Claim, Event, Name, Section
from briefing.document.dates import date_in_words
from briefing.exporting.chosen import Chosen
from briefing.exporting.page.evidence import quotes_by_paragraph
from briefing.exporting.paragraphs import begins_with
from briefing.exporting.phrases import judgement
from briefing.exporting.plain import source_line
from briefing.exporting.tongues import TextDirection, direction, last_direction, quoted_direction, tongue
from briefing.exporting.tracing import trace_of
from briefing.exporting.word.body import Body, anchor_of, claim_anchor, word_language
from briefing.exporting.word.elements import Element, add, add_link, carried, not_carried
from briefing.exporting.word.footnotes import Footnotes
from briefing.exporting.word.package import packed
from briefing.exporting.word.runs import add_runs
from briefing.exporting.word.source import add_source
from briefing.exporting.word.styles import add_styles

_EVENTS = (1500, 3300, 3000, 1500)  # widths of columns, in twentieths of a point
_NAMES = (2600, 2900, 1200, 2600)
_LRM = "\N{LEFT-TO-RIGHT MARK}"
_SUBJECT = 250  # characters that Word shows of a property, about


def written(chosen: Chosen) -> bytes:
    """Return the document. Raises ModuleNotFoundError, when imported, without python-docx."""
    return _NewDocument(chosen).saved()


class _NewDocument:
    def __init__(self, chosen: Chosen) -> None:
        self._chosen = chosen
        self._briefing = chosen.briefing
        self._paragraphs = tuple(chosen.paragraphs) if "article" in chosen.parts else ()
        found = tongue(one.text for one in self._paragraphs or self._briefing.paragraphs)
        self._document = docx.Document()
        add_styles(self._document.styles.element, word_language(found.lang))
        self._body = Body(self._document, found)
        self._notes = Footnotes(self._body.lang)
        self._numbers = {one.number for one in self._paragraphs}
        self._lang = found.lang
        parts = chosen.parts
        self._claimed = [one for one in chosen.sections if one.claims] if "claims" in parts else []
        self._claims = 0  # that are written

    def saved(self) -> bytes:
        """Fill the document, and return it."""
        self._set_page()
        self._set_properties()
        self._add_titles()
        self._add_claims()
        if self._paragraphs:
            self._body.heading("Article", 1)
            claims = (claim for section in self._claimed for claim in section.claims)
            quotes = quotes_by_paragraph(claims, {one.number: one for one in self._paragraphs})
            self._body.article(self._paragraphs, quotes)
        if "timeline" in self._chosen.parts and self._chosen.events:
            self._add_events(self._chosen.events)
        if "names" in self._chosen.parts and self._chosen.names:
            self._add_names(self._chosen.names)
        self._body.heading("Source", 1)
        lost = sum(not_carried(one.text) for one in self._paragraphs)
        add_source(self._body, trace_of(self._briefing).elsewhere(), lost)
        self._notes.save(self._document)
        return packed(self._document)

    def _set_page(self) -> None:
        page = self._document.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Mm(23)
        page.top_margin = page.bottom_margin = Mm(22)
        footer: Element = page.footer.paragraphs[0]._p
        add(footer.get_or_add_pPr(), "jc", val="center")
        add(add(add(footer, "fldSimple", instr="PAGE"), "r"), "t").text = "1"

    def _set_properties(self) -> None:
        held = self._document.core_properties
        held.title = carried(self._briefing.title.shown)[:_SUBJECT]
        held.subject = carried(source_line(self._briefing))[:_SUBJECT]
        held.language = self._lang
        origin = self._briefing.origin
        held.author = carried(origin.author)[:_SUBJECT] if origin else ""
        held.comments = held.keywords = held.last_modified_by = ""
        element: Element = held._element
        for one in [*element]:  # those of the template say when that was made
            if one.tag.endswith(("}created", "}modified", "}revision")):
                element.remove(one)

    def _add_titles(self) -> None:
        title = self._briefing.title
        numbers = [one.number for one in self._paragraphs[:8]]
        is_said = self._briefing.provenance is None and begins_with(self._briefing, numbers, title.shown)
        if title.shown and not is_said:
            self._body.heading(title.shown, 0)
        if title.english and title.arabic and not is_said:
            self._body.paragraph("Article Title", title.arabic, article=True)
        self._body.paragraph("Source Line", source_line(self._briefing))

    def _add_claims(self) -> None:
        bottom_line = self._chosen.bottom_line
        if bottom_line or self._claimed:
            self._body.heading("Summary", 1)
        if bottom_line:
            self._body.paragraph("Bottom Line", bottom_line)
        for section in self._claimed:
            self._add_section(section)

    def _add_section(self, section: Section) -> None:
        if section.title or section.arabic:
            self._body.heading(section.title or section.arabic, 2)
        if section.title and section.arabic:
            self._body.paragraph("Section Title", section.arabic, article=True)
        for claim in section.claims:
            self._add_claim(claim)

    def _add_claim(self, claim: Claim) -> None:
        paragraph = self._body.paragraph("Claim", claim.text)
        way = direction(claim.text) or "ltr"
        if getattr(claim, "drafted", False):
            run = add(paragraph, "r")
            paragraph.insert(1, run)
            add(add(run, "rPr"), "rStyle", val="Draft")
            text = add(run, "t")
            text.text = "Draft: "
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        judged = judgement(claim)
        if judged:
            add_runs(paragraph, f" ({judged})", way)
        # Programs that go by Unicode would draw the numbers into words from right to left before them.
        mark = _LRM if way == "ltr" and not judged and last_direction(claim.text) == "rtl" else ""
        for citation in claim.citations:
            add_runs(paragraph, f"{mark} ", way)
            mark = ""
            anchor = self._refer(paragraph, citation.paragraph, way)
            if self._chosen.quotes and citation.quote:
                turned = quoted_direction(self._chosen.briefing, citation) or "rtl"
                self._notes.refer(paragraph, citation, turned, anchor)
        self._claims += 1
        self._body.bookmark(paragraph, claim_anchor(self._claims))

    def _refer(self, paragraph: Element, number: int, way: TextDirection) -> str:
        """Add the number of a paragraph, which leads there; returns its bookmark, "" if that is not there."""
        anchor = anchor_of(number) if number in self._numbers else ""
        add_runs(add_link(paragraph, anchor=anchor) if anchor else paragraph, f"¶{number}", way)
        return anchor

    def _add_events(self, events: Iterable[Event]) -> None:
        self._body.heading("Timeline", 1)
        table = self._body.table(("Date", "Event", "In the article", "Known"), _EVENTS)
        for event in events:
            label = date_in_words(event)
            when = label if label == event.date else f"{label}\n{event.date}"
            said = f"{event.title}\n{event.note}" if event.note else event.title
            cells = ((when, False), (said, False), (event.arabic, True), (event.basis, False))
            row = self._body.row(table, cells, _EVENTS)
            if event.paragraphs:
                known = self._body.paragraph("Table Text", parent=row[-1])
                for at, number in enumerate(event.paragraphs):
                    add_runs(known, " " * (at > 0), "ltr")
                    self._refer(known, number, "ltr")

    def _add_names(self, names: Iterable[Name]) -> None:
        self._body.heading("Names", 1)
        table = self._body.table(("Name", "In the article", "Kind", "Role"), _NAMES)
        for name in names:
            forms = "\n".join(name.arabic)
            cells = ((name.english, False), (forms, True), (name.kind, False), (name.role, False))
            self._body.row(table, cells, _NAMES)
