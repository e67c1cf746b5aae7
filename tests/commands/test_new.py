"""`briefing new`: a document becomes a folder to fill in, which opens at once; nothing is overwritten."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.machine.assets import bundled_folder
from briefing.sources import load
from tests.commands.test_cli import COMMANDS, complaint, run
from tests.judges.surroundings import environment

pytestmark = pytest.mark.whole

TEXT = "العنوان\n\nقال في 10 يونيو إن المحادثات بدأت.\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "post.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_the_bundled_capture_gives_the_bundled_article(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    capture = bundled_folder() / "capture.txt"
    done = run("new", capture, folder)
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, f"{folder}\n", b"")
    assert (folder / "capture.txt").read_bytes() == capture.read_bytes()
    assert (folder / "article.txt").read_bytes() == (bundled_folder() / "article.txt").read_bytes()
    briefing, bundled = load(folder), load(bundled_folder())
    assert len(briefing.paragraphs) == 14
    assert [one.text for one in briefing.paragraphs] == [one.text for one in bundled.paragraphs]
    assert briefing.title.arabic == bundled.title.arabic
    assert {one.date for one in briefing.events} == {"2014", "XXXX-03", "XXXX-04", "XXXX-06-10", "XXXX-06-11"}
    assert "a Monday; the text gives no date here. It says: يوم الاثنين" in (
        folder / "briefing.toml"
    ).read_text(encoding="utf-8")
    assert briefing.provenance
    beside = (*briefing.provenance.details, *briefing.provenance.left_out)
    told = [line for detail in beside for line in detail.captured]
    lines = capture.read_text(encoding="utf-8").split("\n")
    assert sorted(filter(None, lines)) == sorted(
        [briefing.title.arabic, *(one.text for one in briefing.paragraphs), *told]
    )
    assert run(folder).returncode == 0


def test_the_directive_for_editors_leads_to_a_file_beside(article: Path, tmp_path: Path) -> None:
    assert run("new", article, tmp_path / "new").returncode == 0
    first = (tmp_path / "new" / "briefing.toml").read_text(encoding="utf-8").split("\n")[0]
    assert first == "#:schema ./briefing.schema.json"
    assert (tmp_path / "new" / "briefing.schema.json").is_file()


def test_nothing_is_overwritten_and_no_half_is_left(article: Path, tmp_path: Path) -> None:
    folder = tmp_path / "full"
    folder.mkdir()
    (folder / "mine").write_text("mine", encoding="utf-8")
    done = run("new", article, folder)
    assert done.returncode == 1
    assert "is a folder that holds something" in complaint(done)
    assert [one.name for one in folder.iterdir()] == ["mine"]
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"\n \n")
    assert "holds no text" in complaint(run("new", empty, tmp_path / "other"))
    assert "there is no folder" in complaint(run("new", article, tmp_path / "no" / "other"))
    assert sorted(one.name for one in tmp_path.iterdir()) == ["empty.txt", "full", "post.txt"]


def test_a_name_is_made_up_and_an_empty_folder_filled(article: Path, tmp_path: Path) -> None:
    subprocess.run(
        [*COMMANDS["module"], "new", article.name], cwd=tmp_path, env=environment(), check=True, timeout=60
    )
    assert len(load(tmp_path / "post").paragraphs) == 2
    (tmp_path / "empty").mkdir()
    assert run("new", article, tmp_path / "empty").returncode == 0
    assert len(load(tmp_path / "empty").paragraphs) == 2


def test_what_comes_in_needs_a_folder_named(tmp_path: Path) -> None:
    def piped(*arguments: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, "-m", "briefing", "new", *arguments]
        return subprocess.run(
            command, input=TEXT.encode(), cwd=tmp_path, env=environment(), capture_output=True, timeout=60
        )

    assert "has no name for a folder" in complaint(piped("-"))
    assert piped("-", "new").returncode == 0
    assert len(load(tmp_path / "new").paragraphs) == 2


def test_a_kept_capture_is_a_document_and_a_briefing_is_none(article: Path, tmp_path: Path) -> None:
    assert run("--save", tmp_path / "kept", article).returncode == 0
    assert run("new", tmp_path / "kept", tmp_path / "new").returncode == 0
    assert (tmp_path / "new" / "capture.txt").read_bytes() == article.read_bytes()
    assert "is a folder, and no kept document" in complaint(run("new", tmp_path / "new", tmp_path / "again"))
    shutil.rmtree(tmp_path / "kept")
    assert len(load(tmp_path / "new").paragraphs) == 2


def test_help_has_an_example() -> None:
    assert "briefing new https://example.org/a talks" in run("new", "--help").stdout.decode()
