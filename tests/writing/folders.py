"""Folders of briefings to write in."""

import shutil
from pathlib import Path

from briefing.document import Citation
from briefing.machine.assets import bundled_folder
from briefing.writing.edits import AddClaim

QUOTE = Citation(3, "دمج القواعد الصناعية الدفاعية لكلا الحليفين")
ADDED = AddClaim("goals", "The bases are integrated.", (QUOTE,))


def own_folder(tmp_path: Path) -> Path:
    """A copy of the bundled briefing."""
    return Path(shutil.copytree(bundled_folder(), tmp_path / "own"))


def text_of(folder: Path) -> str:
    """The text of its `briefing.toml`, every byte of it."""
    return (folder / "briefing.toml").read_bytes().decode()
