"""Control sequences wrapped so that a multiplexer hands them on to the terminal it is shown on."""

from __future__ import annotations

from typing import Final

from briefing.machine.session import Multiplexer

# GNU screen keeps 768 bytes of a string (DCS), with what encloses it.
_SCREEN_PIECE: Final = 760


def passed_through(sequence: str, multiplexer: Multiplexer) -> str:
    """Return a control sequence as `multiplexer` hands it on: in a string, for screen in pieces of one.

    tmux does so only where its option allow-passthrough is on.
    """
    if multiplexer == "tmux":
        return "\x1bPtmux;{}\x1b\\".format(sequence.replace("\x1b", "\x1b\x1b"))
    starts = range(0, len(sequence), _SCREEN_PIECE)
    return "".join(f"\x1bP{sequence[start : start + _SCREEN_PIECE]}\x1b\\" for start in starts)
