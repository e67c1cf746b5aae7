"""A briefing that was given out as JSON, made a folder again in which it can be written on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

from msgspec.structs import replace

from briefing.document.errors import BriefingError
from briefing.document.given import GivenBriefing
from briefing.document.model import Citation, Provenance, Section
from briefing.document.toml_text import parsed
from briefing.sources.article_file import article_file
from briefing.sources.captures import capture_files
from briefing.sources.folder import FILE_NAME
from briefing.sources.given_toml import given_toml
from briefing.sources.material import Material
from briefing.sources.prose import joined_lines
from briefing.sources.shape import BriefingFile, shaped

_Places = dict[int, range]  # what became of a paragraph: indices of those of the new article
_KEY: Final = re.compile("[a-z][a-z0-9-]*")


def refuse_part(briefing: GivenBriefing) -> None:
    """Raise BriefingError for what is too little of a briefing to go on with."""
    if briefing.omitted:
        what = "is a part of a briefing, without its whole article"
        raise BriefingError(briefing.path, what, "export all of it, without --section and --only")
    if not briefing.has_quotes and any(section.claims for section in briefing.sections):
        what = "has claims without their quotes"
        raise BriefingError(briefing.path, what, "export it with them, without --no-quotes")


def says_something(briefing: GivenBriefing) -> bool:
    """Return whether a person has said anything of the article: it is no document that was only read."""
    is_claimed = any(section.claims for section in briefing.sections)
    return bool(
        is_claimed or briefing.provenance or briefing.bottom_line or briefing.events or briefing.names
    )


def folder_of_given(
    briefing: GivenBriefing, material: Material, schema: bytes, schema_name: str, *, asked: str = ""
) -> tuple[dict[str, bytes], str, tuple[str, ...]]:
    """Return the files of a folder with all that is said in `briefing`, the name of the article's among them,
    and what a person is told of it.

    Args:
        briefing: A briefing of which the whole article was given out.
        material: Its JSON, which is kept in the folder as the capture.
        schema: The JSON Schema of a `briefing.toml`.
        schema_name: What the file of the schema is called.
        asked: The name of the format that somebody asked for, "" if it was recognised.

    Raises BriefingError for what a folder cannot hold: nothing of it is lost in silence.
    """
    refuse_part(briefing)
    captured = capture_files(material, briefing.arrived.format, briefing.origin, asked=asked)
    capture = next(iter(captured))
    article = article_file(briefing.paragraphs, material.name)
    parts = article.parts
    ends = list(accumulate(map(len, parts)))
    places = {n: range(end - len(own), end) for n, (own, end) in enumerate(zip(parts, ends, strict=True), 1)}
    texts = [part for own in parts for part in own]
    keys = [one.key if _KEY.fullmatch(one.key) else f"section-{one.key}" for one in briefing.sections]
    written = BriefingFile(
        article.name,
        briefing.title,
        briefing.bottom_line,
        tuple(
            _section(replace(one, key=key), places, texts, material.name)
            for key, one in zip(keys, briefing.sections, strict=True)
        ),
        _provenance(briefing, capture),
        tuple(replace(one, paragraphs=_moved(one.paragraphs, places)) for one in briefing.events),
        briefing.names,
    )
    text = given_toml(written, capture=capture, schema=schema_name, remarks=_remarks(briefing))
    _prove(text, written, material.name)
    own = {article.name: article.data, schema_name: schema, FILE_NAME: text.encode()}
    return {**captured, **own}, article.name, article.told


def _remarks(briefing: GivenBriefing) -> tuple[str, ...]:
    """What is not in the folder, and where it was."""
    if briefing.provenance is None or not briefing.provenance.capture:
        return ()
    return (
        f"It was made of {briefing.made_of}, beside which is its capture, {briefing.provenance.capture}.",
    )


def _provenance(briefing: GivenBriefing, capture: str) -> Provenance:
    if briefing.provenance is not None:
        return replace(briefing.provenance, capture=capture)
    from briefing.exporting.plain import source_line
    from briefing.sources.source_facts import provenance_of

    source = source_line(briefing)
    return provenance_of(briefing.origin, source, capture) if briefing.origin else Provenance(source, capture)


def _section(section: Section, places: _Places, texts: list[str], name: str) -> Section:
    claims = tuple(
        replace(claim, citations=tuple(_cited(one, places, texts, name) for one in claim.citations))
        for claim in section.claims
    )
    return Section(section.key, section.title, section.arabic, _moved(section.paragraphs, places), claims)


def _moved(numbers: Sequence[int], places: _Places) -> tuple[int, ...]:
    return tuple(at + 1 for number in numbers for at in places[number])


def _cited(citation: Citation, places: _Places, texts: list[str], name: str) -> Citation:
    for at in places[citation.paragraph]:
        if citation.quote in texts[at]:
            return Citation(at + 1, citation.quote)
    what = f"a quote of ¶{citation.paragraph} has a blank line in it, which parts paragraphs in a text"
    raise BriefingError(name, what, "quote what stands on one side of it")


def _prove(text: str, written: BriefingFile, name: str) -> None:
    """Raise BriefingError if the text of the file does not say what it is to say."""
    if shaped(joined_lines(parsed(text, FILE_NAME)), FILE_NAME) != written:
        what = f"says what no {FILE_NAME} can: a line end in a sentence, or half a character"
        raise BriefingError(name, what, "take it out there")
