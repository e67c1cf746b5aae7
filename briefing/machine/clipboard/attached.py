"""Where the person sits who now looks at tmux.

A program inside tmux has the environment of the time when its pane was opened. Since then its person may have
gone home and attached from there over SSH: DISPLAY would still name the screen in the office. tmux keeps the
variables of whoever attached last.
"""

from collections.abc import Mapping

from briefing.machine.ending.children import Asked
from briefing.machine.session import SSH, tmux_reachable

# What tmux updates when somebody attaches (option update-environment), as far as clipboards go by it.
_FOLLOWED = ("DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY", "SSH_CONNECTION")
_SECONDS = 0.5


def attached(env: Mapping[str, str]) -> Mapping[str, str]:
    """`env` as it is for whoever is at the terminal; `env` itself outside tmux or if tmux says nothing."""
    if not tmux_reachable(env):
        return env
    told = _told_by_tmux(env)
    now = dict(env)
    if "-SSH_CONNECTION" in told:  # tmux follows this one alone, sshd sets all three
        told = [*told, *(f"-{name}" for name in SSH)]
    for line in told:
        name, is_set, value = line.removeprefix("-").partition("=")
        if is_set and name in _FOLLOWED:
            now[name] = value
        elif line.startswith("-") and name in (*_FOLLOWED, *SSH):
            now.pop(name, None)
    return now


def _told_by_tmux(env: Mapping[str, str]) -> list[str]:
    """The session's variables, `NAME=value` for one that is set and `-NAME` for one that is not."""
    try:
        said = Asked(["tmux", "show-environment"], env).answer(_SECONDS)
    except (OSError, ValueError):
        return []
    return [] if said is None else said.decode(errors="surrogateescape").splitlines()
