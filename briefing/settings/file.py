"""The file of preferences: what is right in it holds, and what is wrong in it is told."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from briefing.document import BriefingError
from briefing.settings.choices import Preferences

VARIABLE = "BRIEFING_PREFERENCES"
LARGEST = 256 * 1024  # bytes; room for many remarks
_OR_DELETE = "or delete the file"


class Loaded(Struct, frozen=True):
    """The preferences that hold, and a fault for each thing in their file for which a default holds."""

    preferences: Preferences
    faults: tuple[BriefingError, ...] = ()

    @property
    def complaint(self) -> str:
        """Return the first fault in one line, and how many more there are; empty if there is none."""
        if len(self.faults) < 2:
            return str(self.faults[0]) if self.faults else ""
        return f"{self.faults[0]} (and {len(self.faults) - 1} more)"


def preferences_path() -> Path:
    """Return where the preferences are kept: what BRIEFING_PREFERENCES names, else the platform's place."""
    if named := os.environ.get(VARIABLE):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("briefing", appauthor=False) / "preferences.toml"


def load_preferences() -> Loaded:
    """Return the saved preferences; the defaults where none were saved, and for whatever is wrong."""
    path = preferences_path()
    if not is_there(path):
        return Loaded(Preferences())
    file = str(path)
    try:
        values = parsed_preferences(preferences_text(path), file)
    except BriefingError as error:
        return Loaded(Preferences(), (error,))
    found = {key: fault(key, value, file) for key, value in values.items()}
    right = {key: value for key, value in values.items() if not found[key]}
    return Loaded(msgspec.convert(right, Preferences), tuple(filter(None, found.values())))


def save_preferences(changes: dict[str, str]) -> None:
    """Save `changes` (values by key) beside all that is there; remarks and order of the file stay.

    What another program saves at the same time stays too. Raises BriefingError if there is no such key or
    value, if what is there is no TOML (then it is left alone), or if it cannot be written in some seconds.
    """
    from briefing.settings.saving import save  # 30 ms, for the rare moment something is saved

    save(changes)


def is_there(path: Path) -> bool:
    """Return whether there is anything to read, be it something that cannot be: reading it says why."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except (OSError, ValueError):
        return True
    return True


def preferences_text(path: Path) -> str:
    """Return the text of the file, line ends as LF. Raises BriefingError if it is no plain file of UTF-8."""
    from briefing.machine.files import read_text

    try:
        return read_text(path, largest=LARGEST, plain=True)
    except BriefingError as error:
        raise BriefingError(
            error.file,
            error.what,
            f"put a plain file there, or name another in {VARIABLE}",
            where=error.where,
        ) from None


def parsed_preferences(text: str, file: str) -> dict[str, object]:
    """Return what stands in the TOML `text`. Raises BriefingError, naming the line, if it is none."""
    from briefing.document.toml_text import parsed

    try:
        return parsed(text, file)
    except BriefingError as error:
        raise BriefingError(file, error.what, f"{error.cure}, {_OR_DELETE}", where=error.where) from None


def fault(key: str, value: object, file: str) -> BriefingError | None:
    """Return what is wrong with a `value` under `key`, or None."""
    if key not in Preferences.__struct_fields__:
        from briefing.document.near_miss import did_you_mean

        keys = Preferences.__struct_fields__
        cure = did_you_mean(key, keys) or f"the keys are {', '.join(keys)}"
        return BriefingError(file, f'unknown key "{key}"', f"{cure} (or take it out)")
    from briefing.settings.choices import choices

    known = choices(key)
    if isinstance(value, str) and (not known or value in known):
        return None
    from briefing.document.near_miss import word_list

    cure = f"write {key} = {word_list(known) if known else 'a name in quotes'}"
    return BriefingError(file, f'"{key}" cannot be {_shown(value)}', f"{cure}, {_OR_DELETE}")


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return "a table"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, int) and abs(value) >= 10**15:  # Python does not write all of them
        return "such a number"
    return f'"{value}"' if isinstance(value, str) else str(value)
