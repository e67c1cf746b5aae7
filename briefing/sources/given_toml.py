"""A whole briefing as the text of a `briefing.toml`: all that is said in it, with comments."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Final

from briefing.document.model import CapturedDetail, Claim, Event, Name, Provenance, Section, Title
from briefing.sources.shape import BriefingFile
from briefing.sources.toml_writing import about_article, comment, numbers, toml_list, toml_string

_WIDTH: Final = 110  # columns of prose
_HEAD: Final = """\
#:schema ./{schema}
# A briefing: what an Arabic article says, in English, with the words that carry every claim.
#
{about}
# {capture} is the briefing as it was given out, from which this folder was made.

article = {quoted}
"""
_SECTIONS: Final = """
# Sections
#
# A claim says no more than the words it quotes. A quote stands in its paragraph exactly so.
"""
_EVENTS: Final = """
# Events
#
# Dates are EDTF (ISO 8601-2): "2024-06-10", "2024-06", "2024?-06" (year inferred), "2024-06-09/2024-06-10".
"""
_NAMES: Final = """
# Names
#
# kind: "person", "body", "weapon" or "place". arabic: the forms that the article uses, as it writes them.
"""


def given_toml(written: BriefingFile, *, capture: str, schema: str, remarks: tuple[str, ...] = ()) -> str:
    """Return the text of the file; `capture` and `schema` are files beside it, `remarks` go to its head."""
    head = _HEAD.format(
        schema=schema,
        about=about_article(written.article),
        capture=capture,
        quoted=toml_string(written.article),
    )
    lines = [head.rstrip("\n") + "\n"]
    if remarks:
        lines += ["\n", *map(comment, remarks)]
    if written.bottom_line:
        lines += [f"\nbottom_line = {_prose(written.bottom_line)}\n"]
    lines += _title(written.title)
    if written.provenance:
        lines += _provenance(written.provenance)
    for parts, title in (
        ([*map(_section, written.sections)], _SECTIONS),
        ([*map(_event, written.events)], _EVENTS),
        ([*map(_name, written.names)], _NAMES),
    ):
        lines += [title, *(line for part in parts for line in part)] if parts else []
    return "".join(lines)


def _prose(text: str) -> str:
    """A text of some sentences over several lines, if it is the same again when they are joined."""
    lines = textwrap.wrap(text, _WIDTH, break_long_words=False, break_on_hyphens=False)
    is_plain = toml_string(text).replace('\\"', '"') == f'"{text}"' and '"""' not in text
    if len(lines) < 2 or " ".join(lines) != text or not is_plain:
        return toml_string(text)
    return "\n".join(['"""', *lines, '"""'])


def _title(title: Title) -> Iterator[str]:
    yield "\n[title]\n"
    yield from _texts(english=title.english, arabic=title.arabic)


def _texts(**texts: str) -> Iterator[str]:
    """Pairs of those that are not empty."""
    for key, text in texts.items():
        if text:
            yield f"{key} = {toml_string(text)}\n"


def _provenance(provenance: Provenance) -> Iterator[str]:
    yield "\n# Where it comes from\n\n[provenance]\n"
    yield f"source = {toml_string(provenance.source)}\n"
    yield from _texts(
        author=provenance.author,
        published=provenance.published,
        publication=provenance.publication,
        address=provenance.address,
        accessed=provenance.accessed,
        capture=provenance.capture,
    )
    if provenance.unknown:
        yield f"unknown = {toml_list(provenance.unknown)}\n"
    yield from _details("details", provenance.details)
    yield from _details("left_out", provenance.left_out)


def _details(key: str, details: tuple[CapturedDetail, ...]) -> Iterator[str]:
    for one in details:
        captured = toml_list(one.captured)
        yield f"\n[[provenance.{key}]]\nlabel = {toml_string(one.label)}\ncaptured = {captured}\n"
        yield from _texts(english=one.english)


def _section(section: Section) -> Iterator[str]:
    yield f"\n[[sections]]\nkey = {toml_string(section.key)}\n"
    yield from _texts(title=section.title, arabic=section.arabic)
    yield f"paragraphs = {numbers(section.paragraphs)}\n"
    for claim in section.claims:
        yield from _claim(claim)


def _claim(claim: Claim) -> Iterator[str]:
    yield f"\n[[sections.claims]]\ntext = {toml_string(claim.text)}\n"
    yield from _texts(likelihood=claim.likelihood or "", confidence=claim.confidence or "")
    if claim.drafted:
        yield "drafted = true\n"
    cited = [
        f"{{ paragraph = {one.paragraph}, quote = {toml_string(one.quote)} }}" for one in claim.citations
    ]
    inside = f" {cited[0]} " if len(cited) == 1 else "".join(f"\n  {one}," for one in cited) + "\n"
    yield f"citations = [{inside.strip(' ')}]\n"


def _event(event: Event) -> Iterator[str]:
    yield f"\n[[events]]\ndate = {toml_string(event.date)}\ntitle = {toml_string(event.title)}\n"
    yield from _texts(arabic=event.arabic)
    yield f"paragraphs = {numbers(event.paragraphs)}\nbasis = {toml_string(event.basis)}\n"
    yield from _texts(note=event.note)


def _name(name: Name) -> Iterator[str]:
    yield f"\n[[names]]\nkind = {toml_string(name.kind)}\nenglish = {toml_string(name.english)}\n"
    yield f"arabic = {toml_list(name.arabic)}\n"
    yield from _texts(role=name.role)
