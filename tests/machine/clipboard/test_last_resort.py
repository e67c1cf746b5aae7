"""A text that no clipboard takes is kept in a file for its owner alone, and the path is told."""

import os
import stat
from pathlib import Path

import pytest

from briefing.machine.clipboard import CopyOutcome, copy
from briefing.machine.clipboard.osc52 import LIMIT

TEXT = "أَيْضًا \u2067x\u2069 👩🏽‍🚀\r\n\n"
TOO_LONG = "س" * LIMIT


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of the file, not yet there."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "briefing"


def copy_without_tools(text: str) -> CopyOutcome:
    return copy(text, osc52=None, env={"PATH": "/nowhere"})


def test_without_tool_and_terminal(state: Path) -> None:
    path = state / "copied.txt"
    assert copy_without_tools(TEXT) == CopyOutcome(
        "a file", False, f"Not on the clipboard, but in the file {path}"
    )
    assert path.read_bytes() == TEXT.encode()


def test_too_long_for_the_terminal(state: Path) -> None:
    sent: list[str] = []
    outcome = copy(TOO_LONG, osc52=sent.append, env={"PATH": "/nowhere"})
    assert (outcome.way, outcome.certain) == ("a file", False)
    assert outcome.message.endswith("(OSC 52: 149,988 bytes are more than terminals take (74,994))")
    assert sent == []
    assert (state / "copied.txt").read_text("utf-8") == TOO_LONG


def test_only_its_owner_can_read_it(state: Path) -> None:
    before = os.umask(0)
    try:
        copy_without_tools(TEXT)
    finally:
        os.umask(before)
    assert stat.S_IMODE(state.stat().st_mode) == 0o700
    assert stat.S_IMODE((state / "copied.txt").stat().st_mode) == 0o600


def test_the_next_text_takes_its_place(state: Path) -> None:
    for text in (TOO_LONG, "a", TEXT):
        copy_without_tools(text)
    assert (state / "copied.txt").read_bytes() == TEXT.encode()
    assert len(list(state.iterdir())) == 1


@pytest.fixture
def temporary(state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of temporary files, where the state's cannot be made."""
    state.parent.write_text("no folder")
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    return folder


def test_a_home_that_cannot_be_written_to(temporary: Path) -> None:
    outcome = copy_without_tools(TEXT)
    (file,) = temporary.iterdir()
    assert outcome.message == f"Not on the clipboard, but in the file {file}"
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode)) == (TEXT.encode(), 0o600)


def test_a_link_put_there_by_others_is_not_followed(temporary: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_text("untouched")
    copy_without_tools(TEXT)
    (file,) = temporary.iterdir()
    file.unlink()
    file.symlink_to(victim)
    copy_without_tools(TEXT)
    assert (victim.read_text(), file.is_symlink()) == ("untouched", False)


def test_nowhere_at_all(temporary: Path) -> None:
    temporary.rmdir()
    outcome = copy_without_tools(TEXT)
    assert (outcome.way, outcome.certain) == ("", False)
    assert outcome.message == "Not copied: a file: No such file or directory"
