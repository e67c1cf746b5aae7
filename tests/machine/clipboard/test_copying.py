"""Copying with tools that work, fail, hang or are missing."""

import contextlib
import os
import time
from pathlib import Path

import pytest

from briefing.machine.clipboard import CopyOutcome, copy
from briefing.machine.clipboard.osc52 import sequence
from tests.judges.ceiling import ceiling
from tests.machine.clipboard.conftest import Fake
from tests.tiers import some_of

pytestmark = pytest.mark.whole

TEXT = "أيضًا لَا \u200e(DICAS)\n¶1 “quoted”\n\n"
SENT = CopyOutcome("OSC 52", False, "Sent to the terminal; it may not pass it on")


class Terminal:
    """Remembers what is written to it."""

    def __init__(self) -> None:
        self.received: list[str] = []

    def write(self, characters: str) -> None:
        self.received.append(characters)


@pytest.fixture
def terminal() -> Terminal:
    return Terminal()


def display(path: Path) -> dict[str, str]:
    return {"PATH": str(path), "DISPLAY": ":0"}


@pytest.mark.parametrize(
    ("tool", "variable", "arguments"),
    [
        ("wl-copy", "WAYLAND_DISPLAY", "--type text/plain"),
        ("xclip", "DISPLAY", "-selection clipboard -in"),
        ("xsel", "DISPLAY", "--clipboard --input"),
    ],
)
def test_a_tool_gets_the_text_byte_for_byte(
    tool: str, variable: str, arguments: str, fake: Fake, path: Path, tmp_path: Path, terminal: Terminal
) -> None:
    fake(tool)
    outcome = copy(TEXT, osc52=terminal.write, env={"PATH": str(path), variable: "x:0"})
    assert outcome == CopyOutcome(tool, True, f"Copied with {tool}")
    assert (tmp_path / tool).read_bytes() == TEXT.encode()
    assert (tmp_path / f"{tool}.arguments").read_text() == arguments
    assert terminal.received == []


def test_windows_reads_utf_16(fake: Fake, path: Path, tmp_path: Path) -> None:
    fake("clip.exe")
    assert copy(TEXT, osc52=None, env={"PATH": str(path), "WSL_DISTRO_NAME": "Debian"}).way == "clip.exe"
    assert (tmp_path / "clip.exe").read_bytes() == TEXT.encode("utf-16-le")


