"""What is sent to a terminal for a document that means harm: none of its controls, and no link."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen
from tests.tui.hostile import write_hostile

pytestmark = pytest.mark.whole

#: The program's own sequences: colours and moves, modes, a copied text, the shape of the pointer.
OWN = re.compile(
    rb"\x1b\[[0-9;:?>=<]*[ $'!]*[a-zA-Z@`]|\x1b\]52;c;[A-Za-z0-9+/=]*(?:\x07|\x1b\\)|\x1b[78=>]"
    rb"|\x1b\](?:22;[a-z-]*|11;\?)\x07"
)
KEYS = (
    "down",
    "tab",
    "t",
    "right",
    "c",
    "2",
    "0",
    "question_mark",
    "escape",
    "ctrl+p",
    "pagedown",
    "s",
    "escape",
)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=str)
def test_not_one_control_of_the_document_is_sent(size: tuple[int, int], tmp_path: Path) -> None:
    folder = write_hostile(tmp_path / "hostile")
    home = tmp_path / "home"
    home.mkdir()
    command: list[str | Path] = [sys.executable, "-m", "briefing", folder]
    with Screen(command, *size, cwd=home, env={"HOME": str(home)}) as screen:
        screen.emulator = QuickEmulator(*size)
        screen.wait_for("[sic]")
        for key in KEYS:
            screen.press("?" if key == "question_mark" else key)
            screen.wait_until_idle(0.1)
        for row in range(0, size[1] - 1, 2):
            for column in range(1, size[0], 9):
                screen.click(column, row)
            screen.wait_until_idle(0.05)
            screen.press("escape")
        screen.wait_until_idle()
        assert "[sic]" in screen.text
        screen.press("escape")  # by itself: with a letter behind it, it would be Alt
        screen.wait_until_idle(0.3)
        screen.press("q")
        assert screen.wait_for_exit() == 0
        output = screen.output
    assert b"\x1b]8;" not in output
    assert b"\x1b]0;" not in output
    assert b"\x1b]2;" not in output
    rest = OWN.sub(b"", output).decode()
    controls = {one for one in rest if (one < " " and one not in "\r\n") or "\x7f" <= one <= "\x9f"}
    assert not controls, [rest[max(0, rest.index(one) - 30) : rest.index(one) + 30] for one in controls]
    assert not set("\u2028\u2029\u202a\u202d\u202e\u2066\u2067\uffff\ufffe") & set(rest)
    assert not list(home.iterdir())
