"""Which tests run with which option, and that it is said what was left out."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.judges.surroundings import environment

ROOT = Path(__file__).parents[1]
SUITE = """
import pytest
from tests.needs import needs
from tests.tiers import in_full
def test_quick(): pass
@pytest.mark.slow
def test_slow(): pass
@pytest.mark.whole
def test_whole(): pass
@needs("sh")
def test_tool(): pass
def test_in_full(): assert in_full() is {full}
@needs("no-such-tool")
def test_missing(): pass
"""
CONFTEST = 'pytest_plugins = ["tests.tiers"]\n'
CONFIG = "[pytest]\nmarkers =\n    slow\n    whole\n    needs\n"


def run(folder: Path, *options: str, full: bool = False, ci: str = "", argument: str = ".") -> list[str]:
    """The last lines of a run of a small suite."""
    (folder / "test_it.py").write_text(SUITE.format(full=full))
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "pytest.ini").write_text(CONFIG)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *options, argument]
    env = environment(
        {"PYTHONPATH": str(ROOT), "CI": ci, "BRIEFING_CONFORMANCE": None, "PYTEST_ADDOPTS": None}
    )
    done = subprocess.run(command, capture_output=True, text=True, cwd=folder, env=env, timeout=120)
    assert done.stderr == ""
    return done.stdout.splitlines()


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["-n0", pytest.param("-n2", marks=pytest.mark.whole)])
def test_each_tier(workers: str, tmp_path: Path) -> None:
    both = "tests left out: 1 run without --fast, 3 run with --everything; or name their file"
    fast = run(tmp_path, "--fast", workers)
    assert both in fast
    assert fast[-1].startswith("2 passed")
    default = run(tmp_path, workers)
    assert "tests left out: 3 run with --everything; or name their file" in default
    assert default[-1].startswith("3 passed")
    everything = run(tmp_path, "--everything", workers, full=True)
    assert not any("left out" in line for line in everything)
    assert everything[-1].startswith("5 passed, 1 skipped")


@pytest.mark.slow
@pytest.mark.parametrize("workers", ["-n0", pytest.param("-n2", marks=pytest.mark.whole)])
def test_what_is_named_runs(workers: str, tmp_path: Path) -> None:
    assert run(tmp_path, "--fast", workers, argument="test_it.py")[-1].startswith("5 passed, 1 skipped")
    assert run(tmp_path, workers, argument="test_it.py::test_whole")[-1].startswith("1 passed")


@pytest.mark.slow
def test_in_ci_only_everything_misses_tools(tmp_path: Path) -> None:
    assert run(tmp_path, "-n0", ci="true")[-1].startswith("3 passed")
    assert "5 passed, 1 error" in run(tmp_path, "-n0", "--everything", full=True, ci="true")[-1]


@pytest.mark.slow
def test_fast_and_everything_are_two(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pytest", "--fast", "--everything"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=os.environ, timeout=120)
    assert done.returncode == pytest.ExitCode.USAGE_ERROR
    assert "only one of them" in done.stderr
