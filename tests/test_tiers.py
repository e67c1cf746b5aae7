"""Which tests run with which option, and that it is said what was left out."""

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.judges.surroundings import environment
from tests.tiers import EVER, LATER

# All in one process, so that the runs are made once.
pytestmark = [pytest.mark.whole, pytest.mark.xdist_group("tiers")]

ROOT = Path(__file__).parents[1]
SUITE = """
import os
import pytest
from tests.needs import needs
from tests.tiers import in_full
def test_quick(): pass
@pytest.mark.whole
def test_whole(): pass
@needs("sh")
def test_tool(): pass
def test_in_full(): assert in_full() is ("FULL" in os.environ)
@needs("no-such-tool")
def test_missing(): pass
"""
ROOM = "def test_later(): pass\n"
CONFTEST = 'pytest_plugins = ["tests.tiers"]\n'
CONFIG = "[pytest]\nmarkers =\n    whole\n    needs\n"

#: What is tried: the variables and the options of one run of that suite.
RUNS: dict[str, tuple[dict[str, str], tuple[str, ...]]] = {
    "fast": ({}, ("--fast", ".")),
    "default": ({}, (".",)),
    "everything": ({"FULL": ""}, ("--everything", ".")),
    "a room": ({}, ("--fast", "tests/commands")),
    "all rooms": ({}, ("--fast", "tests")),
    "a file": ({}, ("--fast", "test_it.py")),
    "a test": ({}, ("test_it.py::test_whole",)),
    "in CI": ({"CI": "true"}, (".",)),
    "everything in CI": ({"CI": "true", "FULL": ""}, ("--everything", ".")),
    "of two tiers": ({}, ("--fast", "--everything", ".")),
}
# Starting Python and pytest takes longer than all these runs.
ALL_RUNS = """
import contextlib, io, json, os, sys
import pytest
outputs, variables = {}, dict(os.environ)
workers = sys.argv[1]
runs = json.load(sys.stdin)
for name, (changes, options) in runs.items():
    os.environ.clear()
    os.environ.update(variables | changes)
    outputs[name] = io.StringIO()
    with contextlib.redirect_stdout(outputs[name]), contextlib.redirect_stderr(outputs[name]):
        status = pytest.main(["-q", "-p", "no:cacheprovider", workers, *options])
        print(f"status {int(status)}")
json.dump({name: output.getvalue().splitlines() for name, output in outputs.items()}, sys.stdout)
"""

_WHOLE = pytest.mark.whole
WORKERS = pytest.mark.parametrize(
    "workers", [pytest.param("-n0", marks=_WHOLE), pytest.param("-n2", marks=_WHOLE)]
)


@cache
def outputs(workers: str) -> dict[str, list[str]]:
    """The lines of every run, the exit status last; all are made in one process, and once."""
    with TemporaryDirectory() as folder:
        Path(folder, "tests/commands").mkdir(parents=True)
        files = {"test_it.py": SUITE, "tests/commands/test_room.py": ROOM}
        for name, content in {**files, "conftest.py": CONFTEST, "pytest.ini": CONFIG}.items():
            Path(folder, name).write_text(content)
        unset = {"CI": None, "BRIEFING_CONFORMANCE": None, "PYTEST_ADDOPTS": None}
        done = subprocess.run(
            [sys.executable, "-c", ALL_RUNS, workers],
            input=json.dumps(RUNS),
            capture_output=True,
            text=True,
            cwd=folder,
            env=environment({"PYTHONPATH": str(ROOT), **unset}),
            timeout=300,
        )
    assert done.stderr == ""
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def ending(workers: str, run: str) -> str:
    """How many tests passed, failed, were skipped: the last line but the status."""
    return outputs(workers)[run][-2]


@WORKERS
def test_each_tier(workers: str) -> None:
    both = "left out: files 1 (run without --fast), tests 3 (run with --everything); or name their file"
    assert both in outputs(workers)["fast"]
    assert ending(workers, "fast").startswith("2 passed")
    assert "left out: tests 3 (run with --everything); or name their file" in outputs(workers)["default"]
    assert ending(workers, "default").startswith("3 passed")
    assert not any("left out" in line for line in outputs(workers)["everything"])
    assert ending(workers, "everything").startswith("5 passed, 1 skipped")


@WORKERS
def test_what_is_named_runs(workers: str) -> None:
    assert ending(workers, "a file").startswith("4 passed, 1 skipped")
    assert ending(workers, "a test").startswith("1 passed")
    assert ending(workers, "a room").startswith("1 passed")
    assert any("files 1 (run without --fast)" in line for line in outputs(workers)["all rooms"])


@WORKERS
def test_in_ci_only_everything_misses_tools(workers: str) -> None:
    assert ending(workers, "in CI").startswith("3 passed")
    assert "5 passed, 1 error" in ending(workers, "everything in CI")


@WORKERS
def test_fast_and_everything_are_two(workers: str) -> None:
    *said, status = outputs(workers)["of two tiers"]
    assert status == f"status {int(pytest.ExitCode.USAGE_ERROR)}"
    assert any("only one of them" in line for line in said)


def test_bytecode_is_kept_though_the_environment_says_no() -> None:
    """Each worker imports all tests, and hundreds of tests start the program."""
    assert not sys.dont_write_bytecode
    assert "PYTHONDONTWRITEBYTECODE" not in os.environ


def test_what_is_left_for_later_is_there() -> None:
    assert [room for room in (*LATER, *EVER) if not (ROOT / room).exists()] == []
