"""Footnotes: a part of the document of its own, which python-docx does not know how to make."""

from __future__ import annotations

from docx.document import Document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefing.document import Citation
from briefing.exporting.tongues import TextDirection
from briefing.exporting.word.elements import Element, add, root, tag
from briefing.exporting.word.runs import add_runs
from briefing.exporting.word.styles import style_id


class Footnotes:
    """The footnotes of one document, which are gathered in the order of their references."""

    def __init__(self, lang: str) -> None:
        self._lang = lang
        self._root = root("footnotes")
        self._count = 0
        for number, kind in ((-1, "separator"), (0, "continuationSeparator")):
            note = add(self._root, "footnote", type=kind, id=str(number))
            add(add(add(note, "p"), "r"), kind)

    def refer(self, paragraph: Element, citation: Citation, way: TextDirection, anchor: str) -> None:
        """Add a reference to a new footnote: the number of the cited paragraph, and the quote as it stands.

        `anchor` is the bookmark that the number leads to, "" if the paragraph is not in the document.
        """
        self._count += 1
        run = add(paragraph, "r")
        add(add(run, "rPr"), "rStyle", val="FootnoteReference")
        add(run, "footnoteReference", id=str(self._count))
        note = add(add(self._root, "footnote", id=str(self._count)), "p")
        properties = add(note, "pPr")
        add(properties, "pStyle", val=style_id("Evidence"))
        add(properties, "bidi", val="1" if way == "rtl" else "0")
        mark = add(note, "r")
        add(add(mark, "rPr"), "rStyle", val="FootnoteReference")
        add(mark, "footnoteRef")
        number = add(note, "hyperlink", anchor=anchor) if anchor else note
        add_runs(number, f" ¶{citation.paragraph} ", way)
        add_runs(note, citation.quote, way, style=style_id("Evidence Quote"), lang=self._lang)

    def save(self, document: Document) -> None:
        """Add the part to a document, if there is a footnote."""
        if not self._count:
            return
        blob = etree.tostring(self._root, xml_declaration=True, encoding="UTF-8", standalone=True)
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES, blob, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        settings: Element = document.settings.element
        own = settings.makeelement(tag("footnotePr"))
        for number in (-1, 0):
            add(own, "footnote", id=str(number))
        compat = settings.find(tag("compat"))
        settings.insert(len(settings) if compat is None else list(settings).index(compat), own)
