"""JSON: all that is chosen of a briefing, character for character; what is read back is equal.

But for folders of this machine: of a path its last part is given out.

Its JSON Schema (draft 2020-12) is `assets/briefing.export.schema.json`, made from the types here.
"""

from __future__ import annotations

import json
import re
from typing import Any, Final, Literal

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from briefing.document import Briefing, Origin, Section
from briefing.document.given import GivenBriefing, GivenPart
from briefing.document.left_out import ENGLISH, in_words
from briefing.exporting.chosen import PARTS, Chosen
from briefing.exporting.tracing import place_elsewhere

#: What `format` and `version` are.
FORMAT: Final = "briefing"
VERSION: Final = 1

_DRAFT: Final = "https://json-schema.org/draft/2020-12/schema"


class Exported(Struct, frozen=True, forbid_unknown_fields=True):
    """A briefing, or what was chosen of one.

    `is_whole`: not one section alone. What is none of `parts` is empty in `briefing`, and without `quotes`
    each citation's quote is. Paragraphs keep their numbers.
    """

    briefing: Briefing
    format: Literal["briefing"] = "briefing"
    version: Literal[1] = 1
    is_whole: bool = True
    parts: tuple[GivenPart, ...] = PARTS
    quotes: bool = True


def written(chosen: Chosen) -> bytes:
    """Return it as UTF-8, indented. A lone surrogate, which UTF-8 has not, is an escape (`\\ud800`)."""
    parts = tuple(part for part in PARTS if part in chosen.parts)
    exported = Exported(_cut(chosen), is_whole=chosen.is_whole, parts=parts, quotes=chosen.quotes)
    names = ("format", "version", "is_whole", "parts", "quotes", "briefing")
    made = msgspec.to_builtins(exported)
    text = json.dumps({name: made[name] for name in names}, ensure_ascii=False, indent=2)
    return re.sub("[\ud800-\udfff]", lambda match: f"\\u{ord(match[0]):04x}", text).encode() + b"\n"


def parsed(data: bytes) -> Briefing:
    """Return the briefing of what `written` made. Raises ValueError for whatever else."""
    exported = msgspec.convert(json.loads(data), Exported)
    return replace(exported.briefing, paragraphs=tuple(exported.briefing.paragraphs))


def schema_text() -> str:
    """Return the JSON Schema as the text of its file."""
    made: dict[str, Any] = msgspec.json.schema(Exported)
    whole = {"$schema": _DRAFT, "title": "briefing export -f json", **made}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _cut(chosen: Chosen) -> Briefing:
    """The briefing with what is chosen of it; one that was given out before says what it was made of."""
    whole, has_claims = chosen.briefing, "claims" in chosen.parts
    return Briefing(
        title=whole.title,
        bottom_line=chosen.bottom_line,
        provenance=whole.provenance,
        paragraphs=chosen.paragraphs,
        sections=tuple(_section(one, claims=has_claims, quotes=chosen.quotes) for one in chosen.sections),
        events=chosen.events,
        names=chosen.names,
        path=place_elsewhere(whole.made_of if isinstance(whole, GivenBriefing) else whole.path),
        origin=_as_given_out(whole.origin),
    )


def _as_given_out(origin: Origin | None) -> Origin | None:
    """An origin without this machine's folders, that holds what was left out in words alone, in English."""
    if origin is None:
        return None
    left_out = in_words(origin.left_out, ENGLISH)
    return replace(origin, place=place_elsewhere(origin.place), left_out=left_out)


def _section(section: Section, *, claims: bool, quotes: bool) -> Section:
    if not claims:
        return replace(section, claims=())
    if quotes:
        return section
    return replace(
        section,
        claims=tuple(
            replace(claim, citations=tuple(replace(one, quote="") for one in claim.citations))
            for claim in section.claims
        ),
    )
