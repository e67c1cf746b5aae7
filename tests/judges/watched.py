"""What can be seen of a running program, and waiting for it: shared by the pty and the real terminal."""

import contextlib
import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.judges.emulator import Cell, Emulator


class Watched(ABC):
    """A running program whose output is taken in and shown on an emulator of `columns` by `rows` cells.

    A context manager, so that the program is ended whatever happens. Times are in seconds.
    """

    def __init__(self, columns: int, rows: int, timeout: float) -> None:
        self.timeout = timeout
        self.emulator = Emulator(columns, rows)
        #: Everything the program has sent so far.
        self.output = b""
        self._ended = False  # nothing more will come
        self._painted = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @abstractmethod
    def close(self) -> object:
        """End the program."""

    @abstractmethod
    def _read(self, seconds: float) -> bool:
        """Take in what the program has sent, waiting at most `seconds` for it; whether there was anything."""

    @abstractmethod
    def _processes(self) -> list[int]:
        """The processes that are at work while the screen changes."""

    def rows(self) -> list[str]:
        """The text of every row, left to right, without the blanks at its end."""
        return self.emulator.rows()

    def cells(self) -> list[list[Cell]]:
        """Every cell, row by row, with its attributes."""
        return self.emulator.cells()

    @property
    def text(self) -> str:
        """All rows, one below the other."""
        return "\n".join(self.rows())

    def find(self, text: str) -> tuple[int, int]:
        """Where `text` is first seen: its column and row, from 0; AssertionError if it is not."""
        for number, row in enumerate(self.cells()):
            # A cell can hold several characters, so a string's index is no column.
            starts = [column for column, cell in enumerate(row) for _ in cell.text]
            index = "".join(cell.text for cell in row).find(text)
            if index >= 0:
                return starts[index], number
        raise AssertionError(f"{text!r} is not on the screen:\n{self.text}")

    def wait_for(self, wanted: str | Callable[[Self], object], timeout: float | None = None) -> None:
        """Wait until a text is seen, or a function of this screen is true.

        AssertionError, with the screen, if it never is.
        """
        deadline = time.monotonic() + (timeout or self.timeout)
        while not (wanted in self.text if isinstance(wanted, str) else wanted(self)):
            if self._ended or time.monotonic() > deadline:
                why = "the program ended" if self._ended else "not in time"
                raise AssertionError(f"waited for {wanted!r}: {why}\n{self.text}")
            self._read(0.05)

    def wait_until_idle(self, quiet: float = 0.15, timeout: float | None = None) -> None:
        """Wait until something is on the screen and the program has been at rest for `quiet` seconds.

        At rest: sends nothing and computes nothing, however slow the machine. AssertionError if it never is.
        """
        deadline = time.monotonic() + (timeout or self.timeout)
        since = time.monotonic()
        while not self._ended:
            now = time.monotonic()  # before looking: this process may be held up after it
            if now > deadline:
                raise AssertionError(f"the screen does not come to rest\n{self.text}")
            if self._read(0.01) or self._runs() or not self._has_painted():
                since = time.monotonic()
            elif now - since >= quiet:
                return

    def _take(self, data: bytes) -> bool:
        """Remember and show what the program has sent; whether it was anything."""
        self.output += data
        self.emulator.feed(data)
        return bool(data)

    def _has_painted(self) -> bool:
        self._painted = self._painted or any(self.rows())
        return self._painted

    def _runs(self) -> bool:
        """Whether a thread of the program is on a processor or waiting for one (known on Linux only)."""
        states = set()
        for process in self._processes():
            for stat in Path(f"/proc/{process}/task").glob("*/stat"):
                with contextlib.suppress(OSError):
                    states.add(stat.read_text().rpartition(")")[2].split()[0])
        return not states.isdisjoint("RD")
