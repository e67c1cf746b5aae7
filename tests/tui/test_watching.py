"""`--watch`: what is saved is shown, mistakes are told in place, and the reader stays where they are."""

from __future__ import annotations

import asyncio
import shutil
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from briefing.sources import load
from briefing.sources.reopening import AskedFor
from briefing.tui.panes.mistake_bar import MistakeBar
from tests.tui.reader import Reader, reading

pytestmark = pytest.mark.whole

BUNDLED = Path(__file__).parents[2] / "assets" / "us-japan-dicas"


@pytest.fixture
def toml(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("briefing.machine.watching.PAUSE", 0.02)
    shutil.copytree(BUNDLED, tmp_path / "mine")
    return tmp_path / "mine" / "briefing.toml"


@asynccontextmanager
async def watching(path: Path, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Reader]:
    async with reading(
        load(path), size=size, section=None, asked=AskedFor(str(path), watches=True)
    ) as reader:
        yield reader


async def until(reader: Reader, seen: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not seen():
        assert time.monotonic() < end, reader.text
        await asyncio.sleep(0.02)
        await reader.settle()


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text()
    assert old in text
    file.write_text(text.replace(old, new, 1))


async def test_what_is_saved_is_shown_where_the_reader_is(toml: Path) -> None:
    async with watching(toml.parent) as reader:
        assert "Watched" in " ".join(note.message for note in reader.app._notifications)
        await reader.press("tab", "down", "down")
        claim, row = reader.claim, reader.find("▌")[1]
        change(toml, 'title = "Background"', 'title = "Foreground"')
        await until(reader, lambda: "Foreground" in reader.text)
        assert reader.claim == claim
        assert reader.find("▌")[1] == row
        article = toml.parent / "article.txt"
        article.write_text(article.read_text().rstrip() + " مضاف.\n")
        await until(reader, lambda: reader.reading.briefing.paragraphs[-1].text.endswith("مضاف."))


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (40, 12), (200, 60)])
async def test_a_mistake_is_told_over_the_last_good_state(toml: Path, size: tuple[int, int]) -> None:
    good = toml.read_text()
    async with watching(toml.parent, size) as reader:
        before = reader.reading
        change(toml, "paragraphs = [", "paragraphs = [999, ")
        await until(reader, lambda: reader.screen.query(MistakeBar))
        await reader.settle()
        row = reader.row(reader.size[1] - 2)
        assert ("line " if size[0] < 60 else "briefing.toml, line ") in row
        assert "section" in row
        assert reader.row(reader.size[1] - 1).strip().endswith("Quit")
        assert reader.reading.briefing is before.briefing
        await reader.press("down", "tab", "question_mark", "escape")
        toml.write_text("this is = = no TOML \x1b[31m ‮")
        await until(reader, lambda: "no TOML" in reader.text or "line 1:" in reader.text)
        toml.write_text(good)
        await until(reader, lambda: not reader.screen.query(MistakeBar))


async def test_a_file_that_is_gone_is_told(toml: Path) -> None:
    async with watching(toml) as reader:
        toml.unlink()
        await until(reader, lambda: reader.screen.query(MistakeBar))
        shutil.copy(BUNDLED / "briefing.toml", toml)
        await until(reader, lambda: not reader.screen.query(MistakeBar))


async def test_a_plain_text(tmp_path: Path, toml: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("أولا\n\nثانيا\n\nثالثا\n")
    async with watching(file) as reader:
        await reader.press("down", "down")
        file.write_text("جديد\n\nأولا\n\nثانيا\n\nثالثا\n")
        await until(reader, lambda: len(reader.reading.briefing.paragraphs) == 4)
        assert reader.number == 4
        file.write_text("")
        await until(reader, lambda: reader.screen.query(MistakeBar))


async def test_the_key_switches_it_on_and_off(toml: Path) -> None:
    async with reading(load(toml), size=(120, 36)) as reader:
        await reader.press("W")
        change(toml, 'title = "Background"', 'title = "Foreground"')
        await until(reader, lambda: "Foreground" in reader.text)
        await reader.press("W")
        change(toml, 'title = "Foreground"', 'title = "Background"')
        await asyncio.sleep(0.3)
        assert "Foreground" in reader.text


async def test_the_bundled_briefing_is_neither_edited_nor_watched() -> None:
    async with reading(size=(120, 36)) as reader:
        for key in ("e", "W"):
            await reader.press(key)
            said = " ".join(note.message for note in reader.app._notifications)
            assert "briefing new" in said


async def test_a_visitor_starts_no_editor_and_watches_nothing(
    toml: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefing.tui import BriefingApp
    from briefing.web.visitor import VisitorApp

    marker = toml.parent / "ran"
    monkeypatch.setenv("EDITOR", f"touch {marker}")
    app = VisitorApp(load(toml), asked=AskedFor(str(toml), watches=True))
    app.get_driver_class = BriefingApp(load(toml)).get_driver_class  # type: ignore[method-assign]
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        for key in ("e", "W"):
            await reader.press(key)
            assert "on the machine they are on" in " ".join(note.message for note in app._notifications)
        assert app._file is None
    assert not marker.exists()
