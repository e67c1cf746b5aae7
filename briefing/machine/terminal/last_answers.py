"""The last of a terminal's answers and reports: read on the way out, so that the shell gets none of them.

A terminal answers in order. So one more question is put to it, which every terminal answers, and what comes
up to its answer is read; what somebody typed meanwhile is the shell's.
"""

from __future__ import annotations

import os
import re
import select
import sys
import time
from contextlib import suppress
from typing import Final

from briefing.machine.terminal.modes import NO_FOCUS

if sys.platform != "win32":
    import fcntl
    import termios

#: Primary device attributes; before that, no reports of the focus any more.
LAST_QUESTION: Final = f"{NO_FOCUS}\x1b[c"
#: Seconds to wait for its answer.
PATIENCE: Final = 1.5

_END: Final = rb"\x1b\[\?[\d;]*c\Z"  # compiled when it is needed, as `_REPORT` is
#: What a terminal says of itself when it is asked: that it is there, and answers.
SAYS: Final = re.compile(rb"\x1b\[[?>][\d;]*(?:c|\$y)|\x1bP>\|")
_REPORT: Final = (
    rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[P\]][^\x07\x1b]*(?:\x07|\x1b\\)|\x1bO.|\x1b[^\[P\]O]|\x1b.*\Z"
)


def read_last_answers(file: int, seconds: float, answers: int = 1) -> bool:
    """Read a terminal, the descriptor `file`, up to so many answers to the question; whether they came.

    Nothing behind them is read. What was typed before them is put back, where the system allows it.
    """
    said = bytearray()
    deadline = time.monotonic() + seconds
    while answers and select.select([file], [], [], max(0.0, deadline - time.monotonic()))[0]:
        one = os.read(file, 1)
        if not one:
            break
        said += one
        answers -= one == b"c" and re.search(_END, said[-300:]) is not None
    typed = re.sub(_REPORT, b"", said, flags=re.DOTALL)
    with suppress(OSError):  # not since Linux 6.2, unless its owner wants it
        for at in range(len(typed)):
            fcntl.ioctl(file, termios.TIOCSTI, typed[at : at + 1])
    return not answers
