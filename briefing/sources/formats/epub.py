"""EPUB: a book's chapters in the order of its spine; title, author and date as its package names them."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from msgspec.structs import replace

from briefing.document.errors import BriefingError
from briefing.document.model import Paragraph
from briefing.sources.archives import Archive
from briefing.sources.article import Article, numbered
from briefing.sources.html_blocks import paragraphs_of
from briefing.sources.material import Material
from briefing.sources.xml_trees import attribute, child, descendants, text_of, tree_of

_CONTAINER: Final = "META-INF/container.xml"
_PAGES: Final = frozenset(("application/xhtml+xml", "text/html"))
# Entities that HTML has and XML has not; the five that XML has stay as they are.
_ENTITY: Final = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]*);")
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE[^<>\[\]]*>")


def read(material: Material) -> Article:
    """Return a book as an article whose chapters begin with headings of level 1.

    Raises BriefingError if it is damaged, locked, or has no chapter with text.
    """
    archive = Archive(material)
    package_name = _package_name(archive, material.name)
    package = tree_of(archive.read(package_name), f"{material.name}: {package_name}")
    manifest = {attribute(item, "id"): item for item in descendants(package, "item")}
    paragraphs: list[Paragraph] = []
    for reference in descendants(package, "itemref"):
        item = manifest.get(attribute(reference, "idref"))
        if item is None or attribute(reference, "linear") == "no" or _is_contents(item):
            continue
        if attribute(item, "media-type") not in _PAGES:
            continue
        page = posixpath.join(posixpath.dirname(package_name), unquote(attribute(item, "href")))
        page = posixpath.normpath(page)
        if page in archive:
            paragraphs += _chapter(archive.read(page), f"{material.name}: {page}")
    metadata = child(package, "metadata")
    return Article(
        numbered(paragraphs),
        title=_said(metadata, "title"),
        author=", ".join(_all_said(metadata, "creator")),
        published=_said(metadata, "date"),
    )


def _package_name(archive: Archive, name: str) -> str:
    container = tree_of(archive.read(_CONTAINER), f"{name}: {_CONTAINER}")
    for root in descendants(container, "rootfile"):
        return posixpath.normpath(attribute(root, "full-path"))
    raise BriefingError(name, "names no package in its container", "fetch or save it once more")


def _is_contents(item: Element) -> bool:
    return "nav" in attribute(item, "properties").split()


def _chapter(data: bytes, name: str) -> list[Paragraph]:
    """The paragraphs of a chapter, its highest headings on level 1."""
    data = _DOCTYPE.sub(b"", data, count=1)
    root = tree_of(_ENTITY.sub(_character, data), name)
    paragraphs = paragraphs_of(child(root, "body") or root)
    highest = min((one.level for one in paragraphs if one.kind == "heading"), default=1)
    return [
        replace(one, level=one.level - highest + 1) if one.kind == "heading" else one for one in paragraphs
    ]


def _character(entity: re.Match[bytes]) -> bytes:
    character = html.unescape(entity[0].decode())
    return f"&#{ord(character)};".encode() if len(character) == 1 else entity[0]


def _all_said(metadata: Element | None, name: str) -> Iterator[str]:
    if metadata is not None:
        yield from filter(None, (text_of(one) for one in descendants(metadata, name)))


def _said(metadata: Element | None, name: str) -> str:
    return next(_all_said(metadata, name), "")
