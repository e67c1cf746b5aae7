"""What is known of the source as a reference: title, author, where and when published, address, when read."""

from __future__ import annotations

import re
from pathlib import PurePath
from typing import NamedTuple

from msgspec.structs import replace

from briefing.document import Briefing, Provenance, visible_controls
from briefing.document.written_dates import edtf_written
from briefing.exporting.plain import source_line
from briefing.exporting.tongues import tongue
from briefing.exporting.tracing import address_of, trace_of


class Reference(NamedTuple):
    """A source. Dates are as many of year, month and day as are known; "" and () are not known.

    `published` is one date, or the first and the last of an interval, and `is_unsure` if it is not certain.
    `title` is the document's own, `translated` the English one beside it; `note` what else is known of where
    it comes from. `key` is fit for every form of reference.
    """

    key: str
    title: str
    translated: str
    author: str
    publication: str
    published: tuple[tuple[int, ...], ...]
    is_unsure: bool
    accessed: tuple[int, ...]
    address: str
    language: str
    note: str


def source_of(briefing: Briefing) -> Reference:
    """Return the source of a briefing as a reference. Nothing is said that is not known."""
    origin = briefing.origin
    own = briefing.title.arabic or briefing.title.english
    said = briefing.provenance or Provenance("")
    if origin is not None:
        said = replace(
            said,
            author=origin.author,
            published=edtf_written(origin.published) or origin.published,
            publication=origin.publication,
            address=next((one for one in (address_of(origin), origin.place) if _is_address(one)), ""),
            accessed=edtf_written(origin.received or origin.captured),
        )
    address = said.address
    if not address and (found := re.search(r"https?://[^\s<>\"«»،؛]+", said.source)):
        address = _without_signs(found[0])
    published = _dates(said.published)
    return Reference(
        key=_key(briefing, published),
        title=_clean(origin.title if origin and origin.title else own),
        translated=_clean(briefing.title.english if briefing.title.arabic else ""),
        author=_clean(said.author),
        publication=_clean(said.publication),
        published=published,
        is_unsure=bool(published and re.search("[?~%]", said.published)),
        accessed=next(iter(_dates(said.accessed)), ()),
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


def _dates(edtf: str) -> tuple[tuple[int, ...], ...]:
    """A date in EDTF, or both ends of an interval, as far as they are known; () if an end is not."""
    ends = [_date(re.sub("[?~%]", "", end)) for end in edtf.split("/")]
    return tuple(ends) if all(ends) and len(ends) <= 2 else ()


def _date(text: str) -> tuple[int, ...]:
    """The date that a text begins with, as far as it is one."""
    found = re.match(r"\s*([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?(?![0-9])", text)
    return tuple(int(part) for part in found.groups() if part) if found else ()


def _key(briefing: Briefing, published: tuple[tuple[int, ...], ...]) -> str:
    words = re.findall("[a-z]+", briefing.title.english.lower())[:4]
    return "-".join([*(words or ["source"]), *(str(one[0]) for one in published[:1])])
