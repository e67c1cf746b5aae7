"""Opening whatever somebody names: the first of the registered sources that recognises it reads it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

from briefing.document import Briefing
from briefing.document.errors import FAULTS, refused
from briefing.sources.folder import FILE_NAME, FOLDER, load_toml
from briefing.sources.plain_text import PLAIN_TEXT
from briefing.sources.source import Source

#: What can be opened, in the order in which it is recognised; the last one takes everything.
SOURCES: Final[tuple[Source, ...]] = (FOLDER, PLAIN_TEXT)


def load(path: str | os.PathLike[str]) -> Briefing:
    """Return the briefing at `path`.

    Args:
        path: A folder with a `briefing.toml`, a `.toml` file, or a text file in UTF-8.

    Raises:
        BriefingError: For whatever is wrong with it, in one line: file, place, fault and cure.
    """
    path = Path(path)
    try:
        source = next(source for source in SOURCES if source.sniff(path))
        return source.read(path)
    except FAULTS as error:
        raise refused(str(path), error) from None


def load_bundled() -> Briefing:
    """Return the briefing that comes with the program. Raises BriefingError if it is not there."""
    from briefing.machine.assets import bundled_folder

    path = bundled_folder() / FILE_NAME
    try:
        return load_toml(path, ours=True)
    except FAULTS as error:
        raise refused(str(path), error) from None
