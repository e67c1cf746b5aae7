"""Markdown: headings, lists, quotes, code, tables and notes as paragraphs; front matter as what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.document.errors import BriefingError
from briefing.document.left_out import left_out
from briefing.document.model import CapturedDetail, Paragraph
from briefing.sources.article import Article, numbered
from briefing.sources.encodings import decoded
from briefing.sources.markdown_blocks import BlockWalk
from briefing.sources.material import Material

_LARGEST: Final = 32 << 20
_FRONT: Final = re.compile(r"(---|\+\+\+)[ \t]*\n((?:.*\n){0,500}?)\1[ \t]*(?:\n|\Z)")
_ENTRY: Final = re.compile(r"([\w-]+)[ \t]*[:=](?:[ \t]+(.*))?$")
_OTHER: Final = re.compile(r"[ \t]+\S|- |[#\[\]{}]|$")  # how other lines of front matter begin
_LINES: Final = 400  # that are kept of what was left out


def read(material: Material) -> Article:
    """Return a text in Markdown as an article. Front matter and comments are no part of its text.

    Raises BriefingError for an encoding that cannot be found and for a text that is too large to be parsed.
    """
    if len(material.data) > _LARGEST:
        what = f"is Markdown of more than {_LARGEST >> 20} MB"
        raise BriefingError(material.name, what, "read it as plain text, with --from text")
    declared = (material.charset,) if material.charset else ()
    text, encoding, known_from, lost = decoded(
        material.data, material.name, asked=material.encoding, declared=declared
    )
    front, blocks, paragraphs = _read(text, material.name if re.match(r"https?://", material.name) else "")
    said = dict(filter(None, map(_entry, front)))
    first = next((one.text for one in paragraphs if one.kind == "heading" and one.level == 1), "")
    return Article(
        paragraphs,
        title=said.get("title") or " ".join(first.split()),
        author=said.get("author") or said.get("authors", ""),
        published=said.get("date") or said.get("published", ""),
        encoding=encoding,
        encoding_from=known_from,
        lost=lost,
        left_out=(*_left_out("front-matter", front), *_left_out("comments", blocks.comments)),
    )


def paragraphs_in(text: str, name: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a text in Markdown, numbered from 1, as `read` gives them.

    Raises BriefingError, naming it `name`, if it is too large to be parsed.
    """
    if len(text) > _LARGEST:
        what = f"is Markdown of more than {_LARGEST >> 20} MB"
        raise BriefingError(name, what, "name it .txt, and it is read as plain text")
    return _read(text, "")[2]


def _read(text: str, base: str) -> tuple[list[str], BlockWalk, tuple[Paragraph, ...]]:
    """The front matter of a text, the walk over the rest, and the paragraphs that it found."""
    from briefing.sources.markdown_parser import parsed

    front, text = _front_matter(text.replace("\r\n", "\n").replace("\r", "\n"))
    blocks = BlockWalk(base)
    return front, blocks, numbered(blocks.paragraphs(parsed(text)))


def _front_matter(text: str) -> tuple[list[str], str]:
    """The lines before a text that say something of it, and the text; no lines if these are text as well."""
    found = _FRONT.match(text)
    lines = found[2].split("\n")[:-1] if found else []
    if found is None or not any(map(_ENTRY.match, lines)):
        return [], text
    if not all(_ENTRY.match(line) or _OTHER.match(line) for line in lines):
        return [], text
    return lines, text[found.end() :]


def _entry(line: str) -> tuple[str, str] | None:
    """A name and what it stands for, as YAML and TOML write them on one line."""
    found = _ENTRY.match(line)
    value = (found[2] or "").strip() if found else ""
    if found is None or not value:
        return None
    if value[0] in "\"'" and value[-1] == value[0]:
        value = value[1:-1]
    elif value[0] == "[" and value[-1] == "]":
        value = ", ".join(part.strip(" \"'") for part in value[1:-1].split(","))
    return found[1].lower(), value[:500]


def _left_out(label: str, lines: list[str]) -> Iterator[CapturedDetail]:
    if lines:
        yield left_out(label, "lines", len(lines), lines[:_LINES])
