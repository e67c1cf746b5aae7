"""A megabyte of anything in a real terminal: little memory, and `q` is heard at once."""

from __future__ import annotations

import sys
import time

import pytest

from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen
from tests.needs import needs_file
from tests.web.served import memory

pytestmark = needs_file("/proc/self/statm")
MEGABYTE = 1_000_000
FIRST = "Bottom line"
FLOODS = {
    "letters": "x" * MEGABYTE,
    "digits": "1234567890" * (MEGABYTE // 10),
    "arrows": "\x1b[B" * (MEGABYTE // 3),
    "escapes": "\x1b" * MEGABYTE,
    "moves": "".join(f"\x1b[<35;{1 + i % 90};{1 + i % 28}M" for i in range(MEGABYTE // 13)),
    "a paste": f"\x1b[200~{'paste q ' * (MEGABYTE // 8)}\x1b[201~",
    "a paste without end": f"\x1b[200~{'paste q ' * (MEGABYTE // 8)}",
    "OSC": "\x1b]52;c;" + "A" * MEGABYTE,
    "DCS": "\x1bP>|" + "B" * MEGABYTE,
    "CSI": "\x1b[" + "1;" * (MEGABYTE // 2),
    "sizes": "\x1b[48;1;1;10;10t" * 20_000 + "\x1b[48;0;0;0;0t\x1b[<35;3;3M",
    "states": "\x1b[I\x1b[O\x1b[?2026;1$y" * 20_000,
}


@pytest.mark.parametrize("flood", FLOODS)
def test_q_after_a_flood(flood: str) -> None:
    with Screen([sys.executable, "-m", "briefing"], 100, 30, timeout=60) as screen:
        screen.emulator = QuickEmulator(100, 30)
        screen.wait_for(FIRST)
        screen.send(FLOODS[flood])
        time.sleep(1.5)  # nothing comes: what has no end is over
        assert memory(screen.process.pid) < 150_000_000
        screen.send("q")
        assert screen.wait_for_exit(15) == 0


def test_the_terminals_own_size_is_the_right_one() -> None:
    with Screen([sys.executable, "-m", "briefing"], 100, 30) as screen:
        screen.wait_for(FIRST)
        screen.send("\x1b[48;1;1;10;10t")
        screen.resize(120, 36)
        screen.send("\x1b[48;5;5;50;50t2")
        screen.wait_for("DICAS, which represents")
        screen.wait_until_idle()
        assert len(screen.rows()[1].rstrip()) == 120


@pytest.mark.parametrize("turn", range(3))
def test_a_flood_of_new_sizes(turn: int) -> None:
    # Faster than the event loop hears of them: once all threads waited for one lock, for ever.
    with Screen([sys.executable, "-m", "briefing"], 100, 30) as screen:
        screen.emulator = QuickEmulator(100, 30)
        screen.wait_for(FIRST)
        deadline = time.monotonic() + 3
        while time.monotonic() < deadline:
            for i in range(200):
                screen._set_size(60 + i % 90, 20 + i % 20)
            screen._read(0)
        screen.resize(100, 30)
        screen.send("q")
        assert screen.wait_for_exit(15) == 0
