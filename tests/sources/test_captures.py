"""A document kept as it came: what is written about it, and what is read again, whoever handed it on."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from briefing.document import BriefingError
from briefing.document.model import Origin
from briefing.sources import Material, briefing_of, load
from briefing.sources.captures import capture_files, captured, keep

NASTY = 'a"b\\c\n\t\x00\x1b[31m\x7f\x85\u202e\u2028\ufeff\ud800 عنوان \\u0041 """ \'\'\' #'
DATA = "مقال عن السفر\n\nفي البر".encode()


def test_what_is_written_is_what_is_read_again(tmp_path: Path) -> None:
    material = Material(
        "https://example.org/خبر?a=1",
        DATA,
        media_type="text/plain",
        charset="utf-8",
        encoding="utf-8",
        asked="https://example.org/",
        received="2026-05-01T10:00:00+02:00",
        status=200,
        headers=(("X-A", NASTY), ("X-A", "b")),
        packed="gzip",
    )
    keep(tmp_path / "a", material, "text", asked="text")
    assert sorted(path.name for path in (tmp_path / "a").iterdir()) == ["capture.toml", "capture.txt"]
    found = captured(tmp_path / "a")
    assert found.asked == "text"
    plain = NASTY.replace("\ud800", "\ufffd")
    assert found.material == replace(material, headers=(("X-A", plain), ("X-A", "b")))


def test_nothing_of_a_document_is_hidden_or_acts_in_what_is_written(tmp_path: Path) -> None:
    origin = Origin(place="a", format="html", title=NASTY, author=NASTY, published=NASTY, canonical=NASTY)
    keep(tmp_path / "a", Material(NASTY, DATA, asked=NASTY, media_type=NASTY), "html", origin)
    text = (tmp_path / "a" / "capture.toml").read_text("utf-8")
    assert not set(text) & set("\x00\x1b\x7f\x85\u202e\u2028\ufeff\t")
    said = tomllib.loads(text)
    plain = NASTY.replace("\ud800", "\ufffd")
    assert said["document"]["title"] == said["document"]["author"] == said["place"] == plain


def test_it_says_where_it_came_from_and_when(tmp_path: Path) -> None:
    material = Material("https://example.org/a", DATA, received="2026-05-01T10:00:00+02:00")
    keep(tmp_path / "a", material, "text")
    origin = load(tmp_path / "a").origin
    assert origin is not None
    assert (origin.place, origin.received) == ("https://example.org/a", "2026-05-01T10:00:00+02:00")
    assert not origin.is_altered
    assert load(tmp_path / "a" / "capture.toml").origin == origin


def test_it_opens_as_it_was_asked_for(tmp_path: Path) -> None:
    material = Material("a", b"<html><p>caf\xe9", encoding="latin-1")
    keep(tmp_path / "a", material, "text", asked="text")
    briefing = load(tmp_path / "a")
    assert briefing.paragraphs[0].text == "<html><p>café"
    assert load(tmp_path / "a", asked="html", encoding="cp1252").paragraphs[0].text == "café"


def test_a_briefing_in_the_same_folder_comes_first(tmp_path: Path) -> None:
    keep(tmp_path / "a", Material("a", DATA), "text")
    (tmp_path / "a" / "briefing.toml").write_text("")
    with pytest.raises(BriefingError, match=r"briefing\.toml"):
        load(tmp_path / "a")


@pytest.mark.parametrize("change", [b"", DATA + b" ", DATA[:-2] + "ب".encode()])
def test_what_was_changed_is_told(tmp_path: Path, change: bytes) -> None:
    keep(tmp_path / "a", Material("a", DATA), "text")
    (tmp_path / "a" / "capture.txt").write_bytes(change or DATA.replace(b"\n", b"\r\n"))
    origin = load(tmp_path / "a").origin
    assert origin is not None
    assert origin.is_altered


def test_what_cannot_be_read_is_told_of_the_file_that_is_here(tmp_path: Path) -> None:
    keep(tmp_path / "a", Material("https://example.org/a", b"\x00\xff\x01" * 99), "text")
    with pytest.raises(BriefingError) as caught:
        load(tmp_path / "a")
    assert caught.value.file == str(tmp_path / "a" / "capture.txt")
    assert "changed" not in str(caught.value)
    (tmp_path / "a" / "capture.txt").write_bytes(b"")
    with pytest.raises(BriefingError, match="was changed since it was kept, and holds no text; "):
        load(tmp_path / "a")


def hostile(folder: Path, **changes: Any) -> Path:
    """A capture whose `capture.toml` says other than what was written; None takes a key out."""
    keep(folder, Material("a", DATA), "text")
    file = folder / "capture.toml"
    said = tomllib.loads(file.read_text("utf-8")) | changes
    file.write_text("".join(f"{key} = {value!r}\n" for key, value in said.items() if value is not None))
    return folder


