"""Footnotes of a web page: short links into the page whose targets lead back, whatever program wrote them."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, Final, NamedTuple
from urllib.parse import unquote

_SIGN: Final = re.compile(
    r"[\[(]?\s*((?:[^\W\d_]{1,10} )?[0-9\u0660-\u0669\u06f0-\u06f9]{1,3}|[*†‡§]{1,3}|[a-z])\s*[\])]?"
)
_BLOCKS: Final = frozenset(("li", "p", "div", "dd", "aside", "section", "tr"))
# What Word and LibreOffice call the block around the paragraphs of a note.
_WRAPPED: Final = re.compile(r"(?:sdfootnote|sdendnote|ftn|edn)\d+$", re.IGNORECASE)
_HIGHEST: Final = 3  # elements around a link that its note may lead back to
_LOOKED_AT: Final = 40  # links in one note
_MOST: Final = 5000  # notes of a page


class Notes(NamedTuple):
    """The elements that are notes, and the sign of each in brackets; the links in them that lead back."""

    labels: dict[Any, str]
    links_back: frozenset[Any]


def notes_in(root: Any) -> Notes:
    """Return the notes of a page. What refers to one is set in brackets, as `[1]`."""
    places = _places(root)
    labels: dict[Any, str] = {}
    back: set[Any] = set()
    inside: dict[Any, list[Any]] = {}  # the links in each note
    for link in list(root.iter("a")):
        sign = _SIGN.fullmatch("".join(link.itertext()).strip())
        target = _target(link, places)
        if sign is None or target is None or len(inside) >= _MOST:
            continue
        note = _note_around(target)
        around = {link, *link.iter(), *islice(link.iterancestors(), _HIGHEST)}
        if note is None or note in around or next(note.iterancestors("nav"), None) is not None:
            continue
        if note not in inside:
            inside[note] = [*islice(note.iter("a"), _LOOKED_AT)]
        links = [one for one in inside[note] if _target(one, places) in around]
        if links and link not in back:
            labels.setdefault(note, f"[{sign[1]}]")
            back.update(links)
            _set_in_brackets(link, sign[1])
    return Notes(labels, frozenset(back))


def _places(root: Any) -> dict[str, Any]:
    """The elements by their ids and names, the first of each."""
    found: dict[str, Any] = {}
    for element in root.iter():
        for key in (element.get("id"), element.get("name")):
            if key:
                found.setdefault(key, element)
    return found


def _target(link: Any, places: dict[str, Any]) -> Any | None:
    address = link.get("href") or ""
    if not address.startswith("#"):
        return None
    return places.get(address[1:]) if address[1:] in places else places.get(unquote(address[1:]))


def _note_around(target: Any) -> Any | None:
    """The block that a target is or begins, with what else belongs to the note."""
    block = target if target.tag in _BLOCKS else next(target.iterancestors(*_BLOCKS), None)
    if block is None:
        return None
    outer = block.getparent()
    if outer is not None and outer.tag in ("div", "aside") and _WRAPPED.match(outer.get("id") or ""):
        return outer
    return block


def _set_in_brackets(link: Any, sign: str) -> None:
    written = "".join(link.itertext()).strip()
    before = link.getprevious()
    text = (before.tail if before is not None else link.getparent().text) or ""
    if written[:1] in "[(" or text.rstrip().endswith(("[", "(")):
        return
    for inner in list(link):
        link.remove(inner)
    link.text = f"[{sign}]"