def test_macos_is_told_that_the_text_is_utf_8(
    fake: Fake, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake("pbcopy")
    monkeypatch.setattr("sys.platform", "darwin")
    assert copy(TEXT, osc52=None, env={"PATH": str(path), "LC_ALL": "C"}).way == "pbcopy"
    assert (tmp_path / "pbcopy").read_bytes() == TEXT.encode()
    assert (tmp_path / "pbcopy.locale").read_text() == "en_US.UTF-8"


def test_tmux_takes_the_text_but_promises_nothing(
    fake: Fake, path: Path, tmp_path: Path, terminal: Terminal
) -> None:
    fake("tmux")
    outcome = copy(TEXT, osc52=terminal.write, env={"PATH": str(path), "TMUX": "/tmp/t,1,0"})
    assert outcome == CopyOutcome(
        "tmux", False, "Copied to tmux's buffer; the terminal's own clipboard may not have it"
    )
    assert (tmp_path / "tmux").read_bytes() == TEXT.encode()
    assert (tmp_path / "tmux.arguments").read_text() == "load-buffer -w -"


def test_without_a_tool_the_terminal_gets_it(path: Path, terminal: Terminal) -> None:
    assert copy(TEXT, osc52=terminal.write, env=display(path)) == SENT
    assert terminal.received == [sequence(TEXT)]


def test_a_failure_leads_to_the_next_way_and_is_told(
    fake: Fake, path: Path, tmp_path: Path, terminal: Terminal
) -> None:
    fake("xclip", "fails")
    fake("xsel")
    outcome = copy(TEXT, osc52=terminal.write, env=display(path))
    assert outcome == CopyOutcome("xsel", True, "Copied with xsel (xclip: exit status 3)")
    assert (tmp_path / "xsel").read_bytes() == TEXT.encode()


def test_all_failures_are_told(fake: Fake, path: Path) -> None:
    fake("xclip", "fails")
    (path / "xsel").write_bytes(b"\x7fELF, but not really")
    (path / "xsel").chmod(0o755)

    def broken(characters: str) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    outcome = copy(TEXT, osc52=broken, env=display(path))
    assert (outcome.way, outcome.certain) == ("a file", False)
    assert outcome.message.endswith(" (xclip: exit status 3; xsel: Exec format error; OSC 52: Broken pipe)")


@pytest.mark.parametrize(("behaviour", "reads"), some_of(("hangs with a child", True), ("hangs", False)))
def test_a_tool_that_hangs_is_given_up_and_ended(
    behaviour: str, reads: bool, fake: Fake, path: Path, tmp_path: Path, terminal: Terminal
) -> None:
    fake("xclip", behaviour, reads=reads)
    fake("xsel")
    # Had it been waited for, it would have ended well.
    outcome = copy("نص طويل\n" * 4_000, osc52=terminal.write, env=display(path))
    assert outcome.way == "OSC 52"
    assert outcome.message == f"{SENT.message} (xclip: no answer; xsel: not tried)"
    session = int((tmp_path / "xclip.session").read_text())
    with ceiling():
        while runs_in_session(session):  # killed is not yet gone
            time.sleep(0.02)


def runs_in_session(session: int) -> list[str]:
    """The processes of a session that still run (a killed one may wait for its parent to notice)."""
    stats = []
    for file in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            stats.append(file.read_text())
    fields = [stat.rpartition(")")[2].split() for stat in stats]
    return [" ".join(field) for field in fields if field[0] not in "ZX" and int(field[3]) == session]


def test_a_tool_that_stays_to_serve_is_not_waited_for(
    fake: Fake, path: Path, tmp_path: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.machine.clipboard.copying.TIME_LIMIT", 1e6)
    fake("xclip", "serves")
    assert copy(TEXT, osc52=terminal.write, env=display(path)).way == "xclip"
    server = int((tmp_path / "server").read_text())
    os.kill(server, 9)  # still there, and in a session of its own
    assert int((tmp_path / "xclip.session").read_text()) != os.getsid(0)


def test_a_tools_noise_does_not_reach_the_screen(
    fake: Fake, path: Path, tmp_path: Path, terminal: Terminal, capfd: pytest.CaptureFixture[str]
) -> None:
    fake("xclip", "fails")
    copy(TEXT, osc52=terminal.write, env=display(path))
    assert (tmp_path / "xclip.noise").read_text() == "False"
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("text", ["", "a\ud83d"])
def test_what_is_no_text_is_not_copied(text: str, fake: Fake, path: Path, terminal: Terminal) -> None:
    fake("xclip")
    outcome = copy(text, osc52=terminal.write, env=display(path))
    assert (outcome.way, outcome.message[:12]) == ("", "Not copied: ")
    assert terminal.received == []


@pytest.mark.parametrize("length", [1, 100, 60_000, 200_000])
def test_a_tool_that_does_not_read_has_copied_nothing(
    length: int, fake: Fake, path: Path, terminal: Terminal
) -> None:
    fake("xclip", reads=False)
    outcome = copy("x" * length, osc52=terminal.write, env=display(path))
    assert outcome.way != "xclip"
    assert "xclip: it did not read the text" in outcome.message


def test_a_tool_that_reads_a_little_has_copied_nothing(fake: Fake, path: Path, terminal: Terminal) -> None:
    fake("xclip", "reads a little", reads=False)
    assert "xclip: it did not read the text" in copy(TEXT, osc52=terminal.write, env=display(path)).message


@pytest.mark.parametrize("length", some_of(10, 1_000_000))
def test_a_tool_that_hangs_is_given_up_whatever_the_length(
    length: int, fake: Fake, path: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.machine.clipboard.copying.TIME_LIMIT", 0.6)
    fake("xclip", "hangs with a child", reads=False)
    assert "xclip: no answer" in copy("x" * length, osc52=terminal.write, env=display(path)).message
