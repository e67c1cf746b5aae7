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
from tests.terminals.expected import WINDOW, Reading, Shown
from tests.terminals.walk import Walk

#: Those that order Arabic by themselves, and so show in the wrong order what is in the right one.
REORDERING = ("VTE", "Konsole", "mlterm", "kitty", "QTerminal")
#: What else is tried; tmux passes nothing through unless it is told to.
INSIDE = {
    "Konsole": ("tmux", "tmux that passes through", "screen"),
    "mlterm": ("tmux that passes through", "screen"),
}
_INSIDE_OTHERS = ("tmux", "screen")


@dataclass
class Visit:
    """What was seen: `shell` before anything, `shown` by the program, `left` behind by it.

    `strategies`, found by the program itself, and `shown` are by step. `left` holds, for each way of leaving,
    how many times the shell's lines then stood on the screen looking as they did before, and how many times
    they had to.
    """

    terminal: Terminal
    shell: Reading
    strategies: dict[str, str] = field(default_factory=dict)
    shown: dict[str, Shown] = field(default_factory=dict)
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
        lines += [f"  strategy, {step}: {name}" for step, name in self.strategies.items()]
        lines += [f"  read wrongly, shell: {self.shell.error:.1%}"]
        lines += [f"  read wrongly, {step}: {shown}" for step, shown in self.shown.items()]
        lines += [f"  the shell as before, {way}: {n} of {wanted}" for way, (n, wanted) in self.left.items()]
        return "\n".join(lines)


def visit(name: str, *options: str) -> Visit:
    """Start the terminal of that name and go through all of it; `options` are the program's."""
    begin = time.monotonic()
    with RealTerminal(TERMINALS[name], *WINDOW) as terminal:
        walk = Walk(terminal)
        shell = walk.shell("shell")
        seen = Visit(terminal.kind, shell, pictures=walk.pictures)
        seen.strategies["program"] = walk.strategy()
        terminal.run("clear; cat lines")
        seen.shown["program"] = walk.program("program", *options)
        walk.stop()
        seen.left["stopped"] = walk.again("stopped", shell), 2
        seen.shown["resumed"] = walk.resumed("resumed")
        walk.quit()
        seen.left["left"] = walk.again("left", shell), 3
        if name in REORDERING:
            terminal.run("clear")
            seen.shown["plain"] = walk.program("plain", "--bidi", "plain")
            walk.quit()
        walk.shell("cleared")
        walk.program("once more", *options)
        walk.kill()
        seen.left["killed"] = walk.again("killed", shell), 2
        for multiplexer in INSIDE.get(name, _INSIDE_OTHERS):
            terminal.run("clear")
            with walk.inside(multiplexer):
                seen.strategies[multiplexer] = walk.strategy()
                inside = walk.shell(f"shell in {multiplexer}")
                seen.shown[multiplexer] = walk.program(multiplexer, *options)
                walk.quit()
                seen.left[f"left in {multiplexer}"] = walk.again(f"left in {multiplexer}", inside), 2
            seen.left[f"{multiplexer} ended"] = walk.again(f"{multiplexer} ended", shell), 1
    _ = [shown.right for shown in seen.shown.values()]  # OCR takes its time: not left to whoever asks
    seen.seconds = time.monotonic() - begin
    return seen


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
