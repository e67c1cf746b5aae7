"""Opening whatever somebody names: a briefing's folder, or a document that a source recognises and reads."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from briefing.document import Briefing
from briefing.document.errors import FAULTS, BriefingError, refused
from briefing.sources.folder import FILE_NAME, is_capture, is_folder, load_toml, read_folder
from briefing.sources.formats import SOURCES, TEXT
from briefing.sources.material import Material
from briefing.sources.source import Source

if TYPE_CHECKING:
    from briefing.machine.large_bytes import LargeBytes

# Bytes of a large text's beginning that say what it is.
_BEGINNING: Final = 1 << 17
# What begins so is read whole, whatever it is.
_WHOLE: Final = (b"PK", b"%PDF")


def load(path: str | os.PathLike[str], *, asked: str = "", encoding: str = "") -> Briefing:
    """Return the briefing at `path`, or the document there as one without claims.

    Args:
        path: A folder with a `briefing.toml` or a kept capture, a `.toml` file, or a document.
        asked: The name of the format (of one of `SOURCES`); "" recognises it.
        encoding: The encoding of its text; "" finds it.

    Raises:
        BriefingError: For whatever is wrong with it, in one line: file, place, fault and cure.
    """
    path = Path(path)
    try:
        if is_folder(path):
            if is_capture(path):
                from briefing.sources.captures import captured

                found = captured(path, encoding=encoding)
                try:
                    return briefing_of(found.material, asked or found.asked)
                except BriefingError as error:  # what is here is at fault, not what is where it came from
                    here, what = str(found.file), error.what
                    if found.material.is_altered:
                        what = f"was changed since it was kept, and {what}"
                    raise BriefingError(here, what, error.cure, where=error.where) from None
            if not asked:
                return read_folder(path)
        from briefing.machine.large_bytes import large_file

        if (large_bytes := large_file(path)) is not None:
            if (text := large_text(str(path), large_bytes, asked, encoding)) is not None:
                return briefing_of(text, TEXT)
            del large_bytes  # it is read as a small one, and may be refused
        return briefing_of(material_at(path, encoding), asked)
    except FAULTS as error:
        raise refused(str(path), error) from None


def material_at(path: Path, encoding: str = "") -> Material:
    """Return the file at `path` as it is. Raises BriefingError if it cannot be read."""
    from briefing.machine.files import read_bytes

    return Material(str(path), read_bytes(path), encoding=encoding)


def briefing_of(material: Material, asked: str = "") -> Briefing:
    """Return a document as a briefing of its sections, without claims; `asked` as in `load`.

    Raises BriefingError for whatever is wrong with it.
    """
    from briefing.sources.as_briefing import as_briefing

    source = source_of(material, asked)
    if source.name == TEXT and material.large_bytes is None:
        material = _by_pieces(material)
    try:
        return as_briefing(source.read(material), material, source)
    except (BriefingError, *FAULTS) as error:
        wrong = refused(material.name, error)
        if asked and (found := source_of(material).name) != asked:
            wrong = BriefingError(wrong.file, f"cannot be read as {asked}: {wrong.what}", _other(found))
        raise wrong from None


def _other(found: str) -> str:
    """The cure for a document that is none of the format asked for, but seems to be of another."""
    return f"it looks like {found}; leave --from out, or say --from {found}"


def large_text(name: str, large_bytes: LargeBytes, asked: str, encoding: str) -> Material | None:
    """Return a large plain text, which is not read but for its beginning; None if it is none.

    `name` and `encoding` are as in `Material`, `asked` is as in `load`.
    """
    if asked not in ("", TEXT):
        return None
    material = Material(name, large_bytes.read(0, _BEGINNING), encoding=encoding, large_bytes=large_bytes)
    if not asked and (material.data.startswith(_WHOLE) or source_of(material).name != TEXT):
        return None
    return material


def _by_pieces(material: Material) -> Material:
    """A plain text that is in memory as one that is read piece by piece, if it is large."""
    from briefing.machine import large_bytes

    if len(material.data) < large_bytes.LARGE:
        return material
    return replace(
        material, data=material.data[:_BEGINNING], large_bytes=large_bytes.MemoryBytes(material.data)
    )


def source_of(material: Material, asked: str = "") -> Source:
    """Return what reads a document: the source of that name, else the one that recognises it.

    Raises BriefingError if there is none of that name.
    """
    found = source_named(asked) if asked else next((one for one in SOURCES if one.recognises(material)), None)
    if found is not None:
        return found
    known = ", ".join(source.name for source in SOURCES)
    raise BriefingError(material.name, f'there is no format "{asked}"', f"there are {known}")


def source_named(name: str) -> Source | None:
    """Return the source of that name; None if there is none, as an older version may have called one."""
    return next((source for source in SOURCES if source.name == name), None)


def load_bundled() -> Briefing:
    """Return the briefing that comes with the program. Raises BriefingError if it is not there."""
    from briefing.machine.assets import bundled_folder

    path = bundled_folder() / FILE_NAME
    try:
        return load_toml(path, ours=True)
    except FAULTS as error:
        raise refused(str(path), error) from None
