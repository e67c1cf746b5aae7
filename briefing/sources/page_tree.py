"""A web page as a tree of lxml's, within limits; nothing that it names is fetched, none of its scripts run.

Parsing goes by events, so that each limit holds before memory or time is spent: of an element only the
attributes are kept that tell what it is, of scripts only data about the page.
"""

from __future__ import annotations

import re
from typing import Any, Final, NamedTuple

from briefing.document.errors import BriefingError
from briefing.sources.saved_pages import Saved, saved_by_comment

#: Characters of a page, and elements that it may have. (Pages of a megabyte have some ten thousand.)
LARGEST: Final = 128 << 20
MOST_ELEMENTS: Final = 300_000
#: Elements within elements; what is deeper is put beside, not inside, as browsers do.
DEEPEST: Final = 256
_LONGEST_ATTRIBUTE: Final = 4000
_LONGEST_DATA: Final = 1 << 20  # characters of JSON-LD

_ATTRIBUTES: Final = frozenset((
    "alt", "class", "content", "data-scrapbook-create", "data-scrapbook-source", "datetime",
    "hidden", "href", "http-equiv", "id", "itemprop", "name",
    "property", "rel", "role", "start", "style", "type",
))  # fmt: skip
_DATA: Final = "application/ld+json"
_NO_CHARACTERS: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPLIT: Final = "save the part that you need as a page of its own"


class WebPage(NamedTuple):
    """A page's root element, and what the program that saved it noted in a comment."""

    root: Any
    saved: Saved


def page_of(text: str, name: str) -> WebPage:
    """Return the tree of a page. Raises BriefingError, naming it as `name`, if it is too large."""
    from lxml import etree
    from lxml.html import HTMLParser

    if len(text) > LARGEST:
        raise BriefingError(name, f"is a page of more than {LARGEST >> 20} million characters", _SPLIT)
    target = _Target()
    parser = HTMLParser(target=target, encoding="utf-8", no_network=True, huge_tree=True)
    etree.fromstring(clean(text).encode() or b" ", parser=parser)
    if target.count > MOST_ELEMENTS:
        raise BriefingError(name, f"is a page of more than {MOST_ELEMENTS:,} elements", _SPLIT)
    return WebPage(target.root, target.saved)


def clean(text: str) -> str:
    """Return `text` without the controls that no page shows; a form feed is a space."""
    return _NO_CHARACTERS.sub("", text).replace("\f", " ")


class _Target:
    """What makes the tree of the parser's events."""

    def __init__(self) -> None:
        from lxml import etree, html

        self._sub_element: Any = etree.SubElement
        self.root: Any = html.html_parser.makeelement("html")
        self.saved = Saved()
        self.count = 0
        self._open: list[Any] = []
        self._beyond = 0  # open elements that are too deep
        self._last: Any = None  # the element that text comes after, if it is the first of none
        self._text: list[str] = []
        self._silent = ""  # the script or style sheet that is open
        self._data = 0

    def start(self, tag: str, attributes: Any) -> None:
        self.count += 1
        if self.count > MOST_ELEMENTS:
            return
        self._place_text()
        kept = {
            key: clean(value[:_LONGEST_ATTRIBUTE])
            for key, value in attributes.items()
            if key in _ATTRIBUTES and (key != "href" or len(value) <= _LONGEST_ATTRIBUTE)
        }
        if not self._open:
            if tag == "html":
                self.root.attrib.update(kept)
            self._open.append(self.root)
            self._last = None
            if tag == "html":
                return
        if tag in ("script", "style"):
            self._silent = "" if kept.get("type", "").strip().lower() == _DATA else tag
        element = self._sub_element(self._open[-1], tag if _is_name(tag) else "span", kept)
        if len(self._open) >= DEEPEST:
            self._beyond += 1
            self._last = element
        else:
            self._open.append(element)
            self._last = None

    def end(self, tag: str) -> None:
        if self.count > MOST_ELEMENTS:
            return
        self._place_text()
        if tag in ("script", "style"):
            self._silent = ""
        if tag in ("html", "body"):  # what comes after the end is shown as well
            return
        if self._beyond:
            self._beyond -= 1
        elif len(self._open) > 1:
            self._last = self._open.pop()

    def data(self, text: str) -> None:
        if not self._silent and self.count <= MOST_ELEMENTS:
            self._text.append(text)

    def comment(self, text: str) -> None:
        found = saved_by_comment(text[:_LONGEST_ATTRIBUTE])
        self.saved = Saved(self.saved.address or found.address, self.saved.at or found.at)

    def close(self) -> Any:
        self._place_text()
        return self.root

    def _place_text(self) -> None:
        text = clean("".join(self._text))
        self._text.clear()
        if not text:
            return
        if not self._open:
            self._open.append(self.root)
        if self._last is not None:
            self._last.tail = (self._last.tail or "") + text
        elif self._open[-1].tag == "script":
            self._data += len(text)
            if self._data <= _LONGEST_DATA:
                self._open[-1].text = text
        else:
            self._open[-1].text = (self._open[-1].text or "") + text


def _is_name(tag: str) -> bool:
    return re.fullmatch(r"[A-Za-z][\w.-]{0,99}", tag, re.ASCII) is not None
