"""`p` saves the screen as it is, to a file that was not there, and says where; or says why not."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from briefing.arabic import layout
from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen
from tests.tui.reader import reading, until

pytestmark = pytest.mark.whole


def drawn(file: Path) -> str:
    """What is written in an SVG."""
    tree = ElementTree.parse(file)
    return " ".join("".join(element.itertext()) for element in tree.iter()).replace("\xa0", " ")


async def test_it_saves_the_present_screen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading() as reader:
        await reader.press("2", "p")
        await until(reader, "briefing-goals.svg")
        assert "Picture saved" in reader.text
        saved = drawn(tmp_path / "briefing-goals.svg")
        assert "DICAS goals" in saved
        assert reader.app.briefing.title.english in saved


async def test_nothing_is_overwritten_and_no_notice_is_in_the_picture(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "briefing-background.svg").write_text("mine")
    async with reading() as reader:
        for _ in range(2):
            await reader.press("p")
            await until(reader, "Picture saved")
    assert (tmp_path / "briefing-background.svg").read_text() == "mine"
    assert len(list(tmp_path.iterdir())) == 3
    for number in (2, 3):
        assert "Picture saved" not in drawn(tmp_path / f"briefing-background-{number}.svg")


async def test_an_arabic_folder_is_named_as_it_reads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "صور الشاشة"
    folder.mkdir()
    monkeypatch.chdir(folder)
    async with reading(size=(200, 60)) as reader:
        await reader.press("p")
        word = "".join(cell.text for cell in layout("الشاشة", 20)[0].cells)
        await until(reader, word)


async def test_a_folder_that_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "gone").mkdir()
    monkeypatch.chdir(tmp_path / "gone")
    (tmp_path / "gone").rmdir()
    async with reading() as reader:
        await reader.press("p")
        await until(reader, "Picture not saved")
        assert reader.app.screen is reader.screen
    monkeypatch.chdir(tmp_path)


def test_a_folder_that_cannot_be_written_to() -> None:
    """/proc takes nobody's files, root's neither."""
    with Screen([sys.executable, "-m", "briefing"], 120, 36, cwd="/proc") as screen:
        screen.emulator = QuickEmulator(120, 36)
        screen.wait_for("2014")
        screen.press("p")
        screen.wait_for("Picture not saved")
        screen.wait_for("cannot be written")
        screen.press("q")
        assert screen.wait_for_exit() == 0


@pytest.mark.skipif(os.name != "posix", reason="umask")
async def test_others_may_read_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = os.umask(0o022)
    try:
        async with reading() as reader:
            await reader.press("p")
            await until(reader, "Picture saved")
    finally:
        os.umask(before)
    assert (tmp_path / "briefing-background.svg").stat().st_mode & 0o777 == 0o644
