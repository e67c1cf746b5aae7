"""ODT: paragraphs, headings, lists, tables and notes of an OpenDocument text, as they stand after changes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Final
from xml.etree.ElementTree import Element

from briefing.document.errors import BriefingError
from briefing.document.left_out import left_out
from briefing.document.model import CapturedDetail, Paragraph, ParagraphKind
from briefing.sources.addresses import followable
from briefing.sources.archives import Archive, locked_error
from briefing.sources.article import Article, numbered
from briefing.sources.left_out import detail
from briefing.sources.material import Material
from briefing.sources.odt_styles import OdtStyles
from briefing.sources.runs import Runs, row_of, with_whole_code
from briefing.sources.xml_trees import (
    attribute,
    child,
    collapsed,
    descendants,
    local_name,
    number,
    text_of,
    tree_of,
)

_CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_META: Final = "meta.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
# What stands in a paragraph and is no part of its text.
_ASIDE: Final = frozenset(
    ("annotation", "annotation-end", "change", "change-start", "change-end", "ruby-text", "hidden-paragraph")
)
_AROUND: Final = frozenset(("section", "index-body", "numbered-paragraph", "index-title"))
_DRAWN: Final = frozenset(("frame", "custom-shape", "g", "rect", "ellipse", "a"))
_REPEATED: Final = 64  # cells of a row that are one, repeated
_CELLS: Final = 128  # of a row
_SPACES: Final = 80  # one after the other


def read(material: Material) -> Article:
    """Return an OpenDocument text as an article, its notes last; tracked deletions are no part of it.

    Raises BriefingError if it is damaged or locked.
    """
    try:
        if material.data.startswith(b"PK"):
            return _of_archive(Archive(material), material.name)
        root = tree_of(material.data, material.name)
        return _article(root, root, child(root, "meta"))
    except RecursionError:
        cure = "save it again with the program it comes from"
        raise BriefingError(material.name, "elements nested too deep", cure) from None


def _of_archive(archive: Archive, name: str) -> Article:
    def tree(member: str) -> Element | None:
        return tree_of(archive.read(member), f"{name}: {member}") if member in archive else None

    manifest = tree(_MANIFEST)
    if manifest is not None and any(True for _ in descendants(manifest, "encryption-data")):
        raise locked_error(name)
    content = tree_of(archive.read(_CONTENT), f"{name}: {_CONTENT}")
    return _article(content, tree(_STYLES), child(tree(_META), "meta"))


def _article(content: Element, styles: Element | None, meta: Element | None) -> Article:
    reading = _Reading(OdtStyles(styles, content))
    paragraphs = [*reading.blocks(child(child(content, "body"), "text"))]
    return Article(
        numbered([*with_whole_code(paragraphs), *reading.notes]),
        title=text_of(child(meta, "title")),
        author=text_of(child(meta, "initial-creator")) or text_of(child(meta, "creator")),
        published=text_of(child(meta, "creation-date")),
        left_out=tuple(_left_out(content, reading)),
    )


def _left_out(content: Element, reading: _Reading) -> Iterator[CapturedDetail]:
    deleted = (" ".join(map(text_of, descendants(one, "p", "h"))) for one in descendants(content, "deletion"))
    yield from detail("deletions", "deletions.says", deleted, sized=False)
    yield from detail("contents", "lines", reading.contents, sized=False)
    if reading.pictures:
        yield left_out("pictures", "pictures.says", reading.pictures)


class _Reading:
    """One reading of a text: its notes are gathered on the way."""

    def __init__(self, styles: OdtStyles) -> None:
        self._styles = styles
        self.notes: list[Paragraph] = []
        self._count = self.pictures = 0
        self.contents: list[str] = []
        self._ended: dict[str, list[int]] = {}  # the numbers at which lists ended, by style and by id
        self._headings = [0] * 10

    def blocks(self, element: Element | None) -> Iterator[Paragraph]:
        """The paragraphs below an element that holds blocks."""
        for one in element if element is not None else ():
            name = local_name(one)
            if name == "h":
                yield from self._heading(one)
            elif name == "p":
                yield from self._paragraph(one)
            elif name == "list":
                yield from self._list(one)
            elif name == "table":
                yield from self._rows(one)
            elif name == "table-of-content":
                self.contents += map(text_of, descendants(one, "p"))
            elif name in _DRAWN:
                yield from self._drawn(one)
            elif (name in _AROUND or name.endswith("-index")) and attribute(one, "display") != "none":
                yield from self.blocks(one)

    def _heading(self, element: Element) -> Iterator[Paragraph]:
        level = min(9, max(1, number(attribute(element, "outline-level"), 1)))
        found = [*self._paragraph(element, "heading", level)]
        if found and attribute(element, "is-list-header") != "true":
            self._headings[level - 1] += 1
            self._headings[level:] = [0] * (10 - level)
            label = self._styles.heading(level, [max(1, one) for one in self._headings])
            found[0] = Paragraph(0, found[0].text, "heading", level, label, found[0].inlines)
        yield from found

    def _list(self, element: Element) -> Iterator[Paragraph]:
        style = attribute(element, "style-name") or self._style_of_first(element)
        before = self._ended.get(attribute(element, "continue-list"))
        if before is None and attribute(element, "continue-numbering") == "true":
            before = self._ended.get(f"style {style}")
        counts = [*before] if before else []
        yield from self._items(element, 1, style, counts)
        self._ended[f"style {style}"] = counts
        if key := attribute(element, "id"):
            self._ended[key] = counts

    def _style_of_first(self, element: Element) -> str:
        first = next(iter(descendants(element, "p", "h")), None)
        return self._styles.list_of(attribute(first, "style-name")) if first is not None else ""

    def _items(self, element: Element, level: int, style: str, counts: list[int]) -> Iterator[Paragraph]:
        for item in element:
            is_header = local_name(item) == "list-header"
            if local_name(item) not in ("list-item", "list-header"):
                continue
            label = ""
            if not is_header and any(local_name(one) != "list" for one in item):
                while len(counts) < level:
                    counts.append(self._styles.start(style, len(counts) + 1) - 1)
                del counts[level:]
                start = attribute(item, "start-value")
                counts[level - 1] = number(start, counts[level - 1] + 1) if start else counts[level - 1] + 1
                label = self._styles.label(style, level, [max(1, one) for one in counts])
            for one in item:
                name = local_name(one)
                if name == "list":
                    yield from self._items(one, level + 1, attribute(one, "style-name") or style, counts)
                elif name == "h":
                    yield from self._heading(one)
                elif name == "p":
                    for paragraph in self._paragraph(one):
                        is_own = paragraph.kind in ("text", "quote", "code")
                        kind: ParagraphKind = "item" if is_own else paragraph.kind
                        yield Paragraph(0, paragraph.text, kind, level, label, paragraph.inlines)
                        label = ""

    def _rows(self, table: Element) -> Iterator[Paragraph]:
        cells_of = [[*islice(_cells(row), _CELLS)] for row in _rows_of(table)]
        if max(map(len, cells_of), default=0) < 2:  # it only frames what is in it
            for cells in cells_of:
                for cell in cells:
                    yield from self.blocks(cell)
            return
        for cells in cells_of:
            if (row := row_of(self.blocks(cell) for cell in cells)) is not None:
                yield row

    def _drawn(self, element: Element) -> Iterator[Paragraph]:
        """What stands in boxes; a shape's own text, too."""
        if local_name(element) == "frame":
            boxes = [one for one in element if local_name(one) == "text-box"]
            self.pictures += not boxes and child(element, "image") is not None
            for box in boxes:
                yield from self.blocks(box)
        else:
            yield from self.blocks(element)

    def _paragraph(
        self, element: Element, kind: ParagraphKind = "text", level: int = 0
    ) -> Iterator[Paragraph]:
        runs, boxes = Runs(), list[Element]()
        self._gather(element, runs, boxes)
        if kind == "text":
            kind = self._styles.paragraph(attribute(element, "style-name"))
            level = int(kind in ("heading", "quote"))
        text, inlines = runs.finished(kept=kind == "code")
        if text:
            yield Paragraph(0, text, kind, level, "", () if kind == "code" else inlines)
        for box in boxes:
            yield from self._drawn(box)

    def _gather(self, element: Element, runs: Runs, boxes: list[Element]) -> None:
        start = runs.length
        _add(element.text, runs)
        for one in element:
            name = local_name(one)
            if name == "s":
                runs.add(" " * min(number(attribute(one, "c"), 1), _SPACES))
            elif name == "tab":
                runs.add("\t")
            elif name == "line-break":
                runs.add("\n")
            elif name == "note":
                self._note(one, runs)
            elif name in _DRAWN and "drawing" in str(one.tag):
                boxes.append(one)
            elif not self._is_hidden(one, name):
                self._gather(one, runs, boxes)
            _add(one.tail, runs)
        if local_name(element) == "a":
            runs.mark(start, "link", followable(attribute(element, "href")))
        elif local_name(element) == "span":
            for kind in self._styles.words(attribute(element, "style-name"))[0]:
                runs.mark(start, kind)

    def _is_hidden(self, element: Element, name: str) -> bool:
        if name in _ASIDE or (name == "hidden-text" and attribute(element, "is-hidden") != "false"):
            return True
        return name == "span" and self._styles.words(attribute(element, "style-name"))[1]

    def _note(self, note: Element, runs: Runs) -> None:
        self._count += 1
        label = f"[{self._count}]"
        runs.add(label)
        for paragraph in self.blocks(child(note, "note-body")):
            self.notes.append(Paragraph(0, paragraph.text, "note", 0, label, paragraph.inlines))
            label = ""


def _add(text: str | None, runs: Runs) -> None:
    """Add text; white space is one space, none after another or at the start (OpenDocument 1.3, 6.1.2)."""
    if not text:
        return
    plain = collapsed(text)
    if plain.startswith(" ") and runs.last in ("", " "):
        plain = plain[1:]
    runs.add(plain)


def _rows_of(table: Element) -> Iterator[Element]:
    """The rows of a table, not those of tables inside it."""
    for one in table:
        name = local_name(one)
        if name == "table-row" and attribute(one, "visibility") not in ("collapse", "filter"):
            yield one
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows_of(one)


def _cells(row: Element) -> Iterator[Element]:
    for one in row:
        if local_name(one) in ("table-cell", "covered-table-cell"):
            for _ in range(min(_REPEATED, number(attribute(one, "number-columns-repeated"), 1))):
                yield one
