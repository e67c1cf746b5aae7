"""A page of a book as a tree, whatever its XML is worth, and the notes in it."""

from __future__ import annotations

import html
import re
from typing import Final
from xml.etree.ElementTree import Element

from briefing.document.errors import BriefingError
from briefing.sources.xml_trees import attribute, local_name, text_of, tree_of

# Entities that HTML has and XML has not; the five that XML has stay as they are.
_ENTITY: Final = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][A-Za-z0-9]{0,40});?")
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE[^<>\[\]]*>", re.IGNORECASE)
_NOTES: Final = frozenset(("footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote", "note"))
_NOTES_TOGETHER: Final = frozenset(
    ("footnotes", "endnotes", "rearnotes", "doc-endnotes", "doc-footnotes", "footnote")
)
_SIGNS: Final = frozenset(("noteref", "doc-noteref", "footnote-ref", "footnoteref"))
_BACK: Final = frozenset(("backlink", "doc-backlink", "footnote-back", "referrer"))
_ARROWS: Final = re.compile(r"[↩↑⏎^\ufe0e\ufe0f\s]+")


def page_tree(data: bytes, name: str) -> Element:
    """Return the root of a page; one that is no well-formed XML is read as browsers read HTML.

    Raises BriefingError, naming it as `name`, if it is nested too deep or declares entities.
    """
    plain = _ENTITY.sub(_character, _DOCTYPE.sub(b"", data, count=1))
    try:
        return tree_of(plain, name)
    except BriefingError as error:
        if "not well-formed" not in error.what:
            raise
        from briefing.sources.sloppy_html import sloppy_tree

        return sloppy_tree(data.decode("utf-8", "replace"))


def _character(entity: re.Match[bytes]) -> bytes:
    characters = html.unescape(f"&{entity[1].decode()};")
    if characters.startswith("&"):
        return b"&amp;" + entity[0][1:]
    return "".join(f"&#{ord(one)};" for one in characters).encode()


def take_notes(root: Element) -> list[tuple[str, Element]]:
    """Take the notes out of a page, and return them: the sign of each, and its element.

    What refers to a note is set in brackets; what leads back from it is taken out.
    """
    signs = _marked_signs(root)
    notes: list[tuple[str, Element]] = []
    _take(root, signs, notes, together=False)
    return notes


def _marked_signs(root: Element) -> dict[str, str]:
    """Set what refers to a note in brackets; its text by the id that it leads to."""
    signs: dict[str, str] = {}
    raised = {id(inner) for one in root.iter() if local_name(one) == "sup" for inner in one.iter()}
    for link in [one for one in root.iter() if local_name(one) == "a"]:
        _, hash_, target = attribute(link, "href").partition("#")
        said = text_of(link)
        is_raised = id(link) in raised or any(local_name(one) == "sup" for one in link)
        if hash_ and said and len(said) <= 8 and (_roles(link) & _SIGNS or is_raised) and not _is_back(link):
            said = said.strip("[]()")
            signs.setdefault(target, said)
            link.text, link[:] = f"[{said}]", []
    return signs


def _take(element: Element, signs: dict[str, str], notes: list[tuple[str, Element]], together: bool) -> None:
    waiting = [(element, together)]
    found: list[tuple[Element, list[Element]]] = []
    while waiting:
        parent, inside = waiting.pop()
        deeper: list[tuple[Element, bool]] = []
        taken: list[Element] = []
        for one in list(parent):
            roles = _roles(one)
            key = attribute(one, "id")
            is_note = roles & _NOTES or (inside and (key in signs or local_name(one) == "li"))
            if is_note and local_name(one) in ("aside", "li", "div", "p", "section", "dd"):
                taken.append(one)
            else:
                deeper.append((one, inside or bool(roles & _NOTES_TOGETHER)))
        waiting += reversed(deeper)
        if taken:
            found.append((parent, taken))
    for parent, taken in found:
        _remove(parent, taken)
        for one in taken:
            _without_links_back(one)
            notes.append((signs.get(attribute(one, "id"), ""), one))


def _roles(element: Element) -> set[str]:
    """What an element is, by its type, its role and its class."""
    said = (attribute(element, "type"), attribute(element, "role"), attribute(element, "class"))
    return {one.rpartition(":")[2] for one in " ".join(said).lower().split()}


def _is_back(link: Element) -> bool:
    return bool(_roles(link) & _BACK) or bool(_ARROWS.fullmatch(text_of(link)))


def _without_links_back(note: Element) -> None:
    for parent in list(note.iter()):
        back = [one for one in parent if local_name(one) == "a" and _is_back(one)]
        if back:
            _remove(parent, back)


def _remove(parent: Element, gone: list[Element]) -> None:
    """Take elements out; the text after each stays."""
    known = {id(one) for one in gone}
    kept: list[Element] = []
    between = [parent.text or ""]  # the text that stands after the last one kept
    for one in parent:
        if id(one) in known:
            between.append(one.tail or "")
            one.tail = None
            continue
        _put_after(parent, kept, between)
        kept.append(one)
        between = [one.tail or ""]
    _put_after(parent, kept, between)
    parent[:] = kept


def _put_after(parent: Element, kept: list[Element], texts: list[str]) -> None:
    text = "".join(texts)
    if kept:
        kept[-1].tail = text
    else:
        parent.text = text


def is_list_of_links(root: Element) -> bool:
    """Return whether a page is a table of contents: nearly all of its text leads elsewhere in the book."""
    links = [one for one in root.iter() if local_name(one) == "a" and attribute(one, "href")]
    linked = sum(len(text_of(one)) for one in links)
    return len(links) > 2 and linked > 0.7 * len(text_of(root))
