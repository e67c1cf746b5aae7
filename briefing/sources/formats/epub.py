"""EPUB: a book's chapters in the order of its spine; title, author and date as its package names them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from briefing.document.errors import BriefingError
from briefing.document.left_out import left_out
from briefing.document.model import CapturedDetail, Paragraph
from briefing.sources.archives import Archive
from briefing.sources.article import Article, numbered
from briefing.sources.epub_contents import is_contents, resolved, titles_of_ncx, titles_of_page
from briefing.sources.epub_pages import is_list_of_links, page_tree, take_notes
from briefing.sources.html_blocks import paragraphs_of
from briefing.sources.material import Material
from briefing.sources.xml_trees import attribute, child, collapsed, descendants, text_of, tree_of

_CONTAINER: Final = "META-INF/container.xml"
_LOCKS: Final = "META-INF/encryption.xml"
_FONTS: Final = ("http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC")  # no locks
_PAGES: Final = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
_NCX: Final = "application/x-dtbncx+xml"
# What programs write where nobody said who wrote a book, or what its parts are called.
_NOBODY: Final = re.compile(r"\[?unknown(?: author)?\]?|anonymous|غير معروف", re.IGNORECASE)
_COUNTED: Final = re.compile(r"(?:section|untitled)\s*\d*", re.IGNORECASE)
_SHOWN: Final = 12  # names of missing pages that are said


class _Book:
    """The package of a book: its pages in their order, and what its table of contents calls them."""

    def __init__(self, archive: Archive, name: str) -> None:
        self._archive, self._name = archive, name
        self.path = self._path()
        self.package = self._tree(self.path)
        self._items = {attribute(item, "id"): item for item in descendants(self.package, "item")}
        self.titles = self._titles()
        self.missing: list[str] = []
        self.contents = self.pictures = 0

    def pages(self) -> Iterator[tuple[str, Element]]:
        """Its pages and their trees; what stands beside the spine comes last."""
        locked = self._locked()
        spine = sorted(descendants(self.package, "itemref"), key=lambda one: attribute(one, "linear") == "no")
        seen: set[str] = set()
        for reference in spine:
            item = self._items.get(attribute(reference, "idref"))
            if item is None or is_contents(item) or attribute(item, "media-type") not in _PAGES:
                continue
            page = resolved(attribute(item, "href"), self.path)
            if page in seen:
                continue
            seen.add(page)
            if page in locked:
                raise BriefingError(
                    self._name, "is locked by who sold it (DRM)", "give a copy without a lock"
                )
            if page not in self._archive:
                self.missing.append(page)
                continue
            root = page_tree(self._archive.read(page), f"{self._name}: {page}")
            body = child(root, "body")
            body = root if body is None else body
            if is_list_of_links(body):
                self.contents += 1
                continue
            self.pictures += sum(1 for _ in descendants(body, "img", "image"))
            yield page, body

    def _tree(self, member: str) -> Element:
        return tree_of(self._archive.read(member), f"{self._name}: {member}")

    def _path(self) -> str:
        for root in descendants(self._tree(_CONTAINER), "rootfile"):
            return posixpath.normpath(attribute(root, "full-path"))
        raise BriefingError(self._name, "names no package in its container", "fetch or save it once more")

    def _titles(self) -> dict[str, str]:
        titles: dict[str, str] = {}
        for item in self._items.values():
            path = resolved(attribute(item, "href"), self.path)
            if path not in self._archive:
                continue
            if is_contents(item):
                root = page_tree(self._archive.read(path), f"{self._name}: {path}")
                titles = {**titles, **titles_of_page(root, path)}
            elif attribute(item, "media-type") == _NCX:
                titles = {**titles_of_ncx(self._tree(path), path), **titles}
        return {} if all(map(_COUNTED.fullmatch, titles.values())) else titles

    def _locked(self) -> set[str]:
        if _LOCKS not in self._archive:
            return set()
        locked = set()
        for one in descendants(self._tree(_LOCKS), "EncryptedData"):
            methods = (attribute(method, "Algorithm") for method in descendants(one, "EncryptionMethod"))
            if not any(method in _FONTS for method in methods):
                locked |= {resolved(attribute(two, "URI"), "") for two in descendants(one, "CipherReference")}
        return locked


def read(material: Material) -> Article:
    """Return a book as an article whose chapters begin with headings of level 1, their notes at their ends.

    Raises BriefingError if it is damaged or locked.
    """
    book = _Book(Archive(material), material.name)
    paragraphs: list[Paragraph] = []
    shift = 0
    for page, body in book.pages():
        title = book.titles.get(page, "")
        found = _chapter(body)
        highest = min((one.level for one in found if one.kind == "heading"), default=0)
        if highest and (title or not book.titles):
            shift = highest - 1
        elif found and title:
            if collapsed(found[0].text) == title:
                found = found[1:]
            paragraphs.append(Paragraph(0, title, "heading", 1))
        paragraphs += [
            replace(one, level=max(1, one.level - shift)) if one.kind == "heading" else one for one in found
        ]
    metadata = child(book.package, "metadata")
    return Article(
        numbered(paragraphs),
        title=_said(metadata, "title"),
        author=", ".join(one for one in _all_said(metadata, "creator") if not _NOBODY.fullmatch(one)),
        published=_said(metadata, "date"),
        left_out=tuple(_left_out(book)),
    )


def _chapter(body: Element) -> list[Paragraph]:
    notes = take_notes(body)
    found = paragraphs_of(body)
    for sign, note in notes:
        label = f"[{sign}]" if sign else ""
        for paragraph in paragraphs_of(note):
            text, inlines = paragraph.text, paragraph.inlines
            if label and text.startswith(label):  # it says its sign itself
                text, inlines = text.removeprefix(label).lstrip(), ()
            found.append(Paragraph(0, text, "note", 0, label, inlines))
            label = ""
    return found


def _left_out(book: _Book) -> Iterator[CapturedDetail]:
    if book.contents:
        yield left_out("contents", "contents.pages", book.contents)
    if book.missing:
        yield left_out("missing", "missing.says", len(book.missing), book.missing[:_SHOWN])
    if book.pictures:
        yield left_out("pictures", "pictures.says", book.pictures)


def _all_said(metadata: Element | None, name: str) -> Iterator[str]:
    if metadata is not None:
        yield from filter(None, (text_of(one) for one in descendants(metadata, name)))


def _said(metadata: Element | None, name: str) -> str:
    return next(_all_said(metadata, name), "")
