"""PDF with text: paragraphs out of its lines, read by a program of its own with limits."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from briefing.document.errors import BriefingError
from briefing.document.left_out import left_out
from briefing.document.model import CapturedDetail
from briefing.machine.bounded import run_bounded
from briefing.sources import pdf_program
from briefing.sources.article import Article, numbered
from briefing.sources.material import Material
from briefing.sources.pdf_letters import UNKNOWN, has_strokes, is_only_marks, written
from briefing.sources.pdf_lines import PdfLine, paragraphs_of_lines, with_width, without_running_heads

_INSTALL: Final = "pip install 'briefing[pdf]' (in a clone: pip install '.[pdf]')"
_OTHERWISE: Final = "save its text as UTF-8 (pdftotext), and give that"
_SCANNED: Final = "have its letters recognised (ocrmypdf -l ara), and give what comes out"
_AGAIN: Final = "fetch or save it once more"
_PAGES_SHOWN: Final = 12
_MOST_HEADS: Final = 40


def read(material: Material) -> Article:
    """Return a PDF as an article: headings by their size, running heads left out, notes of its pages last.

    Raises BriefingError if it is damaged or locked, has no text (a scan has none), takes too long, or if the
    library that reads it is not installed.
    """
    if find_spec("qalam") is None:
        raise BriefingError(material.name, "is a PDF: this needs qalam, which is not installed", _INSTALL)
    pages = _pages(material)
    text = "".join(line[0] for page in pages for block in page["blocks"] for line in block.get("lines", ()))
    if not text.strip():
        if not pages:
            raise BriefingError(material.name, "is a PDF without pages", _AGAIN)
        raise BriefingError(material.name, "is a PDF without text, as a scan is", _SCANNED)
    unread = [number for number, page in enumerate(pages, 1) if page["unread"]]
    if len(unread) == len(pages):
        what = "is a PDF whose letters say nothing of what they are"
        raise BriefingError(material.name, what, _SCANNED)
    strokes = has_strokes(text)
    twice = b"Typst" in material.data
    lines = [
        line._replace(text=written(line.text, clusters_twice=twice, strokes=strokes))
        for line in _lines(pages)
    ]
    lines, heads = without_running_heads(lines)
    paragraphs = paragraphs_of_lines(lines)
    metadata = _metadata(material.data)
    title = metadata.get("Title", "") or next(
        (one.text for one in paragraphs[:5] if one.kind == "heading"), ""
    )
    return Article(
        numbered(paragraphs),
        title=title,
        author=metadata.get("Author", ""),
        published=_date(metadata.get("CreationDate", "")),
        left_out=tuple(_left_out(pages, heads, unread, lines)),
    )


def _pages(material: Material) -> list[dict[str, Any]]:
    """What the program found on each page."""
    name = material.name
    answer = run_bounded(Path(pdf_program.__file__), _without_tags(material.data))
    if answer.status == pdf_program.DAMAGED:
        raise BriefingError(name, "is a damaged PDF", _AGAIN)
    pages: list[dict[str, Any]] = []
    if answer.status == 0:
        try:
            pages = json.loads(answer.output)
        except ValueError:  # more than may be written
            raise BriefingError(name, "is a PDF with too much text", "split it") from None
    elif answer.status == pdf_program.UNREADABLE:
        raise BriefingError(name, "is a PDF: qalam cannot be loaded", _INSTALL)
    else:
        what = "took too long" if answer.late else "needs more time or memory than it may have, or is damaged"
        raise BriefingError(name, f"is a PDF that cannot be read: it {what}", _OTHERWISE)
    if not pages and b"/Encrypt" in material.data:
        raise BriefingError(name, "is a PDF locked with a password", "save it without one (qpdf --decrypt)")
    return pages


def _without_tags(data: bytes) -> bytes:
    """The PDF of a browser without the tree of its tags, all else in its place.

    qalam takes what a tag holds on the next page for what has that number on this one, which comes twice
    then, and leaves running heads out of the first page alone, so that nobody knows them on the second.
    """
    return data.replace(b"/StructTreeRoot", b"/StructTreeLeft") if b"Skia/PDF" in data else data


def _lines(pages: list[dict[str, Any]]) -> Iterator[PdfLine]:
    for number, page in enumerate(pages):
        if page["unread"]:
            continue
        seen = set()  # what a tag holds on the next page, some of this one is taken for
        for block in page["blocks"]:
            for line in block.get("lines", ()):
                if tuple(line) in seen:
                    continue
                seen.add(tuple(line))
                text, left, bottom, right, top, size = line
                if text.strip() and not is_only_marks(text):
                    yield with_width(PdfLine(text, left, bottom, right, top, size, number, page["height"]))
            for row in block.get("rows", ()):
                cells = [" ".join(cell.split()) for cell in row]
                if any(cells):
                    left, bottom, right, top = block["place"]
                    yield PdfLine("\t".join(cells), left, bottom, right, top, 0, number, page["height"], True)


def _left_out(
    pages: list[dict[str, Any]], heads: list[str], unread: list[int], lines: list[PdfLine]
) -> Iterator[CapturedDetail]:
    if heads:
        yield left_out("heads", "heads.says", len(heads), heads[:_MOST_HEADS])
    if unread:
        numbers = ", ".join(map(str, unread[:_PAGES_SHOWN])) + (" …" if len(unread) > _PAGES_SHOWN else "")
        yield left_out("textless", "textless.says", len(unread), pages=len(pages), numbers=numbers)
    unknown = sum(line.text.count(UNKNOWN) for line in lines)
    if unknown:
        yield left_out("letters", "letters.says", unknown, sign=UNKNOWN)
    pictures = sum("picture" in block for page in pages for block in page["blocks"])
    if pictures:
        yield left_out("pictures", "pictures.says", pictures)


_FIELD: Final = re.compile(
    rb"/(Title|Author|CreationDate)\s{0,4}(?:<([0-9A-Fa-f\s]{0,4000})>|\(((?:[^()\\]|\\.){0,2000})\))", re.S
)
_INFORMATION: Final = re.compile(rb"/Info\s{0,4}(\d{1,8})\s{1,4}(\d{1,5})\s{1,4}R\b")
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)
_ESCAPES: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b""}
#: Titles that programs make up.
_MADE_UP: Final = re.compile(r"(?i)microsoft |untitled|.*\.(?:docx?|odt|indd|qxd|tex|pdf|html?|rtf|pages)")


def _metadata(data: bytes) -> dict[str, str]:
    """What the PDF says of itself in plain sight; "" or nothing of what it packs or locks."""
    if b"/Encrypt" in data:
        return {}
    found: dict[str, str] = {}
    for field in _FIELD.finditer(_information(data)):
        value = bytes.fromhex(re.sub(rb"\s", b"", field[2])[: len(field[2]) // 2 * 2].decode()) if (
            field[2] is not None and len(re.sub(rb"\s", b"", field[2])) % 2 == 0
        ) else _ESCAPE.sub(_unescaped, field[3] or b"")  # fmt: skip
        text = _text(value).strip()
        if text and not _MADE_UP.fullmatch(text):
            found.setdefault(field[1].decode(), text)
    return found


def _information(data: bytes) -> bytes:
    """What holds the fields: the object that is named for it, b"" if that is packed.

    Bookmarks have titles, too.
    """
    named = _INFORMATION.findall(data)
    if not named:
        return data
    objects = re.findall(rb"(?s)(?<!\d)%s\s{1,4}%s\s{1,4}obj\b(.{0,20000}?)\bendobj\b" % named[-1], data)
    return objects[-1] if objects else b""


def _unescaped(escape: re.Match[bytes]) -> bytes:
    code = escape[1]
    if code[:1].isdigit():
        return bytes([int(code, 8) & 0xFF])
    return _ESCAPES.get(code, code)


def _text(value: bytes) -> str:
    if value.startswith(b"\xfe\xff"):
        return value[2:].decode("utf-16-be", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1")


def _date(text: str) -> str:
    """A date of a PDF (`D:20261126191812+00'00'`) as ISO 8601 has it."""
    found = re.match(r"D:(\d{4})(\d\d)?(\d\d)?", text)
    return "-".join(filter(None, found.groups())) if found else ""
