"""However the program ends or steps aside, the terminal gets its own behaviour back, in the right order."""

import os
import pty
import re
import signal
import sys
import time
import tty
from collections.abc import Callable
from typing import Any

import pytest

from briefing.machine.terminal.last_answers import read_last_answers
from tests.machine.terminal.conftest import FIRST, GROUND_ALONE, Asked
from tests.machine.terminal.test_bytes import AROUND

pytestmark = pytest.mark.whole

STRATEGIES = ("plain", "explicit", "konsole", "mlterm")
WHOLE = "Mar 2024?"  # the timeline comes last
ENTER, LEAVE = "\x1b[?1049h", "\x1b[?1049l"


def quit_by_key(screen: Asked) -> None:
    screen.press("q")


def terminate(screen: Asked) -> None:
    screen.process.send_signal(signal.SIGTERM)


def hang_up(screen: Asked) -> None:
    screen.process.send_signal(signal.SIGHUP)


WAYS = (quit_by_key, terminate, hang_up)


def stretches(screen: Asked) -> list[str]:
    """All that is sent after the question, cut where the alternate screen is entered and left."""
    sent = screen.output.decode(errors="replace")
    assert sent.startswith(GROUND_ALONE)
    return sent.removeprefix(GROUND_ALONE).replace(LEAVE, ENTER).split(ENTER)


@pytest.mark.parametrize("name", STRATEGIES)
def test_by_key(name: str) -> None:
    check(["--bidi", name], name, quit_by_key)


@pytest.mark.parametrize("way", [terminate, hang_up])
def test_by_signal(way: Callable[[Asked], None]) -> None:
    check(["--bidi", "explicit"], "explicit", way)


def check(arguments: list[str], name: str, way: Callable[[Asked], None]) -> None:
    before, last, after = AROUND[name]
    with Asked(arguments) as screen:
        screen.wait_for(FIRST)
        way(screen)
        screen.wait_for_exit()
        start, inside, end = stretches(screen)
        assert start == before
        assert re.fullmatch(re.escape(after) + r"(\x1b\[\?\d+[hl])*", end)
        assert inside.endswith(last)
        assert not before or before not in inside
        assert screen.modes_are_back()
        assert screen.emulator.private_modes == {7, 25}
        assert 8 in screen.emulator.modes  # the terminal orders by itself again


FAILS = """
import sys
from briefing.start import main
from briefing.tui import BriefingApp
def fail(self):
    raise RuntimeError("on purpose")
BriefingApp.action_suspend_process = fail
sys.argv[1:] = ["--bidi", "explicit"]
main()
"""


def test_by_an_exception() -> None:
    with Asked(command=[sys.executable, "-c", FAILS]) as screen:
        screen.wait_for(FIRST)
        screen.press("ctrl+z")
        assert screen.wait_for_exit() == 70
        start, _, end = stretches(screen)
        assert start == "\x1b[8l"
        assert end.startswith("\r\x1b[8h")
        assert "this is a fault of the program (RuntimeError)" in end
        assert "on purpose" not in end
        assert screen.modes_are_back()


# A shell that controls jobs: it takes the terminal back when its job stops, and goes on with it at a line.
SHELL = """
import os, signal, subprocess, sys, termios
signal.signal(signal.SIGTTOU, signal.SIG_IGN)
own = termios.tcgetattr(0)
job = subprocess.Popen([sys.executable, "-m", "briefing", *sys.argv[1:]], process_group=0)
os.tcsetpgrp(0, job.pid)
while True:
    _, status = os.waitpid(job.pid, os.WUNTRACED)
    os.tcsetpgrp(0, os.getpgrp())
    quiet = not termios.tcgetattr(0)[3] & termios.ECHO
    print("STOPPED" if os.WIFSTOPPED(status) else "ENDED", "QUIET" if quiet else "AS BEFORE", flush=True)
    if not os.WIFSTOPPED(status):
        break
    termios.tcsetattr(0, termios.TCSADRAIN, own)
    if sys.stdin.readline() == "kill\\n":
        os.killpg(job.pid, signal.SIGTERM)
    else:
        os.tcsetpgrp(0, job.pid)
    os.killpg(job.pid, signal.SIGCONT)
"""


@pytest.mark.parametrize("name", ["explicit", "kitty"])
def test_ctrl_z_and_back(name: str) -> None:
    before, _, after = AROUND[name]
    with Asked(["--bidi", name], command=[sys.executable, "-c", SHELL]) as screen:
        screen.wait_for(WHOLE)
        for turn in (1, 2):
            screen.wait_until_idle()
            painted = screen.text
            screen.press("ctrl+z")
            screen.wait_for(lambda _: screen.output.count(b"STOPPED AS BEFORE") == turn)  # noqa: B023  # noqa: B023
            assert screen.emulator.private_modes == {7, 25}
            assert stretches(screen)[-1].startswith(after)
            start = len(screen.output)
            screen.send("\n")
            screen.wait_for(FIRST)
            screen.wait_until_idle()
            assert screen.text == painted
            assert f"{before}{ENTER}" in screen.output[start:].decode()
        screen.press("2")
        screen.wait_for("DICAS, which represents")
        screen.press("q")
        screen.wait_for("ENDED AS BEFORE")


