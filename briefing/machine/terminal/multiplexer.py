"""What tmux knows of the terminal it is shown on."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from briefing.machine.ending.children import Asked

_SEPARATOR: Final = "|"
_FORMAT: Final = _SEPARATOR.join(
    ("#{client_pid}", "#{client_termname}", "#{allow-passthrough}", "#{client_termtype}")
)


class Client(Struct, frozen=True):
    """The terminal that tmux is shown on: the name and TERM it has, and the environment tmux was attached in.

    `passes` is whether tmux hands on what is wrapped for it; `programs` is what the client was started by,
    directly or not, from the nearest on.
    """

    name: str = ""
    term: str = ""
    environment: Mapping[str, str] = {}
    passes: bool = False
    programs: Sequence[str] = ()


class AskedTmux:
    """A question to tmux, which takes it some milliseconds to answer."""

    def __init__(self, pane: str | None) -> None:
        """Ask for the client that shows `pane` (TMUX_PANE; None: tmux guesses)."""
        from briefing.machine.ending.children import Asked  # only where there is a tmux

        self._asked: Asked | None = None
        target = ["-t", pane] if pane else []
        with contextlib.suppress(OSError, ValueError):  # ValueError: NUL in the pane's name
            self._asked = Asked(["tmux", "display-message", "-p", *target, _FORMAT])

    def client(self, seconds: float) -> Client | None:
        """Return its answer, waiting at most `seconds` for it; None if there is none."""
        asked, self._asked = self._asked, None
        said = asked.answer(seconds) if asked else None
        return None if said is None else parsed_client(said.decode(errors="replace"))


def parsed_client(said: str) -> Client | None:
    """Return what tmux said, with its client's environment and origin where the system tells (Linux)."""
    parts = said.strip("\n").split(_SEPARATOR, 3)
    if len(parts) != 4:
        return None
    pid, term, passes, name = parts
    return Client(name, term, _environment_of(pid), passes in ("1", "on", "all", "2"), _origin_of(pid))


def _environment_of(pid: str) -> dict[str, str]:
    if not pid.isdecimal():
        return {}
    try:
        data = Path(f"/proc/{pid}/environ").read_bytes()
    except OSError:
        return {}
    pairs = (variable.decode(errors="replace").partition("=") for variable in data.split(b"\0"))
    return {name: value for name, _, value in pairs if name}


def _origin_of(pid: str) -> tuple[str, ...]:
    """The names of the processes above one, from the nearest on."""
    names: list[str] = []
    while pid.isdecimal() and pid not in ("0", "1"):
        try:
            # PID (NAME) STATE PARENT ...; the name may hold blanks and brackets.
            name, _, rest = Path(f"/proc/{pid}/stat").read_text(errors="replace").rpartition(")")
        except OSError:
            break
        names.append(name.partition("(")[2])
        pid = rest.split()[1]
    return tuple(names[1:])
