"""From a slip that was filled in to the edits that write it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, cast

from briefing.document import Briefing
from briefing.document.citing import cited_in_sentence
from briefing.document.model import Basis, Citation, Event, Name, NameKind, Title
from briefing.reading.slips import Slip
from briefing.settings.words import say
from briefing.writing import edits
from briefing.writing.edits import Edit


class UnfitSlipError(Exception):
    """What was filled in cannot be written; it says why, in one line."""


def edit_of(slip: Slip, values: Mapping[str, str], briefing: Briefing, *, beside: bool = False) -> Edit:
    """Return the edit of `briefing` that writes a slip with these values of its fields.

    With `beside` the words are added to the claim that the slip names. The briefing may be another than the
    slip was made for: then the words are looked for in it. Raises UnfitSlipError.
    """
    text = {name: " ".join(value.split()) for name, value in values.items()}
    made = _MADE[slip.kind]
    if beside and slip.beside is not None:
        return _added(slip, briefing)
    edit: Edit = made(slip, text, briefing)
    return edit


def _added(slip: Slip, briefing: Briefing) -> Edit:
    assert slip.beside is not None
    key, index = slip.beside
    known = briefing.section(key).claims[index].citations
    new = tuple(one for one in found(slip.citations, briefing) if one not in known)
    if not new:
        raise UnfitSlipError(say("desk.quoted-already"))
    return edits.ChangeClaim(key, index, citations=(*known, *new))


def found(citations: Sequence[Citation], briefing: Briefing) -> tuple[Citation, ...]:
    """Return citations as those of `briefing`, whose paragraphs may be numbered in another way."""
    return tuple(_found(one, briefing) for one in citations)


def _found(citation: Citation, briefing: Briefing) -> Citation:
    paragraphs = briefing.paragraphs
    if (
        citation.paragraph <= len(paragraphs)
        and citation.quote in briefing.paragraph(citation.paragraph).text
    ):
        return citation
    number = next((one.number for one in paragraphs if citation.quote in one.text), None)
    if number is None:
        raise UnfitSlipError(say("desk.gone", number=citation.paragraph))
    return Citation(number, citation.quote)


def _claim(slip: Slip, text: dict[str, str], briefing: Briefing) -> Edit:
    citations = found(slip.citations, briefing)
    numbers = {one.paragraph for one in citations}
    having = [one.key for one in briefing.sections if numbers <= {*one.paragraphs}]
    if not having:
        inside = any(number in one.paragraphs for one in briefing.sections for number in numbers)
        numbers_said = cited_in_sentence(sorted(numbers))
        raise UnfitSlipError(say("desk.two-sections" if inside else "desk.no-section", numbers=numbers_said))
    return edits.AddClaim(slip.section if slip.section in having else having[0], text["text"], citations)


def _event(text: dict[str, str], known: Event) -> Event:
    return Event(
        text["date"], text["title"], known.arabic, known.paragraphs, cast(Basis, text["basis"]), text["note"]
    )


def _new_event(slip: Slip, text: dict[str, str], briefing: Briefing) -> Edit:
    citations = found(slip.citations, briefing)
    words = " … ".join(" ".join(one.quote.split()) for one in citations)
    numbers = tuple(dict.fromkeys(one.paragraph for one in citations))
    return edits.AddEvent(_event(text, Event("", "", words, numbers)))


def _name(text: dict[str, str]) -> Name:
    forms = tuple(dict.fromkeys(filter(None, map(str.strip, re.split(r"\s*[،;؛]\s*", text["forms"])))))
    if not forms:
        raise UnfitSlipError(say("desk.no-forms"))
    return Name(cast(NameKind, text["kind"]), text["english"], forms, text["role"])


def _new_name(_: Slip, text: dict[str, str], briefing: Briefing) -> Edit:
    name = _name(text)
    same = name.english.casefold()
    known = next((at for at, one in enumerate(briefing.names) if one.english.casefold() == same), None)
    if known is None:
        return edits.AddName(name)
    old = briefing.names[known]
    forms = tuple(dict.fromkeys((*old.arabic, *name.arabic)))
    return edits.ChangeName(known, Name(old.kind, old.english, forms, old.role or name.role))


def _begun(slip: Slip, text: dict[str, str], briefing: Briefing) -> Edit:
    key = new_key(text["title"], {one.key for one in briefing.sections})
    return edits.BeginSection(slip.paragraph, key, text["title"], text["arabic"])


def new_key(title: str, taken: set[str]) -> str:
    """Return a key for a section, after its title as far as that is ASCII; none of those that are taken."""
    words = re.findall(r"[a-z0-9]+", title.lower())
    stem = "-".join(words[:4])[:30].strip("-") or "section"
    if stem.isdigit():
        stem = f"section-{stem}"
    number, key = 1, stem
    while key in taken or key == "full":
        number += 1
        key = f"{stem}-{number}"
    return key


_MADE: dict[str, Any] = {
    "add-claim": _claim,
    "change-claim": lambda slip, text, _: edits.ChangeClaim(slip.section, slip.index, text["text"]),
    "add-event": _new_event,
    "change-event": lambda slip, text, briefing: edits.ChangeEvent(
        slip.index, _event(text, briefing.events[slip.index])
    ),
    "add-name": _new_name,
    "change-name": lambda slip, text, _: edits.ChangeName(slip.index, _name(text)),
    "begin-section": _begun,
    "rename-section": lambda slip, text, _: edits.RenameSection(slip.section, text["title"], text["arabic"]),
    "set-bottom-line": lambda slip, text, _: edits.SetBottomLine(text["text"]),
    "set-title": lambda slip, text, _: edits.SetTitle(Title(text["title"], text["arabic"])),
}
