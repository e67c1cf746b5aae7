"""The last resort: a file that only its owner can read, written over by the next text."""

import contextlib
import os
import tempfile
from pathlib import Path

from briefing.machine import atomic
from briefing.machine.state_folder import make_private_folder, state_folder

_NAME = "copied.txt"


def keep(text: str) -> Path:
    """Write `text` to a file, exactly as it is, and return its path; OSError if there is no place for it."""
    with contextlib.suppress(OSError):
        folder = state_folder()
        make_private_folder(folder)
        return _replaced(folder / _NAME, text)
    # The home cannot be written to. Links that others put into this folder are replaced, not followed.
    owner = os.getuid() if hasattr(os, "getuid") else "own"
    return _replaced(Path(tempfile.gettempdir()) / f"briefing-{owner}-{_NAME}", text)


def _replaced(path: Path, text: str) -> Path:
    atomic.write(path, text.encode(), mode=0o600, follow=False)
    return path
