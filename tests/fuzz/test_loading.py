"""Mutated briefings are loaded and printed, or refused in one line."""

from pathlib import Path

import pytest

from briefing.document import BriefingError
from briefing.sources import load
from tests.fuzz.campaign import Failure, attempt, campaign, case
from tests.fuzz.effort import BRIEFINGS, SEED
from tests.fuzz.invariants import InvariantError, is_a_message, is_no_document_sequence
from tests.fuzz.mutant import Mutant
from tests.fuzz.shrinking import shrunk

pytestmark = pytest.mark.whole

_PARTS = 10


def report(failures: list[Failure]) -> str:
    return "\n\n".join(failure.shown(SEED) for failure in failures)


@pytest.mark.parametrize("part", range(_PARTS))
def test_mutated_briefings(tmp_path: Path, part: int) -> None:
    count = BRIEFINGS // _PARTS
    failures = campaign(tmp_path / "briefing", count, SEED, first=part * count)
    assert not failures, report(failures)


def test_mutants_are_neither_all_refused_nor_all_taken(tmp_path: Path) -> None:
    """Else the campaign would try only the first check, or nothing at all."""
    taken = 0
    for number in range(200):
        path = case(SEED, number).lay(tmp_path / "briefing")
        if path.exists() and not path.is_fifo():
            try:
                load(path)
                taken += 1
            except (BriefingError, OSError, RecursionError):
                pass
    assert 30 < taken < 150


def test_a_number_always_gives_the_same_mutant() -> None:
    assert [case(3, number) for number in range(50)] == [case(3, number) for number in range(50)]
    assert case(3, 0) != case(4, 0)


def test_a_failure_shrinks_to_what_matters() -> None:
    mutant = Mutant({"a.txt": b"x" * 500 + b"\x1b[0m" + b"y" * 500, "b.txt": b"z"})

    def fails(one: Mutant) -> bool:
        data = one.entries.get("a.txt", b"")
        return isinstance(data, bytes) and b"\x1b" in data

    assert shrunk(mutant, fails).entries == {"a.txt": b"\x1b"}


def test_what_hangs_is_told() -> None:
    import time

    assert attempt(lambda: time.sleep(5), 0.05) == ("TookTooLong", "it went on for 0 seconds")
    assert attempt(lambda: None, 5) is None


@pytest.mark.parametrize("line", ["a\nb", "a\x1b[m", "a\x9b", "a\u202eb", "x" * 500, "\ud800"])
def test_what_is_no_message(line: str) -> None:
    with pytest.raises(InvariantError):
        is_a_message(line)


@pytest.mark.parametrize(
    "sent",
    [
        "\x1b]0;fz0123abcd\x07",
        "\x1b]2;any title\x1b\\",
        "\x1b]8;;http://x\x1b\\",
        "\x1b[7700001m",
        "\x1bPfz0123abcd\x1b\\",
        "\x1bc",
        "a\x9b31m",
        "a\x0eb",
        "a\x00b",
    ],
)
def test_what_acts_on_a_terminal_is_found(sent: str) -> None:
    with pytest.raises(InvariantError):
        is_no_document_sequence(f"\x1b[1;1H\x1b[38;2;1;2;3mtext{sent}".encode())


def test_what_the_program_sends_itself_is_let_pass() -> None:
    own = "\x1b[?1049h\x1b[38;2;1;2;3mfz0123abcd [bold]\r\n\x1b]52;c;Zm9v\x07\x1b7\x1b8\x1b[?25l\x1bP+q\x1b\\"
    is_no_document_sequence(own.encode())
