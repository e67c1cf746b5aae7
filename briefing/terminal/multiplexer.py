"""Programs between this one and the terminal: what passes through them."""

from __future__ import annotations

from typing import Literal

Multiplexer = Literal["tmux", "screen"]


def passed_through(sequence: str, multiplexer: Multiplexer) -> str:
    """Return a control sequence wrapped so that `multiplexer` hands it on to the terminal it is shown on.

    tmux does so only where its option allow-passthrough is on.
    """
    if multiplexer == "tmux":
        return "\x1bPtmux;{}\x1b\\".format(sequence.replace("\x1b", "\x1b\x1b"))
    return f"\x1bP{sequence}\x1b\\"
