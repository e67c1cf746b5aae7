"""Pages to look at: the HTML form of a briefing, parsed as browsers parse it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

import html5lib

from briefing.document import Briefing, Claim, Event, Paragraph, Section, Title
from briefing.document.given import GivenPart
from briefing.exporting.chosen import Chosen
from briefing.exporting.forms.html import written

ALL: frozenset[GivenPart] = frozenset(("claims", "article", "timeline", "names"))


def whole(briefing: Briefing, parts: frozenset[GivenPart] = ALL, *, quotes: bool = True) -> Chosen:
    """All of a briefing, or some parts of it."""
    return Chosen(briefing, briefing.sections, is_whole=True, parts=parts, quotes=quotes)


def one(briefing: Briefing, key: str) -> Chosen:
    """A section."""
    return Chosen(briefing, (briefing.section(key),), is_whole=False, parts=ALL, quotes=True)


def made(
    paragraphs: Sequence[Paragraph], claims: Sequence[Claim] = (), events: Sequence[Event] = ()
) -> Briefing:
    """A briefing of these, in one section."""
    numbers = tuple(paragraph.number for paragraph in paragraphs)
    section = Section("all", "All", paragraphs=numbers, claims=tuple(claims))
    return Briefing(Title("A title"), "", None, tuple(paragraphs), (section,), tuple(events), (), "a.txt")


def parsed(chosen: Chosen) -> Element:
    """The page's document."""
    page: Element = html5lib.parse(written(chosen), namespaceHTMLElements=False, transport_encoding="utf-8")
    return page


def text(element: Element) -> str:
    """All text in an element."""
    return "".join(element.itertext())


def classed(page: Element, name: str) -> Iterator[Element]:
    """The elements of a class, in order."""
    return (element for element in page.iter() if name in element.get("class", "").split())


def article_texts(page: Element) -> dict[int, str]:
    """The text of each paragraph by its number, the cells of a row parted by tabs."""
    found = {}
    for element in page.iter():
        name = element.get("id", "")
        if name[:1] == "p" and name[1:].isdigit():
            found[int(name[1:])] = "\t".join(text(part) for part in classed(element, "t"))
    return found


def ids(page: Element) -> list[str]:
    """All ids, in order."""
    return [element.attrib["id"] for element in page.iter() if "id" in element.attrib]


def links(page: Element) -> list[str]:
    """Where all links lead, in order."""
    return [element.attrib["href"] for element in page.iter("a")]
