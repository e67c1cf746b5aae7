"""The program that is forked is the one that is installed."""

import os
import signal
import subprocess
from pathlib import Path

import pytest

from tests.judges import warm
from tests.judges.surroundings import environment
from tests.judges.warm_screen import WarmScreen

pytestmark = pytest.mark.whole


@pytest.mark.parametrize("arguments", [("--version",), (), ("--section", "none"), ("check", "a.txt")])
def test_it_says_and_ends_as_the_installed_one(arguments: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("نص\n", "utf-8")
    installed = subprocess.run(
        [warm.COMMAND, *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env=environment(),
        cwd=tmp_path,
        timeout=60,
    )
    forked = warm.run(*arguments, cwd=tmp_path)
    assert forked.returncode == installed.returncode
    assert (forked.stdout, forked.stderr) == (installed.stdout, installed.stderr)


def test_its_input_and_its_environment_are_its_own(tmp_path: Path) -> None:
    assert "¶1 نص" in warm.run_text("-", data="نص\n".encode()).stdout
    (tmp_path / "lookups.json").write_text("{", "utf-8")
    done = warm.run_text("lookups", env=environment({"BRIEFING_LOOKUPS": str(tmp_path / "lookups.json")}))
    assert (done.returncode, done.stderr.count(str(tmp_path))) == (1, 1)


def test_a_signal_is_its_end() -> None:
    reading, writing = os.pipe()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    program = warm.start(["-"], (reading, nowhere, nowhere), environment())
    assert program.poll() is None
    program.send_signal(signal.SIGKILL)
    assert program.wait(20) == program.poll() == -signal.SIGKILL
    for one in (reading, writing, nowhere):
        os.close(one)


def test_its_terminal_is_its_own() -> None:
    with WarmScreen([], 100, 30) as screen:
        screen.wait_for("¶")
        screen.resize(90, 24)
        screen.wait_for(lambda seen: len(seen.rows()) == 24)
        screen.wait_until_idle()
        screen.press("q")
        assert screen.wait_for_exit() == 0
