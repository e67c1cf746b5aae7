"""The installed reader comes back to where it was left, however it ended."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from briefing.settings.positions import load_positions
from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen
from tests.judges.warm_screen import WarmScreen
from tests.tiers import some_of

pytestmark = pytest.mark.whole

SECTION = "DICAS goals"


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "house" / "positions.json"
    monkeypatch.setenv("BRIEFING_POSITIONS", str(path))
    return path


def opened(file: Path, *arguments: str, preferences: str = "/dev/null/none") -> Screen:
    env = {"BRIEFING_POSITIONS": str(file), "BRIEFING_PREFERENCES": preferences}
    screen = WarmScreen(arguments, 100, 30, env=env)
    screen.emulator = QuickEmulator(100, 30)
    screen.wait_for("¶")
    screen.wait_until_idle()
    return screen


def leave_in_goals(file: Path, end: str = "q", **more: str) -> None:
    with opened(file, **more) as screen:
        screen.send("2")
        screen.wait_for(f"╭─ {SECTION} ─")
        if end == "q":
            screen.send("q")
            assert screen.wait_for_exit() == 0
        else:
            number = getattr(signal, end)
            os.kill(screen.process.pid, number)
            assert screen.wait_for_exit() == 128 + number


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of places of who quit in that section."""
    file = tmp_path_factory.mktemp("left") / "positions.json"
    leave_in_goals(file)
    return file.read_bytes()


@pytest.fixture
def left_in_goals(file: Path, left: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(left)


@pytest.mark.usefixtures("left_in_goals")
def test_it_comes_back(file: Path) -> None:
    with opened(file) as screen:
        screen.wait_for(f"╭─ {SECTION} ─")
    with opened(file, "--section", "full") as screen:
        screen.wait_for("╭─ Full article ─")


@pytest.mark.parametrize("end", some_of("SIGTERM", "SIGHUP"))
def test_it_comes_back_after_a_signal(file: Path, end: str) -> None:
    leave_in_goals(file, end)
    with opened(file) as screen:
        screen.wait_for(f"╭─ {SECTION} ─")


@pytest.mark.usefixtures("left_in_goals")
def test_fresh_begins_anew(file: Path) -> None:
    with opened(file, "--fresh") as screen:
        screen.wait_for("╭─ Full article ─")
        screen.send("q")
        assert screen.wait_for_exit() == 0
    with opened(file) as screen:
        screen.wait_for("╭─ Full article ─")


def test_off_keeps_and_finds_nothing(file: Path, tmp_path: Path, left: bytes) -> None:
    preferences = tmp_path / "preferences.toml"
    preferences.write_text('positions = "off"', "utf-8")
    leave_in_goals(file, preferences=str(preferences))
    assert not file.exists()
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(left)
    with opened(file, preferences=str(preferences)) as screen:
        screen.wait_for("╭─ Full article ─")


def test_two_at_once_keep_both(file: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("أولا\n\nثانيا\n", "utf-8")
    with opened(file) as one, opened(file, str(article)) as other:
        one.send("q")
        other.send("q")
        assert (one.wait_for_exit(), other.wait_for_exit()) == (0, 0)
    assert len(load_positions()) == 2


def test_what_is_not_a_file_of_places_is_told(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("{", "utf-8")
    with opened(file) as screen:
        screen.wait_for("Not known where you were")
