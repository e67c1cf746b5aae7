"""The command line: which command it is, and the options of the one without a name."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Final, NamedTuple

from briefing.commands.opening import opened
from briefing.document import BriefingError, section_index
from briefing.machine.faults.debug_log import VARIABLE
from briefing.machine.surroundings import make_harmless

_EXAMPLES: Final = """\
examples:
  briefing                           read the briefing that comes along
  briefing --section goals           open it at a section (full: all of it)
  briefing my-briefing/              read a folder with a briefing.toml
  briefing article.txt               read any text, whatever its encoding
  briefing < article.txt             the same by standard input, or a pipe
  briefing https://example.org/a     a page; --save FOLDER keeps it as it came
  briefing | less                    the whole briefing as plain text
  briefing --section goals > a.txt   one section as plain text
  briefing export -o a.png           the screen as a picture (export --help)
  briefing new article.txt           begin a briefing of it (new --help)
  briefing check my-briefing/        is it true? (check --help)
  briefing doctor                    what this terminal is, where copies go
  briefing serve my-briefing/        read it in a browser (serve --help)
"""

_USAGE: Final = 2

_COMMANDS_HELP: Final = """\
commands (with a --help of their own; a file of such a name is ./doctor):
  new                                begin a briefing of a document
  check                              what is wrong in a briefing
  export                             the screen as a picture
  doctor                             what this terminal is, and a test card
  lookups                            the words that were looked up
  serve                              the reader in a browser

"""

# What is a command of its own when it comes first: a module of this package with a `main`.
_COMMANDS: Final = ("check", "doctor", "export", "lookups", "new", "serve")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status: 0, 1 for what cannot be read, 2 for wrong usage."""
    try:
        return _main(sys.argv[1:] if arguments is None else arguments)
    except BriefingError as error:
        return _fail(str(error), 1)


def _main(given: Sequence[str]) -> int:
    make_harmless(os.environ)
    if given:
        gc.enable()  # a large document may be read, or nothing be shown
    if given and given[0] in _COMMANDS:
        status: int = import_module(f"briefing.commands.{given[0]}").main(given[1:])
        return status
    options = _parse(given)
    if options.version:
        return _version()
    if options.log or VARIABLE in os.environ:
        from briefing.commands.arguments import open_log

        open_log(options.log)
    briefing, came_in = opened(
        options.path, source=options.source, encoding=options.encoding, save=options.save
    )
    try:
        section = None if options.section is None else section_index(briefing, options.section)
    except LookupError as error:
        return _fail(str(error.args[0]), _USAGE)
    if options.bidi is not None and options.bidi not in (known := _strategies()):
        return _fail(f'there is no "{options.bidi}" for --bidi; there are {", ".join(known)}', _USAGE)
    if options.theme is not None and options.theme not in (names := _themes()):
        return _fail(f'there is no "{options.theme}" for --theme; there are {", ".join(names)}', _USAGE)
    if _has_screen(came_in=came_in):
        from briefing.commands.reading import read

        return read(briefing, section, theme=options.theme, bidi=options.bidi, fresh=options.fresh)
    gc.enable()
    from briefing.commands.printing import print_text

    return print_text(briefing, section)


def _strategies() -> list[str]:
    from briefing.machine.terminal import STRATEGIES

    return ["auto", *STRATEGIES]


def _themes() -> Sequence[str]:
    from briefing.tui.themes import NAMES  # takes Textual: not on the way to a reader without the option

    return NAMES


def _has_screen(*, came_in: bool) -> bool:
    """Whether there is a terminal to draw on and to read keys from; also if the text `came_in`."""
    if os.environ.get("TERM") in ("dumb", "") or not (sys.stdout and sys.stdout.isatty()):
        return False
    if sys.stdin and sys.stdin.isatty():  # None: closed by the shell
        return True
    if not came_in:
        return False
    from briefing.machine.standard_input import keys_from_terminal

    return keys_from_terminal()


def _version() -> int:
    from importlib.metadata import version

    from briefing.commands.printing import write

    return write(f"briefing {version('briefing')}\n")


class Options(NamedTuple):
    """What was asked for: a briefing (None: the bundled one), a section, a theme, a strategy, a log.

    `source` is the name of the document's format, `encoding` that of its text's; "" if they are to be found.
    `save` is the folder in which it is kept as it came. `fresh`: not from where it was left the last time.
    """

    path: str | None = None
    source: str = ""
    encoding: str = ""
    save: str | None = None
    section: str | None = None
    theme: str | None = None
    bidi: str | None = None
    log: str | None = None
    version: bool = False
    fresh: bool = False


def _parse(arguments: Sequence[str]) -> Options:
    """The options in `arguments`; ends the program for --help and mistakes, as argparse does."""
    if not arguments:
        return Options()
    from briefing.commands.arguments import Parser  # not needed by who just types `briefing`

    parser = Parser(
        "briefing",
        "Read an Arabic article in the terminal, beside an English summary\ntied to its words.",
        _COMMANDS_HELP + _EXAMPLES,
    )
    parser.add_briefing(also=("--format",))
    parser.add_argument("-s", "--section", metavar="KEY", help="open at this section, or print it alone")
    parser.add_argument(
        "--fresh", action="store_true", help="begin anew, not where the same text was left the last time"
    )
    parser.add_argument(
        "--theme", metavar="NAME", help="its colours: dark, light, auto (as the terminal is), or one by name"
    )
    parser.add_argument(
        "--light", dest="theme", action="store_const", const="light", help="the same as --theme light"
    )
    parser.add_argument(
        "--bidi",
        metavar="NAME",
        help="what the terminal is sent so that it leaves the order alone (default: auto)",
    )
    parser.add_argument("--version", action="store_true", help="print the version and stop")
    found = parser.parse_args(arguments)
    return Options(
        found.path,
        found.source,
        found.encoding,
        found.save,
        found.section,
        found.theme,
        found.bidi,
        found.log,
        found.version,
        found.fresh,
    )


def _fail(message: str, status: int) -> int:
    from briefing.commands.arguments import tell

    tell("briefing", message)
    return status
