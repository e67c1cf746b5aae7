"""The sequences that colours are sent by, from a whole run with keys pressed."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping

import pytest

from tests.judges.surroundings import environment
from tests.machine.terminal.conftest import FIRST, QTERMINAL, XTERM, Asked

pytestmark = pytest.mark.whole

#: Where keys lead: evidence, timeline, a selection, the palette, the help.
KEYS = (
    "tab",
    "down",
    "shift+tab",
    "shift+right",
    "shift+tab",
    "t",
    "right",
    "ctrl+p",
    "n",
    "escape",
    "?",
    "escape",
)


def run(env: Mapping[str, str | None], answer: str = "") -> bytes:
    with Asked(env=env) as screen:
        if answer:
            screen.wait_for_question()
            screen.send(answer)
        screen.wait_for(FIRST)
        for key in KEYS:
            screen.press(key)
            screen.wait_until_idle()
        screen.press("d")  # a notice
        screen.wait_until_idle()
        screen.press("q")
        assert screen.wait_for_exit() == 0
        return screen.output


def numbers(output: bytes) -> list[list[int]]:
    """The numbers of each SGR sequence."""
    found = re.findall(rb"\x1b\[([\d;:]*)m", output)
    return [[int(part or b"0") for part in re.split(rb"[;:]", one)] for one in found]


def colours(output: bytes) -> Iterator[int]:
    """The numbers that are about colours, without the colours themselves that follow 38 and 48."""
    for one in numbers(output):
        rest = iter(one)
        for number in rest:
            if 30 <= number <= 49 or 90 <= number <= 107 or 58 <= number <= 59:
                yield number
            if number in (38, 48):
                for _ in range(3 if next(rest) == 2 else 1):
                    next(rest)


@pytest.mark.parametrize("answer", [XTERM, QTERMINAL, ""])
def test_no_color_means_none(answer: str) -> None:
    output = run({"NO_COLOR": "1", "FORCE_COLOR": "1"}, answer)
    assert not [*colours(output)]
    assert {1, 7} <= {n for one in numbers(output) for n in one}, "attributes tell things apart"


def test_an_empty_no_color_means_nothing() -> None:
    assert 38 in colours(run({"NO_COLOR": ""}))


def test_xterm_shows_its_colours_though_its_name_promises_none() -> None:
    output = run({"TERM": "xterm", "COLORTERM": None}, XTERM)
    assert b"48;2;16;18;24" in output
    assert not [n for n in colours(output) if n not in (38, 48)]


def test_sixteen_colours_are_those_with_a_name() -> None:
    output = run({"TERM": "xterm-16color"}, XTERM)
    assert 97 in colours(output)
    assert not {38, 48}.intersection(colours(output))
    assert all(1 not in one for one in numbers(output)), "bold letters may be in another colour"


def test_the_console_is_sent_no_ground_that_it_has_not() -> None:
    assert not [n for n in colours(run({"TERM": "linux"})) if n >= 100]


def test_no_sequence_is_longer_than_mlterm_takes() -> None:
    assert max(map(len, numbers(run({})))) <= 10


@pytest.mark.parametrize(
    "env",
    [
        {"TEXTUAL_COLOR_SYSTEM": "x"},
        {"TEXTUAL_DRIVER": "x"},
        {"FORCE_COLOR": "nonsense"},
        {"FORCE_COLOR": ""},
        {"COLORTERM": "\x1b[31m"},
        {"COLORFGBG": "x;y"},
        {"TERM": "no-such-terminal", "COLORTERM": None},
        {"NO_COLOR": "\x1b"},
    ],
)
def test_no_value_of_a_variable_ends_it(env: Mapping[str, str | None]) -> None:
    with Asked(env=env) as screen:
        screen.wait_for(FIRST)
        screen.press("q")
        assert screen.wait_for_exit() == 0
        assert "Traceback" not in screen.text


@pytest.mark.parametrize(
    "env", [{"FORCE_COLOR": "1"}, {"NO_COLOR": "1"}, {"TERM": "dumb"}, {"CLICOLOR_FORCE": "1"}]
)
@pytest.mark.parametrize("arguments", [[], ["/no/such/file"], ["--theme", "no-such"], ["--help"]])
def test_what_is_printed_is_never_coloured(env: dict[str, str], arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "briefing", *arguments],
        env=environment(env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
    )
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"Traceback" not in done.stderr
