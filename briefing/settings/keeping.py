"""Preferences saved in a thread: in order, one write at a time, without delaying the end of the program."""

from __future__ import annotations

import threading
from collections.abc import Callable

from briefing.document import BriefingError
from briefing.settings.file import save_preferences


class Keeper:
    """Saves what it is given in a thread of its own; what is given meanwhile goes into the next write.

    `failed` is called in that thread with what could not be saved and why, in one line.
    """

    def __init__(self, failed: Callable[[str], None]) -> None:
        self._failed = failed
        self._lock = threading.Lock()
        self._waiting: dict[str, str] = {}
        self._idle = threading.Event()
        self._idle.set()

    def keep(self, changes: dict[str, str]) -> None:
        """Have `changes` (values by key) saved before long; returns at once."""
        with self._lock:
            self._waiting.update(changes)
            if self._idle.is_set():
                self._idle.clear()
                # A daemon: a disk that does not answer keeps no program from ending.
                threading.Thread(target=self._work, name="preferences", daemon=True).start()

    def flush(self, seconds: float) -> bool:
        """Wait until all is saved, but no longer than `seconds`; return whether it is."""
        return self._idle.wait(seconds)

    def _work(self) -> None:
        while changes := self._next():
            try:
                save_preferences(changes)
            except BriefingError as error:
                self._failed(str(error))
            except BaseException:
                self._idle.set()
                raise

    def _next(self) -> dict[str, str]:
        with self._lock:
            changes, self._waiting = self._waiting, {}
            if not changes:
                self._idle.set()
            return changes
