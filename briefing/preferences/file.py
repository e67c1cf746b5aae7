"""The file of preferences: read with its mistakes told, written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import msgspec

from briefing.document import BriefingError
from briefing.preferences.choices import Preferences

_VARIABLE = "BRIEFING_PREFERENCES"
_OR_DELETE = "or delete the file"


def preferences_path() -> Path:
    """Return where the preferences are kept: what BRIEFING_PREFERENCES names, else the platform's place."""
    if named := os.environ.get(_VARIABLE):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("briefing", appauthor=False) / "preferences.toml"


def load_preferences() -> Preferences:
    """Return the saved preferences, or the defaults where none were saved.

    Raises BriefingError, naming file, key and cure, for a file that is not what `save_preferences` writes.
    """
    path = preferences_path()
    if not os.path.lexists(path):
        return Preferences()
    from briefing.document.files import read_text
    from briefing.document.toml_text import parsed

    file = str(path)
    return msgspec.convert(_checked(parsed(read_text(path), file), file), Preferences)


def save_preferences(changes: dict[str, str]) -> None:
    """Save `changes` (values by key) beside what is there; remarks and order of the file stay.

    Raises BriefingError if the file that is there has a mistake, or cannot be written.
    """
    import tomlkit  # 30 ms, for the rare moment something is saved

    path = preferences_path()
    file = str(path)
    load_preferences()
    _checked(dict(changes), file)
    try:
        target = path.resolve()  # a link stays one
        written = tomlkit.parse(target.read_text("utf-8") if target.exists() else "")
        written.update(changes)
        target.parent.mkdir(parents=True, exist_ok=True)
        _replace(target, tomlkit.dumps(written))
    except OSError as error:
        why = os.strerror(error.errno) if error.errno else str(error)
        raise BriefingError(file, f"cannot be written ({why})", _elsewhere()) from None


def _elsewhere() -> str:
    return f"make its folder writable, or name another file in {_VARIABLE}"


def _replace(path: Path, text: str) -> None:
    """Write a file in one step: whoever reads it meanwhile, or after a failure, sees the old one."""
    import tempfile  # 7 ms

    descriptor, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _checked(values: dict[str, object], file: str) -> dict[str, str]:
    checked = {}
    for key, value in values.items():
        if key not in Preferences.__struct_fields__:
            from briefing.document.near_miss import did_you_mean, listed

            keys = Preferences.__struct_fields__
            cure = did_you_mean(key, keys) or f"the keys are {listed(keys)}"
            raise BriefingError(file, f'unknown key "{key}"', f"{cure} (take it out, {_OR_DELETE})")
        from briefing.preferences.choices import choices

        known = choices(key)
        if not isinstance(value, str) or (known and value not in known):
            from briefing.document.near_miss import listed

            cure = f"write {key} = {listed(known) if known else 'a name in quotes'}"
            raise BriefingError(file, f'"{key}" cannot be {_shown(value)}', f"{cure}, {_OR_DELETE}")
        checked[key] = value
    return checked


def _shown(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)
