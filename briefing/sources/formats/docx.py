"""DOCX: paragraphs, headings, lists, tables and notes of a Word document, as they stand after its changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from briefing.document.model import CapturedDetail, Inline, InlineKind, Paragraph, ParagraphKind
from briefing.sources.archives import Archive
from briefing.sources.article import Article, numbered
from briefing.sources.html_blocks import BULLET
from briefing.sources.material import Material
from briefing.sources.xml_trees import attribute, child, collapsed, descendants, local_name, text_of, tree_of

_BODY: Final = "word/document.xml"
_STYLES: Final = "word/styles.xml"
_NUMBERING: Final = "word/numbering.xml"
_RELATIONS: Final = "word/_rels/document.xml.rels"
_NOTES: Final = (("word/footnotes.xml", "footnote"), ("word/endnotes.xml", "endnote"))
_CORE: Final = "docProps/core.xml"
# What was deleted, and where something was moved away from, is no part of the text any more.
_GONE: Final = frozenset(("del", "moveFrom", "delText", "instrText", "pict", "drawing", "object", "Fallback"))
_HEADING: Final = re.compile(r"(?:heading|überschrift|titre|título|عنوان)\s*([1-9])", re.IGNORECASE)
_SPACES: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


class _Document:
    """The parts of one document that its paragraphs refer to."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive, self._name = archive, name
        self.headings = self._headings()
        self.ordered = self._ordered()
        self.addresses = {
            attribute(one, "Id"): attribute(one, "Target")
            for one in self._descendants(_RELATIONS, "Relationship")
            if attribute(one, "TargetMode") == "External"
        }
        self.numbers: dict[tuple[str, int], int] = {}
        self.notes: list[tuple[str, str]] = []  # kind and id, in the order in which they are referred to
        self.deleted = 0

    def tree(self, member: str) -> Element | None:
        """The root of a part, None if the document has no such part."""
        if member not in self._archive:
            return None
        return tree_of(self._archive.read(member), f"{self._name}: {member}")

    def _descendants(self, member: str, name: str) -> Iterator[Element]:
        root = self.tree(member)
        return descendants(root, name) if root is not None else iter(())

    def _headings(self) -> dict[str, int]:
        """The level of each paragraph style that is a heading's, by its id."""
        levels: dict[str, int] = {}
        parents: dict[str, str] = {}
        for style in self._descendants(_STYLES, "style"):
            key = attribute(style, "styleId")
            named = _HEADING.fullmatch(_value(style, "name").strip())
            outline = _value(child(style, "pPr"), "outlineLvl")
            if named:
                levels[key] = int(named[1])
            elif _value(style, "name").lower() == "title":
                levels[key] = 1
            elif outline.isdigit() and int(outline) < 9:
                levels[key] = int(outline) + 1
            parents[key] = _value(style, "basedOn")
        for key, parent in parents.items():
            if key not in levels and parent in levels:
                levels[key] = levels[parent]
        return levels

    def _ordered(self) -> dict[tuple[str, int], bool]:
        """Whether a list's level is numbered, by the id of the list and the level."""
        abstract: dict[str, dict[int, bool]] = {}
        ordered: dict[tuple[str, int], bool] = {}
        for one in self._descendants(_NUMBERING, "abstractNum"):
            abstract[attribute(one, "abstractNumId")] = {
                int(attribute(level, "ilvl") or 0): _value(level, "numFmt") not in ("bullet", "none", "")
                for level in descendants(one, "lvl")
            }
        for one in self._descendants(_NUMBERING, "num"):
            for level, is_ordered in abstract.get(_value(one, "abstractNumId"), {}).items():
                ordered[attribute(one, "numId"), level] = is_ordered
        return ordered


def read(material: Material) -> Article:
    """Return a Word document as an article, its footnotes and endnotes last.

    Tracked insertions are part of the text, tracked deletions are not. Raises BriefingError if it is damaged
    or locked.
    """
    archive = Archive(material)
    document = _Document(archive, material.name)
    root = tree_of(archive.read(_BODY), f"{material.name}: {_BODY}")
    paragraphs = [*_blocks(child(root, "body"), document)]
    paragraphs += _notes(document)
    core = document.tree(_CORE)
    deleted = (
        (CapturedDetail("Tracked deletions", (), f"{document.deleted} passages that were deleted"),)
        if document.deleted
        else ()
    )
    return Article(
        numbered(paragraphs),
        title=text_of(child(core, "title")),
        author=text_of(child(core, "creator")),
        published=text_of(child(core, "created")),
        left_out=deleted,
    )


def _value(element: Element | None, name: str) -> str:
    """The `val` of the child of that name, "" if there is none."""
    found = child(element, name)
    return attribute(found, "val") if found is not None else ""


def _blocks(element: Element | None, document: _Document) -> Iterator[Paragraph]:
    for one in element if element is not None else ():
        name = local_name(one)
        if name == "p":
            yield from _paragraph(one, document)
        elif name == "tbl":
            yield from _rows(one, document)
        elif name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag"):
            yield from _blocks(one, document)


