"""COLUMNS and LINES in the environment, which a shell may export, are not the window's size."""

import sys

import pytest

from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen

pytestmark = pytest.mark.whole

BEFORE, AFTER = (100, 30), (120, 40)


@pytest.mark.parametrize(
    "exported",
    [BEFORE, pytest.param((60, 20), marks=pytest.mark.whole)],
    ids=["the window's own", "another's"],
)
def test_the_window_is_filled_at_the_start_and_after_it_was_resized(exported: tuple[int, int]) -> None:
    columns, lines = map(str, exported)
    command = [sys.executable, "-m", "briefing"]
    with Screen(command, *BEFORE, env={"COLUMNS": columns, "LINES": lines}) as screen:
        screen.emulator = QuickEmulator(*BEFORE)
        screen.wait_for("2014")
        screen.wait_until_idle()
        assert _filled(screen, *BEFORE)
        screen.resize(*AFTER)
        screen.wait_for(lambda _: _filled(screen, *AFTER))
        screen.press("q")
        assert screen.wait_for_exit() == 0


def _filled(screen: Screen, columns: int, rows: int) -> bool:
    """The footer is in the last row, and the frames of the panes end in the last column."""
    painted = screen.rows()
    return (
        len(painted) == rows
        and "Quit" in painted[-1]
        and any(len(row) >= columns and row[columns - 1] in "╮│╯" for row in painted)
    )
