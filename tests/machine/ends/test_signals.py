"""Every signal that ends a program: the terminal as it was, nothing said, and the status 128 + its number."""

import signal
import subprocess
import sys

import pytest

from briefing.machine.ending.signals import ending_signals
from tests.machine.ends.conftest import FIRST, SCRIPT, UNCHANGED, Ending, program
from tests.machine.terminal.test_leaving import SHELL

pytestmark = pytest.mark.whole

NAMED = [one for one in ending_signals() if one < 32]


@pytest.mark.parametrize("number", [*NAMED, signal.SIGRTMIN + 1, signal.SIGRTMAX])
def test_in_the_reader(number: int) -> None:
    with Ending([SCRIPT, "--bidi", "explicit"]) as screen:
        screen.wait_for(FIRST)
        assert 8 not in screen.emulator.modes
        screen.process.send_signal(number)
        assert screen.status(10) == 128 + number
        screen.assert_given_back()
        assert screen.text.strip() == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGUSR1])
def test_while_the_terminal_is_asked(number: int) -> None:
    with Ending(env={"SSH_TTY": "/dev/pts/0"}) as screen:
        screen.wait_for(lambda _: b"\x1b[>0q" in screen.output)
        screen.process.send_signal(number)
        assert screen.status(10) == 128 + number
        screen.assert_given_back()


# As soon as the question is out, and nobody is there yet who would close what was opened.
AT_ONCE = """
import os, signal
from briefing.machine.terminal.asking import AskedTerminal
ask = AskedTerminal.__init__
def hung_up(self, *arguments):
    ask(self, *arguments)
    os.kill(os.getpid(), signal.{name})
AskedTerminal.__init__ = hung_up
"""


@pytest.mark.parametrize("name", ["SIGHUP", "SIGTERM", "SIGINT", "SIGQUIT"])
@pytest.mark.parametrize("whole", [True, False], ids=["the program", "the search alone"])
def test_the_moment_the_question_is_out(name: str, whole: bool) -> None:
    code = AT_ONCE.format(name=name)
    command = program(code)
    if not whole:
        command[-1] = f"{code}\nfrom briefing.machine.terminal import find_out; find_out()"
    with Ending(command) as screen:
        assert screen.status(10) == 128 + getattr(signal, name)
        screen.assert_given_back()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGQUIT, signal.SIGUSR2, signal.SIGALRM])
def test_while_the_test_card_is_shown(number: int) -> None:
    with Ending([SCRIPT, "doctor"]) as screen:
        screen.wait_for("Enter: see")
        screen.press("enter")
        screen.wait_for(lambda _: 1049 in screen.emulator.private_modes)
        screen.process.send_signal(number)
        assert screen.status(10) == 128 + number
        screen.assert_given_back()


@pytest.mark.parametrize("name", ["SIGQUIT", "SIGUSR1", "SIGINT"])
def test_while_it_is_stopped(name: str) -> None:
    shell = SHELL.replace("signal.SIGTERM", f"signal.{name}")
    with Ending([sys.executable, "-c", shell, "--bidi", "explicit"]) as screen:
        screen.wait_for(FIRST)
        screen.press("ctrl+z")
        screen.wait_for("STOPPED AS BEFORE")
        screen.send("kill\n")
        screen.wait_for("ENDED AS BEFORE")
        assert screen.output.count(b"\x1b[?1049h") == 1
        assert screen.emulator.private_modes == UNCHANGED


def test_a_signal_ends_it_even_if_the_reader_is_too_busy_to_hear() -> None:
    code = (
        "from briefing.tui import BriefingApp\n"
        "def busy(self):\n    while True: pass\n"
        "BriefingApp.action_suspend_process = busy"
    )
    with Ending(program(code)) as screen:
        screen.wait_for(FIRST)
        screen.press("ctrl+z")
        screen.read_for(0.3)
        screen.process.send_signal(signal.SIGTERM)
        assert screen.status(10) == 128 + signal.SIGTERM
        screen.assert_given_back()


# More signals than the event loop's pipe holds, while the loop hears of none.
FLOOD = """
import asyncio, signal
from briefing.machine.ending.signals import let_signals_pile_up
async def main():
    asyncio.get_running_loop().add_signal_handler(signal.SIGUSR1, lambda: None)
    {call}
    for _ in range(100_000):
        signal.raise_signal(signal.SIGUSR1)
asyncio.run(main())
"""


@pytest.mark.parametrize(("call", "silent"), [("let_signals_pile_up()", True), ("pass", False)])
def test_a_flood_of_signals_is_not_complained_of(call: str, silent: bool) -> None:
    command = [sys.executable, "-c", FLOOD.format(call=call)]
    run = subprocess.run(command, capture_output=True, timeout=60, check=True)
    assert (run.stderr == b"") is silent
