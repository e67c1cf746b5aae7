"""A small document of each format that can be opened; all say the same in two paragraphs."""

from __future__ import annotations

import io
import quopri
import zipfile

from briefing.exporting.chosen import chosen
from briefing.exporting.forms import json
from briefing.sources import Material, briefing_of
from tests.sources.pdf_making import RIGHT, Row, pdf_of
from tests.sources.test_epub import book, page
from tests.sources.zipped import zipped

#: The paragraphs of each sample.
TEXTS = ("قال الوزير إن المفاوضات بدأت.", "ثم انتهت بعد يومين")

_BODY = "".join(f"<p>{text}</p>" for text in TEXTS)
_PAGE = f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>{_BODY}</body></html>'
_PLAIN = "\n\n".join(TEXTS)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ODF = "urn:oasis:names:tc:opendocument:xmlns"


def _docx() -> bytes:
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in TEXTS)
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": "<Types/>", "word/document.xml": document})


def _odt() -> bytes:
    body = "".join(f"<text:p>{text}</text:p>" for text in TEXTS)
    names = f'xmlns:office="{_ODF}:office:1.0" xmlns:text="{_ODF}:text:1.0"'
    content = (
        f"<office:document-content {names}><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:  # what is recognised is not packed
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
    return data.getvalue()


def _mhtml() -> bytes:
    packed = quopri.encodestring(_PAGE.encode()).decode()
    return (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\n'
        f"Content-Transfer-Encoding: quoted-printable\n\n{packed}\n--b--\n"
    ).encode()


def _eml() -> bytes:
    return (
        "From: a@example.org\nTo: b@example.org\nDate: Mon, 10 Jun 2024 10:00:00 +0000\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + _PLAIN
    ).encode()


def _subtitles() -> bytes:
    first, second = (
        f"{at}\n00:00:0{at},000 --> 00:00:0{at},900\n{text}\n" for at, text in enumerate(TEXTS, 1)
    )
    return f"{first}\n{second}".encode()


def _markdown() -> bytes:
    first, second, third, *others = TEXTS[0].split()
    said = (f"**{first}**", f"[{second}](https://example.org)", f"**{third}**", *others)
    return f"{' '.join(said)}\n\n{TEXTS[1]}\n".encode()


#: The bytes of a document, by the name of the source that reads it: they tell it without a name.
SAMPLES = {
    "epub": book({"a.xhtml": page(_BODY)}),
    "docx": _docx(),
    "odt": _odt(),
    "pdf": pdf_of([[Row(TEXTS[0], RIGHT, 700), Row(TEXTS[1], RIGHT, 600)]]),
    "json": json.written(chosen(briefing_of(Material("a.txt", _PLAIN.encode())))),
    "mhtml": _mhtml(),
    "eml": _eml(),
    "subtitles": _subtitles(),
    "html": _PAGE.encode(),
    "markdown": _markdown(),
    "text": _PLAIN.encode(),
}
