"""Elements of WordprocessingML, and texts as far as XML carries them."""

from __future__ import annotations

import re
from typing import Any, Final

from lxml import etree

from briefing.document import visible_controls
from briefing.document.controls import REPLACEMENT

_W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
# A carriage return is a line end, which XML reads as a line feed; the others XML has no way to write.
_NOT_CARRIED: Final = "[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]"
_PIECES: Final = re.compile("(\t|\r\n|\r|\n)")

#: An element of lxml, which has no types.
Element = Any


def tag(name: str) -> str:
    """Return the whole name of an element or attribute of WordprocessingML."""
    return f"{{{_W}}}{name}"


def add(parent: Element, name: str, **attributes: str) -> Element:
    """Add an element of WordprocessingML as the last one in `parent`."""
    return etree.SubElement(parent, tag(name), {tag(key): value for key, value in attributes.items()})


def add_link(parent: Element, *, relationship: str = "", anchor: str = "", tooltip: str = "") -> Element:
    """Add a link: to an address outside, which the part knows by `relationship`, or to a bookmark."""
    link = add(
        parent, "hyperlink", **{"anchor": anchor} if anchor else {}, **{"tooltip": tooltip} if tooltip else {}
    )
    if relationship:
        link.set(f"{{{_R}}}id", relationship)
    return link


def add_text(run: Element, text: str) -> None:
    """Add a text to a run; tabs and line ends are elements of their own."""
    for piece in _PIECES.split(carried(text)):
        if piece == "\t":
            add(run, "tab")
        elif piece in ("\n", "\r", "\r\n"):
            add(run, "br")
        elif piece:
            add(run, "t").text = piece
            run[-1].set(_XML_SPACE, "preserve")


def root(name: str) -> Element:
    """Return an element that is a part's root."""
    return etree.Element(tag(name), nsmap={"w": _W, "r": _R})


def carried(text: str) -> str:
    """Return a text with a visible picture for each character that XML cannot hold."""
    return re.sub(_NOT_CARRIED, _picture, text) if re.search(_NOT_CARRIED, text) else text


def not_carried(text: str) -> int:
    """Return how many characters of a text XML cannot hold."""
    return len(re.findall(_NOT_CARRIED, text))


def _picture(match: re.Match[str]) -> str:
    character = match.group()
    return REPLACEMENT if character in "\ufffe\uffff" else visible_controls(character)