@pytest.mark.parametrize(
    "name", ["../secret.txt", "/etc/passwd", "none.txt", ".", "", "link", "a\\b", "capture.txt/x"]
)
def test_no_other_file_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    folder = hostile(tmp_path / "a", file=name)
    (folder / "link").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(BriefingError, match='"file" names') as caught:
        load(folder)
    assert len(str(caught.value)) < 500


@pytest.mark.parametrize(
    "changes",
    [
        {"file": 7},
        {"file": None},
        {"size": "x"},
        {"place": None},
        {"sha256": 1.5},
        {"answer": "x"},
        {"document": 7},
    ],
    ids=str,
)
def test_what_is_out_of_shape_is_one_line(tmp_path: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(BriefingError, match="is no capture: "):
        load(hostile(tmp_path / "a", **changes))


def test_a_link_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = hostile(tmp_path / "a")
    (folder / "capture.toml").rename(tmp_path / "elsewhere.toml")
    (folder / "capture.toml").symlink_to(tmp_path / "elsewhere.toml")
    with pytest.raises(BriefingError, match="out of this folder"):
        load(folder)


def test_more_than_a_capture_can_be_is_refused(tmp_path: Path) -> None:
    folder = hostile(tmp_path / "a")
    with (folder / "capture.toml").open("ab") as file:
        file.write(b"# \n" * (1 << 20))
    with pytest.raises(BriefingError, match="is larger than 1 MiB"):
        load(folder)


def test_where_it_came_from_is_one_line_whatever_is_written_there(tmp_path: Path) -> None:
    keep(tmp_path / "a", Material("a\nb", DATA, asked="c\u202ed", received="e\u2028f\x1b"), "text")
    origin = load(tmp_path / "a").origin
    assert origin is not None
    assert (origin.place, origin.asked, origin.received) == ("a␊b", "c<U+202E>d", "e<U+2028>f␛")


def test_what_later_versions_add_is_passed_over(tmp_path: Path) -> None:
    assert load(hostile(tmp_path / "a", later="x")).paragraphs == briefing_of(Material("a", DATA)).paragraphs


@pytest.mark.parametrize(
    ("name", "format_name", "ending"),
    [
        ("a.xyz", "html", ".html"),
        ("a.xyz", "markdown", ".md"),
        ("a.xyz", "epub", ".epub"),
        ("a.xyz", "of a later version", ".of a later version"),
        ("a.HTM", "html", ".htm"),
        ("https://example.org/a.markdown?b=.html#c.md", "markdown", ".markdown"),
        ("https://example.org/a.xhtml", "html", ".xhtml"),
        ("a.mht", "mhtml", ".mht"),
        ("a.md", "text", ".txt"),  # asked for as that
    ],
)
def test_its_name_ends_as_what_it_is(name: str, format_name: str, ending: str) -> None:
    assert [*capture_files(Material(name, DATA), format_name)] == [f"capture{ending}", "capture.toml"]


@pytest.mark.parametrize("name", ["standard input", "https://example.org/talk", "a.txt"])
@pytest.mark.parametrize(
    ("data", "ending"),
    [
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nنص\n", ".vtt"),
        ("1\n00:00:01,000 --> 00:00:02,000\nنص\n", ".srt"),
        ("From: a@b\nDate: x\nMIME-Version: 1.0\n\nنص\n", ".eml"),
        ("47 \nFrom: a@b\nDate: x\nMIME-Version: 1.0\n\nنص\n", ".emlx"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_without_a_name_its_bytes_tell_what_it_ends_in(
    name: str, data: str, ending: str, encoding: str, tmp_path: Path
) -> None:
    material = Material(name, data.replace("\n", "\r\n").encode(encoding))
    before = briefing_of(material)
    assert before.origin is not None
    keep(tmp_path / "a", material, before.origin.format, before.origin)
    for path in (tmp_path / "a", tmp_path / "a" / f"capture{ending}"):
        again = load(path)
        assert [one.text for one in again.paragraphs] == [one.text for one in before.paragraphs] == ["نص"]


def test_of_a_pipe_nobody_knows_when_it_was_changed_and_of_a_page_what_it_does_not_say(
    tmp_path: Path,
) -> None:
    reading, writing = os.pipe()
    try:
        pipe = capture_files(Material(f"/dev/fd/{reading}", DATA), "text")
    finally:
        os.close(reading)
        os.close(writing)
    assert "changed" not in tomllib.loads(pipe["capture.toml"].decode())
    page = Material("https://example.org/a", f"<title>ع</title><p>{DATA.decode()}".encode(), status=200)
    files = capture_files(page, "html", briefing_of(page).origin)
    assert tomllib.loads(files["capture.toml"].decode())["document"] == {"title": "ع"}
