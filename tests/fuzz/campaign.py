"""Mutated briefings through loading and printing, in this process: some 300 in a second on one core."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from tests.fuzz.invariants import InvariantError, loads
from tests.fuzz.mutant import Mutant
from tests.fuzz.mutations import mutated
from tests.fuzz.shrinking import shrunk
from tests.judges.ceiling import TookTooLong, ceiling

#: Seconds that a case may take; it takes some milliseconds, but what waits for a FIFO waits for ever.
CEILING: Final = 10.0
#: After so many failures of different kinds, or of all, a campaign stops looking.
_MOST_KINDS: Final = 12
_MOST_FAILURES: Final = 200
_MOST_HANGS: Final = 3


class Failure(NamedTuple):
    """A case that broke something: its number, what broke (kind and whole), what it opened, shrunk."""

    number: int
    kind: str
    what: str
    mutant: Mutant
    times: int = 1

    def shown(self, seed: int, option: str = "--briefings") -> str:
        again = f"python -m tests.fuzz {option} 1 --seed {seed} --first {self.number}"
        return f"{self.kind} ({self.times} times)\n  {self.what}\n  again: {again}\n{self.mutant.shown()}"


def case(seed: int, number: int) -> Mutant:
    """The mutant of that number."""
    return mutated(Random(f"briefings {seed} {number}"))


def campaign(folder: Path, count: int, seed: int, first: int = 0) -> list[Failure]:
    """Try `count` mutants in `folder`, which is emptied; returns the failures, one of each kind, shrunk."""
    found: dict[str, Failure] = {}
    hangs = failures = 0
    for number in range(first, first + count):
        mutant = case(seed, number)
        fault = fault_of(mutant, folder)
        if fault is None:
            continue
        kind, what = fault
        failures += 1
        hangs += kind == TookTooLong.__name__
        if kind in found:
            found[kind] = found[kind]._replace(times=found[kind].times + 1)
        else:
            found[kind] = Failure(number, kind, what, mutant)
        if len(found) == _MOST_KINDS or failures == _MOST_FAILURES or hangs == _MOST_HANGS:
            break
    return [_smaller(failure, folder) for failure in found.values()]


def _smaller(failure: Failure, folder: Path) -> Failure:
    """The same failure of less."""
    if failure.kind == TookTooLong.__name__:
        return failure  # each try would take as long

    def fails(mutant: Mutant) -> bool:
        fault = fault_of(mutant, folder)
        return fault is not None and fault[0] == failure.kind

    return failure._replace(mutant=shrunk(failure.mutant, fails))


def fault_of(mutant: Mutant, folder: Path) -> tuple[str, str] | None:
    """Kind and description of what breaks when a mutant is loaded and printed; None if all is well."""
    path = mutant.lay(folder)
    return attempt(lambda: loads(path), CEILING)


def attempt(what: Callable[[], object], seconds: float) -> tuple[str, str] | None:
    """Kind and description of what `what` raises; None if it ends well and within so many seconds."""
    try:
        with ceiling(seconds):
            what()
    except InvariantError as error:
        return str(error).partition(":")[0], str(error)
    except TookTooLong:
        return TookTooLong.__name__, f"it went on for {seconds:.0f} seconds"
    except Exception as error:
        frames = [
            frame for frame in traceback.extract_tb(error.__traceback__) if "/briefing/" in frame.filename
        ]
        place = f"{Path(frames[-1].filename).name}, {frames[-1].name}" if frames else "outside"
        shown = ascii(str(error))
        return f"{type(error).__name__} in {place}", shown if len(shown) < 200 else f"{shown[:200]}..."
    return None
