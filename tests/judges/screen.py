"""A program run in a pty of a given size, and the screen that a person would see.

The pty is a dumb one: no query is ever answered. Everything waits on conditions, never for a fixed time:

    with Screen([sys.executable, "-m", "briefing"], columns=120, rows=36) as screen:
        screen.wait_for("Background")
        screen.press("down", "enter")
        screen.wait_until_idle()
        print(screen.rows()[3], screen.cells()[3][10].underline)
"""

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.judges import keys
from tests.judges.surroundings import environment
from tests.judges.warm import Program
from tests.judges.watched import Watched

Process = subprocess.Popen[bytes] | Program
#: Seconds a program gets to quit when asked, and again when terminated.
PATIENCE = 3.0


class Screen(Watched):
    """A running program and its screen: a context manager, so that the program is ended whatever happens.

    `env` sets or (None) unsets variables on top of `environment()`. Times are in seconds.
    """

    def __init__(
        self,
        command: Sequence[str | Path],
        columns: int = 120,
        rows: int = 36,
        *,
        env: Mapping[str, str | None] | None = None,
        cwd: str | Path | None = None,
        timeout: float = 30.0,
    ) -> None:
        super().__init__(columns, rows, timeout)
        self._terminal, terminal = pty.openpty()
        os.set_blocking(self._terminal, False)
        self._set_size(columns, rows)
        try:
            self.process = self._start([str(part) for part in command], terminal, environment(env), cwd)
        except BaseException:
            os.close(self._terminal)
            raise
        finally:
            os.close(terminal)

    def _start(
        self, command: Sequence[str], terminal: int, env: Mapping[str, str], cwd: str | Path | None
    ) -> Process:
        return subprocess.Popen(
            command,
            stdin=terminal,
            stdout=terminal,
            stderr=terminal,
            env=env,
            cwd=cwd,
            start_new_session=True,
            # The pty becomes the terminal of the new session.
            preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
        )

    def press(self, *names: str) -> None:
        """Press keys, by name: "down", "ctrl+p", "shift+tab", "g" (see `keys`)."""
        self.send("".join(map(keys.key, names)))

    def click(self, column: int, row: int) -> None:
        """Click the left mouse button on a cell (from 0)."""
        self.send(keys.click(column, row))

    def send(self, characters: str) -> None:
        """Type characters as they are."""
        data = characters.encode()
        deadline = time.monotonic() + self.timeout
        while data:
            if time.monotonic() > deadline:
                raise TimeoutError(f"the program does not read its input\n{self.text}")
            _, writable, _ = select.select([self._terminal], [self._terminal], [], 0.05)
            self._read(0)  # if nobody reads, the program cannot go on and read in its turn
            if writable:
                with contextlib.suppress(BlockingIOError):
                    data = data[os.write(self._terminal, data[:512]) :]

    def resize(self, columns: int, rows: int) -> None:
        """Give the window another size; the program is told as usual (SIGWINCH)."""
        self._read(0)
        self.emulator.resize(columns, rows)
        self._set_size(columns, rows)

    def wait_for_exit(self, timeout: float | None = None) -> int:
        """Wait for the program's own end and return its exit status (negative: the signal).

        AssertionError if it goes on.
        """
        if not self._exits_within(timeout or self.timeout):
            raise AssertionError(f"the program does not end\n{self.text}")
        return self.process.wait()

    def close(self) -> int:
        """End the program: ask it (Ctrl+Q), then terminate it, then kill it; return its exit status."""
        if self._terminal < 0:
            return self.process.wait()
        with contextlib.suppress(OSError, TimeoutError):
            if self.process.poll() is None:
                self.press("ctrl+q")
        for way in (signal.SIGTERM, signal.SIGKILL, None):
            if self._exits_within(PATIENCE) or way is None:
                break
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, way)
        os.close(self._terminal)
        self._terminal = -1
        return self.process.wait()

    def _exits_within(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < deadline:
            self._read(0.05)
            if self._ended:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    self.process.wait(max(0, deadline - time.monotonic()))
        ended = self.process.poll() is not None
        while ended and self._read(0):
            pass  # what it said on its way out
        return ended

    def _read(self, seconds: float) -> bool:
        if self._ended or not select.select([self._terminal], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._terminal, 65536)
        except BlockingIOError:
            return False
        except OSError:  # Linux: EIO once the other end is closed
            data = b""
        self._ended = not data
        return self._take(data)

    def _processes(self) -> list[int]:
        return [self.process.pid]

    def _set_size(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
