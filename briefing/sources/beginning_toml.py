"""The `briefing.toml` of a briefing that is begun: what is known of its document, and comments."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Final

from msgspec import Struct

from briefing.document.controls import title_line, unordered
from briefing.document.dates import parse_date
from briefing.document.model import CapturedDetail, NameKind, Origin
from briefing.exporting.tracing import address_of, in_source_line
from briefing.sources.source_facts import provenance_of
from briefing.sources.toml_writing import about_article, comment, numbers, toml_list, toml_string

_HEAD: Final = """\
#:schema ./{schema}
# A briefing to fill in: what an Arabic article says, in English, with the words that carry every claim.
#
{about}
# {capture} is the document as it came, and capture.toml says from where and when, with its checksum.
# Only `article` is needed; what is missing is not shown. `briefing FOLDER` opens this folder at any time.
# What stands under a mark "UNREVIEWED" was found by a program: check it, then take the mark out, or drop it.

article = {quoted}
"""
# What references are made of, and how it is written.
_FACTS: Final = {
    "author": "...",
    "published": "2025-03-18",
    "publication": "...",
    "address": "https://...",
    "accessed": "2025-03-18",
}
_BOTTOM_LINE: Final = """
# The bottom line up front: two or three sentences.
# bottom_line = \"\"\"
# ...
# \"\"\"
"""
_SECTIONS: Final = """
# Sections
#
# A section is paragraphs that belong together. `key` has small letters, digits and hyphens.
# A claim says no more than the words it quotes. A quote stands in its paragraph exactly so:
#
#   [[sections.claims]]
#   text = "..."
#   citations = [{ paragraph = 1, quote = "..." }]
"""
_EVENTS: Final = """
# Events
#
# Dates are EDTF (ISO 8601-2): "2024-06-10", "2024-06", "2024?-06" (year inferred), "2024-06-09/2024-06-10".
# In "XXXX-06-10" the article gives no year: put in the one that you can conclude, as 2024?-06-10.
# basis: "stated" (the article gives the date), "inferred" (part is concluded), "projected" (an expectation).
"""
_NO_EVENTS: Final = """#
#   [[events]]
#   date = "2024-06-10"
#   title = "..."
#   arabic = "..."
#   paragraphs = [1]
#   basis = "stated"
#   note = "..."
"""
_NAMES: Final = """
# Names
#
# kind: "person", "body", "weapon" or "place". arabic: the forms that the article uses, as it writes them.
# Where the article does not say what a name is, its lines are comments: put in the kind, and take the # out.
"""
_NO_NAMES: Final = """#
#   [[names]]
#   kind = "person"
#   english = "..."
#   arabic = ["..."]
#   role = "..."
"""


class NamedDate(Struct, frozen=True):
    """A date, the words that carry it, its paragraphs, what is to be said of it, and the words around."""

    edtf: str
    words: str
    paragraphs: tuple[int, ...]
    note: str
    around: str


class NewName(Struct, frozen=True):
    """A name: its Latin form, the Arabic ones, the first paragraph with both; its kind if that is known."""

    latin: str
    arabic: tuple[str, ...]
    paragraph: int
    kind: NameKind | None


class Begun(Struct, frozen=True):
    """What is known of a document of which a briefing is begun.

    `title` is the English and the Arabic one; `sections` are key, both titles and paragraphs.
    `more_dates` were found beside `dates`; `is_searched`: all of the article was looked through.
    """

    article: str
    capture: str
    schema: str
    title: tuple[str, str]
    origin: Origin
    received: str
    details: tuple[CapturedDetail, ...]
    left_out: tuple[CapturedDetail, ...]
    sections: tuple[tuple[str, str, str, tuple[int, ...]], ...]
    dates: tuple[NamedDate, ...]
    more_dates: int
    is_searched: bool
    names: tuple[NewName, ...]


def begun_toml(begun: Begun) -> str:
    """Return the text of the `briefing.toml`."""
    head = _HEAD.format(
        schema=begun.schema,
        about=about_article(begun.article),
        capture=begun.capture,
        quoted=toml_string(begun.article),
    )
    parts = (_title(begun), _provenance(begun), _sections(begun), _events(begun), _names(begun))
    return "".join([head, _BOTTOM_LINE, *(line for part in parts for line in part)])


def _title(begun: Begun) -> Iterator[str]:
    yield "\n[title]\n"
    for key, title in zip(("english", "arabic"), begun.title, strict=True):
        yield f"{key} = {toml_string(title)}\n" if title else f'# {key} = "..."\n'


def _provenance(begun: Begun) -> Iterator[str]:
    origin = begun.origin
    yield "\n# Where it comes from\n\n[provenance]\n"
    yield "# `source` goes under every summary that is copied: put it as you would cite it.\n"
    known = provenance_of(origin, _source(begun), begun.capture)
    yield f"source = {toml_string(known.source)}\n"
    yield "# For references (CSL, BibTeX), as far as it is known; dates are EDTF.\n"
    for key, example in _FACTS.items():
        value = getattr(known, key)
        yield f"{key} = {toml_string(value)}\n" if value else f'# {key} = "{example}"\n'
    yield f"capture = {toml_string(known.capture)}\n"
    if origin.sha256:
        yield comment(f"SHA-256 of {begun.capture}, {origin.size} bytes: {origin.sha256}")
    unknown = [
        said
        for said, known in (
            ("Its address", address_of(origin)),
            ("Who wrote it", origin.author),
            ("When it was published", origin.published),
        )
        if not known
    ]
    if unknown:
        yield f"unknown = {toml_list(unknown)}\n"
    if begun.details:
        yield "\n# What stands beside the article, line by line. `english` says what it is in English.\n"
    yield from _lines("details", begun.details)
    if begun.left_out:
        yield "\n# What of the document is not in the article.\n"
    yield from _lines("left_out", begun.left_out)


def _source(begun: Begun) -> str:
    origin = begun.origin
    place = address_of(origin) or PurePath(origin.place).name
    what = [
        one_line
        for one in (origin.author, begun.title[0] or begun.title[1], origin.published, place)
        if (one_line := title_line(one))
    ]
    if origin.received:
        what.append(f"captured {origin.received}")
    elif origin.captured:
        what.append(f"saved {origin.captured}")
    return in_source_line(what)


def _lines(key: str, details: tuple[CapturedDetail, ...]) -> Iterator[str]:
    for one in details:
        yield f"\n[[provenance.{key}]]\nlabel = {toml_string(one.label)}\n"
        if len(one.captured) > 3:
            yield "captured = [\n" + "".join(f"  {toml_string(line)},\n" for line in one.captured) + "]\n"
        else:
            yield f"captured = {toml_list(one.captured)}\n"
        yield f"english = {toml_string(one.english)}\n" if one.english else '# english = "..."\n'


def _sections(begun: Begun) -> Iterator[str]:
    yield _SECTIONS
    for key, english, arabic, paragraphs in begun.sections:
        yield f"\n[[sections]]\nkey = {toml_string(key)}\n"
        yield f"title = {toml_string(english)}\n" if english else '# title = "..."\n'
        yield f"arabic = {toml_string(arabic)}\n" if arabic else '# arabic = "..."\n'
        yield f"paragraphs = {numbers(paragraphs)}\n"


def _events(begun: Begun) -> Iterator[str]:
    yield _EVENTS
    dated = sorted((one for one in begun.dates if one.edtf), key=lambda one: one.paragraphs)
    if not dated:
        yield _NO_EVENTS
    for one in dated:
        label = parse_date(one.edtf).label
        yield "\n[[events]]  # UNREVIEWED\n"
        yield f"date = {toml_string(one.edtf)}\n"
        yield f"title = {toml_string('Unreviewed: ' + label)}\n"
        yield f"arabic = {toml_string(one.around)}\n"
        yield f"paragraphs = {numbers(one.paragraphs)}\n"
        yield 'basis = "stated"\n'
        year = "; it gives no year" if one.edtf.startswith("XXXX") else ""
        said = f"; {one.note}" if one.note else ""
        note = f"Unreviewed: it stands in paragraph {one.paragraphs[0]}{year}{said}."
        yield f"note = {toml_string(note)}\n"
    if not begun.is_searched:
        yield comment("The article is long: only its beginning was looked through for dates and names.")
    if begun.more_dates:
        yield comment(f"{begun.more_dates} more dates were found, and are not listed here.")
    for one in begun.dates:
        if not one.edtf:
            # What is Arabic comes last: in an editor it turns no English round.
            yield "\n" + comment(f"¶{one.paragraphs[0]}: {one.note}. It says: {unordered(one.words)}")


def _names(begun: Begun) -> Iterator[str]:
    yield _NAMES
    if not begun.names:
        yield _NO_NAMES
    for one in begun.names:
        role = f"Unreviewed: both forms stand side by side in paragraph {one.paragraph}"
        lines = [
            "[[names]]  # UNREVIEWED",
            f"kind = {toml_string(one.kind)}" if one.kind else 'kind = "..."',
            f"english = {toml_string(one.latin)}",
            f"arabic = {toml_list(one.arabic)}",
            f"role = {toml_string(role)}",
        ]
        if one.kind:
            yield "\n" + "".join(f"{line}\n" for line in lines)
        else:  # what it is a person says
            yield "\n" + "".join(f"# {line}\n" for line in lines)
