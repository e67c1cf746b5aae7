"""The body of a Word document: paragraphs and tables one after the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Final

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from briefing.document import Paragraph
from briefing.document.model import Inline
from briefing.exporting.cutting import pieces
from briefing.exporting.page.addresses import followed
from briefing.exporting.page.evidence import QuotedWords
from briefing.exporting.tongues import TextDirection, Tongue, direction
from briefing.exporting.word.elements import Element, add, add_link, tag
from briefing.exporting.word.numbering import INDENT, ParagraphNumbering
from briefing.exporting.word.runs import DirectionRun, add_run, add_runs, parts_of
from briefing.exporting.word.styles import heading_style, style_id

_STYLES: Final[Mapping[str, str]] = {
    "text": "Article Paragraph",
    "item": "Article Item",
    "quote": "Article Quote",
    "code": "Article Code",
    "row": "Article Table Cell",
    "note": "Article Note",
}
_STEP: Final = 567  # twentieths of a point that a quote within a quote is set in
_DEEPEST: Final = 10
_LONGEST: Final = 2000  # characters of an address; of longer ones Word says that the document is damaged
_COLUMNS: Final = 60  # Word has 63 at most
_WIDTH: Final = 9300  # of a table, in twentieths of a point


class Body:
    """Adds to a document; `tongue` is the article's, whose direction a text without letters has."""

    def __init__(self, document: Document, tongue: Tongue) -> None:
        self._part = document.part
        self._body: Element = document.element.body
        self._end: Element = self._body.find(tag("sectPr"))
        self._numbering = ParagraphNumbering(document)
        self._marks = 0
        self._links: dict[str, str] = {}
        self._quotes: Mapping[int, Sequence[QuotedWords]] = {}
        self._tongue = tongue
        #: The article's language, as Word names it.
        self.lang = word_language(tongue.lang)

    def paragraph(
        self, style: str, text: str = "", *, parent: Element = None, article: bool = False
    ) -> Element:
        """Add a paragraph at the end of the document or of a table's cell.

        `article`: a text of the article, which has the article's direction where it has none of its own.
        """
        paragraph, properties, way = self._begun(style_id(style), text, parent, article=article)
        add(properties, "bidi", val="1" if way == "rtl" else "0")
        add_runs(paragraph, text, way, lang=self.lang)
        return paragraph

    def heading(self, text: str, level: int) -> Element:
        """Add a heading of the document itself, of a level from 1; 0 is the title."""
        return self.paragraph(f"Heading {level}" if level else "Title", text)

    def table(self, heads: Sequence[str], widths: Sequence[int]) -> Element:
        """Add a table of the document itself, with a row of heads that is repeated on each page."""
        table = self._table(widths, is_right=False)
        row = self.row(table, [(head, False) for head in heads], widths)
        add(row[0], "tblHeader")
        for run in row.iter(tag("rPr")):
            run.insert(0, run.makeelement(tag("b")))
        return table

    def row(self, table: Element, cells: Iterable[tuple[str, bool]], widths: Sequence[int]) -> Element:
        """Add a row of texts; with each whether it is the article's. Lines of a text are paragraphs."""
        row = add(table, "tr")
        add(add(row, "trPr"), "cantSplit")
        for (text, article), width in zip(cells, widths, strict=True):
            cell = add(row, "tc")
            add(add(cell, "tcPr"), "tcW", w=str(width), type="dxa")
            for line in text.split("\n"):
                self.paragraph("Table Text", line, parent=cell, article=article)
        return row

    def article(self, paragraphs: Iterable[Paragraph], quotes: Mapping[int, Sequence[QuotedWords]]) -> None:
        """Add the article: each paragraph in its style, rows that follow each other as a table.

        `quotes`, by the number of their paragraph, lead to the claims that they carry.
        """
        self._quotes = quotes
        for is_row, group in groupby(paragraphs, lambda one: one.kind == "row"):
            if is_row:
                self._rows([*group])
            else:
                for one in group:
                    self._article_paragraph(one)

    def _article_paragraph(self, one: Paragraph) -> None:
        style = heading_style(one.level) if one.kind == "heading" else _STYLES[one.kind]
        paragraph, properties, way = self._begun(style_id(style), one.text, None, article=one.kind != "code")
        has_number = self._numbering.add(properties, one)
        add(properties, "bidi", val="1" if way == "rtl" else "0")
        # A number's indent counts more than its style's.
        if one.kind == "quote" or one.is_code_in_item:
            add(properties, "ind", left=str(INDENT + _STEP * max(1, min(one.level, _DEEPEST))))
        if one.label and not has_number:
            add_runs(paragraph, f"{one.label} ", way, style="Label")
        self._set(paragraph, one, 0, len(one.text), way)
        self.bookmark(paragraph, anchor_of(one.number))

    def _rows(self, rows: Sequence[Paragraph]) -> None:
        columns = max(one.text.count("\t") + 1 for one in rows)
        if columns > _COLUMNS:
            for one in rows:
                self._article_paragraph(one)
            return
        widths = [_WIDTH // columns] * columns
        table = self._table(widths, is_right=self._tongue.direction == "rtl")
        for one in rows:
            row, at, cells = add(table, "tr"), 0, one.text.split("\t")
            if len(cells) < columns:
                add(add(row, "trPr"), "gridAfter", val=str(columns - len(cells)))
            for number, text in enumerate(cells):
                cell = add(row, "tc")
                add(add(cell, "tcPr"), "tcW", w=str(widths[0]), type="dxa")
                style = style_id(_STYLES["row"])
                paragraph, properties, way = self._begun(style, text, cell, article=True)
                if number == 0:
                    self._numbering.add(properties, one)
                add(properties, "bidi", val="1" if way == "rtl" else "0")
                self._set(paragraph, one, at, at + len(text), way)
                if number == 0:
                    self.bookmark(paragraph, anchor_of(one.number))
                at += len(text) + 1

    def _begun(
        self, style: str, text: str, parent: Element, *, article: bool
    ) -> tuple[Element, Element, TextDirection]:
        way = direction(text) or (self._tongue.direction if article else "ltr")
        if parent is None:
            paragraph = self._body.makeelement(tag("p"))
            self._end.addprevious(paragraph)
        else:
            paragraph = add(parent, "p")
        properties = add(paragraph, "pPr")
        add(properties, "pStyle", val=style.replace(" ", ""))
        return paragraph, properties, way

    def _set(self, paragraph: Element, one: Paragraph, start: int, end: int, way: TextDirection) -> None:
        """Add `[start:end]` of a paragraph's text as its inlines are set, linked with the claims on it."""
        runs = (
            part._replace(start=start + part.start, end=start + part.end)
            for part in parts_of(one.text[start:end], way)
        )
        inlines = [inline for inline in one.inlines if 0 <= inline.start < inline.end <= len(one.text)]
        spans: list[Inline | QuotedWords | DirectionRun] = [
            *inlines,
            *self._quotes.get(one.number, ()),
            *runs,
        ]
        parent, led = paragraph, ""
        for first, last, active in pieces(spans, start, end):
            quotes = [span for span in active if isinstance(span, QuotedWords)]
            kinds = {span.kind: span.address for span in reversed(active) if isinstance(span, Inline)}
            is_right = any(isinstance(span, DirectionRun) and span.is_right for span in active)
            leads, link = self._leading(kinds.get("link", ""), quotes)
            style = "Hyperlink" if "relationship" in link else style_id("Evidence Words") if link else ""
            leads += " code" if leads and "code" in kinds else ""  # of runs that differ LibreOffice sets none
            if leads != led:
                led, parent = leads, add_link(paragraph, **link) if link else paragraph
            said = one.text[first:last]
            add_run(parent, said, is_right=is_right, style=style, lang=self.lang, kinds=kinds)

    def _leading(self, address: str, quotes: Sequence[QuotedWords]) -> tuple[str, dict[str, str]]:
        """Where words lead, in a word, and the attributes of a link there: their own, or a claim on them."""
        address = followed(address)
        if address and len(address) <= _LONGEST:
            if address not in self._links:
                kind = RELATIONSHIP_TYPE.HYPERLINK
                self._links[address] = self._part.relate_to(address, kind, is_external=True)
            return address, {"relationship": self._links[address]}
        if not quotes:
            return "", {}
        nearest = min(quotes, key=lambda quote: (quote.end - quote.start, quote.claim))
        claims = sorted({quote.claim for quote in quotes})
        said = f"Claim{'s' * (len(claims) > 1)} {', '.join(map(str, claims))}"
        anchor = claim_anchor(nearest.claim)
        return f"{anchor} {said}", {"anchor": anchor, "tooltip": said}

    def bookmark(self, paragraph: Element, name: str) -> None:
        """Make a paragraph what links to `name` lead to."""
        self._marks += 1
        start = paragraph.makeelement(tag("bookmarkStart"), {tag("id"): str(self._marks), tag("name"): name})
        paragraph.insert(1, start)
        add(paragraph, "bookmarkEnd", id=str(self._marks))

    def _table(self, widths: Sequence[int], *, is_right: bool) -> Element:
        table = self._body.makeelement(tag("tbl"))
        self._end.addprevious(table)
        properties = add(table, "tblPr")
        add(properties, "tblStyle", val="TableGrid")
        if is_right:
            add(properties, "bidiVisual")
        add(properties, "tblW", w=str(sum(widths)), type="dxa")
        add(properties, "tblLayout", type="fixed")
        grid = add(table, "tblGrid")
        for width in widths:
            add(grid, "gridCol", w=str(width))
        after = self._body.makeelement(tag("p"))  # two tables without anything between them would be one
        self._end.addprevious(after)
        return table


def anchor_of(number: int) -> str:
    """Return the bookmark of a paragraph of the article."""
    return f"paragraph{number}"


def claim_anchor(number: int) -> str:
    """Return the bookmark of a claim, by its number in the document, from 1."""
    return f"claim{number}"


def word_language(lang: str) -> str:
    """Return a language with a country, as Word wants it; Arabic where the language is not known."""
    known = {"fa": "fa-IR", "ur": "ur-PK", "he": "he-IL", "yi": "yi-Hebr", "ps": "ps-AF", "ug": "ug-CN"}
    known |= {"ckb": "ku-Arab-IQ", "sd": "sd-Arab-PK"}
    return known.get(lang, "ar-SA")
