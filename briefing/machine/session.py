"""Where the person sits, and what stands between the program and their terminal: by the environment alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Multiplexer = Literal["tmux", "screen"]

#: What sshd sets for a session; each alone may have been handed on.
SSH: Final = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")
#: What the names of terminals inside a multiplexer begin with.
INSIDE: Final = ("screen", "tmux")


def over_ssh(environment: Mapping[str, str]) -> bool:
    """Return whether the person sits at another machine."""
    return any(environment.get(name) for name in SSH)


def display_forwarded(environment: Mapping[str, str]) -> bool:
    """Return whether the X display is another machine's: over SSH, the one that the person sits at."""
    display = environment.get("DISPLAY", "")
    return ":" in display and not display.startswith((":", "unix:", "/"))


def multiplexer_here(environment: Mapping[str, str]) -> Multiplexer | None:
    """Return the multiplexer that the environment tells of: TERM counts, TMUX and STY only name it.

    A terminal started inside a multiplexer inherits those two, but has a TERM of its own.
    """
    term = environment.get("TERM", "")
    if environment.get("TMUX") and (term.startswith(INSIDE) or environment.get("TERM_PROGRAM") == "tmux"):
        return "tmux"
    if not term.startswith(INSIDE):
        return None
    return "tmux" if term.startswith("tmux") else "screen"


def tmux_reachable(environment: Mapping[str, str]) -> bool:
    """Return whether a tmux can be spoken to: also from a terminal that was only started inside it."""
    return bool(environment.get("TMUX"))


def inside_screen(environment: Mapping[str, str]) -> bool:
    """Return whether GNU screen shows the program, so that it hands on what is wrapped for it.

    To a terminal that was only started inside screen, or a tmux, what is wrapped would be nonsense.
    """
    return bool(environment.get("STY")) and multiplexer_here(environment) == "screen"
