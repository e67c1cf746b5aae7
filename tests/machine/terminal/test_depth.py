"""How many colours: never more than the terminal has, and as many as it is known to have."""

from __future__ import annotations

import pytest

from briefing.machine.terminal.depth import Depth, depth_of
from briefing.machine.terminal.recognising import Terminal

NOBODY = Terminal()
XTERM = Terminal("XTerm", "379")


@pytest.mark.parametrize(
    ("environment", "terminal", "depth"),
    [
        ({"TERM": "xterm"}, XTERM, "truecolor"),
        ({"TERM": "xterm"}, Terminal("xterm", "412"), "truecolor"),
        ({"TERM": "xterm"}, Terminal("xterm", "278"), "standard"),
        ({"TERM": "xterm"}, Terminal("xterm", "?"), "standard"),
        ({"TERM": "xterm"}, NOBODY, "standard"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, NOBODY, "truecolor"),
        ({"TERM": "xterm-256color"}, NOBODY, "256"),
        ({"TERM": "xterm-256color"}, Terminal("VTE", "0.70.6"), "truecolor"),
        ({"TERM": "xterm-16color", "COLORTERM": "truecolor"}, XTERM, "standard"),
        ({"TERM": "xterm-direct"}, NOBODY, "truecolor"),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, NOBODY, "standard"),
        ({"TERM": "tmux-256color"}, Terminal("VTE", multiplexer="tmux"), "256"),
        ({"TERM": "screen.xterm-256color"}, Terminal("xterm", "379", multiplexer="screen"), "256"),
        ({"TERM": "vt100"}, NOBODY, "none"),
        ({"TERM": "vt220", "COLORTERM": "truecolor"}, NOBODY, "none"),
        ({"TERM": "no-such-terminal"}, NOBODY, "standard"),
        ({"TERM": "../../etc/passwd"}, NOBODY, "standard"),
        ({"TERM": ""}, NOBODY, "standard"),
        ({}, NOBODY, "standard"),
        ({"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "standard"}, XTERM, "standard"),
        ({"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "256", "COLORTERM": "truecolor"}, XTERM, "256"),
        ({"TERM": "xterm", "TEXTUAL_COLOR_SYSTEM": "auto"}, XTERM, "truecolor"),
        ({"TERM": "xterm", "NO_COLOR": "1", "TEXTUAL_COLOR_SYSTEM": "truecolor"}, XTERM, "none"),
        ({"TERM": "xterm", "NO_COLOR": "1", "FORCE_COLOR": "3"}, XTERM, "none"),
        ({"TERM": "xterm", "NO_COLOR": ""}, XTERM, "truecolor"),
    ],
)
def test_depth(environment: dict[str, str], terminal: Terminal, depth: Depth) -> None:
    assert depth_of(environment, terminal) == depth
