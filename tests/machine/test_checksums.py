"""The checksum of a file that was read before."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from briefing.machine.checksums import FileChangedError, checksum
from tests.judges.ceiling import ceiling

DATA = bytes(range(256)) * 9000


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(DATA)
    return path


def test_it_is_that_of_all_bytes(file: Path) -> None:
    assert checksum(str(file), len(DATA)) == sha256(DATA).hexdigest()
    file.write_bytes(b"")
    assert checksum(str(file), 0) == sha256(b"").hexdigest()


@pytest.mark.parametrize("size", [0, 1, len(DATA) - 1, len(DATA) + 1])
def test_a_file_of_another_size_is_another(file: Path, size: int) -> None:
    with pytest.raises(FileChangedError):
        checksum(str(file), size)


def test_whoever_waits_can_give_up(file: Path) -> None:
    turns = iter((False, True))
    assert checksum(str(file), len(DATA), stopped=lambda: next(turns, True)) == ""


def test_what_has_become_no_plain_file_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    for path in (pipe, tmp_path, Path("/dev/zero")):
        with ceiling(), pytest.raises(OSError, match="no plain file"):
            checksum(str(path), 9)
