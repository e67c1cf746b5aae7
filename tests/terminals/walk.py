"""Steps through `briefing` in a real terminal; each says what is on the screen after it."""

import contextlib
import os
import shlex
import signal
import sys
from collections.abc import Iterator

from tests.judges.picture import Box, Picture
from tests.judges.real_terminal import RealTerminal
from tests.terminals.expected import LINES, SECTION, WINDOW, Reading, Shown, article, layout

#: How a shell inside of another is started.
MULTIPLEXERS = {
    "tmux": "tmux -f tmux.conf",
    "tmux that passes through": "tmux -f tmux.conf set -g allow-passthrough on \\; new",
    "screen": "screen -c screen.conf",
}

_SETTINGS = {
    "tmux.conf": "set -g status off\nset -g default-command ./shell\nset -g default-terminal tmux-256color\n",
    "screen.conf": "startup_message off\nshell ./shell\nterm screen-256color\ndefutf8 on\naltscreen on\n",
}


_STRATEGY = """\
from pathlib import Path
from briefing.machine.terminal import find_out
Path("strategy").write_text(find_out().strategy.name)
"""


class Walk:
    """One terminal, step by step; each step leaves its picture in `pictures`, by name."""

    def __init__(self, terminal: RealTerminal) -> None:
        self.terminal = terminal
        self.pictures: dict[str, Picture] = {}
        texts = {"lines": "\n".join(LINES) + "\n", "strategy.py": _STRATEGY}
        for name, text in {**_SETTINGS, **texts}.items():
            (terminal.folder / name).write_text(text)

    def shell(self, step: str) -> Reading:
        """Have the shell print the lines on a cleared screen."""
        self.terminal.run("clear; cat lines")
        self.pictures[step] = picture = self.terminal.picture()
        return Reading(picture.part(self._lines(0)), "\n".join(LINES))

    def strategy(self) -> str:
        """Return the name of the strategy that is found for this terminal."""
        self.terminal.run(f"{shlex.quote(sys.executable)} strategy.py")
        return (self.terminal.folder / "strategy").read_text()

    def program(self, step: str, *options: str) -> Shown:
        """Start the program."""
        return self._shown(step, self.terminal.start(" ".join(["briefing", "--section", SECTION, *options])))

    def resumed(self, step: str) -> Shown:
        """Have the stopped program go on."""
        return self._shown(step, self.terminal.start("fg"))

    def again(self, step: str, before: Reading) -> int:
        """Have the shell print the lines again; return how often they now stand there looking as they did."""
        self.terminal.run("cat lines")
        self.pictures[step] = picture = self.terminal.picture()
        places = range(WINDOW[1] - len(LINES) + 1)
        return sum(picture.part(self._lines(row)).looks_like(before.picture) for row in places)

    def quit(self) -> None:
        """Leave the program by its key."""
        with self.terminal.command_ending():
            self.terminal.press("q")

    def stop(self) -> None:
        """Stop the program with Ctrl+Z."""
        with self.terminal.command_ending():
            self.terminal.press("ctrl+z")

    def kill(self) -> None:
        """End the program by SIGTERM."""
        (process,) = self.terminal.programs("-m briefing")
        with self.terminal.command_ending():
            os.kill(process, signal.SIGTERM)

    @contextlib.contextmanager
    def inside(self, multiplexer: str) -> Iterator[None]:
        """A shell in tmux or GNU screen."""
        self.terminal.run(MULTIPLEXERS[multiplexer])
        yield
        self.terminal.run("exit")

    def _shown(self, step: str, picture: Picture) -> Shown:
        self.pictures[step] = picture
        there = layout()
        return Shown(
            Reading(picture.part(self.terminal.box(*there.article)), article()),
            Reading(picture.part(self.terminal.box(*there.summary)), there.summary_text, "eng"),
        )

    def _lines(self, row: int) -> Box:
        return self.terminal.box((0, WINDOW[0]), (row, row + len(LINES)))
