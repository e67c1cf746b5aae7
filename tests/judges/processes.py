"""Processes and what they started: finding them, and ending them without ever meeting a stranger."""

import contextlib
import os
import signal
import time
from collections.abc import Iterable, Mapping
from pathlib import Path


def family(process: int) -> list[int]:
    """A process and all its descendants."""
    found = [process]
    for member in found:  # grows while it is read
        with contextlib.suppress(OSError):
            for children in Path(f"/proc/{member}/task").glob("*/children"):
                found += map(int, children.read_text().split())
    return found


def start_time(process: int) -> str:
    """When a process was started, in ticks (its number may be given again later); "" if it has ended."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] in "ZX" else fields[19]


def start_times(process: int) -> dict[int, str]:
    """A process and all its descendants, with what `start_time` says of each."""
    return {member: start_time(member) for member in family(process)}


def end(started: Mapping[int, str], patience: float = 5.0) -> None:
    """Wait for processes, known from `start_times`; kill those that have not ended in `patience` seconds."""
    deadline = time.monotonic() + patience
    for process, start in started.items():
        while start and start_time(process) == start:
            if time.monotonic() > deadline:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(process, signal.SIGKILL)
                break
            time.sleep(0.02)


def at_work(processes: Iterable[int]) -> bool:
    """Whether a thread of the processes is on a processor or waiting for one."""
    for process in processes:
        with contextlib.suppress(OSError):  # it may end while it is looked at
            for stat in Path(f"/proc/{process}/task").glob("*/stat"):
                if stat.read_text().rpartition(")")[2].split()[0] in "RD":
                    return True
    return False
