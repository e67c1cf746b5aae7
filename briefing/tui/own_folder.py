"""A folder of the reader's own, for a document or a briefing of another's that is to be written in."""

from __future__ import annotations

import os
import re
from pathlib import Path, PurePath
from typing import Final, Literal

from briefing.document import Briefing, BriefingError
from briefing.document.given import arrival
from briefing.machine.new_folder import check_new_folder, write_new_folder
from briefing.reading.slips import Slip, SlipField
from briefing.sources import load
from briefing.sources.material import MaterialOf

Which = Literal["begin-briefing", "copy-briefing"]
_LONGEST: Final = 60  # characters of a folder's name that is made up
_LARGEST: Final = 64 * 2**20  # bytes of a file that is copied


def folder_wanted(briefing: Briefing) -> Which | None:
    """Return what has to be done before anything can be written; None: it can be."""
    if arrival(briefing) is not None:
        return "begin-briefing"
    from briefing.machine.assets import bundled_folder

    try:
        ours = Path(os.path.realpath(bundled_folder()))
    except BriefingError:
        return None
    return "copy-briefing" if Path(os.path.realpath(briefing.path)).is_relative_to(ours) else None


def folder_slip(which: Which, briefing: Briefing) -> Slip:
    """Return the slip that asks where, with a name that nothing has yet."""
    return Slip(which, (SlipField("folder", proposed_name(briefing)),))


def proposed_name(briefing: Briefing) -> str:
    """Return a name for a new folder in the folder at hand, after the document's."""
    origin = arrival(briefing)
    if origin is None:
        name = Path(briefing.path).parent.name
    else:
        place = re.sub(r"[?#].*", "", origin.place).rstrip("/")
        name = PurePath(place).stem
    stem = re.sub(r"[^\w.-]+", "-", name).strip("-.")[:_LONGEST] or "new"
    number, free = 1, stem
    while os.path.lexists(free):
        number += 1
        free = f"{stem}-briefing" if number == 2 else f"{stem}-briefing-{number - 1}"
    return free


def write_folder(which: str, briefing: Briefing, material: MaterialOf | None, name: str) -> Briefing:
    """Write the folder and return the briefing in it. Raises BriefingError; then nothing is left behind."""
    folder = Path(name).expanduser()
    check_new_folder(folder)
    if which == "copy-briefing":
        _copy(Path(briefing.path).parent, folder)
    else:
        from briefing.writing.beginning import begin_folder

        if material is None:
            place = briefing.path
            raise BriefingError(place, "is no longer at hand as it came", "begin it with `briefing new`")
        document, asked = material()
        begin_folder(briefing, document, folder, asked=asked)
    return load(str(folder.absolute()))


def _copy(source: Path, folder: Path) -> None:
    """Copy the files of a briefing; folders in it are none of a briefing's."""
    from briefing.machine.files import read_bytes

    files = {one.name: read_bytes(one, largest=_LARGEST) for one in sorted(source.iterdir()) if one.is_file()}
    write_new_folder(folder, files)
