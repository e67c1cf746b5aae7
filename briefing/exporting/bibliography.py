"""What is known of the source as a reference: title, author, when published and captured, address."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

from briefing.document import Briefing, visible_controls
from briefing.exporting.plain import source_line
from briefing.exporting.tongues import tongue
from briefing.exporting.tracing import trace_of


class Reference(NamedTuple):
    """A source. Dates are as many of year, month and day as are known, () for none; "" is not known.

    `title` is the document's own, `translated` the English one beside it; `note` what else is known of where
    it comes from. `key` is fit for every form of reference.
    """

    key: str
    title: str
    translated: str
    author: str
    published: tuple[int, ...]
    accessed: tuple[int, ...]
    address: str
    language: str
    note: str


def source_of(briefing: Briefing) -> Reference:
    """Return the source of a briefing as a reference. Nothing is said that is not known."""
    origin = briefing.origin
    own = briefing.title.arabic or briefing.title.english
    address = ""
    if origin is not None:
        address = next((one for one in (origin.canonical, origin.place) if _is_address(one)), "")
    elif briefing.provenance is not None:
        found = re.search(r"https?://[^\s<>\"«»،؛]+", briefing.provenance.source)
        address = _without_signs(found[0]) if found else ""
    published = _date(origin.published) if origin else ()
    return Reference(
        key=_key(briefing, published),
        title=_clean(origin.title if origin and origin.title else own),
        translated=_clean(briefing.title.english if briefing.title.arabic else ""),
        author=_clean(origin.author if origin else ""),
        published=published,
        accessed=_date(origin.received or origin.captured) if origin else (),
        address=_clean(address),
        language=tongue(one.text for one in briefing.paragraphs).lang,
        note=_clean(_note(briefing)),
    )


def _note(briefing: Briefing) -> str:
    """What a person wrote of the source; of another document the name of its file, if it is one."""
    if briefing.origin is None:
        return source_line(briefing).removeprefix("Source:")
    facts = {fact.id: fact.text for fact in trace_of(briefing).facts}
    return PurePath(facts.get("file", "")).name


def _without_signs(address: str) -> str:
    """An address out of a sentence, without the signs after it: a bracket of its own stays."""
    while address and (
        address[-1] in ".,;:!?]" or (address[-1] == ")" and address.count(")") > address.count("("))
    ):
        address = address[:-1]
    return address


def _clean(text: str) -> str:
    """One line, without controls."""
    return visible_controls(" ".join(text.split()))


def _is_address(text: str) -> bool:
    return re.match(r"https?://", text, re.IGNORECASE) is not None


def _date(text: str) -> tuple[int, ...]:
    """The date that a text begins with, as far as it is one."""
    found = re.match(r"\s*([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?(?![0-9])", text)
    return tuple(int(part) for part in found.groups() if part) if found else ()


def _key(briefing: Briefing, published: tuple[int, ...]) -> str:
    words = re.findall("[a-z]+", briefing.title.english.lower())[:4]
    return "-".join([*(words or ["source"]), *map(str, published[:1])])
