"""What is sent to the terminal piece by piece comes to the same screen as a whole one."""

import sys

import pytest

from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen

WALKS = {
    "article": "down pagedown up 2 down end",
    "claims": "tab down up end 0 tab shift+tab",
    "events": "t right right enter t left t down",
    "sections": "shift+tab 3 end 1 enter down tab [",
}


@pytest.mark.parametrize(("size", "walks"), [((80, 24), "article claims"), ((120, 36), "events sections")])
def test_after_any_keys(size: tuple[int, int], walks: str) -> None:
    with Screen([sys.executable, "-m", "briefing"], *size) as screen:
        screen.emulator = QuickEmulator(*size)
        screen.wait_for("2014")
        for walk in walks.split():
            for key in WALKS[walk].split():
                screen.press(key)
                screen.wait_until_idle(0.02)
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
