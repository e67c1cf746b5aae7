"""The last resort: a file that only its owner can read, written over by the next text."""

import contextlib
import os
import tempfile
from pathlib import Path

from briefing.machine import atomic

_NAME = "copied.txt"


def keep(text: str) -> Path:
    """Write `text` to a file, exactly as it is, and return its path; OSError if there is no place for it."""
    from platformdirs import user_state_path  # seldom needed

    folder = user_state_path("briefing", appauthor=False)
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return _replaced(folder / _NAME, text)
    # The home cannot be written to. Links that others put into this folder are replaced, not followed.
    owner = os.getuid() if hasattr(os, "getuid") else "own"
    return _replaced(Path(tempfile.gettempdir()) / f"briefing-{owner}-{_NAME}", text)


def _replaced(path: Path, text: str) -> Path:
    atomic.write(path, text.encode(), mode=0o600, follow=False)
    return path
