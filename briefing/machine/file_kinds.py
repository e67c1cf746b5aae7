"""What a file is that is no UTF-8 text, told by its bytes, and what makes a text of it."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

# What is no text begins with controls, or with these: byte order marks, and formats that begin in ASCII.
_HEAD: Final = 1024
_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\r")
_NO_TEXT: Final = (b"\xff", b"\xfe", b"%PDF-", b"{\\rtf", b"%!PS-Adobe-", b"<?xml", b"AT&TFORM", b"bplist00")
_SAMPLE: Final = 4096  # bytes that are looked at
_LONG: Final = 64
_TEXT: Final = "give a UTF-8 text file"
# High bytes of wide letters beside those of scripts: of punctuation, of Arabic letters in their shapes.
_SHAPES: Final = bytes(range(0xFB, 0xFF))
_USUAL: Final = b"\x20" + _SHAPES
_BEGINNING: Final = 64  # characters
# Controls that no text in any encoding of one byte has.
_STRANGE: Final = bytes(code for code in range(32) if code not in b"\t\n\v\f\r\x1a\x1b")
_HIGH_BYTES: Final = _STRANGE + _SHAPES


class FileKind(NamedTuple):
    """What a file is, for a message (`a PDF`), the cure, and the place of the fault if there is one.

    `cure` is for where nothing but a text will do, `instead` for where any document would; "" is the same.
    """

    name: str
    cure: str
    where: str = ""
    instead: str = ""

    @property
    def for_documents(self) -> str:
        """The cure where any document that can be opened would do."""
        return self.instead or self.cure


def _read_itself(name: str, tool: str) -> FileKind:
    """A format that is read where it is recognised."""
    instead = "open it without --from, or save it again if it is not recognised"
    return FileKind(name, f"save its text as UTF-8 ({tool})", instead=instead)


def _unread(name: str, tool: str, instead: str) -> FileKind:
    """A format that is not read, of documents that programs can save in one that is."""
    return FileKind(name, f"save its text as UTF-8 ({tool})", instead=f"that is not read: {instead}")


_TO_ODT: Final = "save it as DOCX or ODT (soffice --convert-to odt)"
_TO_HTML: Final = "save it as HTML or PDF (soffice --convert-to html)"
_PDF: Final = _read_itself("a PDF", "pdftotext")
_ZIP: Final = FileKind("a ZIP archive", "unpack it (unzip), and give a document of it")
_PICTURE: Final = "have its letters recognised (tesseract -l ara), and give the text"
_ARCHIVE: Final = "unpack it, and give a document of it"
_PROGRAM: Final = "give a UTF-8 text file"
_OLE: Final = _unread("an old Office document", "soffice --convert-to txt:Text", _TO_ODT)
_WORD_XML: Final = (
    rb"(?s)\s{0,99}<\?xml\b.{0,500}?(?:<\?mso-application\s+progid=.Word\.Document|<w:wordDocument\b)"
)

# Beginnings that no text has.
_SURE: Final = (
    (rb"%PDF-\d\.\d\s", _PDF),
    (rb"\s{0,99}\{\\rtf\d", _unread("an RTF document", "soffice --convert-to txt:Text, or unrtf", _TO_ODT)),
    (rb"%!PS-Adobe-", _unread("PostScript", "ps2ascii", "make a PDF of it (ps2pdf)")),
    (rb"PK(?:\x03\x04|\x05\x06|\x07\x08)", _ZIP),
    (rb"\x1f\x8b", FileKind("compressed (gzip)", "unpack it (gunzip), and give what comes out")),
    (rb"BZh[1-9]1AY&SY", FileKind("compressed (bzip2)", "unpack it (bunzip2), and give what comes out")),
    (rb"\xfd7zXZ\0", FileKind("compressed (xz)", "unpack it (unxz), and give what comes out")),
    (rb"\x28\xb5\x2f\xfd", FileKind("compressed (zstd)", "unpack it (unzstd), and give what comes out")),
    (rb"7z\xbc\xaf\x27\x1c", FileKind("a 7z archive", _ARCHIVE)),
    (rb"Rar!\x1a\x07", FileKind("a RAR archive", _ARCHIVE)),
    (rb"(?s:.{257})ustar[\0 ]", FileKind("a tar archive", _ARCHIVE)),
    (rb"MSCF\0\0\0\0", FileKind("a cabinet archive", _ARCHIVE)),
    (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OLE),
    (_WORD_XML, _unread("a Word document in one file of XML", "soffice --convert-to txt:Text", _TO_ODT)),
    (rb"(?s:.{60})(?:BOOKMOBI|TEXtREAd)",
     _unread("a Kindle book", "ebook-convert", "make an EPUB of it (ebook-convert)")),
    (rb"AT&TFORM", _unread("a DjVu document", "djvutxt", "save its text (djvutxt), and give that")),
    (rb"ITSF\x03\0\0\0", _unread("compiled HTML help", "7z x", "unpack it (7z x), and give a page of it")),
    (rb"bplist00", _unread("a Safari web archive", "textutil", "save the page as its source, or as a PDF")),
    (rb"\x89PNG\r\n", FileKind("a PNG picture", _PICTURE)),
    (rb"\xff\xd8\xff", FileKind("a JPEG picture", _PICTURE)),
    (rb"GIF8[79]a", FileKind("a GIF picture", _PICTURE)),
    (rb"(?s:RIFF....WEBP)", FileKind("a WebP picture", _PICTURE)),
    (rb"II\*\0|MM\0\*", FileKind("a TIFF picture", _PICTURE)),
    (rb"(?s:....)ftyp(?:heic|heix|mif1|avif)", FileKind("a picture", _PICTURE)),
    (rb"\0\0(?s:..)ftyp|(?s:RIFF....(?:AVI |WAVE))|OggS\0|fLaC\0|\x1aE\xdf\xa3",
     FileKind("sound or video", "give a UTF-8 text file")),
    (rb"\x7fELF|\xcf\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]|\xca\xfe\xba\xbe", FileKind("a program", _PROGRAM)),
    (rb"SQLite format 3\0", FileKind("an SQLite database", _PROGRAM)),
)  # fmt: skip
# Beginnings that a text may have as well: they count where the rest is no text.
_LIKELY: Final = (
    (rb"MZ", FileKind("a program", _PROGRAM)),
    (rb"ID3", FileKind("sound or video", "give a UTF-8 text file")),
    (rb"BM", FileKind("a BMP picture", _PICTURE)),
)
# What a ZIP archive is besides, by what stands in its beginning.
_ZIPPED: Final = (
    (b"application/epub+zip", _read_itself("an EPUB book", "pandoc -t plain")),
    (b"opendocument.text", _read_itself("an OpenDocument text", "pandoc -t plain, or soffice")),
    (b"opendocument.spreadsheet", _unread("an OpenDocument table", "soffice --convert-to csv", _TO_HTML)),
    (b"opendocument.presentation", _unread("an OpenDocument presentation", "soffice", _TO_HTML)),
    (b"opendocument", _unread("an OpenDocument file", "soffice", _TO_HTML)),
    (b"word/", _read_itself("a Word document", "pandoc -t plain, or soffice")),
    (b"xl/", _unread("an Excel table", "soffice --convert-to csv", _TO_HTML)),
    (b"ppt/", _unread("a PowerPoint presentation", "soffice", _TO_HTML)),
    (b"FixedDocSeq.fdseq", _unread("an XPS document", "xpstotext", "make a PDF of it (xpstopdf)")),
    (b"Index/Document.iwa", _unread("a document of Apple's", "Pages", "export it as DOCX or PDF")),
    (b"[Content_Types].xml", _unread("an Office document", "pandoc -t plain, or soffice", _TO_ODT)),
)
# What an old Office document is, by the names of its streams, which are in UTF-16.
_STREAMS: Final = (
    ("EncryptedPackage", FileKind("locked with a password", "save it without one")),
    ("WordDocument", _unread("an old Word document (.doc)", "catdoc, or soffice", _TO_ODT)),
    ("Workbook", _unread("an old Excel table (.xls)", "soffice --convert-to csv", _TO_HTML)),
    ("PowerPoint Document", _unread("an old PowerPoint presentation (.ppt)", "catppt", _TO_HTML)),
    ("__substg1.0_", _unread("an e-mail of Outlook's (.msg)", "msgconvert", "save it as EML (msgconvert)")),
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
    return head.lstrip().startswith(_NO_TEXT) or _count(head, _CONTROLS) > 0


def kind_by_beginning(data: bytes) -> FileKind | None:
    """Return what `data` is if it begins as no text in any encoding does; None if it may be one."""
    for pattern, kind in _SURE:
        if re.match(pattern, data):
            return _zipped(data) if kind is _ZIP else _in_streams(data) if kind is _OLE else kind
    return None


def wide_kind(data: bytes) -> FileKind | None:
    """Return what `data` is if it is in UTF-16 or UTF-32, for where nothing but UTF-8 will do."""
    encoding = marked_or_wide_encoding(data)
    if not encoding:
        return None
    cure = f"save it as UTF-8 (iconv -f {encoding} -t UTF-8)"
    return FileKind(f"{encoding}, not UTF-8", cure, "byte 0 (line 1)")


def kind_of_bytes(data: bytes) -> FileKind | None:
    """Return what `data` is, which is not UTF-8; None if it may be a text in an older encoding."""
    sample = data[:_SAMPLE]
    for pattern, kind in _LIKELY:
        if re.match(pattern, data) and _count(sample, _STRANGE) > len(sample) // 50:
            return kind
    return FileKind("no text", _TEXT) if _count(sample, _STRANGE) > len(sample) // 20 else None


def _zipped(data: bytes) -> FileKind:
    beginning = data[:_SAMPLE] + data[-_SAMPLE:]  # the list of names stands at the end
    return next((kind for mark, kind in _ZIPPED if mark in beginning), _ZIP)


def _in_streams(data: bytes) -> FileKind:
    return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in data), _OLE)


def _count(data: bytes, of: bytes) -> int:
    """How many bytes are among those in `of`."""
    return len(data) - len(data.translate(None, of))


def marked_or_wide_encoding(data: bytes) -> str:
    """Return the name of the encoding (UTF-16, UTF-32) that `data` is in, with or without a mark, or ""."""
    return next((name for mark, name in _MARKED if data.startswith(mark)), "") or wide_encoding(data)


def wide_encoding(data: bytes) -> str:
    """Return the name of the encoding, UTF-16 or UTF-32, that `data` is in without a mark; "" for another.

    It is told by where the zeros stand, or in a text without zeros the equal high bytes of its script.
    """
    sample = data[:_SAMPLE]
    sample = sample[: len(sample) // 4 * 4 or len(sample) // 2 * 2]
    if len(data) < 4 or _count(sample, _HIGH_BYTES) < len(sample) // 5:
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
    sensible = sum(map(_is_sensible, text))
    # The scripts up to U+0FFF, punctuation, and Arabic letters in their shapes; letters of UTF-8 read as CJK
    # ones have others. So has the head of an e-mail, though all of the text below it may be wide.
    is_usual = [byte < 0x10 or byte in _USUAL for byte in sample[high::width]]
    begins = is_usual[:_BEGINNING]
    return (
        sensible >= 0.95 * len(text) > 0
        and sum(is_usual) >= 0.7 * len(is_usual)
        and sum(begins) >= 0.5 * len(begins)
    )


def _is_sensible(one: str) -> bool:
    """Whether a text has such a character; of what is not seen there may be many (Persian, subtitles)."""
    return one != "\ufffd" and (one.isprintable() or one.isspace() or unicodedata.category(one) == "Cf")
