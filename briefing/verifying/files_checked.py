"""What is found in a briefing's files as they are stored: hidden controls, and a capture that was changed."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import islice
from typing import Final

from briefing.document.errors import BriefingError
from briefing.document.toml_places import line_starts, position
from briefing.document.toml_text import parsed
from briefing.machine.files import is_file_there, read_bytes, read_text
from briefing.sources.capture_file import shaped_capture
from briefing.sources.folder import CAPTURE_NAME, plain_file_beside
from briefing.verifying.directions import hidden
from briefing.verifying.examined import Examined
from briefing.verifying.finding import Finding, Level, Region

_MOST: Final = 50  # controls that are told of in one file


def of_files(examined: Examined) -> Iterator[Finding]:
    """Yield what the bytes of the files say."""
    yield from _controls(examined.file, examined.text, is_ours=examined.is_folder)
    if examined.stored is not None:
        yield from _controls(examined.article_file, examined.stored, is_ours=False)
        yield from _entities(examined)
    if examined.is_folder:
        yield from _capture(examined)


def _controls(file: str, text: str, *, is_ours: bool) -> Iterator[Finding]:
    """Controls of direction. An article is not ours to change: whatever is in it is a remark."""
    lines: list[int] = []
    for one in islice(hidden(text), _MOST):
        lines = lines or line_starts(text)
        level: Level = "mistake" if one.is_grave and is_ours else "remark"
        at, end = position(lines, one.at), position(lines, one.at + 1)
        what = f"a hidden control ({one.name}) {one.does}"
        cure = (
            'take it out, or write it as an escape ("\\u202E")' if is_ours else "compare it with the original"
        )
        yield Finding("hidden-control", level, file, Region(*at, *end), "", what, cure)


def _entities(examined: Examined) -> Iterator[Finding]:
    """Controls that Markdown has as entities (`&#8238;`): they are in the article, and not in its file."""
    article, stored = examined.article or "", examined.stored or ""
    if article == stored:
        return
    more = list(hidden(article))[len(list(hidden(stored))) :]
    if more:
        what = f"a hidden control ({more[-1].name}), written as an entity, {more[-1].does}"
        cure = "compare it with the original"
        yield Finding("hidden-control", "remark", examined.article_file, Region(), "", what, cure)


def _capture(examined: Examined) -> Iterator[Finding]:
    """A `capture.toml` beside the briefing whose file no longer is what its checksum was made of."""
    toml = examined.path.parent / CAPTURE_NAME
    if not is_file_there(toml):
        return
    try:
        path = plain_file_beside(toml, CAPTURE_NAME, "capture", "top level", ours=False)
        text = read_text(path, shown=str(toml), plain=True, follow=False)
        kept = shaped_capture(parsed(text, str(toml)), str(toml))
        at = plain_file_beside(toml, kept.file, "file", "top level", ours=False)
        data = read_bytes(at, shown=str(toml.parent / kept.file), plain=True, follow=False)
    except BriefingError as error:
        line = max(error.line, 1)
        region = Region(line, 1, line, 1)
        yield Finding("unreadable", "mistake", error.file, region, error.where, error.what, error.cure)
        return
    if sha256(data).hexdigest() != kept.sha256.lower():
        line = next((n for n, one in enumerate(text.split("\n"), 1) if one.startswith("sha256")), 1)
        what = f'"{kept.file}" is not what was captured: its SHA-256 is another'
        cure = "put back the file as it was, or capture it again"
        yield Finding("capture-changed", "mistake", str(toml), Region(line, 1, line, 7), "", what, cure)