def test_ended_while_it_is_stopped() -> None:
    with Asked(["--bidi", "explicit"], command=[sys.executable, "-c", SHELL]) as screen:
        screen.wait_for(FIRST)
        screen.press("ctrl+z")
        screen.wait_for("STOPPED AS BEFORE")
        screen.send("kill\n")
        screen.wait_for("ENDED AS BEFORE")
        assert screen.output.count(ENTER.encode()) == 1
        assert screen.emulator.private_modes == {7, 25}


def test_ctrl_z_where_nobody_could_bring_it_back() -> None:
    # Started by the terminal itself: the system stops no orphaned job, and the reader goes on.
    with Asked(["--bidi", "explicit"]) as screen:
        screen.wait_for(WHOLE)
        screen.wait_until_idle()
        painted = screen.text
        screen.press("ctrl+z")
        screen.wait_for(lambda _: screen.output.count(ENTER.encode()) == 2)
        screen.wait_for(FIRST)
        screen.wait_until_idle()
        assert screen.text == painted
        screen.process.send_signal(signal.SIGCONT)  # changes nothing
        screen.press("2")
        screen.wait_for("DICAS, which represents")
        assert screen.output.count(ENTER.encode()) == 2


LENDS = """
import subprocess
from briefing.commands.main import main
from briefing.tui import BriefingApp
def lend(self):
    with self.suspend():
        subprocess.run(["sh", "-c", "echo CHILD; read line; echo GOT $line"])
BriefingApp.action_suspend_process = lend
main(["--bidi", "explicit"])
"""


def test_a_child_in_the_foreground_has_the_terminal_as_it_was() -> None:
    with Asked(command=[sys.executable, "-c", LENDS]) as screen:
        screen.wait_for(WHOLE)
        screen.wait_until_idle()
        painted = screen.text
        screen.press("ctrl+z")
        screen.wait_for("CHILD")
        assert screen.modes_are_back()
        assert 8 in screen.emulator.modes
        screen.send("hello\n")
        screen.wait_for(FIRST)
        screen.wait_until_idle()
        assert screen.text == painted
        start, _, child, _ = stretches(screen)
        assert start == "\x1b[8l"
        assert child.startswith("\r\x1b[8h")
        assert "GOT hello" in child
        assert child.endswith("\x1b[8l")
        screen.press("q")
        assert screen.wait_for_exit() == 0
        assert stretches(screen)[-1].startswith("\r\x1b[8h")


SLOW_SHELL = """
import os, select, subprocess, sys, tty
subprocess.run([sys.executable, "-m", "briefing"])
tty.setraw(0)
print("ENDED", flush=True)
left = b""
while select.select([0], [], [], 2)[0]:
    left += os.read(0, 1000)
print("LEFT", left, flush=True)
"""


class SlowTerminal(Asked):
    """Answers what it is asked, each answer some time after the question."""

    DELAY = 0.45
    ANSWERS = (
        (b"\x1b[8$p", "\x1b[8;0$y"),
        (b"\x1b[>0q", "\x1bP>|Slow(1)\x1b\\\\"),
        (b"\x1b[>c", "\x1b[>41;1;0c"),
        (b"\x1b[?2026$p", "\x1b[?2026;0$y"),
        (b"\x1b[?2048$p", "\x1b[?2048;0$y"),
        (b"\x1b[?1004h", "\x1b[I"),
        (b"\x1b[c", "\x1b[?64;1c"),
    )

    looked = 0  # bytes of the output in which questions have been looked for

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self.under_way: list[tuple[float, str]] = []

    def answer_until(self, text: bytes, seconds: float = 20) -> None:
        """Answer until `text` has come."""
        deadline = time.monotonic() + seconds
        while text not in self.output:
            assert time.monotonic() < deadline, self.output[-300:]
            self.output_within(0.02)
            new, self.looked = self.output[self.looked :], len(self.output)
            asked = sorted(
                (match.start(), answer)
                for question, answer in self.ANSWERS
                for match in re.finditer(re.escape(question), new)
            )
            self.under_way += [(time.monotonic() + self.DELAY, answer) for _, answer in asked]
            while self.under_way and self.under_way[0][0] <= time.monotonic():
                self.send(self.under_way.pop(0)[1])


def test_a_slow_line_leaves_no_answers_to_the_shell() -> None:
    with SlowTerminal(command=[sys.executable, "-c", SLOW_SHELL]) as screen:
        screen.answer_until(b"\x1b[?2048$p")
        screen.send("q")
        screen.answer_until(b"LEFT")
        screen.output_within(0.1)
        assert b"LEFT b''" in screen.output, screen.output[-200:]


def test_what_is_typed_behind_the_last_answer_is_the_shells() -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    os.write(ours, b"\x1b[?2026;0$y\x1b[I\x1b[?62;22cls -l\\r")
    assert read_last_answers(theirs, 5)
    assert os.read(theirs, 100) == b"ls -l\\r"
    assert not read_last_answers(theirs, 0.05)
    os.close(ours)
    os.close(theirs)
