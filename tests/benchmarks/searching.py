"""A key typed into the search of a text of 100 MB, while all of it is looked through, side by side with 1 KB.

    python -m tests.benchmarks.searching                 100 MB against 1 KB, five runs
    python -m tests.benchmarks.searching --scale 0.1     10 MB

From a key to its echo in the field, in a pty, in one run: a letter that stands nowhere else on the screen.
`rare`: nothing is found; `common`: there are hits in every line; `expression`: the same by a regular
expression. The letter is typed, taken away and typed again, each time while the query before it is still
looked for. Beside the median of each is the longest, which a person would notice.
"""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Final

from tests.benchmarks.large_text import write
from tests.benchmarks.timed_program import TimedProgram

#: What is typed before the letter that is timed.
QUERIES: Final = {"rare": "ю", "common": "ا", "expression": "\x12ا|"}
_LETTER: Final = "ж"
_BACKSPACE: Final = "\x7f"
#: Times the key in a small text, and the milliseconds under which nobody cares.
LIMIT, NOTHING = 3.0, 30.0
_KEYS: Final = 8
_COLUMNS, _ROWS = 120, 36


def measure(path: Path, installed: str) -> dict[str, list[float]]:
    """Return the milliseconds of each key, by the query."""
    found: dict[str, list[float]] = {}
    for name, query in QUERIES.items():
        with TimedProgram([sys.executable, installed, str(path)], _COLUMNS, _ROWS) as program:
            program.wait_for("¶1", quiet=0.2)
            program.press("/")
            program.wait_for("/", quiet=0.1)
            for letter in query:
                program.press(letter)
                time.sleep(0.1)
            times = found.setdefault(name, [])
            for _ in range(_KEYS):
                program.press(_LETTER)
                times.append(program.wait_for(_LETTER).wanted * 1000)
                time.sleep(0.05)
                program.press(_BACKSPACE)
                time.sleep(0.15)
                program.drain()
    return found


def report(scale: float = 1.0, runs: int = 5) -> None:
    """Measure and print."""
    installed = shutil.which("briefing", path=str(Path(sys.executable).parent))
    assert installed is not None, "`briefing` is not installed beside this Python"
    with tempfile.TemporaryDirectory(prefix="searching-") as folder:
        paths = {}
        for name, size in {"small": 10**3, "large": int(10**8 * scale)}.items():
            paths[name] = Path(folder) / f"{name}.txt"
            write(paths[name], "blank", size)
        turns = [{name: measure(path, installed) for name, path in paths.items()} for _ in range(runs)]
    print(f"key to its echo in the search field ({runs} runs of {_KEYS}): medians, longest; scale {scale}")
    for query in QUERIES:
        small, large = ([key for turn in turns for key in turn[name][query]] for name in ("small", "large"))
        ratio = median(large) / median(small)
        over = "  OVER" if ratio > LIMIT and median(large) > NOTHING else ""
        print(
            f"  {query:10}  small {median(small):5.1f} {max(small):6.1f} ms"
            f"   large {median(large):5.1f} {max(large):6.1f} ms   ratio {ratio:5.2f}{over}"
        )


def main() -> None:
    """Measure and print, by the command line's arguments."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.searching", description=main.__doc__)
    parser.add_argument("--runs", type=int, default=5, help="how often (%(default)s)")
    parser.add_argument("--scale", type=float, default=1.0, help="times the size (%(default)s)")
    options = parser.parse_args()
    report(options.scale, options.runs)


if __name__ == "__main__":
    main()
