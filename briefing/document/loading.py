"""A briefing from disk: a folder with `briefing.toml`, that file itself, or any UTF-8 text file."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath

from briefing.document.errors import BriefingError
from briefing.document.files import near_file, read_text
from briefing.document.model import Briefing
from briefing.document.plain_text import load_plain_text, read_article

FILE_NAME = "briefing.toml"


def load(path: str | os.PathLike[str]) -> Briefing:
    """Return the briefing at `path`: a folder, its `briefing.toml` (any `.toml`), or a plain text file.

    Raises BriefingError, one line long, for whatever is wrong with it.
    """
    path = Path(path)
    if _is_folder(path):
        if not (path / FILE_NAME).is_file():
            raise BriefingError(str(path), f"the folder has no {FILE_NAME}", _folder_cure(path))
        return _load_toml(path / FILE_NAME)
    if path.suffix == ".toml":
        return _load_toml(path)
    return load_plain_text(path)


def load_bundled() -> Briefing:
    """Return the briefing that comes with the program. Raises BriefingError if it is not there."""
    from briefing.document.bundled import bundled_folder

    return _load_toml(bundled_folder() / FILE_NAME)


def _load_toml(path: Path) -> Briefing:
    # Not at module level: a plain text file needs neither TOML nor its checks.
    from briefing.document.checks import check
    from briefing.document.prose import joined_lines
    from briefing.document.shape import shaped
    from briefing.document.toml_text import parsed

    file = str(path)
    written = shaped(joined_lines(parsed(read_text(path), file)), file)
    paragraphs = read_article(_beside(path, written.article, "article", "top level"))
    if written.provenance and written.provenance.capture:
        _beside(path, written.provenance.capture, "capture", "provenance")
    check(written, paragraphs, file)
    return Briefing(
        title=written.title,
        bottom_line=written.bottom_line,
        provenance=written.provenance,
        paragraphs=paragraphs,
        sections=written.sections,
        events=written.events,
        names=written.names,
        path=file,
    )


def _beside(toml: Path, name: str, key: str, where: str) -> Path:
    """Return the path of a file that `toml` names; it has to lie beside it, for a briefing is one folder."""
    inner = PurePosixPath(name)
    if not name.strip() or "\0" in name or "\\" in name or inner.is_absolute() or ".." in inner.parts:
        what = f'"{key}" names "{name}", which is not a file of this folder'
        raise BriefingError(str(toml), what, f'name a file beside it, as in {key} = "{key}.txt"', where=where)
    path = toml.parent / inner
    if not path.is_file():
        what = f'"{key}" names "{name}", which is not there'
        raise BriefingError(str(toml), what, near_file(path) or "put the file there", where=where)
    return path


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a name too long, or with a NUL: reading it will say so
        return False


def _folder_cure(path: Path) -> str:
    try:
        texts = sorted(entry.name for entry in path.iterdir() if entry.suffix in (".txt", ".md"))
    except OSError:
        texts = []
    if texts:
        return f"write one, or open a text file of it, as in {path / texts[0]}"
    return "write one, or give a UTF-8 text file"
