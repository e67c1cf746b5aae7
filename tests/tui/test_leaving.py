"""Leaving gives the terminal back as it was: screen, cursor, mouse, keyboard, and nothing said."""

import os
import pty
import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen

pytestmark = pytest.mark.whole

#: The modes of a terminal that nobody has changed: lines wrap, the cursor shows.
UNCHANGED = frozenset({7, 25})
WINDOW = (100, 30)


def assert_given_back(screen: Screen, before: list[object]) -> None:
    """The alternate screen is left, every mode reset, and the main screen as empty as it was."""
    assert screen.emulator.private_modes == UNCHANGED
    assert screen.text.strip() == ""
    assert screen.emulator.ignored.count("[<u") == screen.emulator.ignored.count("[>29u")
    assert termios.tcgetattr(screen._terminal)[:4] == before[:4]


def running(errors: Path) -> tuple[Screen, list[object]]:
    """The reader on its screen, its standard error in a file, and what the terminal was like before."""
    screen = Screen(["sh", "-c", f'exec "{sys.executable}" -m briefing 2>"{errors}"'], *WINDOW)
    screen.emulator = QuickEmulator(*WINDOW)
    before = termios.tcgetattr(screen._terminal)
    screen.wait_for("2014")
    screen.wait_until_idle()
    assert {1049, 1006} <= screen.emulator.private_modes
    assert 25 not in screen.emulator.private_modes
    return screen, before


def test_by_key(tmp_path: Path) -> None:
    screen, before = running(tmp_path / "errors")
    with screen:
        for key in ("tab", "down", "t", "right", "c", "?", "q", "ctrl+q"):
            assert screen.process.poll() is None
            screen.press(key)
            screen.wait_until_idle(0.05)
        assert screen.wait_for_exit() == 0
        assert_given_back(screen, before)
    assert (tmp_path / "errors").read_text() == ""


def test_by_sigterm(tmp_path: Path) -> None:
    screen, before = running(tmp_path / "errors")
    with screen:
        screen.process.send_signal(signal.SIGTERM)
        assert screen.wait_for_exit() in (0, 128 + signal.SIGTERM, -signal.SIGTERM)
        assert_given_back(screen, before)
    assert (tmp_path / "errors").read_text() == ""


def test_when_the_terminal_goes_and_nobody_says_so(tmp_path: Path) -> None:
    # It is no process's controlling terminal, so that the kernel sends no SIGHUP.
    master, terminal = pty.openpty()
    variables = {**os.environ, "BRIEFING_POSITIONS": str(tmp_path / "positions")}
    process = subprocess.Popen(
        [sys.executable, "-m", "briefing"],
        stdin=terminal,
        stdout=terminal,
        stderr=terminal,
        env=variables,
        start_new_session=True,
    )
    try:
        os.close(terminal)
        shown = b""
        while b"DICAS" not in shown:
            shown += os.read(master, 1 << 16)
        os.close(master)
        assert process.wait(60) == 128 + signal.SIGHUP
    finally:
        process.kill()


@pytest.mark.whole
def test_in_the_middle_of_starting() -> None:
    with Screen([sys.executable, "-m", "briefing"], *WINDOW) as screen:
        screen.wait_for(lambda _: 1049 in screen.emulator.private_modes)
        screen.press("q")
        assert screen.wait_for_exit() == 0
        assert screen.emulator.private_modes == UNCHANGED
        assert screen.text.strip() == ""
