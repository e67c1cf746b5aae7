"""Noticing that a file was saved, whichever way that is done."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from briefing.machine.watching import Watcher

PAUSE = 0.02


class Told:
    """A watched file, and how often a change was told."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.changes = 0
        self._lock = threading.Lock()
        self.watcher = Watcher(lambda: (file,), self._take, pause=PAUSE)

    def _take(self) -> None:
        with self._lock:
            self.changes += 1

    def wait_for(self, changes: int) -> None:
        end = time.monotonic() + 20
        while self.changes < changes and time.monotonic() < end:
            time.sleep(PAUSE)
        time.sleep(5 * PAUSE)  # more would be told by now
        assert self.changes == changes


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Told]:
    file = tmp_path / "a.toml"
    file.write_text("1")
    found = Told(file)
    yield found
    found.watcher.close()


def in_place(file: Path) -> None:
    file.write_text("2")


def replaced(file: Path) -> None:
    other = file.with_suffix(".new")
    other.write_text("3")
    other.replace(file)


def made_anew(file: Path) -> None:
    file.unlink()
    file.write_text("4")


def with_old_times(file: Path) -> None:
    """The same size and the same time of change, as a copying program may set it."""
    found = file.stat()
    file.write_text("5")
    os.utime(file, ns=(found.st_atime_ns, found.st_mtime_ns))


@pytest.mark.parametrize("save", [in_place, replaced, made_anew, with_old_times])
def test_each_way_to_save_is_told_once(told: Told, save: Callable[[Path], None]) -> None:
    save(told.file)
    told.wait_for(1)
    in_place(told.file)
    told.wait_for(2)


def test_nothing_is_told_while_it_is_being_written(told: Told) -> None:
    with told.file.open("w") as out:
        for _ in range(30):
            out.write("more")
            out.flush()
            time.sleep(PAUSE / 4)
    told.wait_for(1)


def test_a_file_that_is_gone_is_told_and_its_return_too(told: Told) -> None:
    told.file.unlink()
    told.wait_for(1)
    told.file.write_text("back")
    told.wait_for(2)


def test_nothing_is_told_of_what_is_read(told: Told) -> None:
    told.file.read_text()
    time.sleep(10 * PAUSE)
    assert told.changes == 0


def test_it_ends(told: Told) -> None:
    told.watcher.close()
    told.file.write_text("unseen")
    time.sleep(10 * PAUSE)
    assert told.changes == 0
