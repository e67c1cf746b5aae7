"""The installed program on plain texts of 1 KB, 10 MB and 100 MB, side by side with `less`.

    python -m tests.benchmarks.large_text                  paragraphs parted by blank lines
    python -m tests.benchmarks.large_text --kind crlf      one of `KINDS`
    python -m tests.benchmarks.large_text --gigabyte       1 GB too
    python -m tests.benchmarks.large_text --runs 9

First screen: from the spawn to the number of the first paragraph, against that of 1 KB, turn by turn.
Memory: the peak of the process at the first screen, and once the end is on the screen; the text itself stays
in its file. `G`: from the key, pressed at the first screen, to the number of the last paragraph. `less`: from
the spawn to the first byte.
"""

import argparse
import itertools
import random
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

from tests.benchmarks.timed_program import TimedProgram

#: What stands between paragraphs, and the encoding.
KINDS: Final = {
    "blank": ("\n\n", "utf-8"),
    "line": ("\n", "utf-8"),
    "crlf": ("\r\n\r\n", "utf-8"),
    "one": (" ", "utf-8"),
    "windows-1256": ("\n\n", "cp1256"),
    "utf-16": ("\n\n", "utf-16-le"),
}
_SENTENCE: Final = "قال المتحدث إن الاجتماع (2024) انتهى دون اتفاق، وسيعود الطرفان بعد شهر"
_LETTERS: Final = 300  # of a paragraph, about
# The limits: times the first screen of 1 KB, MB beyond the text, seconds to the end of 100 MB.
FIRST_LIMIT, MEMORY_LIMIT, END_LIMIT = 1.3, 100.0, 1.0
_COLUMNS, _ROWS = 120, 36


class Measured(NamedTuple):
    """Seconds to the first screen and to the end, and MB at both."""

    first: float
    memory: float
    end: float
    memory_at_end: float


def paragraphs() -> Iterator[str]:
    """Yield paragraphs without end, always the same ones."""
    chosen = random.Random(1)
    some = [" ".join(chosen.choices(_SENTENCE.split(), k=_LETTERS // 6)) + "." for _ in range(400)]
    return (f"{number} {text}" for number, text in enumerate(itertools.cycle(some), 1))


def write(path: Path, kind: str, size: int) -> int:
    """Write a text of about `size` bytes; returns the number of its last paragraph."""
    between, codec = KINDS[kind]
    written, count, source = 0, 0, paragraphs()
    with path.open("wb") as file:
        written += file.write(b"\xff\xfe" if codec.startswith("utf-16") else b"")
        while written < size:
            some = list(itertools.islice(source, 1 if size < 1 << 16 else 400))
            count += len(some)
            written += file.write("".join(text + between for text in some).encode(codec))
    return 1 if between == " " else count


def measure(command: list[str], last: int) -> Measured:
    with TimedProgram(command, _COLUMNS, _ROWS) as program:
        first, memory = program.wait_for("¶1").wanted, program.peak()
        if last == 1:
            return Measured(first, memory, 0.0, memory)
        program.press("G")
        end = program.wait_for(f"¶{last}").wanted
        return Measured(first, memory, end, program.peak())


def measure_less(path: Path) -> float:
    """The seconds until `less` shows something; 0 if it is not there."""
    if (less := shutil.which("less")) is None:
        return 0.0
    with TimedProgram([less, str(path)], _COLUMNS, _ROWS, {"LESSOPEN": None}) as program:
        return program.wait_for("1").wanted


def report(scale: float = 1.0, kind: str = "blank", runs: int = 5, *, gigabyte: bool = False) -> None:
    """Measure and print."""
    installed = shutil.which("briefing", path=str(Path(sys.executable).parent))
    assert installed is not None, "`briefing` is not installed beside this Python"
    sizes = {"1 KB": 10**3, "10 MB": 10**7, "100 MB": 10**8} | ({"1 GB": 10**9} if gigabyte else {})
    with tempfile.TemporaryDirectory(prefix="large-") as folder:
        texts = {}
        for name, size in sizes.items():
            path = Path(folder) / f"{name}.txt"
            texts[name] = (path, write(path, kind, size if size < 10**4 else int(size * scale)))
        commands = {
            name: ([sys.executable, installed, str(path)], last) for name, (path, last) in texts.items()
        }
        turns = [{name: measure(*command) for name, command in commands.items()} for _ in range(runs + 1)]
        less = {name: median(measure_less(path) for _ in range(runs)) for name, (path, _) in texts.items()}
    del turns[0]  # the first one warms the disk's cache
    print(f"{kind} ({runs} runs): medians; scale {scale}")
    for name in sizes:
        some = [turn[name] for turn in turns]
        ratio = median(turn[name].first / turn["1 KB"].first for turn in turns)
        first, end = median(one.first for one in some), median(one.end for one in some)
        base = max(turn["1 KB"].memory for turn in turns)
        memory, memory_at_end = max(one.memory for one in some), max(one.memory_at_end for one in some)
        over = [
            what
            for what, is_over in (
                ("FIRST SCREEN", ratio > FIRST_LIMIT),
                ("MEMORY", memory_at_end - base > MEMORY_LIMIT),
                ("END", end > END_LIMIT and name != "1 GB"),
            )
            if is_over
        ]
        print(
            f"  {name:6}  first screen {first * 1000:6.0f} ms  ratio {ratio:4.2f}   memory {memory:5.0f} MB,"
            f" at the end {memory_at_end:5.0f} MB   G {end * 1000:6.0f} ms   less {less[name] * 1000:4.0f} ms"
            f"  {' '.join(('OVER:', *over)) if over else ''}"
        )


def main() -> None:
    """Measure and print, by the command line's arguments."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.large_text", description=main.__doc__)
    parser.add_argument("--kind", choices=KINDS, default="blank", help="what text (%(default)s)")
    parser.add_argument("--runs", type=int, default=5, help="starts of each (%(default)s)")
    parser.add_argument("--scale", type=float, default=1.0, help="times the sizes (%(default)s)")
    parser.add_argument("--gigabyte", action="store_true", help="1 GB too")
    options = parser.parse_args()
    report(options.scale, options.kind, options.runs, gigabyte=options.gigabyte)


if __name__ == "__main__":
    main()
