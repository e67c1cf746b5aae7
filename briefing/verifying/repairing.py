"""The certain repairs of a briefing, written into its file as it stands: nothing else of it changes."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from briefing.document.controls import safe_line
from briefing.document.errors import FAULTS, BriefingError, refused
from briefing.machine import atomic
from briefing.machine.files import read_bytes
from briefing.verifying.examined import BOM, Examined
from briefing.verifying.finding import Repair


def with_repairs(text: str, repairs: Iterable[Repair]) -> str:
    """Return `text` with every repair made. None may overlap another."""
    for repair in sorted(repairs, key=lambda one: one.start, reverse=True):
        text = text[: repair.start] + repair.text + text[repair.end :]
    return text


def difference(file: str, old: str, new: str) -> str:
    """Return a unified diff of two texts, fit for a terminal."""
    lines = difflib.unified_diff(
        old.splitlines(), new.splitlines(), file, f"{file} (repaired)", lineterm="", n=1
    )
    return "".join(f"{safe_line(line)}\n" for line in lines)


def write_back(examined: Examined, new: str) -> None:
    """Write the repaired text of a briefing in its place.

    Raises BriefingError, and leaves the file as it is, if it changed since it was read, if the new text
    cannot be read, or if it cannot be written.
    """
    try:
        examined.read_again(new)
    except ValueError:
        cure = "mend it by hand"
        raise BriefingError(examined.file, "would not be readable with these repairs", cure) from None
    mark = BOM if examined.bytes.startswith(BOM.encode()) else ""
    replace_file(examined.path, examined.bytes, (mark + new).encode())


def replace_file(path: Path, old: bytes, new: bytes) -> None:
    """Write a file whole, or not at all if it no longer holds `old`. Raises BriefingError."""
    if read_bytes(path, plain=True) != old:
        raise BriefingError(str(path), "was changed meanwhile, nothing was written", "check it again")
    try:
        atomic.write(path, new)
    except FAULTS as error:
        cure = "allow writing it, or copy the folder to one of your own"
        raise refused(str(path), error, to="written", cure=cure) from None
