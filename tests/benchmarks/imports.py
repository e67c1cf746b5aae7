"""Which modules a program imports on its way to a frame, and what each of them costs (`-X importtime`)."""

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tests.benchmarks.timed_program import TimedProgram

# A line of -X importtime; it goes to the terminal like the frames, so it is looked for anywhere.
_LINE = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \|(\s+)([\w.]+)")
_RUNS = 5
_SHOWN = 40


class Import(NamedTuple):
    """One module: milliseconds for itself and with what it imports, and how deep it is imported from."""

    own: float
    total: float
    depth: int


def cost_of_imports(command: Sequence[str], columns: int, rows: int, mark: str) -> dict[str, Import]:
    """Return all that `command` imports until `mark` is on the screen, in order; the fastest of some runs."""
    fastest: dict[str, Import] = {}
    for _ in range(_RUNS):
        env = {"PYTHONPROFILEIMPORTTIME": "1"}
        with TimedProgram(command, columns, rows, env) as program:
            sent = program.wait_for(mark).data.decode(errors="replace")
        for own, total, indent, name in _LINE.findall(sent):
            found = Import(int(own) / 1000, int(total) / 1000, len(indent) // 2)
            fastest[name] = min(found, fastest.get(name, found))
    return fastest


def print_difference(ours: dict[str, Import], bare: dict[str, Import]) -> None:
    """Print what is imported on top of `bare`: the sum by package, and the dearest modules."""
    extra = {name: cost for name, cost in ours.items() if name not in bare}
    packages: defaultdict[str, float] = defaultdict(float)
    for name, cost in extra.items():
        parts = name.split(".")
        packages[".".join(parts[:2]) if parts[0] in ("briefing", "textual", "rich") else parts[0]] += cost.own
    total = sum(packages.values())
    print(f"{len(extra)} modules more than the bare application, {total:.1f} ms by themselves")
    print("\nBy package, in ms:")
    for name, own in sorted(packages.items(), key=lambda item: -item[1]):
        print(f"  {own:7.2f}  {name}")
    print("\nThe dearest modules, in ms by themselves and with what they import:")
    for name, cost in sorted(extra.items(), key=lambda item: -item[1].own)[:_SHOWN]:
        print(f"  {cost.own:7.2f} {cost.total:7.2f}  {name}")
    missing = {name: cost for name, cost in bare.items() if name not in ours}
    if missing:
        print(f"\nOnly the bare application imports: {', '.join(missing)}")
