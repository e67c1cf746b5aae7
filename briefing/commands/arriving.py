"""A document that comes from elsewhere than a file, or is kept as it comes."""

from __future__ import annotations

import gc
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from briefing.commands.opening import DASH, Opened, bundled, is_address
from briefing.document import Briefing, BriefingError
from briefing.document.errors import FAULTS, refused
from briefing.document.model import STANDARD_INPUT, STANDARD_INPUT_PATHS
from briefing.machine.files import LARGEST
from briefing.machine.standard_input import FIRST, may_bring_something, read_standard_input
from briefing.sources import Material, briefing_of
from briefing.sources.folder import is_folder
from briefing.sources.opening import large_text, material_at, source_of


def arrived(path: str | None, source: str, encoding: str, save: str | None) -> Opened:
    """Return what is at an address or a path, or comes in by standard input; arguments as in `opened`.

    Raises BriefingError if it cannot be read, or kept in the folder `save`.
    """
    gc.enable()  # it may be large
    if source:
        source_of(Material(path or STANDARD_INPUT, b""), source)  # before anything is waited for
    folder = None if save is None else _new_folder(save)
    material, came_in = material_named(path, source, encoding, to_keep=folder is not None)
    if material is not None:
        try:
            return Opened(kept_and_read(material, source, folder), came_in, partial(_whole, material, source))
        except FAULTS as error:
            raise refused(material.name, error) from None
    if folder is not None:
        raise BriefingError(str(folder), "there is nothing to keep in it", "name a document or an address")
    return bundled(source, encoding)


def _whole(material: Material, source: str) -> tuple[Material, str]:
    """Return a document with all of its bytes, and the format that was asked for."""
    large_bytes = material.large_bytes
    if large_bytes is not None:
        material = replace(material, data=large_bytes.read(0, large_bytes.size), large_bytes=None)
    return material, source


def kept_and_read(material: Material, source: str, folder: Path | None) -> Briefing:
    """Return a document as a briefing; before, keep it in a new folder, if there is one to be.

    It is kept even if it cannot be read. Raises BriefingError for either.
    """
    if folder is None:
        return briefing_of(material, source)
    from briefing.sources.captures import keep

    name = source_of(material, source).name
    try:
        briefing = briefing_of(material, source)
    except BriefingError as error:
        keep(folder, material, name, asked=source)
        cure = f"{error.cure} (what came is kept in {folder})"
        raise BriefingError(error.file, error.what, cure, where=error.where) from None
    keep(folder, material, name, briefing.origin, asked=source)
    return briefing


def _new_folder(save: str) -> Path:
    from briefing.machine.new_folder import check_new_folder

    if not save:
        raise BriefingError("--save", "names no folder", "name a new one, as in --save my-capture")
    folder = Path(save)
    check_new_folder(folder)
    return folder


def material_named(
    path: str | None, source: str, encoding: str, *, to_keep: bool
) -> tuple[Material | None, bool]:
    """Return the document that was named or comes in, and whether it came in by standard input.

    It is None where nothing comes in. A file that is `to_keep` is known by its absolute path. Raises
    BriefingError for what cannot be had, and for a folder.
    """
    if path is None or path == DASH:
        material = _incoming(source, encoding, is_asked=path is not None, to_keep=to_keep)
        return material, material is not None
    if is_address(path):
        from briefing.commands.fetching import fetched

        return fetched(path, encoding=encoding), False
    if to_keep and is_folder(Path(path)):
        cure = "copy the folder, or name a document"
        raise BriefingError(path, "is a folder: only a document is kept by --save", cure)
    material = material_at(Path(path), encoding)
    if path in STANDARD_INPUT_PATHS:
        return replace(material, name=STANDARD_INPUT), True
    return replace(material, name=str(Path(path).absolute())), False


def _incoming(source: str, encoding: str, *, is_asked: bool, to_keep: bool) -> Material | None:
    """What comes in; None for nothing. Of a pipe that is open and silent one line says so."""
    if not is_asked and not may_bring_something():
        return None
    try:
        data = read_standard_input(asked=is_asked)
    except FAULTS as error:
        raise refused(STANDARD_INPUT, error) from None
    if data is None:
        from briefing.commands.arguments import tell

        silence = f"nothing came by standard input for {FIRST:g} s"
        tell("briefing", f"{silence}: this is the briefing that comes along; < /dev/null asks for it")
        return None
    if not isinstance(data, bytes):
        # What is kept is in memory, as is what is no plain text.
        if not to_keep and (text := large_text(STANDARD_INPUT, data, source, encoding)) is not None:
            return text
        if data.size > LARGEST:
            raise BriefingError(
                STANDARD_INPUT, f"is more than {LARGEST / 2**20:g} MiB", "split it into smaller texts"
            )
        data = data.read(0, data.size)
    if not data and not is_asked:
        return None
    return Material(STANDARD_INPUT, data, encoding=encoding)
