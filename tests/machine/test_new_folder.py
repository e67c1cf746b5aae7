"""A folder written whole or not at all, where nothing was."""

from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.document import BriefingError
from briefing.machine import atomic
from briefing.machine.new_folder import check_new_folder, temporary_folder, write_new_folder

FILES = {"a.txt": b"a", "b.toml": b"b"}
# Writes a folder, and ends itself by a signal as the second file is written.
ENDED = """
import os, sys
from pathlib import Path
from briefing.machine import atomic
from briefing.machine.ending.signals import take_over
from briefing.machine.new_folder import write_new_folder
take_over()
write, count = atomic.write, [0]
def one_and_then(path, data):
    count[0] += 1
    if count[0] == 2:
        os.kill(os.getpid(), int(sys.argv[2]))
    write(path, data)
atomic.write = one_and_then
write_new_folder(Path(sys.argv[1]), {"a.txt": b"a", "b.toml": b"b"})
"""


def held(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_new_one_and_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    for name in ("new", "link", "new/../dots/."):
        write_new_folder(tmp_path / name, FILES)
    assert held(tmp_path / "new") == held(tmp_path / "empty") == held(tmp_path / "dots") == FILES
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dots", "empty", "link", "new"]
    mask = os.umask(0)
    os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o777 & ~mask


def test_the_folder_one_stands_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_new_folder(Path(), FILES)
    assert held(Path.cwd()) == FILES


@pytest.mark.parametrize(
    "there", ["file", "folder", "dangling", "fifo", "file/below", "none/below", "x" * 300, "a\0b"]
)
def test_nothing_is_overwritten(tmp_path: Path, there: str) -> None:
    (tmp_path / "file").write_text("own")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "own").write_text("own")
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "fifo")
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BriefingError):
        write_new_folder(tmp_path / there, FILES)
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("is_there", [False, True])
def test_a_full_disk_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_there: bool) -> None:
    folder = tmp_path / "folder"
    if is_there:
        folder.mkdir()
    write = atomic.write

    def full(path: Path, data: bytes) -> None:
        if path.name == "b.toml":
            raise OSError(errno.ENOSPC, "No space left on device")
        write(path, data)

    monkeypatch.setattr(atomic, "write", full)
    with pytest.raises(BriefingError, match="No space left"):
        write_new_folder(folder, FILES)
    assert [*tmp_path.rglob("*")] == ([folder] if is_there else [])


def test_what_appears_meanwhile_is_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "folder"
    write = atomic.write

    def meanwhile(path: Path, data: bytes) -> None:
        folder.mkdir(exist_ok=True)
        (folder / "own").write_text("own")
        write(path, data)

    monkeypatch.setattr(atomic, "write", meanwhile)
    with pytest.raises(BriefingError):
        write_new_folder(folder, FILES)
    assert sorted(tmp_path.rglob("*")) == [folder, folder / "own"]


@pytest.mark.whole
@pytest.mark.parametrize("is_there", [False, True])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_in_the_middle_leaves_nothing(tmp_path: Path, number: int, is_there: bool) -> None:
    folder = tmp_path / "folder"
    if is_there:
        folder.mkdir()
    done = subprocess.run([sys.executable, "-c", ENDED, str(folder), str(int(number))], timeout=60)
    assert done.returncode == 128 + number
    assert [*tmp_path.rglob("*")] == ([folder] if is_there else [])


def test_a_check_writes_nothing(tmp_path: Path) -> None:
    check_new_folder(tmp_path / "new")
    assert [*tmp_path.iterdir()] == []


def test_a_temporary_one_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with temporary_folder("one-") as folder:
        (folder / "a").write_text("a")
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert [*tmp_path.iterdir()] == []
