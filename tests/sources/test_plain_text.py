"""Any text file opens as a briefing of one section; what cannot be read is one line."""

import bz2
import gzip
import io
import lzma
import os
import zipfile
from pathlib import Path

import pytest

from briefing.arabic import layout
from briefing.document import BriefingError
from briefing.exporting import briefing_text
from briefing.sources import Material, briefing_of, load
from briefing.sources.paragraphs import split_paragraphs
from tests.judges.ceiling import ceiling


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in split_paragraphs(text)]


def test_a_text_file_is_one_section_with_no_claims(tmp_path: Path) -> None:
    file = tmp_path / "نص.txt"
    file.write_text("أولى\nتتمة\n\nثانية\n", encoding="utf-8")
    briefing = load(file)
    assert (briefing.title.english, briefing.title.arabic) == ("", "أولى")
    assert [(paragraph.number, paragraph.text) for paragraph in briefing.paragraphs] == [
        (1, "أولى\nتتمة"),
        (2, "ثانية"),
    ]
    (section,) = briefing.sections
    assert (section.key, section.paragraphs, section.claims) == ("text", (1, 2), ())
    assert (briefing.bottom_line, briefing.events, briefing.names, briefing.provenance) == ("", (), (), None)


def test_blank_lines_part_paragraphs_and_inner_lines_stay() -> None:
    assert texts("\n \na\nb\n\n\u00a0\n  c\t\n\t\nd") == ["a\nb", "  c\t", "d"]


def test_without_blank_lines_every_line_is_a_paragraph() -> None:
    assert texts("a\nb\nc\n\n\n") == ["a", "b", "c"]
    assert texts("\n\na\nb") == ["a", "b"]
    assert texts("a") == ["a"]


def test_crlf_ends_a_line_and_is_no_part_of_the_text() -> None:
    briefing = briefing_of(Material("t", b"\xef\xbb\xbfa\r\nb\r\n\r\nc\r\n"))
    assert [paragraph.text for paragraph in briefing.paragraphs] == ["a\nb", "c"]


@pytest.mark.parametrize(
    "text",
    [
        "قَالَ",
        "a\x00b",
        "a\x1b[2Jb",
        "a\rb",
        "\u200fa\u202e",
        "e\u0301",
        "a\u2028b",
        "ﷺ",
        "\u0640ـ",
        "a\u200cb",
        "🇯🇵",
    ],
)
def test_nothing_inside_a_paragraph_is_changed(text: str) -> None:
    assert texts(f"{text}\n\n{text}\n") == [text, text]


def test_an_empty_file_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "empty.txt"
    for data in (b"", b"\xef\xbb\xbf", b" \r\n\t\n"):
        file.write_bytes(data)
        with pytest.raises(BriefingError) as raised:
            load(file)
        assert str(raised.value) == (
            f"{file}: holds no text; put the article there, a blank line between paragraphs"
        )


@pytest.mark.parametrize(
    ("text", "english", "arabic"),
    [
        ("مقال عن السفر\n\nنص\n", "", "مقال عن السفر"),
        ("A journey\nالسفر\n", "A journey", ""),
        ("1. مقدمة\n\nb", "", "1. مقدمة"),
        ("«IBM» في مصر\n", "«IBM» في مصر", ""),
        ("שלום\n", "", "שלום"),
        ("  \t2024\n\na", "2024", ""),
        ("a\tb\x1b[2J\n", "a b␛[2J", ""),
        ("كلمة " * 100, "", " ".join(["كلمة"] * 31) + "…"),
    ],
)
def test_the_title_is_the_first_line_in_its_direction(text: str, english: str, arabic: str) -> None:
    title = briefing_of(Material("t.txt", text.encode())).title
    assert (title.english, title.arabic) == (english, arabic)


