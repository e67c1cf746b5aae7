"""Preferences saved: read, changed and written while no other program does so."""

from __future__ import annotations

import os
from pathlib import Path

import tomlkit

from briefing.document import BriefingError
from briefing.document.errors import FAULTS, refused
from briefing.machine import atomic
from briefing.machine.lock import locked
from briefing.settings.file import (
    VARIABLE,
    fault,
    is_there,
    parsed_preferences,
    preferences_path,
    preferences_text,
)


def save(changes: dict[str, str]) -> None:
    """Save as `save_preferences` says. Raises BriefingError for a bad value and for a failing file."""
    path = preferences_path()
    file = str(path)
    for key, value in changes.items():
        if wrong := fault(key, value, file):
            raise wrong
    try:
        if is_there(path):
            preferences_text(path)  # before a lock is put beside what may be a device
        target = Path(os.path.realpath(path))
        target.parent.mkdir(parents=True, exist_ok=True)
        with locked(target):
            atomic.tidy(target)
            _rewrite(target, changes, file)
    except FAULTS as error:
        cure = f"make its folder writable, or name another file in {VARIABLE}"
        raise refused(file, error, to="written", cure=cure) from None


def _rewrite(target: Path, changes: dict[str, str], file: str) -> None:
    before, ends = "", "\n"
    if is_there(target):
        before = preferences_text(target)
        ends = "\r\n" if b"\r\n" in target.read_bytes() else "\n"
    after = _changed(before, changes, file)
    if after != before:
        atomic.write(target, after.replace("\n", ends).encode())


def _changed(text: str, changes: dict[str, str], file: str) -> str:
    """Return TOML `text` with the values of `changes`, and everything else in it as it was."""
    before = parsed_preferences(text, file)
    if all(before.get(key) == value for key, value in changes.items()):
        return text
    try:
        document = tomlkit.parse(text)
        document.update(changes)
        changed = tomlkit.dumps(document)
        is_right = _written_out(parsed_preferences(changed, file)) == _written_out({**before, **changes})
    except Exception:  # whatever the parser makes of what another one could read
        is_right = False
    if not is_right:
        settings = ", ".join(f'{key} = "{value}"' for key, value in changes.items())
        raise BriefingError(
            file, "cannot be changed without harm", f"write {settings} above its first [table]"
        )
    return changed


def _written_out(values: dict[str, object]) -> dict[str, str]:
    return {key: repr(value) for key, value in values.items()}  # nan is not equal to itself
