"""A large text has the paragraphs of a small one, though it is counted piece by piece."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.document import BriefingError
from briefing.document.growing import GrowingNumbers, GrowingParagraphs
from briefing.machine import large_bytes
from briefing.machine.large_bytes import FileBytes, MemoryBytes
from briefing.sources import Material, briefing_of, load
from briefing.sources import large_text as large_module
from briefing.sources.encodings import Decoded
from briefing.sources.large_text import LargeText, can_be_read_by_pieces
from briefing.sources.paragraphs import split_paragraphs
from tests.tiers import examples

BLANK = ["", "", "", " ", " " * 40, "\u00a0\t"]
TEXT = ["كلمة", " بداية", "a b", "ن" * 30, "ك ل م " * 9, "é", "x" * 70, "كلام " * 99]
LINES = st.lists(st.sampled_from([*BLANK, *TEXT]), max_size=40)
ENDS = st.sampled_from(["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029", "\f", "\v", "\x1c", "\n\r", "\r\r\n"])
CODECS = st.sampled_from(["utf-8", "utf-16-le", "utf-32-be", "cp1256"])


def large(data: bytes, codec: str = "utf-8", *, chunk: int = 64) -> LargeText:
    return LargeText(MemoryBytes(data), codec, Decoded("", codec, "valid"), name="a.txt", chunk=chunk)


def counted(text: LargeText) -> LargeText:
    while text.count_on():
        pass
    return text


def eager(text: str) -> list[str]:
    return [one.text for one in split_paragraphs(text.replace("\r\n", "\n"))]


@pytest.fixture(scope="module", autouse=True)
def _small_parts() -> Iterator[None]:
    """Parts of some words: so all that happens to long paragraphs happens in short texts."""
    with pytest.MonkeyPatch.context() as patch:
        for module in ("document.long_paragraphs", "sources.large_text", "sources.counting"):
            patch.setattr(f"briefing.{module}.WHOLE", 40)
            patch.setattr(f"briefing.{module}.LENGTH", 20)
        patch.setattr("briefing.sources.paragraphs.LONG_GAP", 12)
        yield


@settings(max_examples=examples(4))
@given(st.lists(st.tuples(LINES, ENDS), min_size=1, max_size=3), CODECS, st.integers(8, 300))
@example([(["a", "", "", "", "b"] * 9, "\n")], "utf-8", 8)
@example([(["a", "", " " * 40, *[""] * 4, "b" * 64], "\n")], "utf-8", 8)
def test_its_paragraphs_are_those_of_a_small_text(
    pieces: list[tuple[list[str], str]], codec: str, chunk: int
) -> None:
    text = "".join(line + end for lines, end in pieces for line in lines)
    if codec == "cp1256":
        text = text.encode(codec, "ignore").decode(codec)
    wanted = eager(text)
    found = counted(large(text.encode(codec), codec, chunk=chunk))
    assert [one.text for one in found] == wanted
    assert [one.number for one in found] == [*range(1, len(wanted) + 1)] == [*GrowingNumbers(found)]
    assert [found[at].text for at in range(len(found))] == wanted
    known = [found.part(index) for index in range(found.counted.parts)]
    assert [replace(part, line=0, is_last=False) for part in found.parts()] == [
        replace(part, line=0, is_last=False) for part in known
    ]
    assert [part.is_last for part in known] == [False] * (len(known) - 1) + [True] * bool(known)
    for index, part in enumerate(known):
        assert found.part_of(part.number, part.start) == index
        assert part.line <= index
        assert known[part.line].number == part.number
    assert found.counted.lost == 0


@settings(max_examples=examples(2))
@given(st.lists(st.tuples(LINES, ENDS), min_size=1, max_size=3), st.integers(0, 4000), st.integers(8, 300))
def test_a_file_that_shrinks_meanwhile_leaves_empty_paragraphs(
    given_pieces: list[tuple[list[str], str]], left: int, chunk: int
) -> None:
    data = "".join(line + end for lines, end in given_pieces for line in lines).encode()
    with TemporaryFile() as file:
        file.write(data)
        file.flush()
        text = LargeText(
            FileBytes(os.dup(file.fileno()), len(data)),
            "utf-8",
            Decoded("", "UTF-8", "valid"),
            name="a",
            chunk=chunk,
        )
        text.count_on()
        file.truncate(min(left, len(data)))
        counted(text)
        parts = [text.part(index) for index in range(text.counted.parts)]
        there = "".join("".join(part.text for part in parts).split()).rstrip("\ufffd")
        assert "".join(data.decode().split()).startswith(there)
        list(text)
        for index, part in enumerate(parts):
            text.part_of(part.number, part.start)
            assert index < text.counted.parts


def bad(*lines: bytes) -> LargeText:
    return counted(large(b"\n\n".join(lines)))


def test_what_cannot_be_read_is_counted_wherever_it_comes() -> None:
    arabic = "كلمة أخرى".encode()
    text = bad(*[arabic] * 20, b"\xd9", *[arabic] * 20, b"\xff" + arabic)
    assert (text.counted.encoding_from, text.counted.lost) == ("recognised", 2)
    assert [one.text for one in text][20] == "\ufffd"
    assert len(text) == 42


def test_an_encoding_that_shows_late_is_taken() -> None:
    arabic = "قال المتحدث إن الاجتماع انتهى دون اتفاق وسيعود الطرفان بعد شهر"
    data = ("plain words\n\n" * 50 + f"{arabic}\n\n" * 50).encode("cp1256")
    text = large(data, chunk=512)
    assert text.part(0).text == "plain words"
    counted(text)
    assert (text.counted.encoding, text.counted.encoding_from, text.counted.lost) == (
        "windows-1256",
        "recognised",
        0,
    )
    assert text[99].text == arabic
    printed = large(data, chunk=512)
    assert [one.text for one in printed] == ["plain words"] * 50 + [arabic] * 50


def test_what_parts_the_paragraphs_is_told_by_the_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_module, "RULE", 200)
    data = ("سطر\n" * 100 + "\n  \nسطر آخر\n\n").encode()
    assert [one.text for one in counted(large(data))] == ["سطر"] * 100 + ["سطر آخر"]


def test_encodings_that_have_to_be_read_from_the_start_are_not_read_by_pieces() -> None:
    assert all(map(can_be_read_by_pieces, ("utf-8", "utf-16-be", "cp1256", "iso8859-6", "mac-arabic")))
    assert not any(map(can_be_read_by_pieces, ("gb18030", "iso2022_jp", "utf-16", "cp037", "shift_jis")))


@pytest.fixture
def _low(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(large_bytes, "LARGE", 1000)


WORDS = "كلمة بعد كلمة في سطر"


@pytest.mark.usefixtures("_low")
@pytest.mark.parametrize(
    ("codec", "asked", "encoding"),
    [
        ("utf-8", "", "UTF-8"),
        ("utf-8-sig", "", "UTF-8"),
        ("utf-8-sig", "utf-8", "UTF-8"),
        ("utf-16", "", "UTF-16LE"),
        ("utf-16", "utf-16", "UTF-16"),
        ("utf-16-be", "", "UTF-16BE"),
        ("utf-16-be", "utf-16-be", "UTF-16BE"),
        ("utf-32", "", "UTF-32LE"),
        ("cp1256", "", "windows-1256"),
        ("cp1256", "windows-1256", "windows-1256"),
        ("iso8859-6", "iso-8859-6", "ISO-8859-6"),
        ("mac-arabic", "macarabic", "MacArabic"),
        ("gb18030", "gb18030", "gb18030"),
    ],
)
@pytest.mark.parametrize("way", ["file", "bytes"])
def test_every_encoding(tmp_path: Path, codec: str, asked: str, encoding: str, way: str) -> None:
    data = "\r\n\r\n".join([WORDS] * 200).encode(codec)
    if way == "file":
        (tmp_path / "a.txt").write_bytes(data)
        briefing = load(tmp_path / "a.txt", encoding=asked)
    else:
        briefing = briefing_of(Material("a.txt", data, encoding=asked))
    assert isinstance(briefing.paragraphs, GrowingParagraphs) == (codec != "gb18030")
    assert [one.text for one in briefing.paragraphs] == [WORDS] * 200
    assert briefing.origin is not None
    assert (briefing.origin.encoding, briefing.origin.size) == (encoding, len(data))
    assert briefing.title.arabic == WORDS


@pytest.mark.usefixtures("_low")
def test_a_large_document_of_another_format_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<html><body><p>{WORDS * 100}</p></body></html>", "utf-8")
    (tmp_path / "a.md").write_text("# عنوان\n\n" + f"- {WORDS}\n" * 100, "utf-8")
    assert [load(tmp_path / name).origin.format for name in ("a.html", "a.md")] == ["html", "markdown"]  # type: ignore[union-attr]
    (tmp_path / "blank.txt").write_text(" \n" * 1000)
    with pytest.raises(BriefingError, match="holds no text"):
        load(tmp_path / "blank.txt")
