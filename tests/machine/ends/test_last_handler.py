"""A fault that nobody expected: one line, the status 70, a private log, no word of a document."""

import stat
import subprocess
from pathlib import Path

import pytest

from tests.judges.surroundings import environment
from tests.machine.ends.conftest import FIRST, SCRIPT, Ending, program

pytestmark = pytest.mark.whole

SECRET = "the words of a document"
SECRET_NAMED = f"""
class SecretError(Exception):
    pass
def fail(*_args, **_more):
    text = {SECRET!r}
    raise SecretError(text)
"""
#: Ways to fail while the reader runs, on Ctrl+Z; each is code that makes `action` of `fail`.
RUNNING = {
    "a handler": "action = fail",
    "a worker": "def action(self): self.run_worker(fail, thread=True)",
    "a task": "def action(self): import asyncio; asyncio.get_running_loop().call_soon(fail)",
    "a thread": "def action(self): import threading; threading.Thread(target=fail).start()",
    "painting": "def action(self):\n    type(self)._display = fail\n    self.screen.refresh(layout=True)",
    "a timer": "def action(self): self.set_timer(0.01, fail)",
    "the input thread": "def action(self):\n"
    "    from briefing.tui.textual_private.terminal_driver import TerminalDriver\n"
    "    TerminalDriver._input = fail",
    "a panic": f"def action(self): self.panic({SECRET!r})",
}


def assert_told(said: str, crash_log: Path) -> None:
    lines = [line for line in said.replace("\r", "").split("\n") if line.strip()]
    said = "".join(lines)
    assert said.startswith("briefing: this is a fault of the program (")
    assert len(said) < 500
    assert SECRET not in said
    assert crash_log.name in said
    written = crash_log.read_text()
    assert SECRET not in written
    assert stat.S_IMODE(crash_log.stat().st_mode) == 0o600


@pytest.mark.parametrize("way", RUNNING)
def test_while_the_reader_runs(way: str, crash_log: Path) -> None:
    code = (
        f"{SECRET_NAMED}\n{RUNNING[way]}\n"
        "from briefing.tui import BriefingApp\nBriefingApp.action_suspend_process = action"
    )
    with Ending([*program(code), "--bidi", "explicit"]) as screen:
        screen.wait_for(FIRST)
        screen.press("ctrl+z")
        assert screen.status() == 70
        screen.assert_given_back()
        assert_told(screen.text, crash_log)
        assert SECRET.encode() not in screen.output
    if way != "a panic":
        assert "SecretError\n  " in crash_log.read_text()


@pytest.mark.parametrize(
    "place",
    ["briefing.commands.main._main", "briefing.sources.load_bundled", "briefing.tui.BriefingApp.__init__",
     "briefing.tui.screens.reader_screen.ReaderScreen.compose",
     "briefing.tui.screens.reader_screen.ReaderScreen.on_mount",
     "briefing.machine.terminal.TerminalSearch.wait", "textual.app.App._load_event"],
)  # fmt: skip
def test_before_the_first_frame(place: str, crash_log: Path) -> None:
    if place.startswith("textual"):
        code = f"{SECRET_NAMED}\nfrom briefing.tui import BriefingApp\nBriefingApp.on_load = fail"
    else:
        code = f"{SECRET_NAMED}\nfrom unittest.mock import patch\npatch({place!r}, fail).start()"
    with Ending(program(code)) as screen:
        assert screen.status() == 70
        screen.assert_given_back()
        assert_told(screen.text, crash_log)


@pytest.mark.parametrize("arguments", [[], ["export"], ["doctor"], ["doctor", "--json"], ["--version"]])
def test_without_a_terminal(arguments: list[str], crash_log: Path) -> None:
    code = (
        f"{SECRET_NAMED}\nimport importlib.metadata\nfrom unittest.mock import patch\n"
        "import briefing.machine.output\nbriefing.machine.output.write_output = fail\n"
        "importlib.metadata.version = fail" + ("\nimport tempfile\ntempfile.mkstemp = fail")
    )
    done = subprocess.run(
        [*program(code), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(),
        cwd=crash_log.parents[2],
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (70, b"")
    assert_told(done.stderr.decode(), crash_log)


def test_a_log_that_cannot_be_written(crash_log: Path) -> None:
    crash_log.parent.parent.mkdir()
    crash_log.parent.write_text("in the way")
    code = f"{SECRET_NAMED}\nimport briefing.commands.main\nbriefing.commands.main._main = fail"
    done = subprocess.run(program(code), capture_output=True, env=environment(), timeout=60)
    assert done.returncode == 70
    assert done.stderr.startswith(b"briefing: this is a fault of the program (__main__.SecretError); the log")
    assert done.stderr.count(b"\n") == 1


def test_the_log_does_not_grow_for_ever_and_is_nobody_elses(crash_log: Path) -> None:
    crash_log.parent.mkdir(parents=True)
    crash_log.write_text("x" * 1_000_000)
    crash_log.chmod(0o644)
    code = (
        "import briefing.commands.main, sys\nsys.setrecursionlimit(50_000)\n"
        "def fail(n):\n    if n: fail(n - 1)\n    raise KeyError\n"
        "briefing.commands.main._main = lambda _: fail(9_000)"
    )
    done = subprocess.run(program(code), capture_output=True, env=environment(), timeout=60)
    assert done.returncode == 70
    assert crash_log.stat().st_size < 30_000
    assert stat.S_IMODE(crash_log.stat().st_mode) == 0o600


def test_a_log_that_somebody_asked_for(tmp_path: Path) -> None:
    log = tmp_path / "a.log"
    code = (
        f"{SECRET_NAMED}\nimport briefing.settings, briefing.tui.timeline.widget as timeline\n"
        "assert timeline.events_in_order; timeline.events_in_order = fail"
    )
    with Ending([*program(code), "--log", str(log)]) as screen:
        screen.wait_for(FIRST)
        screen.wait_until_idle()
        screen.press("q")
        assert screen.status() == 0
    written = log.read_text()
    assert "the dates of the events were not read" in written
    assert "SecretError" in written
    assert SECRET not in written
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_log_that_is_no_file(tmp_path: Path) -> None:
    for name in (tmp_path, "/dev/null/a.log"):
        done = subprocess.run(
            [SCRIPT, "--log", name],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=environment(),
            timeout=60,
        )
        assert done.returncode == 1
        assert done.stderr.startswith(f"briefing: {name}: cannot be written".encode())
        assert done.stderr.count(b"\n") == 1
