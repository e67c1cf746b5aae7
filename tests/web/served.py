"""`briefing serve` as a process: its address, what it says, and the processes of its visitors."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Final

from tests.judges.surroundings import environment

_PATIENCE: Final = 20.0
COMMAND: Final = (sys.executable, "-m", "briefing", "serve")


class Served:
    """A running server at a free port: a context manager. Its words go to `folder`, where it is started."""

    def __init__(
        self, folder: Path, *arguments: str | Path, env: Mapping[str, str | None] | None = None
    ) -> None:
        self.folder = folder
        self._said = folder / "said.txt"
        with self._said.open("wb") as said:
            self.process = subprocess.Popen(
                [*COMMAND, "--port", "0", *map(str, arguments)],
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                env=environment(env),
                cwd=folder,
            )
        self.url = ""

    def __enter__(self) -> Served:
        deadline = time.monotonic() + _PATIENCE
        while not (found := re.search(r"http://\S+/", self.said)):
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise AssertionError(f"the server does not start: {self.said}")
            time.sleep(0.05)
        self.url = found[0]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    @property
    def said(self) -> str:
        """What it printed so far."""
        return self._said.read_text("utf-8")

    @property
    def port(self) -> int:
        """Its port."""
        return int(self.url.rstrip("/").rpartition(":")[2])


def visitors(folder: Path) -> list[int]:
    """The visitors' processes of a server that was started in `folder`."""
    found = []
    for process in Path("/proc").iterdir():
        try:
            if (
                process.name.isdigit()
                and b"briefing.web.visitor" in (process / "cmdline").read_bytes()
                and (process / "cwd").readlink() == folder.resolve()
            ):
                found.append(int(process.name))
        except OSError:  # it has just ended
            continue
    return found


def wait_for_visitors(folder: Path, number: int) -> list[int]:
    """Wait until so many are there, for one who has gone takes a moment to end, and return them.

    AssertionError if they never are.
    """
    deadline = time.monotonic() + _PATIENCE
    while len(found := visitors(folder)) != number:
        assert time.monotonic() < deadline, f"{len(found)} visitors, not {number}"
        time.sleep(0.05)
    return found


def memory(process: int) -> int:
    """The bytes that a process has in memory."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
