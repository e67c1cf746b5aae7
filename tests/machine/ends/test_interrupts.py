"""Ctrl+C, whenever it comes: silence, the terminal as it was, and the exit status 130."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.judges.surroundings import environment
from tests.machine.ends.conftest import FIRST, SCRIPT, Ending, program

pytestmark = pytest.mark.whole

#: Seconds after the start. Before the first Python is at its own beginnings, where nobody can help it.
DELAYS = [number / 100 for number in (4, 6, 8, 10, 12, 15, 18, 21, 25, 30, 35, 40, 50, 60)]
# Interrupts itself as a module is about to be imported, whichever comes next after so many.
AT_IMPORT = """
import os, signal, sys
class Interrupts:
    left = {number}
    def find_spec(self, name, path=None, target=None):
        self.left -= 1
        if not self.left:
            os.kill(os.getpid(), signal.SIGINT)
sys.meta_path.insert(0, Interrupts())
"""


# Where Ctrl+C is Python's own affair: before the first line of the program.
BEFORE = re.compile(rb'(?s)Traceback(?!.*File "[^"]*/briefing/\w).*KeyboardInterrupt')


def assert_silent(screen: Ending) -> None:
    status = screen.status()
    if BEFORE.search(screen.output):
        pytest.skip("the interpreter itself was interrupted")
    assert status == 130
    screen.assert_given_back()
    assert screen.text.replace("^C", "").strip() == ""


@pytest.mark.parametrize("delay", DELAYS)
@pytest.mark.parametrize("way", ["key", "signal"])
def test_at_any_moment_of_the_start(way: str, delay: float) -> None:
    with Ending() as screen:
        screen.read_for(delay)
        if way == "signal":
            screen.process.send_signal(signal.SIGINT)
        else:
            screen.send("\x03")  # once the reader is up that is a key, to copy with
            screen.read_for(0.3)
            screen.process.send_signal(signal.SIGINT)
        assert_silent(screen)


@pytest.mark.parametrize("number", [3, 4, 5, 10, 30, 60, 100, 200, 300, 400, 500])
def test_at_any_import(number: int) -> None:
    with Ending(program(AT_IMPORT.format(number=number))) as screen:
        assert_silent(screen)


@pytest.mark.parametrize("number", [3, 30, 60])
def test_at_any_import_on_the_way_to_print(number: int) -> None:
    done = subprocess.run(
        program(AT_IMPORT.format(number=number)),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(),
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_in_the_reader() -> None:
    with Ending([SCRIPT, "--bidi", "explicit"]) as screen:
        screen.wait_for(FIRST)
        screen.press("ctrl+c")  # copies what is selected: nothing
        screen.press("2")
        screen.wait_for("DICAS, which represents")
        screen.process.send_signal(signal.SIGINT)
        assert_silent(screen)


@pytest.mark.parametrize("arguments", [[], ["--json"]])
def test_in_the_doctor(arguments: list[str]) -> None:
    with Ending([SCRIPT, "doctor", *arguments], {"SSH_TTY": "/dev/pts/0"}) as screen:
        screen.wait_for(lambda _: b"\x1b[" in screen.output)
        screen.process.send_signal(signal.SIGINT)
        assert screen.status() == 130
        screen.assert_given_back()


def test_while_the_test_card_is_shown() -> None:
    with Ending([SCRIPT, "doctor"]) as screen:
        screen.wait_for("Enter: see")
        screen.press("enter")
        screen.wait_for(lambda _: 1049 in screen.emulator.private_modes)
        screen.press("ctrl+c")
        assert screen.status() == 130
        screen.assert_given_back()


def test_while_it_prints_into_a_pipe_that_is_full(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص طويل\n\n" * 20_000, encoding="utf-8")
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [SCRIPT, tmp_path / "a.txt"],
        stdin=subprocess.DEVNULL,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    os.close(writing)
    os.read(reading, 1)  # the rest does not fit, and waits
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    os.close(reading)
    assert (process.returncode, said) == (130, b"")


def test_what_is_to_be_ignored_is_ignored() -> None:
    ignoring = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN)\n" + AT_IMPORT.format(number=20)
    done = subprocess.run(
        program(ignoring), stdin=subprocess.DEVNULL, capture_output=True, env=environment(), timeout=60
    )
    assert done.returncode == 0
    assert done.stdout


def test_nothing_is_left_of_a_picture_that_is_not_finished(tmp_path: Path) -> None:
    code = (
        "import os, signal\n"
        "def interrupted(*_):\n    os.kill(os.getpid(), signal.SIGINT)\n"
        "os.fsync = interrupted"
    )
    done = subprocess.run(
        [*program(code), "export", "-o", "a.svg"],
        cwd=tmp_path,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(),
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (130, b"")
    assert not [*tmp_path.iterdir()]


def test_the_module_is_the_same() -> None:
    with Ending([sys.executable, "-m", "briefing"]) as screen:
        screen.wait_for(FIRST)
        screen.process.send_signal(signal.SIGINT)
        assert_silent(screen)


# While the reader's screen is about to get its panes, which then it never gets.
WITHOUT_PANES = """
import asyncio, os, signal
from textual.screen import Screen
compose = Screen._compose
async def interrupted(self):
    os.kill(os.getpid(), signal.SIGINT)
    await asyncio.sleep(0.05)
    await compose(self)
Screen._compose = interrupted
"""


def test_before_there_are_panes() -> None:
    with Ending(program(WITHOUT_PANES)) as screen:
        assert_silent(screen)
