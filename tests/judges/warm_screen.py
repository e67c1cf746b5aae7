"""The reader in a pty, forked from a process that has loaded it (`warm`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.judges import warm
from tests.judges.screen import Process, Screen
from tests.tiers import in_full


class WarmScreen(Screen):
    """The program and its screen; of the command there are the arguments only.

    With --everything it is the installed command, loaded each time.
    """

    def _start(
        self, command: Sequence[str], terminal: int, env: Mapping[str, str], cwd: str | Path | None
    ) -> Process:
        if in_full():
            return super()._start([warm.COMMAND, *command], terminal, env, cwd)
        return warm.start(command, (terminal, terminal, terminal), env, cwd, session=True, tui=True)
