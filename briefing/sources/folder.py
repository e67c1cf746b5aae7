"""A briefing from disk: a folder with a `briefing.toml`, or that file itself."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import Any, Final

from briefing.document.errors import FAULTS, BriefingError, refused
from briefing.document.model import Briefing
from briefing.machine.files import is_file_there, is_folder_there, near_file, read_text
from briefing.sources.article_paragraphs import read_article

FILE_NAME: Final = "briefing.toml"
#: What stands beside a document that was kept as it was received (`captures`).
CAPTURE_NAME: Final = "capture.toml"


def is_folder(path: Path) -> bool:
    """Return whether there is a folder, or a file that is called as the one in it is."""
    return is_folder_there(path) or path.suffix == ".toml"


def is_capture(path: Path) -> bool:
    """Return whether a path is the folder of a kept document and of no briefing, or its `capture.toml`."""
    if path.name == CAPTURE_NAME:
        return is_file_there(path)
    return is_file_there(path / CAPTURE_NAME) and _is_missing(path / FILE_NAME)


def read_folder(path: Path) -> Briefing:
    """Return the briefing in a folder, or the one that a `.toml` file is."""
    return load_toml(toml_of(path))


def toml_of(path: Path) -> Path:
    """Return the `briefing.toml` in a folder; what is no folder is one itself. Raises BriefingError."""
    if not is_folder_there(path):
        if path.name == FILE_NAME and _is_missing(path) and is_folder_there(path.parent):
            raise BriefingError(str(path), "no such file", near_file(path) or _folder_cure(path.parent))
        return path
    if _is_missing(path / FILE_NAME):
        raise BriefingError(str(path), f"the folder has no {FILE_NAME}", _folder_cure(path))
    if _leads_out(path / FILE_NAME, path):
        from briefing.sources.beside import outside

        raise outside(path / FILE_NAME)
    return path / FILE_NAME


def load_toml(path: Path, *, ours: bool = False) -> Briefing:
    """Load a briefing; `ours` may consist of links, as some installers have it."""
    # Not at module level: a plain text file needs neither TOML nor its checks.
    from briefing.document.toml_text import LARGEST, parsed

    return load_data(parsed(read_text(path, largest=LARGEST, plain=True), str(path)), path, ours=ours)


def load_data(data: dict[str, Any], path: Path, *, ours: bool = False) -> Briefing:
    """Return the briefing that parsed TOML makes at `path`. Raises what `load_toml` does."""
    from briefing.sources.checks import check
    from briefing.sources.prose import joined_lines
    from briefing.sources.shape import shaped

    file = str(path)
    try:
        written = shaped(joined_lines(data), file)
    except FAULTS as error:
        raise refused(file, error) from None
    article = plain_file_beside(path, written.article, "article", "top level", ours=ours)
    paragraphs = read_article(article, follow=ours, shown=str(path.parent / written.article))
    if written.provenance and written.provenance.capture:
        plain_file_beside(path, written.provenance.capture, "capture", "provenance", ours=ours)
    check(written, paragraphs, file)
    if not (written.title.shown and written.sections):
        from briefing.sources.as_briefing import filled_in  # of a briefing that is only begun

        written = filled_in(written, paragraphs)
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


def plain_file_beside(toml: Path, name: str, key: str, where: str, *, ours: bool) -> Path:
    """Return the path, free of links, of the plain file that `toml` names; its folder is all of a briefing.

    With `ours` the path has its links, and they may lead out of the folder. Raises BriefingError if it is
    none, or is elsewhere.
    """
    inner = PurePosixPath(name)
    path = toml.parent / inner
    is_inside = bool(name.strip()) and not (
        "\0" in name or "\\" in name or inner.is_absolute() or ".." in inner.parts
    )
    if is_inside and is_file_there(path) and (ours or not _leads_out(path, toml.parent)):
        return path if ours else Path(os.path.realpath(path))
    from briefing.sources.beside import unfit  # only a mistake needs it

    raise unfit(toml, name, key, where, is_inside=is_inside)


def _leads_out(path: Path, folder: Path) -> bool:
    """Return whether `path`, which is written as one inside `folder`, is really outside, because of links."""
    inside, real = os.path.realpath(folder), os.path.realpath(path)
    return not real.startswith(inside if inside.endswith(os.sep) else inside + os.sep)


def _is_missing(path: Path) -> bool:
    try:
        path.lstat()
    except FileNotFoundError:
        return True
    except OSError:  # reading it will say why
        return False
    return False


def _folder_cure(path: Path) -> str:
    try:
        texts = sorted(entry.name for entry in path.iterdir() if entry.suffix in (".txt", ".md"))
    except OSError:
        texts = []
    if texts:
        text = path / ("article.txt" if "article.txt" in texts else texts[0])
        return f"put it back, begin another with `briefing new {text} FOLDER`, or open that text"
    return "put it back, or name a document"
