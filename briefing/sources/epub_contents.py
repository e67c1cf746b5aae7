"""What a book's own table of contents calls its pages: that of EPUB 3 (a page), or of EPUB 2 (an NCX)."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from briefing.sources.xml_trees import attribute, child, descendants, local_name, text_of


def resolved(reference: str, base: str) -> str:
    """Return the name of the member that a reference in the member `base` leads to, without its fragment."""
    path = unquote(reference.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(base), path)) if path else base


def titles_of_page(root: Element, base: str) -> dict[str, str]:
    """Return the titles of pages, by their names, that a page with a table of contents gives."""
    tables = [one for one in descendants(root, "nav") if "toc" in attribute(one, "type").split()]
    titles: dict[str, str] = {}
    for link in descendants(tables[0] if tables else root, "a"):
        _put(titles, attribute(link, "href"), text_of(link), base)
    return titles


def titles_of_ncx(root: Element, base: str) -> dict[str, str]:
    """Return the titles of pages, by their names, that an NCX gives."""
    titles: dict[str, str] = {}
    for point in descendants(root, "navPoint"):
        content = child(point, "content")
        if content is not None:
            _put(titles, attribute(content, "src"), text_of(child(point, "navLabel")), base)
    return titles


def _put(titles: dict[str, str], reference: str, title: str, base: str) -> None:
    if title and reference and "://" not in reference:
        titles.setdefault(resolved(reference, base), title)


def is_contents(item: Element) -> bool:
    """Return whether an item of a package is its table of contents."""
    return local_name(item) == "item" and "nav" in attribute(item, "properties").split()
