"""The environment a judged program runs in, whatever this one looks like."""

import os
import re
from collections.abc import Mapping

#: Variables of the surroundings that would change what a program paints or where it copies to.
UNSET = re.compile(
    r"NO_COLOR|FORCE_COLOR|CLICOLOR.*|COLUMNS|LINES|TERM_PROGRAM.*|TEXTUAL.*|TTY_.*|COLORFGBG"
    r"|TMUX.*|STY|SSH_.*|VTE_.*|KONSOLE_.*|KITTY_.*|MLTERM|WT_SESSION|WSL.*|DISPLAY|WAYLAND_DISPLAY|PYTHONUNBUFFERED"
)


def environment(changes: Mapping[str, str | None] | None = None) -> dict[str, str]:
    """This process's environment, as in a plain truecolor xterm; `changes` set or (None) unset variables."""
    env = {name: value for name, value in os.environ.items() if not UNSET.fullmatch(name)}
    env["BRIEFING_PREFERENCES"] = "/dev/null/preferences.toml"
    env.setdefault("BRIEFING_POSITIONS", "/dev/null/positions.json")
    env |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LC_ALL": "C.UTF-8"}
    for name, value in (changes or {}).items():
        env.pop(name, None)
        if value is not None:
            env[name] = value
    return env
