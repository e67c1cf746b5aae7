"""A visit to one terminal: `briefing` started, stopped, resumed, left, killed, in tmux and in GNU screen.

    python -m tests.terminals.visit VTE kitty --pictures folder

The shell prints lines of Arabic, as written, before the program and after each way of leaving it.
"""

import argparse
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.judges.picture import Picture
from tests.judges.real_terminal import RealTerminal
from tests.judges.terminals import TERMINALS, Terminal
from tests.terminals.expected import WINDOW, Reading
from tests.terminals.walk import MULTIPLEXERS, Walk


@dataclass
class Visit:
    """What was seen: `shell` before anything, `shown` by the program, `left` behind by it.

    `shown` holds readings by step. `left` holds, for each way of leaving, how many times the shell's lines
    then stood on the screen looking as they did before, and how many times they had to.
    """

    terminal: Terminal
    shell: Reading
    shown: dict[str, Reading] = field(default_factory=dict)
    left: dict[str, tuple[int, int]] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    seconds: float = 0

    def save(self, folder: Path) -> None:
        """Save all pictures in a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        for step, picture in self.pictures.items():
            picture.save(folder / f"{self.terminal.name} {step}.png")

    def report(self) -> str:
        """All that was seen, in lines."""
        lines = [f"{self.terminal.name} {self.terminal.version()} ({self.seconds:.0f} s)"]
        lines += [f"  wrong characters, shell: {self.shell.error:.1%}"]
        lines += [f"  wrong characters, {step}: {reading.error:.1%}" for step, reading in self.shown.items()]
        lines += [f"  the shell as before, {way}: {n} of {wanted}" for way, (n, wanted) in self.left.items()]
        return "\n".join(lines)


def visit(name: str, *options: str) -> Visit:
    """Start the terminal of that name and go through all of it; `options` are the program's."""
    begin = time.monotonic()
    with RealTerminal(TERMINALS[name], *WINDOW) as terminal:
        walk = Walk(terminal)
        shell = walk.shell("shell")
        seen = Visit(terminal.kind, shell, pictures=walk.pictures)
        seen.shown["program"] = walk.program("program", *options)
        walk.stop()
        seen.left["stopped"] = walk.again("stopped", shell), 2
        seen.shown["resumed"] = walk.resumed("resumed")
        walk.quit()
        seen.left["left"] = walk.again("left", shell), 3
        walk.shell("cleared")
        seen.shown["plain"] = walk.program("plain", "--bidi", "plain")
        walk.kill()
        walk.shell("cleared")
        walk.program("once more", *options)
        walk.kill()
        seen.left["killed"] = walk.again("killed", shell), 2
        for multiplexer in MULTIPLEXERS:
            _inside(walk, seen, multiplexer, options)
    seen.seconds = time.monotonic() - begin
    return seen


def _inside(walk: Walk, seen: Visit, multiplexer: str, options: tuple[str, ...]) -> None:
    walk.terminal.run("clear")
    with walk.inside(multiplexer):
        inside = walk.shell(f"shell in {multiplexer}")
        seen.shown[multiplexer] = walk.program(multiplexer, *options)
        walk.quit()
        seen.left[f"left in {multiplexer}"] = walk.again(f"left in {multiplexer}", inside), 2
    seen.left[f"{multiplexer} ended"] = walk.again(f"{multiplexer} ended", seen.shell), 1


def main() -> None:
    """Visit terminals and say what was seen."""
    parser = argparse.ArgumentParser(prog="python -m tests.terminals.visit", description=main.__doc__)
    parser.add_argument("terminals", nargs="*", metavar="terminal", default=list(TERMINALS))
    parser.add_argument("--bidi", help="the strategy, in place of the program's own finding")
    parser.add_argument("--pictures", type=Path, help="a folder for the pictures")
    options = parser.parse_args()
    for name in options.terminals:
        seen = visit(name, *(["--bidi", options.bidi] if options.bidi else []))
        print(seen.report(), flush=True)
        if options.pictures:
            seen.save(options.pictures)


if __name__ == "__main__":
    main()
