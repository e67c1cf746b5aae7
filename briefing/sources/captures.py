"""A document kept as it was received: in a folder of its own, with a file that says where it comes from.

`keep` writes one (`capture_files` says what is in it), `captured` reads it again. The folder holds
`capture.toml` (`capture_file`) and, beside it, the bytes as `capture.html` or what they are.
"""

from __future__ import annotations

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG
from typing import Final, NamedTuple

from briefing.document.controls import safe_line
from briefing.document.model import Origin
from briefing.document.toml_text import parsed
from briefing.machine.files import read_bytes, read_text
from briefing.machine.new_folder import write_new_folder
from briefing.sources.capture_file import (
    CapturedFacts,
    CaptureFile,
    ServerAnswer,
    capture_toml,
    shaped_capture,
)
from briefing.sources.folder import CAPTURE_NAME, plain_file_beside
from briefing.sources.material import Material
from briefing.sources.opening import source_named

_LARGEST: Final = 1 << 20  # bytes of a `capture.toml`; a server's fields are at most some 100 KB


class Captured(NamedTuple):
    """A kept document in its `file`, and the name of the format that it was opened as by request, or ""."""

    material: Material
    file: Path
    asked: str


def captured(path: Path, *, encoding: str = "") -> Captured:
    """Return the document kept in a folder, as if it came now from where it came from.

    `encoding` is that of its text by request, else what was asked for when it was kept. Raises BriefingError
    for what cannot be read. A document that was changed is read, and says so.
    """
    file = path if path.name == CAPTURE_NAME else path / CAPTURE_NAME
    described = plain_file_beside(file, CAPTURE_NAME, "capture", "top level", ours=False)
    text = read_text(described, shown=str(file), largest=_LARGEST, plain=True, follow=False)
    kept = shaped_capture(parsed(text, str(file)), str(file))
    bytes_at = plain_file_beside(file, kept.file, "file", "top level", ours=False)
    data = read_bytes(bytes_at, shown=str(file.parent / kept.file), plain=True, follow=False)
    material = Material(
        safe_line(kept.place) or str(file.parent / kept.file),
        data,
        media_type=kept.media_type,
        charset=kept.charset,
        encoding=encoding or kept.as_encoding,
        asked=safe_line(kept.asked),
        received=safe_line(kept.received),
        status=kept.answer.status,
        headers=kept.answer.headers,
        packed=kept.answer.packed,
        is_altered=sha256(data).hexdigest() != kept.sha256.lower(),
    )
    return Captured(material, file.parent / kept.file, kept.as_format)


def keep(
    folder: Path, material: Material, format_name: str, origin: Origin | None = None, *, asked: str = ""
) -> None:
    """Write a document as it was received, and what is known of it, to a new folder or an empty one.

    `folder` is written whole or not at all, and nothing is ever overwritten; the other arguments are those of
    `capture_files`. Raises BriefingError if it holds something, or cannot be written.
    """
    write_new_folder(folder, capture_files(material, format_name, origin, asked=asked))


def capture_files(
    material: Material, format_name: str, origin: Origin | None = None, *, asked: str = ""
) -> dict[str, bytes]:
    """Return the files of a capture by name: the bytes as they came, then `capture.toml`.

    Args:
        material: The document. Where it says no time at which it was received, that is now.
        format_name: What it was recognised as, or asked to be; the file's name ends as one of that does.
        origin: What reading it found out, None if it could not be read.
        asked: The name of the format that somebody asked for, "" if it was recognised.
    """
    source = source_named(format_name)
    name = f"capture{source.ending_of(material) if source else f'.{format_name}'}"
    is_file = not material.asked and Path(material.name).is_absolute()
    described = CaptureFile(
        file=name,
        sha256=sha256(material.data).hexdigest(),
        size=len(material.data),
        place=material.name,
        asked=material.asked,
        received=material.received or _time(datetime.now()),
        changed=_changed(material.name) if is_file else "",
        media_type=material.media_type,
        charset=material.charset,
        format=format_name,
        encoding=origin.encoding if origin else "",
        as_format=asked,
        as_encoding=material.encoding,
        answer=ServerAnswer(material.status, material.packed, material.headers),
        document=_facts(origin, material.name) if origin else CapturedFacts(),
    )
    return {name: material.data, CAPTURE_NAME: capture_toml(described).encode()}


def _facts(origin: Origin, place: str) -> CapturedFacts:
    own = "" if origin.canonical == place else origin.canonical  # where it was fetched, which it may not say
    return CapturedFacts(
        origin.title, origin.author, origin.published, own, origin.captured, origin.publication
    )


def _changed(path: str) -> str:
    try:
        status = Path(path).stat()
        return _time(datetime.fromtimestamp(status.st_mtime)) if S_ISREG(status.st_mode) else ""
    except (OSError, ValueError, OverflowError):
        return ""


def _time(moment: datetime) -> str:
    return moment.astimezone().isoformat(timespec="seconds")
