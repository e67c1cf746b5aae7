"""What is sent to the terminal piece by piece comes to the same screen as a whole one."""

import sys

import pytest

from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen

pytestmark = pytest.mark.whole

WALKS = (
    "down pagedown 2 down end",  # through the article
    "tab down end 0 shift+tab",  # the claims
    "t right right enter t left t",  # the events
    "shift+tab 3 end enter tab [",  # the sections
)
SIZE = (100, 30)


def test_after_any_keys() -> None:
    with Screen([sys.executable, "-m", "briefing"], *SIZE) as screen:
        screen.emulator = QuickEmulator(*SIZE)
        screen.wait_for("2014")
        for number, walk in enumerate(WALKS):
            for key in walk.split():
                screen.press(key)
                screen.wait_until_idle(0.02)
            if number % 2:
                assert_whole(screen)


def assert_whole(screen: Screen) -> None:
    """The screen is as it is once something that lay over it has gone again."""
    screen.wait_until_idle(0.1)
    before = screen.cells()
    screen.press("?")
    screen.wait_for("Esc closes")
    screen.press("?")
    screen.wait_for(lambda _: "Esc closes" not in screen.text)
    screen.wait_until_idle(0.1)
    assert screen.cells() == before
