"""DOCX: paragraphs, headings, lists, tables and notes of a Word document, as they stand after its changes."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from briefing.document.errors import BriefingError
from briefing.document.left_out import left_out
from briefing.document.model import CapturedDetail, InlineKind, Paragraph, ParagraphKind
from briefing.document.right_to_left import RIGHT_TO_LEFT
from briefing.sources.addresses import followable
from briefing.sources.archives import Archive
from briefing.sources.article import Article, numbered
from briefing.sources.docx_numbering import DocxNumbering
from briefing.sources.docx_styles import DocxStyles, outline_level
from briefing.sources.left_out import detail
from briefing.sources.material import Material
from briefing.sources.runs import Runs, row_of, with_whole_code
from briefing.sources.xml_trees import (
    attribute,
    child,
    descendants,
    local_name,
    text_of,
    tree_of,
    value,
)  # fmt: skip

_BODY: Final = "word/document.xml"
_CORE: Final = "docProps/core.xml"
_NOTES: Final = (("footnotes", "footnote"), ("endnotes", "endnote"))
# What was deleted, and where something was moved away from, is no part of the text any more.
_DELETED: Final = frozenset(("del", "moveFrom"))
_GONE: Final = frozenset(("delText", "instrText", "delInstrText", "object", "pPr", "rPr", "rt", "sdtPr"))
_AROUND: Final = frozenset(
    ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent")
)
_SPACES: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_OFF: Final = ("0", "false", "none", "off")
_RTL: Final = re.compile(f"[{RIGHT_TO_LEFT}]")
_FIELD: Final = re.compile(r'\s*HYPERLINK\s+"([^"]*)"')


class _Document:
    """The parts of one document that its paragraphs refer to, and what is gathered on the way."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive, self._name = archive, name
        self.body = self._body()
        self._folder = posixpath.dirname(self.body)
        self.styles = DocxStyles(self.tree(self.part("styles")))
        self.numbering = DocxNumbering(self.tree(self.part("numbering")))
        self.addresses = self.addresses_of(self.body)
        self.notes: list[tuple[str, str]] = []  # kind and id, in the order in which they are referred to
        self.deleted: list[str] = []
        self.hidden: list[str] = []
        self.contents: list[str] = []
        self.pictures = 0

    def part(self, name: str) -> str:
        return posixpath.join(self._folder, f"{name}.xml")

    def tree(self, member: str) -> Element | None:
        """The root of a part, None if the document has no such part."""
        if member not in self._archive:
            return None
        return tree_of(self._archive.read(member), f"{self._name}: {member}")

    def addresses_of(self, member: str) -> dict[str, str]:
        """The addresses outside that a part leads to, by their ids."""
        folder, file = posixpath.split(member)
        root = self.tree(posixpath.join(folder, "_rels", f"{file}.rels"))
        return {
            attribute(one, "Id"): address
            for one in (descendants(root, "Relationship") if root is not None else ())
            if attribute(one, "TargetMode") == "External"
            and (address := followable(attribute(one, "Target")))
        }

    def _body(self) -> str:
        """The name of the part that is the text."""
        root = self.tree("_rels/.rels") if _BODY not in self._archive else None
        for one in descendants(root, "Relationship") if root is not None else ():
            if attribute(one, "Type").endswith("/officeDocument"):
                return posixpath.normpath(attribute(one, "Target").lstrip("/"))
        return _BODY


def read(material: Material) -> Article:
    """Return a Word document as an article, its footnotes and endnotes last.

    Tracked insertions are part of the text, tracked deletions are not. Raises BriefingError if it is damaged
    or locked.
    """
    archive = Archive(material)
    try:
        return _article(archive, material.name)
    except RecursionError:
        cure = "save it again with the program it comes from"
        raise BriefingError(material.name, "elements nested too deep", cure) from None


def _article(archive: Archive, name: str) -> Article:
    document = _Document(archive, name)
    root = tree_of(archive.read(document.body), f"{name}: {document.body}")
    paragraphs = [*_blocks(child(root, "body"), document)]
    paragraphs += _notes(document)
    core = document.tree(_CORE)
    return Article(
        numbered(with_whole_code(paragraphs)),
        title=text_of(child(core, "title")),
        author=text_of(child(core, "creator")),
        published=text_of(child(core, "created")),
        left_out=tuple(_left_out(document)),
    )


