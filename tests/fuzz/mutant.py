"""A folder to be opened, as a value: what lies in it, under which names, and which of it is opened."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, NamedTuple

from tests.document.sample import ARTICLE

#: What stands in the file outside of the folder, behind the small briefing's article; nothing may show it.
SECRET = "fz5ec2e7 not of this folder"


class Link(NamedTuple):
    """A symbolic link; in its target `OUTSIDE` is the file outside of the folder that holds `SECRET`."""

    target: str


Entry = bytes | Link | Literal["fifo", "folder"]
OUTSIDE = "OUTSIDE"


@dataclass(frozen=True)
class Mutant:
    """Files by name (bytes of a file system, decoded as `os.fsdecode` does), and the name that is opened.

    `opened` is "" for the folder itself. `steps` says in words what was done to make it.
    """

    entries: dict[str, Entry]
    opened: str = ""
    steps: tuple[str, ...] = field(default=(), compare=False)

    def lay(self, folder: Path) -> Path:
        """Empty `folder` and put all of it there; returns the path to be opened."""
        outside = folder.with_name(f"{folder.name}-outside.txt")
        if not outside.exists():
            outside.write_text(f"{ARTICLE.rstrip()} {SECRET}\n", encoding="utf-8")
        _emptied(folder)
        for name, entry in self.entries.items():
            path = folder / name
            if isinstance(entry, bytes):
                path.write_bytes(entry)
            elif isinstance(entry, Link):
                path.symlink_to(entry.target.replace(OUTSIDE, str(outside)))
            elif entry == "fifo":
                os.mkfifo(path)
            else:
                path.mkdir()
        return folder / self.opened if self.opened else folder

    def shown(self, most: int = 600) -> str:
        """All of it in Python's notation, long contents shortened."""
        lines = [f"  opens {self.opened!r}, made by: {', '.join(self.steps) or 'nothing'}"]
        for name, entry in self.entries.items():
            whole = ascii(entry)
            cut = whole if len(whole) <= most else f"{whole[:most]}... ({len(whole)} characters)"
            lines.append(f"  {name!a}: {cut}")
        return "\n".join(lines)


def _emptied(folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                Path(entry.path).unlink()
