"""One run of the program as a hurried person has it: typed at from the start, then left by `q`.

What is typed, and when, what the terminal answers and when, all follow from a seed.
"""

import os
import random
import signal
import sys
import termios
import time
from pathlib import Path
from typing import Final, NamedTuple

from briefing.machine.terminal.answers import QUESTION
from tests.judges import keys
from tests.judges.screen import Screen
from tests.machine.terminal.conftest import ALACRITTY, KITTY, KONSOLE, ST, VTE, XTERM

#: Seconds from `q` to the end of the program after which the run has failed; generous: under load.
PATIENCE: Final = 20.0
_SIZES: Final = ((80, 24), (100, 30), (120, 36), (160, 50), (40, 12))
_ANSWERS: Final = ("", XTERM, VTE, KONSOLE, KITTY, ALACRITTY, ST)
# Keys after which the reader, not a window over it, has the next key.
_KEYS: Final = (
    *("down", "up", "tab", "shift+tab", "t", "]", "[", "g", "G", "pagedown", "pageup", "right", "left"),
    *("1", "2", "9", "enter", "v", "d", "f", "c"),
)
# The program, which on a signal writes where every thread stands.
_WATCHED: Final = """
import faulthandler, signal, sys
log = open(sys.argv.pop(1), "w")
signal.signal(signal.SIGRTMIN, lambda *_: faulthandler.dump_traceback(log))
from briefing.start import main
main()
"""


class Visit(NamedTuple):
    """How a run went: the seconds from `q` to the end, and why it failed, or ""."""

    seed: int
    seconds: float
    fault: str


class Unseen(Screen):
    """A program in a pty whose output is kept and not drawn: drawing would be part of the load."""

    def _take(self, data: bytes) -> bool:
        self.output += data
        return bool(data)


def visit(seed: int, folder: Path, *, patience: float = PATIENCE) -> Visit:
    """Start the program, type, and quit. `folder` gets its preferences, and a report if it does not end."""
    chance = random.Random(seed)
    report = folder / f"stuck-{seed}.txt"
    command: list[str | Path] = [sys.executable, "-c", _WATCHED, report]
    preferences = str(folder / f"preferences-{seed}.toml")
    with Unseen(command, *chance.choice(_SIZES), env={"BRIEFING_PREFERENCES": preferences}) as screen:
        before = termios.tcgetattr(screen._terminal)[:4]
        _hurry(screen, chance)
        asked = time.monotonic()
        screen.press("q")
        ended = screen._exits_within(patience)
        seconds = time.monotonic() - asked
        if not ended:
            return Visit(seed, seconds, _report(screen, report))
        fault = ""
        if screen.process.returncode != 0:
            fault = f"exit status {screen.process.returncode}"
        elif termios.tcgetattr(screen._terminal)[:4] != before:
            fault = "the terminal's modes are not as they were"
        report.unlink(missing_ok=True)
        return Visit(seed, seconds, fault)


def _hurry(screen: Unseen, chance: random.Random) -> None:
    """Type, sometimes ahead of the first frame; answer the terminal, late or in pieces or never."""
    answers = chance.choice(_ANSWERS)
    ahead = chance.random() < 0.5
    if ahead:
        time.sleep(chance.uniform(0, 0.4))
        screen.send("".join(keys.key(chance.choice(_KEYS)) for _ in range(chance.randrange(4))))
    if answers:
        screen.wait_for(lambda _: QUESTION.encode() in screen.output or b"\x1b[?1049h" in screen.output)
        _pause(screen, chance.choice((0, 0, 0.05, 0.2)))
        cut = chance.randrange(len(answers))
        screen.send(answers[:cut])
        _pause(screen, chance.choice((0, 0.02, 0.12)))
        screen.send(answers[cut:])
    screen.wait_for(lambda _: b"\x1b[?1049h" in screen.output)
    if not ahead or chance.random() < 0.5:
        screen.wait_for(lambda _: b"warships" in screen.output or len(screen.output) > 2000)
    for _ in range(chance.randrange(12)):
        if chance.random() < 0.1:
            screen._set_size(*chance.choice(_SIZES))
        screen.press(chance.choice(_KEYS))
        _pause(screen, chance.choice((0, 0, 0.01, 0.05, 0.3)))


def _pause(screen: Unseen, seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        screen._read(left)


def _report(screen: Unseen, report: Path) -> str:
    """Have the program say where it stands, in the file `report`."""
    for _ in range(3):
        os.kill(screen.process.pid, signal.SIGRTMIN)
        _pause(screen, 0.5)
    with report.open("a") as file:
        print("modes", termios.tcgetattr(screen._terminal)[:4], file=file)
        print("last sent", screen.output[-3000:], file=file)
    return f"does not end; see {report}"
