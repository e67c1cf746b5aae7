"""What a file is that is no UTF-8 text, told by its bytes, and what makes a text of it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

# What is no text begins with controls, or with these: byte order marks, and formats that begin in ASCII.
_HEAD: Final = 1024
_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\r")
_NO_TEXT: Final = (b"\xff", b"\xfe", b"%PDF-", b"{\\rtf", b"%!PS-Adobe-")
_SAMPLE: Final = 4096  # bytes that are looked at
_LONG: Final = 64
_TEXT: Final = "give a UTF-8 text file"


class Kind(NamedTuple):
    """What a file is, for a message (`a PDF`), the cure, and the place of the fault if there is one."""

    name: str
    cure: str
    where: str = ""


def _converted(tool: str) -> str:
    return f"save its text as UTF-8 ({tool})"


_PDF: Final = Kind("a PDF", _converted("pdftotext"))
_ZIP: Final = Kind("a ZIP archive", "unpack it (unzip), and give a text file of it")
_PICTURE: Final = "a picture has no text: give a UTF-8 text file"
_ARCHIVE: Final = "unpack it, and give a text file of it"
_PROGRAM: Final = "give a UTF-8 text file"

# Beginnings that no text has.
_SURE: Final = (
    (rb"%PDF-\d\.\d\s", _PDF),
    (rb"\{\\rtf\d", Kind("an RTF document", _converted("soffice --convert-to txt:Text, or unrtf"))),
    (rb"%!PS-Adobe-", Kind("PostScript", _converted("ps2ascii"))),
    (rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", _ZIP),
    (rb"\x1f\x8b", Kind("compressed (gzip)", "unpack it (gunzip), and give what comes out")),
    (rb"BZh[1-9]1AY&SY", Kind("compressed (bzip2)", "unpack it (bunzip2), and give what comes out")),
    (rb"\xfd7zXZ\0", Kind("compressed (xz)", "unpack it (unxz), and give what comes out")),
    (rb"\x28\xb5\x2f\xfd", Kind("compressed (zstd)", "unpack it (unzstd), and give what comes out")),
    (rb"7z\xbc\xaf\x27\x1c", Kind("a 7z archive", _ARCHIVE)),
    (rb"Rar!\x1a\x07", Kind("a RAR archive", _ARCHIVE)),
    (rb"(?s:.{257})ustar[\0 ]", Kind("a tar archive", _ARCHIVE)),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Kind("an old Office document", _converted("catdoc, or soffice"))),
    (rb"\x89PNG\r\n", Kind("a PNG picture", _PICTURE)),
    (rb"\xff\xd8\xff", Kind("a JPEG picture", _PICTURE)),
    (rb"GIF8[79]a", Kind("a GIF picture", _PICTURE)),
    (rb"(?s:RIFF....WEBP)", Kind("a WebP picture", _PICTURE)),
    (rb"II\*\0|MM\0\*", Kind("a TIFF picture", _PICTURE)),
    (rb"(?s:....)ftyp(?:heic|heix|mif1|avif)", Kind("a picture", _PICTURE)),
    (rb"\0\0(?s:..)ftyp|(?s:RIFF....(?:AVI |WAVE))|OggS\0|fLaC\0|\x1aE\xdf\xa3",
     Kind("sound or video", "give a UTF-8 text file")),
    (rb"\x7fELF|\xcf\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]|\xca\xfe\xba\xbe", Kind("a program", _PROGRAM)),
    (rb"SQLite format 3\0", Kind("an SQLite database", _PROGRAM)),
)  # fmt: skip
# Beginnings that a text may have as well: they count where the rest is no text.
_LIKELY: Final = (
    (rb"MZ", Kind("a program", _PROGRAM)),
    (rb"ID3", Kind("sound or video", "give a UTF-8 text file")),
    (rb"BM", Kind("a BMP picture", _PICTURE)),
)
# What a ZIP archive is besides, by what stands in its beginning.
_ZIPPED: Final = (
    (b"application/epub+zip", Kind("an EPUB book", _converted("pandoc -t plain"))),
    (b"opendocument", Kind("an OpenDocument file", _converted("pandoc -t plain, or soffice"))),
    (b"word/", Kind("a Word document", _converted("pandoc -t plain, or soffice"))),
    (b"xl/", Kind("an Excel table", _converted("soffice"))),
    (b"ppt/", Kind("a PowerPoint presentation", _converted("soffice"))),
    (b"[Content_Types].xml", Kind("an Office document", _converted("pandoc -t plain, or soffice"))),
)
_MARKED: Final = (  # byte order marks, the longer ones first
    (b"\xff\xfe\0\0", "UTF-32"),
    (b"\0\0\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


def may_be_no_text(data: bytes) -> bool:
    """Return whether `data` begins as hardly a text does: with a control, or a format's first letters."""
    head = data[:_HEAD]
    return data.startswith(_NO_TEXT) or len(head.translate(None, _CONTROLS)) < len(head)


