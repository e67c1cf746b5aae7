"""Any UTF-8 text file opens as a briefing of one section; what cannot be read is one line."""

import os
import time
from pathlib import Path

import pytest

from briefing.document import BriefingError
from briefing.sources import briefing_of_text, load
from briefing.sources.plain_text import split_paragraphs


def texts(text: str) -> list[str]:
    return [paragraph.text for paragraph in split_paragraphs(text)]


def test_a_text_file_is_one_section_with_no_claims(tmp_path: Path) -> None:
    file = tmp_path / "نص.txt"
    file.write_text("أولى\nتتمة\n\nثانية\n", encoding="utf-8")
    briefing = load(file)
    assert briefing.title.english == "نص.txt"
    assert briefing.title.arabic == ""
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
    briefing = briefing_of_text(b"\xef\xbb\xbfa\r\nb\r\n\r\nc\r\n", "t")
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


def test_bytes_that_are_not_utf8_are_named_with_their_place(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("سطر\nسطر\n".encode() + "عربي".encode("cp1256"))
    with pytest.raises(BriefingError) as raised:
        load(file)
    assert str(raised.value) == (
        f"{file}: byte 14 (line 3): byte 0xda is not UTF-8; "
        "save it as UTF-8 (for older Arabic files: iconv -f WINDOWS-1256 -t UTF-8)"
    )


def test_utf16_is_told_from_other_bytes(tmp_path: Path) -> None:
    file = tmp_path / "wide.txt"
    file.write_text("عربي", encoding="utf-16")
    with pytest.raises(BriefingError) as raised:
        load(file)
    assert str(raised.value) == (
        f"{file}: byte 0 (line 1): is UTF-16, not UTF-8; save it as UTF-8 (iconv -f UTF-16 -t UTF-8)"
    )


def test_what_is_no_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match=r"^/dev/null: is a device; give a UTF-8 text file$"):
        load("/dev/null")
    with pytest.raises(BriefingError, match=r"no such file; check the name, or give"):
        load(tmp_path / "nothing-like-it")
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


@pytest.mark.slow
@pytest.mark.parametrize("line", ["سطر من نص عربي طويل بعض الشيء\n", "سطر\n\n", "x", "\n"])
def test_ten_megabytes_load_in_well_under_a_second(tmp_path: Path, line: str) -> None:
    file = tmp_path / "large.txt"
    file.write_text("أ" + line * (10_000_000 // len(line.encode())), encoding="utf-8")
    start = time.process_time()
    briefing = load(file)
    assert time.process_time() - start < 3  # far below that on an idle machine; what is caught is a square
    assert briefing.paragraphs
