"""Which file a document is, and at which line of it something stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.document import BriefingError, Origin
from briefing.document.growing import GrowingParagraphs
from briefing.machine.editor.command import NoEditorError, editor, opening
from briefing.reading import apply, open_reading
from briefing.reading.file_place import file_place
from briefing.sources import load, load_bundled
from briefing.sources.reopening import (
    AskedFor,
    file_of,
    files_of,
    line_of_paragraph,
    line_of_steps,
    load_again,
)

BUNDLED = Path(__file__).parents[2] / "assets" / "us-japan-dicas"


@pytest.fixture
def toml(tmp_path: Path) -> Path:
    shutil.copytree(BUNDLED, tmp_path / "mine")
    return tmp_path / "mine" / "briefing.toml"


def test_of_a_briefing_its_file_and_the_article(toml: Path) -> None:
    briefing = load(toml.parent)
    assert file_of(briefing) == toml
    assert files_of(briefing) == (toml, toml.parent / "article.txt")
    toml.write_text("article = 5")
    assert files_of(briefing) == (toml,)
    toml.write_text("no TOML")
    assert files_of(briefing) == (toml,)


def test_an_article_in_markdown_is_watched_and_read_again(toml: Path) -> None:
    toml.write_text('article = "article.md"\n')
    article = toml.parent / "article.md"
    article.write_text("# عنوان\n\nنص\n")
    briefing = load(toml.parent)
    assert files_of(briefing) == (toml, article)
    article.write_text("# عنوان\n\n- نص *مهم*\n")
    assert [one.kind for one in load_again(AskedFor(str(toml.parent))).paragraphs] == ["heading", "item"]


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"place": "standard input"}, "no file of yours"),
        ({"place": "https://example.org/a"}, "no file of yours"),
        ({"asked": "https://example.org/a"}, "no file of yours"),
        ({"format": "docx"}, "no text"),
    ],
)
def test_what_is_no_text_file_is_refused(tmp_path: Path, changes: dict[str, str], what: str) -> None:
    file = tmp_path / "a.txt"
    file.write_text("نص")
    briefing = load(file)
    assert isinstance(briefing.origin, Origin)
    with pytest.raises(BriefingError, match=what):
        file_of(replace(briefing, origin=replace(briefing.origin, **changes)))
    file.unlink()
    with pytest.raises(BriefingError, match="not there"):
        file_of(briefing)


def test_the_bundled_one_is_refused() -> None:
    with pytest.raises(BriefingError, match="briefing new"):
        file_of(load_bundled())


def test_the_line_of_what_the_reader_stands_on(toml: Path) -> None:
    lines = toml.read_text().splitlines()
    reading = open_reading(load(toml), 0).reading

    def line(*steps: tuple[object, ...]) -> str:
        there = reading
        for name, *arguments in steps:
            there = apply(there, str(name), *arguments).reading
        return lines[line_of_steps(toml, file_place(there)) - 1].strip()

    assert line(("focus", "summary"), ("put-cursor", "summary", 1)).startswith("bottom_line")
    assert line(("focus", "summary")) == "[[sections.claims]]"
    assert line(("show-event", 2)) == "[[events]]"
    assert line(("put-cursor", "article", 5)) == "[[sections]]"
    assert line(("put-cursor", "sidebar", 2)) == "[[sections]]"
    name = reading.briefing.names[3].arabic
    assert line(("show-name", name)).startswith("[[names]]")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
def test_the_line_of_a_paragraph_of_a_text(tmp_path: Path, ends: str, encoding: str) -> None:
    file = tmp_path / "a.txt"
    text = "أول السطر\n\n\nكلمة\nفي سطرين\n\nكلمة\n".replace("\n", ends)
    file.write_bytes(text.encode(encoding))
    briefing = load(file, encoding=encoding)
    assert [line_of_paragraph(briefing, file, number) for number in (1, 2, 3, None)] == [1, 4, 7, 1]
    assert line_of_paragraph(briefing, file, 2, 6) == 5
    file.write_text("shorter")
    assert line_of_paragraph(briefing, file, 3) == 1
    file.unlink()
    assert line_of_paragraph(briefing, file, 3) == 1


@pytest.mark.whole
def test_the_line_of_a_paragraph_of_a_large_text(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    lines = ["كلمة " * 8000 if number % 27 == 0 else f"سطر {number % 5}" for number in range(3000)]
    file.write_text("\n\n".join(lines), encoding="utf-8")
    briefing = load(file)
    paragraphs = briefing.paragraphs
    assert isinstance(paragraphs, GrowingParagraphs)
    while paragraphs.count_on():
        pass
    assert [line_of_paragraph(briefing, file, number) for number in (1, 2, 1000, 3000)] == [1, 3, 1999, 5999]
    assert line_of_paragraph(briefing, file, 1000, 35_000) == 1999


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("vim", "vim +7 /a/b.toml"),
        ("/usr/bin/nvim -p", "/usr/bin/nvim -p +7 /a/b.toml"),
        ("nano", "nano +7 /a/b.toml"),
        ("emacs -nw", "emacs -nw +7 /a/b.toml"),
        ("micro", "micro +7 /a/b.toml"),
        ("kak", "kak +7 /a/b.toml"),
        ("hx", "hx /a/b.toml:7"),
        ("code", "code --wait --goto /a/b.toml:7:3"),
        ("code --wait", "code --wait --goto /a/b.toml:7:3"),
        ("subl", "subl --wait /a/b.toml:7"),
        ("subl -w", "subl -w /a/b.toml:7"),
        ("gvim", "gvim -f +7 /a/b.toml"),
        ("my-own", "my-own /a/b.toml"),
        ("env vim", "env vim /a/b.toml"),
    ],
)
def test_how_an_editor_is_told_the_line(words: str, expected: str) -> None:
    assert opening(words.split(), Path("/a/b.toml"), 7, 3) == expected.split()


def test_which_editor_it_is(tmp_path: Path) -> None:
    for name in ("first", "second one", "nano"):
        program = tmp_path / name
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    path = {"PATH": str(tmp_path)}
    assert editor(path) == ["nano"]
    assert editor({**path, "VISUAL": " ", "EDITOR": "first -x"}) == ["first", "-x"]
    assert editor({**path, "VISUAL": f"'{tmp_path}/second one' -y", "EDITOR": "first"})[1:] == ["-y"]
    for named in ("missing", "first '"):
        with pytest.raises(NoEditorError, match="EDITOR"):
            editor({**path, "EDITOR": named})
    (tmp_path / "nano").unlink()
    with pytest.raises(NoEditorError):
        editor(path)
