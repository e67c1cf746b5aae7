"""The installed command in a pty that records all it sends, and shows nothing: cheap enough for thousands."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

#: The console script beside the Python that runs the tests.
COMMAND: Final = Path(sys.executable).with_name("briefing")


class Recorder:
    """The command with its terminal; what goes to a terminal is in `output`, pipes in `out` and `err`.

    A context manager: whatever happens, the program and all of its session end.
    """

    def __init__(
        self,
        arguments: Sequence[bytes],
        env: Mapping[bytes, bytes],
        cwd: Path,
        size: tuple[int, int],
        pipes: frozenset[str],
    ) -> None:
        self.output = b""
        self.files = {name: cwd.with_name(f"std{name}") for name in ("out", "err")}
        self._ended = False
        self._terminal, terminal = pty.openpty()
        self.resize(*size)
        self.before = termios.tcgetattr(self._terminal)
        with contextlib.ExitStack() as opened:
            opened.callback(os.close, terminal)
            streams: dict[str, Any] = {
                name: opened.enter_context(path.open("wb")) if name in pipes else terminal
                for name, path in self.files.items()
            }
            self.process = subprocess.Popen(
                [os.fsencode(COMMAND), *arguments],
                stdin=terminal,
                stdout=streams["out"],
                stderr=streams["err"],
                env=env,
                cwd=cwd,
                start_new_session=True,
                # The pty becomes the terminal of the new session.
                preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
            )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._terminal)

    def type(self, text: str) -> None:
        """Type characters; what a program that reads no more does not take is lost."""
        data = text.encode("utf-8", "surrogateescape")
        deadline = time.monotonic() + 2
        while data and not self._ended and time.monotonic() < deadline:
            self.read(0)
            if select.select([], [self._terminal], [], 0.05)[1]:
                try:
                    data = data[os.write(self._terminal, data[:256]) :]
                except OSError:
                    return

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds: float) -> bool:
        """Take in what is sent within so many seconds; whether there was anything."""
        if self._ended or not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except OSError:  # Linux: EIO once nobody holds the other end
            data = b""
        self._ended = not data
        self.output += data
        return bool(data)

    def rest(self, quiet: float, most: float) -> None:
        """Wait until nothing was sent for `quiet` seconds, at most `most` seconds."""
        deadline = time.monotonic() + most
        while not self._ended and time.monotonic() < deadline:
            if not self.read(quiet):
                return

    def wait_for(self, wanted: bytes, most: float) -> bool:
        """Wait until that was sent or the program ends, at most `most` seconds; whether it was sent."""
        deadline = time.monotonic() + most
        while wanted not in self.output and self.process.poll() is None and time.monotonic() < deadline:
            self.read(0.05)
        return wanted in self.output

    def ends(self, seconds: float) -> bool:
        """Whether the program ends within so many seconds; all that it sent is taken in."""
        deadline = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < deadline:
            if not self.read(0.05):
                time.sleep(0.005)
        while self.read(0):
            pass
        return self.process.poll() is not None

    def modes_are_back(self) -> bool:
        """Whether the terminal's own modes are what they were."""
        return termios.tcgetattr(self._terminal)[:4] == self.before[:4]