def _left_out(document: _Document) -> Iterator[CapturedDetail]:
    yield from detail("deletions", "deletions.says", document.deleted, sized=False)
    yield from detail("hidden", "hidden.word", document.hidden)
    yield from detail("contents", "lines", document.contents, sized=False)
    if document.pictures:
        yield left_out("pictures", "pictures.says", document.pictures)


def _blocks(element: Element | None, document: _Document) -> Iterator[Paragraph]:
    open_: _Paragraph | None = None  # one whose end was deleted goes on in the next
    for one in element if element is not None else ():
        name = local_name(one)
        if name == "p":
            open_ = _Paragraph(one, document) if open_ is None else open_.joined(one)
            if not open_.goes_on:
                yield from open_.finished()
                open_ = None
        elif name == "tbl":
            yield from _rows(one, document)
        elif name in _AROUND:
            yield from _blocks(_chosen(one), document)
    if open_ is not None:
        yield from open_.finished()


def _chosen(element: Element) -> Element:
    """Of alternatives the first one, which is the richest; any other element is itself."""
    if local_name(element) != "AlternateContent":
        return element
    return next(iter(element), element)


def _rows(table: Element, document: _Document) -> Iterator[Paragraph]:
    rows = [one for one in _unwrapped(table, "tr") if child(child(one, "trPr"), "del") is None]
    cells_of = [[*_unwrapped(row, "tc")] for row in rows]
    if max(map(len, cells_of), default=0) < 2:  # it only frames what is in it
        for cells in cells_of:
            for cell in cells:
                yield from _blocks(cell, document)
        return
    for cells in cells_of:
        if (row := row_of(_blocks(cell, document) for cell in cells)) is not None:
            yield row


def _unwrapped(element: Element, name: str) -> Iterator[Element]:
    """The children of that name, also those inside content controls and insertions."""
    for one in element:
        if local_name(one) == name:
            yield one
        elif local_name(one) in _AROUND:
            yield from _unwrapped(one, name)


