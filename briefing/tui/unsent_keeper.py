"""What is typed into slips, kept in a thread: as often as the disk allows, without delaying a key."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping

from briefing.document import BriefingError
from briefing.writing import unsent
from briefing.writing.unsent import SlipKey


class UnsentKeeper:
    """Keeps the fields of slips. `failed` is called, in that thread and once, with why nothing is kept."""

    def __init__(self, failed: Callable[[str], object]) -> None:
        self._failed = failed
        self._lock = threading.Lock()
        self._waiting: dict[SlipKey, dict[str, str]] = {}
        self._written: tuple[SlipKey, dict[str, str]] | None = None  # just now: the file may not have it yet
        self._idle = threading.Event()
        self._idle.set()

    def keep(self, key: SlipKey, fields: Mapping[str, str]) -> None:
        """Have the texts of a slip's fields kept before long, or none (forgotten); returns at once."""
        with self._lock:
            self._waiting[key] = dict(fields)
            if self._idle.is_set():
                self._idle.clear()
                threading.Thread(target=self._work, name="unsent", daemon=True).start()

    def recall(self, key: SlipKey) -> dict[str, str]:
        """Return what was kept of a slip."""
        with self._lock:
            latest = self._waiting.get(key)
            if latest is None and self._written is not None and self._written[0] == key:
                latest = self._written[1]
        return unsent.recall(key) if latest is None else dict(latest)

    def flush(self, seconds: float) -> bool:
        """Wait until all is kept, but no longer than `seconds`; return whether it is."""
        return self._idle.wait(seconds)

    def _work(self) -> None:
        try:
            while (taken := self._next()) is not None:
                self._write(*taken)
        finally:
            self._idle.set()

    def _write(self, key: SlipKey, fields: dict[str, str]) -> None:
        try:
            unsent.keep(key, fields)
        except (OSError, BriefingError) as error:
            self._failed(str(error))

    def _next(self) -> tuple[SlipKey, dict[str, str]] | None:
        with self._lock:
            self._written = None
            if not self._waiting:
                self._idle.set()
                return None
            key = next(iter(self._waiting))
            self._written = key, self._waiting.pop(key)
            return self._written
