"""Power lost in the middle of a save, or a system call that fails: the file is old or new, and whole."""

import errno
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest

from briefing.document import BriefingError
from briefing.machine import atomic
from briefing.sources import load
from briefing.writing.manuscript import Manuscript
from tests.tiers import in_full
from tests.writing.folders import ADDED, own_folder, text_of

FILES = ["article.txt", "briefing.toml", "capture.txt"]
WRITER = """
import sys
from briefing.writing.manuscript import Manuscript
from tests.tiers import in_full
from tests.writing.folders import ADDED
manuscript = Manuscript.open(sys.argv[1])
print("begun", flush=True)
while True:
    manuscript.do(ADDED)
    manuscript.undo()
"""


@pytest.mark.whole
@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_killed_at_any_moment_it_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    folder = own_folder(tmp_path)
    manuscript = Manuscript.open(folder)
    old = text_of(folder)
    manuscript.do(ADDED)
    new = text_of(folder)
    manuscript.undo()
    rng = Random(13)
    for _ in range(40 if in_full() else 6):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(folder)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            assert writer.stdout.readline() == b"begun\n"
            time.sleep(rng.random() * 0.1)
            writer.send_signal(signal.SIGKILL)
        text = text_of(folder)
        assert text in (old, new)
        if text == new:
            (folder / "briefing.toml").write_bytes(old.encode())
    last = Manuscript.open(folder)
    last.do(ADDED)
    last.undo()
    assert text_of(folder) == old
    assert sorted(one.name for one in folder.iterdir()) == FILES, "what killed writers left is tidied up"


class _Failing:
    """A file of which only half of what is written comes to be."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def __enter__(self) -> Any:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def write(self, data: bytes) -> None:
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _fails(*_: object, **__: object) -> None:
    raise OSError(errno.EIO, os.strerror(errno.EIO))


def _no_write(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(atomic, "open", lambda *args: _Failing(open(*args)), raising=False)  # noqa: PTH123, SIM115


BROKEN: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "replace": lambda patch: patch.setattr(os, "replace", _fails),
    "fsync": lambda patch: patch.setattr(os, "fsync", _fails),
    "chmod": lambda patch: patch.setattr(os, "chmod", _fails),
    "write": _no_write,
    "open": lambda patch: patch.setattr(os, "urandom", _fails),
}


@pytest.mark.parametrize("call", BROKEN)
def test_a_call_that_fails_is_one_line_and_changes_nothing(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = own_folder(tmp_path)
    manuscript = Manuscript.open(folder)
    old = text_of(folder)
    with monkeypatch.context() as patch:
        BROKEN[call](patch)
        with pytest.raises(BriefingError, match="cannot be written"):
            manuscript.do(ADDED)
    assert text_of(folder) == old
    assert sorted(one.name for one in folder.iterdir()) == FILES
    assert manuscript.to_undo is None
    assert manuscript.do(ADDED) == load(folder), "the same edit can be made once the disk is well again"
    with monkeypatch.context() as patch:
        BROKEN[call](patch)
        with pytest.raises(BriefingError, match="cannot be written"):
            manuscript.undo()
    assert manuscript.to_undo == ADDED
    manuscript.undo()
    assert text_of(folder) == old
