"""A briefing of the reader's own, in a folder of its own, read and written by keys."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from briefing.machine.assets import bundled_folder
from briefing.sources import load
from briefing.tui import BriefingApp
from briefing.tui.screens.slip_screen import SlipScreen
from tests.tui.reader import Reader


@pytest.fixture(autouse=True)
def unsent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What is typed is kept in a file of the test's own."""
    path = tmp_path / "unsent.json"
    monkeypatch.setenv("BRIEFING_UNSENT", str(path))
    return path


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A copy of the bundled briefing."""
    return Path(shutil.copytree(bundled_folder(), tmp_path / "own"))


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """A plain text of three paragraphs."""
    path = tmp_path / "news.txt"
    path.write_text("عنوان\n\nقال الوزير في 10 يونيو 2024 كلاما. ثم سافر.\n\nوانتهى الاجتماع.\n", "utf-8")
    return path


@asynccontextmanager
async def writing(path: Path, *, size: tuple[int, int] = (120, 36), **options: Any) -> AsyncIterator[Reader]:
    """Read what is at a path."""
    app = BriefingApp(load(str(path)), **options)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        yield reader


def data(folder: Path) -> dict[str, Any]:
    """What stands in the folder's file."""
    return tomllib.loads((folder / "briefing.toml").read_text("utf-8"))


def slip(reader: Reader) -> SlipScreen:
    """The slip that is open."""
    assert isinstance(reader.app.screen, SlipScreen), reader.app.screen
    return reader.app.screen


async def save(reader: Reader) -> None:
    """Press Enter, and wait until it is written and shown."""
    await reader.press("enter")
    await done(reader)


async def done(reader: Reader) -> None:
    """Wait for what is being written."""
    await reader.app.workers.wait_for_complete()
    await reader.settle()
    if reader.app._desk is not None:
        assert reader.app._desk.unsent.flush(10)


def said(reader: Reader) -> str:
    """The notices."""
    return "\n".join(one.message for one in reader.app._notifications)