def _rows(table: Element, document: _Document) -> Iterator[Paragraph]:
    for row in (one for one in table if local_name(one) == "tr"):
        cells = []
        for cell in (one for one in row if local_name(one) == "tc"):
            inside = (collapsed(paragraph.text) for paragraph in _blocks(cell, document))
            cells.append(" ".join(inside))
        if any(cells):
            yield Paragraph(0, "\t".join(cells), "row")


def _paragraph(element: Element, document: _Document) -> Iterator[Paragraph]:
    properties = child(element, "pPr")
    style = _value(properties, "pStyle")
    kind: ParagraphKind = "text"
    level, label = 0, ""
    numbering = child(properties, "numPr")
    outline = _value(properties, "outlineLvl")
    if style in document.headings or (outline.isdigit() and int(outline) < 9):
        kind, level = "heading", document.headings.get(style) or int(outline) + 1
    elif numbering is not None and _value(numbering, "numId") not in ("", "0"):
        kind, level, label = "item", *_numbered(numbering, document)
    run = _Run(document)
    run.walk(element)
    text, inlines = run.finished()
    if text.strip():
        yield Paragraph(0, text, kind, level, label, inlines)


def _numbered(numbering: Element, document: _Document) -> tuple[int, str]:
    key = _value(numbering, "numId")
    level = int(_value(numbering, "ilvl") or 0) if _value(numbering, "ilvl").isdigit() else 0
    if not document.ordered.get((key, level)):
        return level + 1, BULLET
    document.numbers[key, level] = document.numbers.get((key, level), 0) + 1
    for deeper in range(level + 1, 10):
        document.numbers.pop((key, deeper), None)
    return level + 1, f"{document.numbers[key, level]}."


class _Run:
    """The text of one paragraph, gathered run by run."""

    def __init__(self, document: _Document) -> None:
        self._document = document
        self._parts: list[str] = []
        self._length = 0
        self._inlines: list[Inline] = []

    def walk(self, element: Element) -> None:
        """Add what is below `element`."""
        for one in element:
            name = local_name(one)
            if name in _GONE:
                self._document.deleted += name in ("del", "moveFrom")
            elif name == "t":
                self._add(one.text or "")
            elif name in _SPACES:
                self._add(_SPACES[name])
            elif name in ("footnoteReference", "endnoteReference"):
                self._note(name.removesuffix("Reference"), attribute(one, "id"))
            elif name == "r":
                self._styled(one)
            elif name == "hyperlink":
                start = self._length
                self.walk(one)
                address = self._document.addresses.get(attribute(one, "id"), "")
                self._mark(start, "link", address)
            elif name != "pPr":
                self.walk(one)

    def finished(self) -> tuple[str, tuple[Inline, ...]]:
        """The text, without white space at its ends, and what is set in it in a way of its own."""
        text = "".join(self._parts)
        first = len(text) - len(text.lstrip())
        text = text.strip()
        inside = (
            (max(0, one.start - first), min(len(text), one.end - first), one)
            for one in _joined(self._inlines)
        )
        return text, tuple(
            Inline(start, end, one.kind, one.address) for start, end, one in inside if start < end
        )

    def _styled(self, run: Element) -> None:
        start = self._length
        properties = child(run, "rPr")
        if properties is not None and child(properties, "vanish") is not None:
            return
        self.walk(run)
        for name, kind in _LOOKS:
            found = child(properties, name)
            if found is not None and attribute(found, "val") not in ("0", "false", "none"):
                self._mark(start, kind)

    def _note(self, kind: str, key: str) -> None:
        self._document.notes.append((kind, key))
        self._add(f"[{len(self._document.notes)}]")

    def _add(self, text: str) -> None:
        self._parts.append(text)
        self._length += len(text)

    def _mark(self, start: int, kind: InlineKind, address: str = "") -> None:
        if start < self._length and (kind != "link" or address):
            self._inlines.append(Inline(start, self._length, kind, address))


_LOOKS: Final[tuple[tuple[str, InlineKind], ...]] = (
    ("b", "strong"),
    ("bCs", "strong"),
    ("i", "emphasis"),
    ("iCs", "emphasis"),
    ("strike", "struck"),
)


def _joined(inlines: list[Inline]) -> list[Inline]:
    """Neighbours of one kind as one: a sentence in bold is often many runs."""
    joined: list[Inline] = []
    for one in sorted(inlines, key=lambda inline: (inline.kind, inline.address, inline.start, inline.end)):
        last = joined[-1] if joined else None
        if last and (last.kind, last.address) == (one.kind, one.address) and one.start <= last.end:
            joined[-1] = Inline(last.start, max(last.end, one.end), one.kind, one.address)
        else:
            joined.append(one)
    return sorted(joined, key=lambda inline: (inline.start, inline.end))


def _notes(document: _Document) -> Iterator[Paragraph]:
    written: dict[tuple[str, str], Element] = {}
    for member, kind in _NOTES:
        root = document.tree(member)
        for note in descendants(root, kind) if root is not None else ():
            written[kind, attribute(note, "id")] = note
    for number, key in enumerate([*document.notes], 1):
        label = f"[{number}]"
        for paragraph in _blocks(written.get(key), document):
            yield Paragraph(0, paragraph.text, "note", 0, label, paragraph.inlines)
            label = ""
