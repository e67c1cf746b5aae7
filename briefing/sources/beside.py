"""Why a file that a `briefing.toml` names is not a plain file of its folder."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from briefing.document.errors import BriefingError
from briefing.machine.files import kind_of_file, near_file

_MISSING = "which is not there"
_ONE_FOLDER = "a briefing is one folder: put the file itself there"


def unfit(toml: Path, name: str, key: str, where: str, *, is_inside: bool) -> BriefingError:
    """Return the error for a file `name`, which `toml` names under `key`, at the place `where`.

    `is_inside`: it reads as the name of a file inside a folder, links aside.
    """
    if not is_inside:
        what, cure = "which is not a file of this folder", f'name a file beside it, as in {key} = "{key}.txt"'
    elif what := _fault(toml.parent / name):
        near = near_file(toml.parent / name, but=toml.name) if what == _MISSING else ""
        cure = near or "put the file there"
    else:
        what, cure = "which is a link out of this folder", _ONE_FOLDER
    return BriefingError(str(toml), f'"{key}" names "{name}", {what}', cure, where=where)


def outside(path: Path) -> BriefingError:
    """Return the error for a `briefing.toml` that is a link out of its folder."""
    return BriefingError(str(path), "is a link out of its folder", _ONE_FOLDER)


def _fault(path: Path) -> str:
    try:
        named = kind_of_file(path.stat().st_mode)
    except FileNotFoundError:
        return "which is a link to what is not there" if os.path.lexists(path) else _MISSING
    except OSError as error:
        if error.errno == errno.ELOOP:
            return "which is a link to itself"
        if error.errno == errno.ENAMETOOLONG:
            return "which is too long for a file name"
        if error.errno == errno.ENOTDIR:
            return _MISSING
        return f"which cannot be read ({error.strerror})"
    except ValueError:  # a lone surrogate
        return _MISSING
    return f"which is {named}, not a file" if named else ""
