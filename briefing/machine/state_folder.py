"""The folder for what the program keeps of its own accord, private to the user."""

from __future__ import annotations

import os
from pathlib import Path


def state_folder() -> Path:
    """Return the platform's folder for states; it need not be there.

    Raises OSError if there is no such place, say because nobody has a home.
    """
    from platformdirs import user_state_path  # seldom needed

    folder = user_state_path("briefing", appauthor=False)
    if not folder.is_absolute():
        raise FileNotFoundError("there is no home folder")
    return folder


def state_file(name: str, variable: str) -> Path:
    """Return where a file of that name is kept: where `variable` says, else in the folder for states.

    Raises OSError if there is no such place.
    """
    named = os.environ.get(variable)
    return Path(named) if named else state_folder() / name


def make_private_folder(folder: Path) -> None:
    """Make a folder that only its owner can look into; one that is there stays, and the program's is closed.

    Raises OSError if it cannot be had.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if os.name == "posix" and folder == state_folder() and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)
