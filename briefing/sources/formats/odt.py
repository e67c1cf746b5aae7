"""ODT: paragraphs, headings, lists, tables and notes of an OpenDocument text, as they stand after changes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from briefing.document.model import CapturedDetail, Inline, InlineKind, Paragraph
from briefing.sources.archives import Archive
from briefing.sources.article import Article, numbered
from briefing.sources.html_blocks import BULLET
from briefing.sources.material import Material
from briefing.sources.xml_trees import attribute, child, collapsed, descendants, local_name, text_of, tree_of

_CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_META: Final = "meta.xml"
# What stands in a paragraph and is no part of its text.
_ASIDE: Final = frozenset(
    ("annotation", "annotation-end", "frame", "change", "change-start", "change-end", "ruby-text")
)
_AROUND: Final = frozenset(("section", "index-body", "numbered-paragraph"))


class _Styles:
    """What automatic and named styles say that a reader sees: how words are set, which lists have numbers."""

    def __init__(self, *roots: Element | None) -> None:
        self.kinds: dict[str, tuple[InlineKind, ...]] = {}
        self.ordered: dict[tuple[str, int], bool] = {}
        for root in (one for one in roots if one is not None):
            for style in descendants(root, "style"):
                if attribute(style, "family") == "text":
                    self.kinds[attribute(style, "name")] = _kinds(child(style, "text-properties"))
            for style in descendants(root, "list-style"):
                for level in style:
                    depth = attribute(level, "level")
                    is_ordered = local_name(level) == "list-level-style-number"
                    has_sign = bool(attribute(level, "num-format"))
                    self.ordered[attribute(style, "name"), int(depth) if depth.isdigit() else 1] = (
                        is_ordered and has_sign
                    )


def _kinds(properties: Element | None) -> tuple[InlineKind, ...]:
    if properties is None:
        return ()
    kinds: list[InlineKind] = []
    weights = (attribute(properties, "font-weight"), attribute(properties, "font-weight-complex"))
    slants = (attribute(properties, "font-style"), attribute(properties, "font-style-complex"))
    if "bold" in weights:
        kinds.append("strong")
    if "italic" in slants:
        kinds.append("emphasis")
    if attribute(properties, "text-line-through-style") not in ("", "none"):
        kinds.append("struck")
    return tuple(kinds)


def read(material: Material) -> Article:
    """Return an OpenDocument text as an article, its notes last; tracked deletions are no part of it.

    Raises BriefingError if it is damaged or locked.
    """
    archive = Archive(material)
    content = tree_of(archive.read(_CONTENT), f"{material.name}: {_CONTENT}")
    styles = tree_of(archive.read(_STYLES), f"{material.name}: {_STYLES}") if _STYLES in archive else None
    text = child(child(content, "body"), "text")
    reading = _Reading(_Styles(styles, content))
    paragraphs = [*reading.blocks(text)]
    paragraphs += reading.notes
    meta = child(tree_of(archive.read(_META), material.name), "meta") if _META in archive else None
    deleted = sum(local_name(one) == "deletion" for one in descendants(content, "deletion"))
    left_out = (
        (CapturedDetail("Tracked deletions", (), f"{deleted} passages that were deleted"),) if deleted else ()
    )
    return Article(
        numbered(paragraphs),
        title=text_of(child(meta, "title")),
        author=text_of(child(meta, "creator")) or text_of(child(meta, "initial-creator")),
        published=text_of(child(meta, "creation-date")),
        left_out=left_out,
    )


class _Reading:
    """One reading of a text: its notes are gathered on the way."""

    def __init__(self, styles: _Styles) -> None:
        self._styles = styles
        self.notes: list[Paragraph] = []
        self._count = 0

    def blocks(self, element: Element | None) -> Iterator[Paragraph]:
        """The paragraphs below an element that holds blocks."""
        for one in element if element is not None else ():
            name = local_name(one)
            if name == "h":
                level = attribute(one, "outline-level")
                yield from self._paragraph(one, "heading", int(level) if level.isdigit() else 1)
            elif name == "p":
                yield from self._paragraph(one)
            elif name == "list":
                yield from self._items(one, 1, attribute(one, "style-name"))
            elif name == "table":
                yield from self._rows(one)
            elif name in _AROUND or name.endswith("-index") or name == "table-of-content":
                yield from self.blocks(one)

    def _items(self, element: Element, level: int, style: str) -> Iterator[Paragraph]:
        number = 0
        for item in element:
            is_header = local_name(item) == "list-header"
            if local_name(item) not in ("list-item", "list-header"):
                continue
            number += not is_header
            ordered = self._styles.ordered.get((style, level), False)
            label = "" if is_header else f"{number}." if ordered else BULLET
            for one in item:
                if local_name(one) == "list":
                    yield from self._items(one, level + 1, attribute(one, "style-name") or style)
                elif local_name(one) in ("p", "h"):
                    for paragraph in self._paragraph(one):
                        yield Paragraph(0, paragraph.text, "item", level, label, paragraph.inlines)
                        label = ""

    def _rows(self, table: Element) -> Iterator[Paragraph]:
        for row in descendants(table, "table-row"):
            cells = []
            for cell in (one for one in row if local_name(one) in ("table-cell", "covered-table-cell")):
                inside = (collapsed(paragraph.text) for paragraph in self.blocks(cell))
                cells.append(" ".join(inside))
            if any(cells):
                yield Paragraph(0, "\t".join(cells).rstrip("\t"), "row")

    def _paragraph(self, element: Element, kind: str = "text", level: int = 0) -> Iterator[Paragraph]:
        parts: list[str] = []
        inlines: list[Inline] = []
        self._gather(element, parts, inlines)
        text = "".join(parts)
        first = len(text) - len(text.lstrip())
        text = text.strip()
        if not text:
            return
        inside = ((max(0, one.start - first), min(len(text), one.end - first), one) for one in inlines)
        marked = tuple(Inline(start, end, one.kind, one.address) for start, end, one in inside if start < end)
        yield Paragraph(0, text, "heading" if kind == "heading" else "text", level, "", marked)

    def _gather(self, element: Element, parts: list[str], inlines: list[Inline]) -> None:
        start = sum(map(len, parts))
        self._add(element.text, parts)
        for one in element:
            name = local_name(one)
            if name == "s":
                count = attribute(one, "c")
                parts.append(" " * (min(int(count), 1000) if count.isdigit() else 1))
            elif name == "tab":
                parts.append("\t")
            elif name == "line-break":
                parts.append("\n")
            elif name == "note":
                self._note(one, parts)
            elif name not in _ASIDE:
                self._gather(one, parts, inlines)
            self._add(one.tail, parts)
        end = sum(map(len, parts))
        if end == start:
            return
        if local_name(element) == "a":
            address = attribute(element, "href")
            inlines += [Inline(start, end, "link", address)] if "://" in address else []
        elif local_name(element) == "span":
            kinds = self._styles.kinds.get(attribute(element, "style-name"), ())
            inlines += [Inline(start, end, kind) for kind in kinds]

    def _add(self, text: str | None, parts: list[str]) -> None:
        """Add text; white space is one space, and none after another (OpenDocument 1.3, 6.1.2)."""
        if not text:
            return
        plain = collapsed(text)
        if plain.startswith(" ") and (not parts or parts[-1].endswith((" ", "\n"))):
            plain = plain[1:]
        if plain:
            parts.append(plain)

    def _note(self, note: Element, parts: list[str]) -> None:
        self._count += 1
        label = f"[{self._count}]"
        parts.append(label)
        for paragraph in self.blocks(child(note, "note-body")):
            self.notes.append(Paragraph(0, paragraph.text, "note", 0, label, paragraph.inlines))
            label = ""
