"""Makes the README's table of terminals: what each does by itself, and how the program reads on it.

    python -m tests.terminals.table            prints it
    python -m tests.terminals.table --readme   puts it into the README

It takes some minutes, and all the terminals.
"""

import argparse
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.judges.terminals import TERMINALS
from tests.terminals.expected import RIGHT
from tests.terminals.visit import Visit, visit

README = Path(__file__).parents[2] / "README.md"
HEAD = """\
| terminal | version | its shell | `briefing` | in tmux | in screen | without | strategy |
|---|---|---|---|---|---|---|---|
"""
_NAMES = {"VTE": "VTE (in sakura)"}
_TMUX = ("tmux", "tmux that passes through")


def row(seen: Visit) -> str:
    """One terminal's line."""
    shown = {step: f"{it.article.error:.0%}" for step, it in seen.shown.items()}
    verdict = "right" if seen.shown["program"].right else "wrong"
    tmux = next(shown[step] + ("" if step == "tmux" else " ¹") for step in _TMUX if step in shown)
    alone = "right" if seen.shell.error < RIGHT else "wrong"
    name = seen.terminal.name
    cells = (
        _NAMES.get(name, name),
        seen.terminal.version(),
        f"{alone}, {seen.shell.error:.0%}",
        f"**{verdict}**, {shown['program']}",
        tmux,
        shown["screen"],
        shown.get("plain", ""),
        " ".join(f"`{strategy}`" for strategy in dict.fromkeys(seen.strategies.values())),
    )
    return f"| {' | '.join(cells)} |\n"


def table(visits: list[Visit]) -> str:
    """All of it."""
    return HEAD + "".join(map(row, visits))


def main() -> None:
    """Visit all terminals, and print the table or put it into the README."""
    parser = argparse.ArgumentParser(prog="python -m tests.terminals.table", description=main.__doc__)
    parser.add_argument("--readme", action="store_true", help="put it in place of the one in the README")
    options = parser.parse_args()
    with ThreadPoolExecutor(2) as pool:
        made = table(list(pool.map(visit, TERMINALS)))
    print(made, end="")
    if options.readme:
        text, times = re.subn(rf"{re.escape(HEAD)}(\|.*\n)*", lambda _: made, README.read_text())
        if times != 1:
            raise SystemExit(f"{README} has {times} such tables")
        README.write_text(text)


if __name__ == "__main__":
    main()