class _Paragraph:
    """The text of one paragraph, gathered run by run."""

    def __init__(self, element: Element, document: _Document) -> None:
        self._document = document
        self._properties = child(element, "pPr")
        self._style = document.styles[value(self._properties, "pStyle")]
        self._runs = Runs()
        self._boxes: list[Element] = []
        self._fields: list[tuple[int, str]] = []  # where the result of each open field starts; its address
        self.goes_on = False
        self.joined(element)

    def joined(self, element: Element) -> _Paragraph:
        """Add the text of a paragraph to this one."""
        self._walk(element)
        self.goes_on = child(child(child(element, "pPr"), "rPr"), "del") is not None
        return self

    def finished(self) -> Iterator[Paragraph]:
        """The paragraph, if it has text, and what stands in boxes anchored in it."""
        text, inlines = self._runs.finished(kept=self._style.kind == "code")
        kind, level, label = self._kind(bool(text))
        if text and self._style.is_contents:
            self._document.contents.append(text)
        elif text:
            yield Paragraph(0, text, kind, level, label, () if kind == "code" else inlines)
        for box in self._boxes:
            yield from _blocks(box, self._document)

    def _kind(self, has_text: bool) -> tuple[ParagraphKind, int, str]:
        own = child(self._properties, "numPr")
        numbering = own if own is not None else self._style.numbering
        key = value(numbering, "numId") or value(self._style.numbering, "numId")
        is_item = numbering is not None and key not in ("", "0") and has_text
        depth = value(numbering, "ilvl")
        at = int(depth) if len(depth) == 1 and depth.isdigit() else 0
        label = self._document.numbering.label(key, at) if is_item else ""
        level = outline_level(value(self._properties, "outlineLvl")) or self._style.level
        if level:
            return "heading", level, label
        kind = self._style.kind
        if is_item and kind in ("text", "item"):
            is_counted = kind == "text" and label.startswith("¶")  # paragraphs, not the items of a list
            return ("text", 0, label) if is_counted else ("item", max(at, self._style.depth) + 1, label)
        return kind, int(kind in ("quote", "item")), label

    def _walk(self, element: Element) -> None:
        """Add what is below `element`."""
        for one in element:
            name = local_name(one)
            if name in _GONE:
                if name == "instrText" and self._fields:
                    self._instruct(one.text or "")
            elif name in _DELETED:
                if one.findall(".//*"):
                    self._document.deleted.append(_written(one))
            elif name == "t":
                self._runs.add(one.text or "")
            elif name in _SPACES:
                self._runs.add(_SPACES[name])
            elif name in ("footnoteReference", "endnoteReference"):
                self._note(name.removesuffix("Reference"), attribute(one, "id"))
            elif name == "r":
                self._styled(one)
            elif name == "hyperlink":
                start = self._runs.length
                self._walk(one)
                self._runs.mark(start, "link", self._document.addresses.get(attribute(one, "id"), ""))
            elif name == "fldChar":
                self._field(attribute(one, "fldCharType"))
            elif name in ("drawing", "pict", "txbxContent"):
                self._drawn(one)
            else:
                self._walk(_chosen(one))

    def _drawn(self, element: Element) -> None:
        if local_name(element) == "txbxContent":
            self._boxes.append(element)
            return
        boxes = [*descendants(element, "txbxContent")]
        self._boxes += boxes[:1] if boxes and local_name(element) == "pict" else boxes
        self._document.pictures += not boxes and any(True for _ in descendants(element, "blip", "imagedata"))

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append((self._runs.length, ""))
        elif self._fields and kind == "separate":
            self._fields[-1] = (self._runs.length, self._fields[-1][1])
        elif self._fields and kind == "end":
            start, written = self._fields.pop()
            address = _FIELD.match(written)
            if address:
                self._runs.mark(start, "link", followable(address[1]))

    def _instruct(self, text: str) -> None:
        start, written = self._fields[-1]
        self._fields[-1] = (start, (written + text)[:4000])

    def _styled(self, run: Element) -> None:
        start = self._runs.length
        own = child(run, "rPr")
        style = self._document.styles[value(own, "rStyle")]
        properties = (*([own] if own is not None else ()), *style.run)
        if _is_on(properties, "vanish") or _is_on(self._style.run, "vanish"):
            if text := _written(run):
                self._document.hidden.append(text)
            return
        self._walk(run)
        text = "".join(one.text or "" for one in run if local_name(one) == "t")
        is_complex = _is_on(properties, "rtl") or _is_on(properties, "cs") or bool(_RTL.search(text))
        for plain, of_complex, kind in _LOOKS:
            # Word writes both; some programs know the one for Latin letters only.
            if (is_complex and _is_on(properties, of_complex)) or (
                _is_on(properties, plain) and not (is_complex and _is_off(properties, of_complex))
            ):
                self._runs.mark(start, kind)
        if style.is_code:
            self._runs.mark(start, "code")

    def _note(self, kind: str, key: str) -> None:
        self._document.notes.append((kind, key))
        self._runs.add(f"[{len(self._document.notes)}]")


_LOOKS: Final[tuple[tuple[str, str, InlineKind], ...]] = (
    ("b", "bCs", "strong"),
    ("i", "iCs", "emphasis"),
    ("strike", "strike", "struck"),
    ("dstrike", "dstrike", "struck"),
)


def _written(element: Element) -> str:
    """What is written below an element, deleted or not, as plain text."""
    return "".join(one.text or "" for one in descendants(element, "t", "delText"))


def _is_on(properties: tuple[Element, ...], name: str) -> bool:
    found = next((one for all_ in properties if (one := child(all_, name)) is not None), None)
    return found is not None and attribute(found, "val") not in _OFF


def _is_off(properties: tuple[Element, ...], name: str) -> bool:
    found = next((one for all_ in properties if (one := child(all_, name)) is not None), None)
    return found is not None and attribute(found, "val") in _OFF


def _notes(document: _Document) -> Iterator[Paragraph]:
    written: dict[tuple[str, str], tuple[Element, dict[str, str]]] = {}
    for part, kind in _NOTES:
        root = document.tree(document.part(part))
        addresses = document.addresses_of(document.part(part))
        for note in descendants(root, kind) if root is not None else ():
            written[kind, attribute(note, "id")] = (note, addresses)
    for number, key in enumerate([*document.notes], 1):
        if key not in written:
            continue
        note, document.addresses = written[key]
        label = f"[{number}]"
        for paragraph in _blocks(note, document):
            yield Paragraph(0, paragraph.text, "note", 0, label, paragraph.inlines)
            label = ""