def kind_by_beginning(data: bytes) -> Kind | None:
    """Return what `data` is if it begins as no text in any encoding does; None if it may be one."""
    for pattern, kind in _SURE:
        if re.match(pattern, data):
            return _zipped(data) if kind is _ZIP else kind
    return None


def wide_kind(data: bytes) -> Kind | None:
    """Return what `data` is if it is in UTF-16 or UTF-32, for where nothing but UTF-8 will do."""
    encoding = next((name for mark, name in _MARKED if data.startswith(mark)), "") or wide_encoding(data)
    if not encoding:
        return None
    cure = f"save it as UTF-8 (iconv -f {encoding} -t UTF-8)"
    return Kind(f"{encoding}, not UTF-8", cure, "byte 0 (line 1)")


def kind_of_bytes(data: bytes) -> Kind | None:
    """Return what `data` is, which is not UTF-8; None if it may be a text in an older encoding."""
    sample = data[:_SAMPLE]
    for pattern, kind in _LIKELY:
        if re.match(pattern, data) and _controls(sample) > len(sample) // 50:
            return kind
    return Kind("no text", _TEXT) if _controls(sample) > len(sample) // 20 else None


def _zipped(data: bytes) -> Kind:
    beginning = data[:_SAMPLE] + data[-_SAMPLE:]  # the list of names stands at the end
    return next((kind for mark, kind in _ZIPPED if mark in beginning), _ZIP)


def _controls(data: bytes) -> int:
    """How many bytes are controls that no text in any encoding of one byte has."""
    return len(data) - len(
        data.translate(None, bytes(c for c in range(32) if c not in b"\t\n\v\f\r\x1a\x1b"))
    )


def wide_encoding(data: bytes) -> str:
    """Return the name of the encoding, UTF-16 or UTF-32, that `data` is in without a mark; "" for another.

    It is told by where the zeros stand, or in a text without zeros the equal high bytes of its script.
    """
    sample = data[:_SAMPLE]
    sample = sample[: len(sample) // 4 * 4 or len(sample) // 2 * 2]
    if len(data) < 4 or _controls(sample) < len(sample) // 5:
        return ""
    for encoding, width, high in (
        ("UTF-32LE", 4, 3),
        ("UTF-32BE", 4, 0),
        ("UTF-16LE", 2, 1),
        ("UTF-16BE", 2, 0),
    ):
        is_whole = len(data) % width == 0 or len(data) >= _LONG  # a long one may have been cut
        if is_whole and _is_text_in(encoding, sample, width, high):
            return encoding
    return ""


def _is_text_in(encoding: str, sample: bytes, width: int, high: int) -> bool:
    """Whether `sample` makes sense in an encoding whose units of `width` bytes have the highest at `high`."""
    text = sample.decode(encoding, "replace")
    sensible = sum(one != "\ufffd" and (one.isprintable() or one.isspace()) for one in text)
    # The scripts up to U+0FFF and punctuation; letters of UTF-8 read as CJK ones have others.
    usual = sum(byte < 0x10 or byte == 0x20 for byte in sample[high::width])
    return sensible >= 0.95 * len(text) > 0 and usual >= 0.7 * (len(sample) // width)
