"""How fast `briefing` starts and repaints, measured against a bare Textual application in the same run.

    python -m tests.benchmarks.startup              both ratios
    python -m tests.benchmarks.startup --imports    which modules cost how much more

Start: from the spawn of the installed command to the article's first Arabic row on the screen, against the
first frame of an application with one `Static`. Key: from a key that changes section to the last byte of the
repaint, against a key that changes that `Static`. Both take turns: what else the machine does hits both.
"""

import argparse
import itertools
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from briefing.document import FULL_KEY, Briefing
from briefing.sources import load_bundled
from tests.benchmarks import bare_app
from tests.benchmarks.imports import cost_of_imports, print_difference
from tests.benchmarks.timed_program import TimedProgram
from tests.judges import fribidi

# The limits: at most so many times what the bare application needs.
START_LIMIT: Final = 1.25
KEY_LIMIT: Final = 1.6

# Seconds without a byte after which a repaint counts as over: many frames.
_QUIET: Final = 0.12


class Programs(NamedTuple):
    """The commands that are compared, and the size of their window."""

    briefing: Sequence[str]
    bare: Sequence[str]
    columns: int
    rows: int


class Timings(NamedTuple):
    """Seconds, of `briefing` and of the bare application, in the order they were measured in."""

    briefing: list[float]
    bare: list[float]


def first_row_mark(briefing: Briefing, key: str) -> str:
    """Return the first words of the section's first row, as they are painted: they stand at its right end."""
    numbers = [p.number for p in briefing.paragraphs] if key == FULL_KEY else briefing.section(key).paragraphs
    text = briefing.paragraph(numbers[0]).text
    end = len(" ".join(text.split(" ")[:3]))
    return fribidi.line(text, 0, end)


def measure_start(programs: Programs, briefing: Briefing, runs: int) -> Timings:
    """Return the seconds from spawn to the first Arabic row, and to the bare application's first frame."""
    timings = Timings([], [])
    mark = first_row_mark(briefing, FULL_KEY)
    for run in range(runs + 1):
        with TimedProgram(programs.briefing, programs.columns, programs.rows) as program:
            ours = program.wait_for(mark).wanted
        with TimedProgram(programs.bare, programs.columns, programs.rows) as program:
            theirs = program.wait_for(bare_app.FIRST).wanted
        if run:  # the first one warms the disk's cache
            timings.briefing.append(ours)
            timings.bare.append(theirs)
    return timings


def measure_keys(programs: Programs, briefing: Briefing, rounds: int, *, afresh: bool) -> Timings:
    """Return the seconds from a key to the last byte of the repaint.

    `afresh`: every section is opened for the first time by its program; else every one was open before.
    """
    timings = Timings([], [])
    last = ("1", briefing.sections[0].key) if afresh else ("0", FULL_KEY)  # which is open at the start
    steps = [*((str(n), s.key) for n, s in enumerate(briefing.sections[1:], 2)), last]
    first = first_row_mark(briefing, FULL_KEY)
    for _ in range(rounds if afresh else 1):
        with (
            TimedProgram(programs.briefing, programs.columns, programs.rows) as program,
            TimedProgram(programs.bare, programs.columns, programs.rows) as bare,
        ):
            program.wait_for(first, _QUIET * 4)
            bare.wait_for(bare_app.FIRST, _QUIET * 4)
            presses = itertools.count(1)
            for turn in range(1 if afresh else rounds + 1):
                for key, section in steps:
                    program.press(key)
                    ours = program.wait_for(first_row_mark(briefing, section), _QUIET).last
                    bare.press("x")
                    theirs = bare.wait_for(bare_app.PRESSED.format(next(presses)), _QUIET).last
                    if turn or afresh:
                        timings.briefing.append(ours)
                        timings.bare.append(theirs)
    return timings


def report(what: str, timings: Timings, limit: float) -> None:
    """Print the fastest and the middle time of both, and how they stand to each other.

    On a busy machine the ratios turn by turn are the steadiest: the two of a turn met the same load.
    """
    print(f"{what} ({len(timings.bare)} runs each)")
    for name, of in (("fastest", min), ("median", median)):
        ours, bare = of(timings.briefing), of(timings.bare)
        verdict = "holds" if ours <= limit * bare else "MISSED"
        print(
            f"  {name:8} briefing {ours * 1000:6.1f} ms   bare {bare * 1000:6.1f} ms"
            f"   ratio {ours / bare:.2f} (limit {limit}: {verdict})"
        )
    pairs = [ours / bare for ours, bare in zip(timings.briefing, timings.bare, strict=True)]
    print(f"  median of the ratios, turn by turn: {median(pairs):.2f}")


def main() -> None:
    """Measure and print, by the command line's arguments."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.startup", description=main.__doc__)
    parser.add_argument("--runs", type=int, default=20, help="starts of each (%(default)s)")
    parser.add_argument("--rounds", type=int, default=10, help="times through all sections (%(default)s)")
    parser.add_argument("--geometry", default="120x36", help="columns x rows (%(default)s)")
    parser.add_argument("--imports", action="store_true", help="compare what is imported instead")
    options = parser.parse_args()
    columns, rows = map(int, options.geometry.split("x"))
    installed = shutil.which("briefing", path=str(Path(sys.executable).parent))
    if installed is None:
        parser.error("`briefing` is not installed beside this Python")
    with tempfile.TemporaryDirectory(prefix="bare-") as folder:
        bare = bare_app.install(Path(folder))
        programs = Programs([sys.executable, installed], bare, columns, rows)
        briefing = load_bundled()
        if options.imports:
            mark = first_row_mark(briefing, FULL_KEY)
            ours = cost_of_imports(programs.briefing, columns, rows, mark)
            print_difference(ours, cost_of_imports(bare, columns, rows, bare_app.FIRST))
            return
        report("Start to first Arabic row", measure_start(programs, briefing, options.runs), START_LIMIT)
        again = measure_keys(programs, briefing, options.rounds, afresh=False)
        report("Key to last byte of the repaint, sections seen before", again, KEY_LIMIT)
        fresh = measure_keys(programs, briefing, max(1, options.rounds // 2), afresh=True)
        report("Key to last byte of the repaint, sections not seen before", fresh, KEY_LIMIT)


if __name__ == "__main__":
    main()
