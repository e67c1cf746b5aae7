"""The command line of `briefing export`: which screen, as what, and where to."""

from __future__ import annotations

import argparse
import asyncio
import re
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final, Literal, NamedTuple, NoReturn

from briefing.commands.arguments import USAGE, Parser
from briefing.commands.opening import opened, tell_what_was_lost
from briefing.document import Briefing, safe_line, section_index, sections_shown
from briefing.machine.output import write_output, write_text

_EXAMPLES: Final = """\
examples:
  briefing export                    to a new file, briefing-background.svg
  briefing export --format png -o a.png my-briefing/
  briefing export --section full --size 80x24 --light > a.svg
"""
_STDOUT: Final = "-"
#: The columns and rows that a screen can have here.
_COLUMNS: Final = range(20, 501)
_ROWS: Final = range(8, 301)


class Size(NamedTuple):
    """A screen's size in cells."""

    columns: int
    rows: int


def main(arguments: Sequence[str]) -> int:
    """Save or print the picture. Raises BriefingError for what cannot be read or written."""
    asked = parser()
    options = asked.read(arguments)
    kind = _kind(asked, options)
    to_stdout = options.output == _STDOUT or (options.output is None and not _is_terminal())
    if to_stdout and _is_terminal():
        _end(asked, "a picture is not for a terminal; name a file, as in --output a.svg")
    briefing = opened(
        options.path, source=options.source, encoding=options.encoding, save=options.save
    ).briefing
    tell_what_was_lost(briefing)
    section = _section(asked, briefing, options.section)
    from briefing.machine.saving import save, save_new  # half a second, which a mistake need not wait for

    data = _drawn(briefing, section, options.size, light=options.light, kind=kind)
    if to_stdout:
        return _print(asked, partial(write_output, data))
    if options.output is None:
        path = save_new(Path(), f"briefing-{sections_shown(briefing)[section].key}", f".{kind}", data)
        return _print(asked, partial(write_text, f"{safe_line(str(path))}\n"))
    save(Path(options.output), data)
    return 0


def parser() -> Parser:
    """Return what reads the arguments."""
    what = "Save the reader's screen as a picture that is right in browsers and viewers."
    parser = Parser("briefing export", what, _EXAMPLES)
    parser.add_briefing()
    parser.add_argument(
        "-f",
        "--format",
        choices=("svg", "png"),
        metavar="FORMAT",
        help="%(choices)s; else what FILE ends in, else svg",
    )
    where = "where to (-: standard output); else a pipe, or a new file in this folder"
    parser.add_argument("-o", "--output", metavar="FILE", help=where)
    parser.add_argument("-s", "--section", metavar="KEY", help="show this section")
    size = "the screen's, in columns and rows (%(default)s)"
    parser.add_argument("--size", type=_size, default="120x36", metavar="SIZE", help=size)
    parser.add_argument("--light", action="store_true", help="dark letters on a light ground")
    return parser


def _size(text: str) -> Size:
    match = re.fullmatch(r"([0-9]{1,4})x([0-9]{1,4})", text)
    size = Size(int(match[1]), int(match[2])) if match else None
    if size is None or size.columns not in _COLUMNS or size.rows not in _ROWS:
        least, most = (f"{end.columns}x{end.rows}" for end in _ENDS)
        raise argparse.ArgumentTypeError(f"a size is columns x rows, as 120x36, from {least} to {most}")
    return size


_ENDS: Final = (Size(_COLUMNS[0], _ROWS[0]), Size(_COLUMNS[-1], _ROWS[-1]))


def _kind(parser: Parser, options: argparse.Namespace) -> Literal["svg", "png"]:
    ending = Path(options.output or "").suffix.lower()
    if options.format is None and ending not in ("", ".svg", ".png"):
        _end(parser, f'a picture is svg or png, not "{ending[1:]}"; add --format svg or --format png')
    return "png" if (options.format or ending[1:]) == "png" else "svg"


def _section(parser: Parser, briefing: Briefing, asked: str | None) -> int:
    try:
        return section_index(briefing, asked)
    except LookupError as error:
        _end(parser, str(error.args[0]))


def _drawn(briefing: Briefing, section: int, size: Size, *, light: bool, kind: str) -> bytes:
    from briefing.tui.picture.still import screen_picture

    svg = asyncio.run(screen_picture(briefing, section, size, light=light))
    if kind == "svg":
        return svg.encode()
    from briefing.tui.picture.png import png

    return png(svg)


def _is_terminal() -> bool:
    return bool(sys.stdout and sys.stdout.isatty())


def _print(parser: Parser, write: Callable[[], object]) -> int:
    try:
        write()
    except OSError as error:
        _end(parser, f"cannot write: {error.strerror}", 1)
    return 0


def _end(parser: Parser, message: str, status: int = USAGE) -> NoReturn:
    """End the program with one line."""
    parser.exit(status, message)
