"""The program in a pty, told to end in every way there is."""

import os
import shutil
import sys
import sysconfig
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen

WINDOW = (100, 30)
#: The installed command.
SCRIPT = shutil.which("briefing", path=sysconfig.get_path("scripts")) or "briefing"
#: Something of the first section's English.
FIRST = "Bottom line"
#: The DEC private modes of a terminal that nobody has changed: lines wrap, the cursor shows.
UNCHANGED = frozenset({7, 25})


class Ending(Screen):
    """A command in a pty, and what is left of it in the terminal."""

    def __init__(
        self, command: Sequence[str | Path] = (SCRIPT,), env: Mapping[str, str | None] | None = None
    ) -> None:
        super().__init__(command, *WINDOW, env=env)
        self.emulator = QuickEmulator(*WINDOW)
        self.before = termios.tcgetattr(self._terminal)[:4]

    def read_for(self, seconds: float) -> None:
        """Take in what comes in so many seconds."""
        deadline = time.monotonic() + seconds
        while not self._ended and (left := deadline - time.monotonic()) > 0:
            self._read(left)

    def assert_given_back(self) -> None:
        """The terminal is as it was: its modes, the alternate screen, the mouse, the order of its text."""
        assert termios.tcgetattr(self._terminal)[:4] == self.before
        assert self.emulator.private_modes == UNCHANGED
        assert 8 in self.emulator.modes
        assert b"Traceback" not in self.output

    def status(self, timeout: float = 30.0) -> int:
        """How it ended: the exit status, 128 + the signal's number as a shell has it."""
        status = self.wait_for_exit(timeout)
        return 128 - status if status < 0 else status


def program(code: str) -> list[str]:
    """A command that runs `code`, then the program as it is installed."""
    return [sys.executable, "-c", f"{code}\nfrom briefing.start import main\nmain()"]


@pytest.fixture
def crash_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the crash log will be; there is none yet."""
    monkeypatch.setitem(os.environ, "XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "briefing" / "crash.log"
