"""The reader in a pty that answers like a terminal, or late, or never."""

import select
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.machine.terminal import ground
from briefing.machine.terminal.answers import QUESTION
from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen

WINDOW = (100, 30)

#: What the terminals answer; measured.
XTERM = "\x1b[8;0$y\x1bP>|XTerm(379)\x1b\\\x1b[>41;379;0c\x1b[?64;1;2;6;9;15;16;17;18;21;22;28c"
VTE = "\x1b[8;1$y\x1b[>65;7006;1c\x1b[?65;1;9c"
KONSOLE = "\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1b[?62;1;4c"
MLTERM = "\x1b[8;0$y\x1b[>24;279;0c\x1b[?63;1;2;3;4;6;7;15;18;22;29c"
KITTY = "\x1b[8;0$y\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c\x1b[?62;c"
QTERMINAL = "\x1b[>0;115;0c\x1b[?1;2c"
ALACRITTY = "\x1b[>0;1700;1c\x1b[?6c"
WEZTERM = "\x1bP>|WezTerm 20240203-110809-5046fc22\x1b\\\x1b[>1;277;0c\x1b[?65;4;6;18;22c"
URXVT = "\x1b[>85;95;0c\x1b[?1;2c"
ST = "\x1b[?6c"
TMUX = "\x1bP>|tmux 3.3a\x1b\\\x1b[>84;0;0c\x1b[?1;2c"

#: What is asked where the environment or a setting decides which terminal it is.
GROUND_ALONE = f"{ground.QUESTION}\x1b[c"

#: Something of the first section's English, which no strategy changes, and of the second's.
FIRST, SECOND = "Bottom line", "Goals"


class Asked(Screen):
    """The reader in a pty of its own; its terminal modes before it started are in `before`."""

    def __init__(
        self,
        arguments: Sequence[str | Path] = (),
        env: Mapping[str, str | None] | None = None,
        command: Sequence[str | Path] = (sys.executable, "-m", "briefing"),
    ) -> None:
        super().__init__([*command, *arguments], *WINDOW, env=env)
        self.emulator = QuickEmulator(*WINDOW)
        self.before = termios.tcgetattr(self._terminal)

    def wait_for_question(self) -> None:
        self.wait_for(lambda _: QUESTION.encode() in self.output)

    def was_asked(self) -> bool:
        return b"$p\x1b[>0q" in self.output

    def modes_are_back(self) -> bool:
        return termios.tcgetattr(self._terminal)[:4] == self.before[:4]

    def output_within(self, seconds: float) -> bytes:
        """What comes within so many seconds."""
        start, deadline = len(self.output), time.monotonic() + seconds
        while time.monotonic() < deadline and not self._ended:
            select.select([self._terminal], [], [], 0.01)
            self._read(0)
        return self.output[start:]
