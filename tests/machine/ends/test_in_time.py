"""An end is an end: whatever still waits for a disk, a tool or a terminal, `q` ends the program."""

import os
import signal
import termios
import time
from pathlib import Path

import pytest

from tests.machine.ends.conftest import FIRST, SCRIPT, Ending, program

pytestmark = pytest.mark.whole


def assert_ends(screen: Ending) -> None:
    screen.press("q")
    assert screen.status() == 0  # what it might wait for takes longer than is waited for it
    screen.assert_given_back()


def test_a_thread_that_is_stuck_in_the_system() -> None:
    code = (
        "import os\nimport briefing.settings.keeping as room\n"
        "room.save_preferences = lambda changes: os.read(os.pipe()[0], 1)"
    )
    with Ending(program(code)) as screen:
        screen.wait_for(FIRST)
        screen.press("v", "v", "d")
        screen.wait_for("Digits")
        assert_ends(screen)


def test_preferences_in_a_pipe_that_nobody_reads(tmp_path: Path) -> None:
    code = (
        "import os\nimport briefing.settings.keeping as room\n"
        f"room.save_preferences = lambda changes: open({str(tmp_path / 'pipe')!r}, 'w')"
    )
    os.mkfifo(tmp_path / "pipe")
    with Ending(program(code)) as screen:
        screen.wait_for(FIRST)
        screen.press("d")
        screen.wait_for("Digits")
        assert_ends(screen)


@pytest.mark.parametrize("reads", ["", "cat >/dev/null;"], ids=["deaf", "slow"])
def test_a_clipboard_tool_that_sleeps(reads: str, tmp_path: Path) -> None:
    tool = tmp_path / "xclip"
    tool.write_text(f"#!/bin/sh\n{reads} sleep 60\n")
    tool.chmod(0o755)
    path = f"{tmp_path}:{os.environ['PATH']}"
    with Ending(env={"PATH": path, "DISPLAY": ":0"}) as screen:
        screen.wait_for(FIRST)
        screen.press("c")
        screen.read_for(0.3)
        assert_ends(screen)


def test_a_preference_that_is_being_saved_is_saved(tmp_path: Path) -> None:
    kept = tmp_path / "preferences.toml"
    with Ending([SCRIPT], {"BRIEFING_PREFERENCES": str(kept)}) as screen:
        screen.wait_for(FIRST)
        screen.press("d")
        screen.wait_for("Digits")
        screen.press("q")
        assert screen.status() == 0
    assert "western" in kept.read_text()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_terminal_that_takes_nothing_any_more(number: int) -> None:
    with Ending() as screen:
        screen.wait_for(FIRST)
        screen.wait_until_idle()
        for turn in range(100):  # nobody reads what it paints for them: in the end there is no room for more
            os.write(screen._terminal, b"[" if turn % 2 else b"]")
            time.sleep(0.02)
        screen.process.send_signal(number)
        assert screen.process.wait(timeout=30) == 128 + number
        assert termios.tcgetattr(screen._terminal)[:4] == screen.before
