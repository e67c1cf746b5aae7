"""The files that an installation brings for shells and `man`, and where each stands under its prefix."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from briefing.commands.shell.bash import bash
from briefing.commands.shell.described import DescribedCommand, described
from briefing.commands.shell.fish import fish
from briefing.commands.shell.manual import manual
from briefing.commands.shell.zsh import zsh

#: What makes the completion for each shell.
SHELLS: Final[dict[str, Callable[[Sequence[DescribedCommand]], str]]] = {
    "bash": bash,
    "zsh": zsh,
    "fish": fish,
}

_PLACES: Final = {
    "bash": "share/bash-completion/completions/briefing",
    "zsh": "share/zsh/site-functions/_briefing",
    "fish": "share/fish/vendor_completions.d/briefing.fish",
}


def completion(shell: str) -> str:
    """Return the script for one of `SHELLS`."""
    return SHELLS[shell](described())


def installed_files(version: str, date: str) -> dict[str, str]:
    """Return the text of each file by its path; `date` (2026-11-27, or "") is that of the manual pages."""
    commands = described()
    files = {_PLACES[shell]: make(commands) for shell, make in SHELLS.items()}
    return files | {f"share/man/man1/{name}": text for name, text in manual(commands, version, date).items()}
