"""The command line of `briefing new`: a document as a folder in which its briefing is to be written."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path, PurePath
from typing import Final

from briefing.commands.arguments import Parser, tell
from briefing.commands.opening import DASH, is_address
from briefing.document import BriefingError, safe_line
from briefing.document.errors import FAULTS, refused
from briefing.machine.files import is_file_there, is_folder_there
from briefing.machine.new_folder import check_new_folder, write_new_folder
from briefing.sources import Material

_EXAMPLES: Final = """\
Then open the folder with `briefing talks`, and its briefing.toml in an editor.

examples:
  briefing new article.txt           to a new folder, ./article
  briefing new https://example.org/a talks
                                     a page, to ./talks
  briefing new - talks < post.txt    what comes in by standard input
  briefing new kept-page/ talks      what --save kept
"""
_LONGEST: Final = 60  # characters of a folder's name that is made up


def main(arguments: Sequence[str]) -> int:
    """Write the folder, and print its name. Raises BriefingError for what cannot be read or written."""
    asked_by = parser()
    options = asked_by.read(arguments)
    folder = Path(options.folder) if options.folder else _folder_of(options.path)
    check_new_folder(folder)  # before anything is fetched or waited for
    material, asked = _material(options)
    try:
        from briefing.machine.assets import schema
        from briefing.sources.beginning import begin, read_whole

        briefing = read_whole(material, asked)
        begun = begin(briefing, material, schema(), asked=asked)
    except FAULTS as error:
        raise refused(material.name, error) from None
    write_new_folder(folder, begun.files)
    from briefing.commands.opening import tell_what_was_lost

    tell_what_was_lost(briefing)
    for line in begun.told:
        tell(asked_by.prog, line)
    from briefing.commands.printing import write

    return write(f"{safe_line(str(folder))}\n", is_own=True)


def parser() -> Parser:
    """Return what reads the arguments."""
    what = (
        "Begin a briefing: a folder with a document as it came, its article,\nand a briefing.toml to fill in."
    )
    parser = Parser("briefing new", what, _EXAMPLES)
    parser.add_document()
    parser.add_argument(
        "folder", nargs="?", metavar="FOLDER", help="a new folder, or an empty one; nothing is overwritten"
    )
    return parser


def _material(options: argparse.Namespace) -> tuple[Material, str]:
    """The document's bytes, and the format that it is to be read as, "" to recognise it."""
    from briefing.commands.arriving import material_named
    from briefing.sources.folder import is_capture, is_folder
    from briefing.sources.opening import source_of

    if options.source:
        source_of(Material(options.path, b""), options.source)
    path = Path(options.path)
    if options.path != DASH and not is_address(options.path) and is_folder(path):
        if not is_capture(path):
            cure = "open it with `briefing`, or copy it; `new` takes a document"
            raise BriefingError(options.path, "is a folder, and no kept document", cure)
        from briefing.sources.captures import captured

        found = captured(path, encoding=options.encoding)
        return found.material, options.source or found.asked
    material, _ = material_named(options.path, options.source, options.encoding, to_keep=True)
    if material is None:
        raise BriefingError(options.path, "brings nothing", "name a document")
    return material, options.source


def _folder_of(path: str) -> Path:
    """A name for the folder, after the document's, here."""
    if path == DASH:
        raise BriefingError("standard input", "has no name for a folder", "name one: briefing new - FOLDER")
    if is_address(path):
        path = re.sub(r"[?#].*", "", path).rstrip("/")
    name = PurePath(path).name
    of_folder = is_folder_there(Path(path))
    stem = name if of_folder else PurePath(name).stem
    stem = re.sub(r"[^\w.-]+", "-", stem).strip("-.")[:_LONGEST] or "new"
    folder = Path(stem)
    return folder.with_name(f"{stem}-briefing") if of_folder or is_file_there(folder) else folder