def test_bytes_of_two_encodings_are_named_with_their_place(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("سطر\nسطر\n".encode() + "عربي".encode("cp1256"))
    with pytest.raises(BriefingError) as raised:
        load(file)
    assert str(raised.value) == (
        f"{file}: byte 14 (line 3): byte 0xda is not UTF-8, and which encoding it is cannot be told; "
        "name it, as in --encoding windows-1256"
    )


LINE_ENDS = ["\n", "\r\n", "\r", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029"]


@pytest.mark.parametrize("end", LINE_ENDS, ids=ascii)
def test_whatever_ends_a_line_parts_paragraphs_alike(end: str) -> None:
    lines = briefing_of(Material("t", f"سطر{end}سطران{end}".encode()))
    assert [paragraph.text for paragraph in lines.paragraphs] == ["سطر", "سطران"]
    blocks = briefing_of(Material("t", f"{end}أ{end}ب{end} {end}ج{end}".encode()))
    kept = "\n" if end == "\r\n" else end
    assert [paragraph.text for paragraph in blocks.paragraphs] == [f"أ{kept}ب", "ج"]


@pytest.mark.parametrize("end", LINE_ENDS, ids=ascii)
def test_whatever_ends_a_line_is_one_in_a_pipe_and_on_the_screen(end: str) -> None:
    read, plain = (briefing_of(Material("t", f"أ{one}ب{one}{one}ج".encode())) for one in (end, "\n"))
    first, second = (briefing_text(one).partition("SOURCE")[0] for one in (read, plain))  # sums differ
    assert first == second
    shown, right = (
        [line.text for line in layout(briefing.paragraphs[0].text, 20)] for briefing in (read, plain)
    )
    assert shown == right
    assert len(right) == 2


@pytest.mark.parametrize("text", ["abc سلام\n", "سلام", "Привет мир\nещё\n", "שלום עולם", "a\nb\n"])
@pytest.mark.parametrize("encoding", ["UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "UTF-32BE"])
def test_wide_characters_are_read(encoding: str, text: str) -> None:
    briefing = briefing_of(Material("t", text.encode(encoding)))
    assert [one.text for one in briefing.paragraphs] == text.split("\n")[: len(briefing.paragraphs)]
    assert briefing.origin is not None
    assert briefing.origin.encoding.startswith(encoding)
    assert briefing.origin.encoding_from == ("recognised" if encoding[-1] == "E" else "its mark")


@pytest.mark.parametrize("encoding", ["UTF-16", "UTF-32LE"])
def test_a_briefing_itself_is_utf8(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "briefing.toml"
    file.write_bytes('title = "a"\n'.encode(encoding))
    with pytest.raises(BriefingError, match=f"is {encoding}, not UTF-8; save it as UTF-8"):
        load(file)


def zipped(**files: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return data.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(9)
WORD_XML = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<?mso-application progid="Word.Document"?><w:wordDocument>نص</w:wordDocument>"""


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.4\n1 0 obj\n", "a damaged PDF; fetch or save it once more"),
        (b"{\\rtf1\\ansi \\u1587?}", "an RTF document; that is not read: save it as DOCX or ODT (soffice"),
        (b"\r\n{\\rtf1\\ansi \\u1587?}", "an RTF document; that"),
        (zipped(**{"[Content_Types].xml": "", "xl/workbook.xml": ""}), "an Excel table; that is not read: "),
        (
            zipped(**{"[Content_Types].xml": "", "ppt/presentation.xml": ""}),
            "a PowerPoint presentation; that",
        ),
        (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "an OpenDocument table; that is"),
        (zipped(mimetype="application/vnd.oasis.opendocument.graphics"), "an OpenDocument file; that is not"),
        (zipped(**{"Index/Document.iwa": ""}), "a document of Apple's; that is not read: export it as"),
        (zipped(a="a"), "a ZIP archive"),
        (gzip.compress("نص".encode()), "compressed (gzip)"),
        (bz2.compress(b"a"), "compressed (bzip2)"),
        (lzma.compress(b"a"), "compressed (xz)"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a JPEG picture"),
        (b"\x7fELF\x02\x01\x01" + bytes(9), "a program"),
        (b"MZ\x90\0\x03" + bytes(60), "a program"),
        (OLE, "an old Office document; that is not read: save it as DOCX or ODT"),
        (OLE + "WordDocument".encode("utf-16-le"), "an old Word document (.doc); that is not read: save"),
        (
            OLE + "Workbook".encode("utf-16-le"),
            "an old Excel table (.xls); that is not read: save it as HTML",
        ),
        (OLE + "__substg1.0_0037001F".encode("utf-16-le"), "an e-mail of Outlook's (.msg); that is not"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "locked with a password; save it without one"),
        (WORD_XML.encode(), "a Word document in one file of XML; that is not read: save it as DOCX"),
        (b"AT&TFORM\0\0\1\2DJVU", "a DjVu document; that is not read: save its text (djvutxt)"),
        (bytes(60) + b"BOOKMOBI" + bytes(9), "a Kindle book; that is not read: make an EPUB of it"),
        (b"bplist00\xd1\1\2_\x10\x0f", "a Safari web archive; that is not read: save the page as its source"),
        (bytes(range(256)), "no text: byte 0x80 is not UTF-8"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, what: str) -> None:
    with pytest.raises(BriefingError) as raised:
        briefing_of(Material("t", data))
    assert f" is {what}" in str(raised.value)
    assert "1256" not in str(raised.value)


@pytest.mark.parametrize(
    "text",
    [
        "a\0b\n",
        "\0" * 400,
        "MZ مرحبا",
        "PK",
        "BM أ",
        "ID3",
        "\x1b[1mأ",
        "II ب\x06",
        "<?xml version='1.0'?><w>ا</w>",
        "{\\rt نص",
        "AT&T ا",
    ],
)
def test_a_text_that_begins_strangely_is_a_text(text: str) -> None:
    assert briefing_of(Material("t", text.encode())).paragraphs


@pytest.mark.parametrize("name", ["text", "markdown"])
def test_a_format_asked_for_in_vain_says_so(name: str) -> None:
    word = zipped(**{"[Content_Types].xml": "", "word/document.xml": ""})
    for data, what, other in ((b"%PDF-1.4\n1 0 obj\n", "a PDF", "pdf"), (word, "a Word document", "docx")):
        with pytest.raises(BriefingError) as caught:
            briefing_of(Material("t", data), name)
        cure = f"it looks like {other}; leave --from out, or say --from {other}"
        assert str(caught.value) == f"t: cannot be read as {name}: is {what}; {cure}"


@pytest.mark.parametrize("name", ["docx", "odt", "epub", "pdf", "mhtml"])
def test_another_format_asked_for_in_vain_says_what_it_looks_like(name: str) -> None:
    cure = "; it looks like text; leave --from out, or say --from text"
    with pytest.raises(BriefingError, match=f"^t: cannot be read as {name}: .*{cure}$"):
        briefing_of(Material("t", "نص".encode()), name)


def test_what_is_no_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match=r"^/dev/null: is a device; give a UTF-8 text file$"):
        load("/dev/null")
    with pytest.raises(BriefingError, match=r"no such file; check the name, or give"):
        load(tmp_path / "nothing-like-it")
    for address in ("example.org/a", "www.example.org", "127.0.0.1:8000/a", "مثال.السعودية/a"):
        with pytest.raises(BriefingError, match=f"; if it is an address, write https://{address}$"):
            load(address)
    for file in ("a.txt", "notes/a.txt", str(tmp_path / "example.org" / "a")):
        with pytest.raises(BriefingError, match=r"no such file; (?!if)"):
            load(file)
    with pytest.raises(BriefingError, match=r"^a␀b: is not a file name; "):
        load("a\0b")
    with pytest.raises(BriefingError, match=r"cannot be read \(File name too long\); "):
        load("x" * 5000)
    with pytest.raises(BriefingError, match=r"the folder has no briefing.toml; "):
        load("")  # the empty path is the folder one stands in


def test_a_file_one_may_not_read_is_one_line(tmp_path: Path) -> None:
    file = tmp_path / "secret.txt"
    file.write_text("x")
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(BriefingError, match="may not be read; "):
        load(file)


def test_a_name_that_is_no_text_does_not_break_the_line(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\n\x1b]0;x")
    with pytest.raises(BriefingError) as raised:
        load(tmp_path / name)
    assert "\ufffd␊␛]0;x" in str(raised.value)
    str(raised.value).encode("utf-8")


def test_a_pipe_can_be_read_like_a_file(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, "من أنبوب".encode())
    os.close(writing)
    try:
        briefing = load(f"/dev/fd/{reading}")
    finally:
        os.close(reading)
    assert briefing.paragraphs[0].text == "من أنبوب"


@pytest.mark.whole
@pytest.mark.parametrize("line", ["سطر من نص عربي طويل بعض الشيء\n", "سطر\n\n", "x", "\n"])
def test_ten_megabytes_are_no_matter(tmp_path: Path, line: str) -> None:
    file = tmp_path / "large.txt"
    file.write_text("أ" + line * (10_000_000 // len(line.encode())), encoding="utf-8")
    with ceiling():  # what is caught is a square
        briefing = load(file)
    assert briefing.paragraphs
