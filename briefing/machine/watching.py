"""Noticing that files were saved, whichever way: written in place, replaced, deleted and made anew.

Their state is asked for twice a second. Notification by the system (inotify) would be told of no change that
another machine makes on a network's file system, and watches a folder, not a file that is replaced; a `stat`
of two files costs some microseconds.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

#: Seconds between two looks.
PAUSE: Final = 0.5
# Looks after which a file that is gone is taken to be gone: some programs delete it before they write it.
_GONE: Final = 6

_State = tuple[tuple[int, ...] | None, ...]


class Watcher:
    """Calls `changed`, in a thread of its own, each time that files differ from before and have come to rest.

    At rest they are when two looks find the same. `files` says each time which ones they are.
    """

    def __init__(
        self, files: Callable[[], Sequence[Path]], changed: Callable[[], None], pause: float | None = None
    ) -> None:
        self._files, self._changed = files, changed
        self._pause = PAUSE if pause is None else pause
        self._over = threading.Event()
        self._known = self._state()
        self._thread = threading.Thread(target=self._watch, name="watching", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Watch no more. The thread ends by itself."""
        self._over.set()

    def _watch(self) -> None:
        before, gone = self._known, 0
        while not self._over.wait(self._pause):
            now = self._state()
            gone = gone + 1 if None in now else 0
            if now != self._known and now == before and (None not in now or gone >= _GONE):
                self._known = now
                self._changed()
            before = now

    def _state(self) -> _State:
        return tuple(map(_state_of, self._files()))


def _state_of(file: Path) -> tuple[int, ...] | None:
    """What differs once a file was written or replaced; None if there is none, or it cannot be asked."""
    try:
        found = file.stat()
    except (OSError, ValueError):
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
