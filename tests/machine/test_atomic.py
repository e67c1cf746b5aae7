"""The one way a file is written: whole or not at all, with its mode, through links and into pipes."""

import errno
import os
import resource
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from briefing.machine import atomic


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir())


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_has_what_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        atomic.write(tmp_path / "new", b"a")
    finally:
        os.umask(before)
    assert ((tmp_path / "new").read_bytes(), mode(tmp_path / "new")) == (b"a", 0o640)
    assert names(tmp_path) == ["new"]


def test_a_file_that_is_there_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"before")
    (tmp_path / "old").chmod(0o604)
    atomic.write(tmp_path / "old", b"after")
    assert ((tmp_path / "old").read_bytes(), mode(tmp_path / "old")) == (b"after", 0o604)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="users are POSIX's")
def test_a_file_that_may_not_be_written_stays_though_its_folder_may(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"before")
    (tmp_path / "kept").chmod(0o444)
    for one in tmp_path.parents:
        if one.stat().st_mode & 0o055 != 0o055 and one.stat().st_uid == os.geteuid():
            one.chmod(one.stat().st_mode | 0o055)
    tmp_path.chmod(0o777)
    program = (
        "import os, sys; from pathlib import Path; from briefing.machine import atomic\n"
        "os.chdir(sys.argv[1]); os.geteuid() or os.setuid(65534)\n"
        "try: atomic.write(Path('kept'), b'after')\n"
        "except PermissionError as error: print(error.strerror)"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == "Permission denied\n"
    assert ((tmp_path / "kept").read_bytes(), names(tmp_path)) == (b"before", ["kept"])


def test_a_mode_asked_for_is_given_whatever_was_there(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"before")
    (tmp_path / "old").chmod(0o666)
    atomic.write(tmp_path / "old", b"after", mode=0o600)
    assert mode(tmp_path / "old") == 0o600


def test_a_link_stays_one_or_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"before")
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "dangling").symlink_to("other")
    atomic.write(tmp_path / "link", b"1")
    atomic.write(tmp_path / "dangling", b"2")
    assert ((tmp_path / "real").read_bytes(), (tmp_path / "other").read_bytes()) == (b"1", b"2")
    atomic.write(tmp_path / "link", b"3", follow=False)
    assert not (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"1"
    assert names(tmp_path) == ["dangling", "link", "other", "real"]


def _itself(path: Path) -> None:
    path.symlink_to(path.name)


def _folder(path: Path) -> None:
    path.mkdir()


def _under_a_file(path: Path) -> None:
    path.parent.rmdir()
    path.parent.write_bytes(b"")


@pytest.mark.parametrize(
    ("name", "made", "number"),
    [
        ("loop", _itself, errno.ELOOP),
        ("folder", _folder, errno.EISDIR),
        ("under", _under_a_file, errno.ENOTDIR),
        ("x" * 300, None, errno.ENAMETOOLONG),
        ("a\0b", None, errno.EINVAL),
        ("\ud800", None, errno.EINVAL),
        ("no/such/folder", None, errno.ENOENT),
    ],
)
def test_whatever_is_wrong_is_an_oserror_and_leaves_nothing(
    tmp_path: Path, name: str, made: object, number: int
) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    if callable(made):
        made(folder / name)
    before = names(tmp_path) + (names(folder) if folder.is_dir() else [])
    with pytest.raises(OSError) as raised:  # noqa: PT011 - the number is looked at
        atomic.write(folder / name, b"data")
    assert raised.value.errno == number
    assert names(tmp_path) + (names(folder) if folder.is_dir() else []) == before


def test_where_the_disk_is_full_what_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "old").write_bytes(b"before")
    program = (
        "import resource, signal, sys; from pathlib import Path; from briefing.machine import atomic;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "atomic.write(Path(sys.argv[1]), bytes(100_000))"
    )
    done = subprocess.run([sys.executable, "-c", program, tmp_path / "old"], capture_output=True, timeout=60)
    assert b"File too large" in done.stderr
    assert (tmp_path / "old").read_bytes() == b"before"
    assert names(tmp_path) == ["old"]
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] != 1000


def test_a_device_is_written_to_as_it_is(tmp_path: Path) -> None:
    atomic.write(Path("/dev/null"), b"data")
    with pytest.raises(OSError, match="No space left"):
        atomic.write(Path("/dev/full"), b"data")
    assert Path("/dev/full").is_char_device()


@pytest.mark.whole
def test_a_pipe_that_nobody_reads_is_not_waited_for_for_ever(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(OSError, match="nobody reads from this pipe"):
        atomic.write(tmp_path / "pipe", b"data")
    assert names(tmp_path) == ["pipe"]


def test_a_pipe_whose_reader_comes_a_little_later(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read: list[bytes] = []
    reader = threading.Timer(0.3, lambda: read.append((tmp_path / "pipe").read_bytes()))
    reader.start()
    atomic.write(tmp_path / "pipe", bytes(200_000))
    reader.join()
    assert read == [bytes(200_000)]


def test_a_pipe_without_a_name(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    try:
        atomic.write(Path(f"/dev/fd/{writing}"), b"data")
        assert os.read(reading, 10) == b"data"
    finally:
        os.close(reading)
        os.close(writing)
