"""A program in a pty, watched by the clock: when what was waited for came, and when the last byte did.

Nothing is drawn here, unlike in `tests.judges.screen`: on a machine of few cores a watcher that works while
the program does would be part of what is measured.
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
from types import TracebackType
from typing import NamedTuple, Self

from tests.judges.surroundings import environment


class Burst(NamedTuple):
    """What came after something was done: seconds until `wanted` had come, and until the last byte of all."""

    wanted: float
    last: float
    data: bytes


class TimedProgram:
    """A program in a pty of `columns` by `rows`, started at once. Times are in seconds."""

    def __init__(
        self,
        command: Sequence[str | Path],
        columns: int,
        rows: int,
        env: Mapping[str, str | None] | None = None,
        timeout: float = 60.0,
    ) -> None:
        self.timeout = timeout
        self._terminal, terminal = pty.openpty()
        os.set_blocking(self._terminal, False)
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        # An installed package is compiled; here the first run may have to do it.
        arguments = [str(part) for part in command]
        variables = environment({"PYTHONDONTWRITEBYTECODE": None, **(env or {})})
        self._since = time.perf_counter()
        self._process = subprocess.Popen(
            arguments, stdin=terminal, stdout=terminal, stderr=terminal, env=variables, start_new_session=True
        )
        os.close(terminal)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        os.close(self._terminal)

    def peak(self) -> float:
        """The most memory that the program has had until now, in MB (Linux)."""
        status = Path(f"/proc/{self._process.pid}/status").read_text()
        return int(status.split("VmHWM:")[1].split()[0]) / 1024

    def wait_for(self, wanted: str, quiet: float = 0.0) -> Burst:
        """Wait for `wanted` in what is sent, then until nothing has come for `quiet` seconds.

        The times count from the start or from the last key. AssertionError if it does not come.
        """
        mark, data = wanted.encode(), b""
        came = last = 0.0
        deadline = time.perf_counter() + self.timeout
        while not came or quiet:
            ready, _, _ = select.select([self._terminal], [], [], quiet if came else self.timeout)
            now = time.perf_counter()
            if not ready and came:
                break
            piece = b""
            with contextlib.suppress(OSError):  # Linux: EIO once the other end is closed
                piece = os.read(self._terminal, 1 << 20) if ready else b""
            if not piece or now > deadline:
                raise AssertionError(f"{wanted!r} was never sent, but: {data!r}")
            data += piece
            last = now
            if not came and mark in data:
                came = now
        return Burst(came - self._since, last - self._since, data)

    def drain(self) -> None:
        """Forget what has been sent until now."""
        with contextlib.suppress(OSError):
            while os.read(self._terminal, 1 << 20):
                pass

    def press(self, key: str) -> None:
        """Send `key` as it is; the clock starts anew."""
        self._since = time.perf_counter()
        os.write(self._terminal, key.encode())
