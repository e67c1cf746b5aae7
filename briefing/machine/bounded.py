"""A program that reads what nobody vouches for: a process of its own, with little time and memory."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Final, NamedTuple

from briefing.machine.ending.children import end_session

#: Seconds of the clock after which a program is ended, whatever it does.
LONGEST: Final = 90.0
#: Bytes of its answer that are read.
_LARGEST_ANSWER: Final = 128 << 20
_STANDARD_INPUT: Final = Path("/dev/stdin")


class ProgramOutput(NamedTuple):
    """What a program said: its exit status (negative: the signal that ended it), and its standard output.

    `late` says that it was ended because its time was up.
    """

    status: int
    output: bytes
    late: bool


def run_bounded(program: Path, data: bytes, seconds: float = LONGEST) -> ProgramOutput:
    """Run a Python program of ours on `data`; its one argument is the path at which it can be read.

    It sets itself limits before it reads anything (`resource`). It inherits nothing that is open here but
    that, and leaves nothing behind, however it ends. Raises OSError if it cannot be started.
    """
    if _STANDARD_INPUT.exists():  # then the file needs no name
        with TemporaryFile() as given:
            given.write(data)
            given.seek(0)
            return _run(program, _STANDARD_INPUT, given, seconds)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "document"
        copy.write_bytes(data)
        return _run(program, copy, subprocess.DEVNULL, seconds)


def _run(program: Path, document: Path, given: IO[bytes] | int, seconds: float) -> ProgramOutput:
    with TemporaryFile() as output:
        process = subprocess.Popen(
            [sys.executable, "-P", str(program), str(document)],
            stdin=given,
            stdout=output,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(seconds)
            late = False
        except subprocess.TimeoutExpired:
            late = True
        finally:
            end_session(process)
        output.seek(0)
        return ProgramOutput(process.returncode or 0, output.read(_LARGEST_ANSWER), late)
