"""Killed while somebody types: what was typed is there at the next start."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.judges.screen import Screen

pytestmark = pytest.mark.whole


@pytest.mark.parametrize("by", [signal.SIGKILL, signal.SIGHUP])
def test_what_was_typed_survives(own: Path, unsent: Path, by: signal.Signals) -> None:
    command = [sys.executable, "-m", "briefing", str(own), "--fresh"]
    env = {"BRIEFING_UNSENT": str(unsent)}
    with Screen(command, 100, 30, env=env) as screen:
        screen.wait_for("Background")
        screen.press("1", "A")
        screen.wait_for("New claim")
        screen.send("Half a sentence")
        screen.wait_for("Half a sentence")
        screen.wait_until_idle()
        os.kill(screen.process.pid, by)
        screen.process.wait(10)
    assert b"Half a sentence" in unsent.read_bytes()
    with Screen(command, 100, 30, env=env) as screen:
        screen.wait_for("Background")
        screen.press("1", "A")
        screen.wait_for("Half a sentence")
