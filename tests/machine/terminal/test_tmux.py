"""Inside a real tmux: it tells which terminal it is shown on, and what it is sent arrives there."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tests.machine.terminal.conftest import FIRST, KONSOLE, Asked
from tests.needs import needs

pytestmark = needs("tmux")

READER = f"{sys.executable} -m briefing"


@contextmanager
def in_tmux(before: str, env: dict[str, str | None]) -> Iterator[Asked]:
    """The reader in a tmux server of its own, whose terminal is the pty, after some shell commands."""
    socket = f"briefing-{os.getpid()}"
    server = ["tmux", "-L", socket, "-f", "/dev/null"]
    try:
        with Asked(command=[*server, "new-session", f"{before} {READER}"], env=env) as screen:
            yield screen
            screen.press("q")
            screen.wait_for_exit()
    finally:
        subprocess.run([*server, "kill-server"], check=False, capture_output=True)


def test_vte_gets_an_override() -> None:
    with in_tmux("", {"VTE_VERSION": "7006"}) as screen:
        screen.wait_for(FIRST)
        screen.wait_for(" \u202d")
        assert not screen.was_asked()
        assert b"\x1b[8l" not in screen.output


def test_a_variable_that_tmux_has_inherited_is_stale() -> None:
    # tmux was started in VTE, but is shown on a terminal that sets no such variable.
    with in_tmux("VTE_VERSION=7006", {"VTE_VERSION": None}) as screen:
        screen.wait_for(FIRST)
        screen.wait_until_idle()
        assert "\u200e" not in screen.text
        assert "\u202d" not in screen.text


def test_konsole_is_told_through_tmux() -> None:
    with in_tmux("sleep 0.5; tmux set -g allow-passthrough on;", {}) as screen:
        screen.wait_for(lambda _: b"\x1b[>q" in screen.output)  # tmux asks who it is
        screen.send(KONSOLE)
        screen.wait_for(FIRST)
        assert "50;BidiRenderingEnabled=false" in screen.emulator.osc
        assert "50;BidiRenderingEnabled=true" not in screen.emulator.osc
        screen.press("q")
        screen.wait_for_exit()
        assert "50;BidiRenderingEnabled=true" in screen.emulator.osc
