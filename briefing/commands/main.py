"""The command line: which command it is, and the options of the one without a name."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from briefing.commands.opening import opened
from briefing.document import BriefingError, section_index
from briefing.machine.faults.debug_log import VARIABLE
from briefing.machine.surroundings import make_harmless

if TYPE_CHECKING:
    from briefing.commands.arguments import Parser

#: What is a command of its own when it comes first, in the order of the help, and what it does. Each is a
#: module of this package, with `main(arguments)`, which returns the exit status, and `parser()`.
COMMANDS: Final = {
    "new": "begin a briefing of a document",
    "draft": "have a command of yours draft one, and keep what is proved",
    "check": "tell what is wrong in a briefing",
    "export": "save it as Markdown, JSON, a picture...",
    "print": "print it, or a part of it, as text",
    "serve": "let a briefing be read in a browser",
    "lookups": "print the words that were looked up",
    "doctor": "say what this terminal is, and show a test card",
    "completion": "print what a shell completes words with",
    "help": "show the help of a command",
}

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
  briefing new article.txt           begin a briefing of it
  briefing check my-briefing/        is it true?
  briefing help check                how that is used
"""

_USAGE: Final = 2

_COMMANDS: Final = "commands (briefing help COMMAND; a file of such a name is ./check):\n"
_STATUSES: Final = """\
exit status:
  0     done
  1     something cannot be read or written; `check` found a mistake
  2     wrong usage
  70    a fault of the program's own; the line says where the log is
  130   ended by Ctrl+C; by signal n: 128 + n

"""


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
    if given and given[0] in COMMANDS:
        status: int = _module(given[0]).main(given[1:])
        return status
    if given and not given[0].startswith("-") and (command := _nearly(given[0])):
        what = f'"{given[0]}" is no command and no file; did you mean "{command}"?'
        return _fail(f"{what} briefing --help shows what there is", _USAGE)
    options = _parse(given)
    if options.version:
        return _version()
    if options.log or VARIABLE in os.environ:
        from briefing.commands.arguments import open_log

        open_log(options.log)
    if options.watch and (wrong := _not_watched(options)):
        return _fail(wrong, _USAGE)
    briefing, came_in, material = opened(
        options.path, source=options.source, encoding=options.encoding, save=options.save
    )
    try:
        section = None if options.section is None else section_index(briefing, options.section)
    except LookupError as error:
        return _fail(str(error.args[0]), _USAGE)
    if options.bidi is not None and options.bidi not in (known := _strategies()):
        return _no_such("strategy", options.bidi, known)
    if options.theme is not None and options.theme not in (names := _themes()):
        return _no_such("theme", options.theme, names)
    if _has_screen(came_in=came_in):
        from briefing.commands.reading import read

        asked = None
        if options.path and (options.watch or options.source or options.encoding):
            from briefing.sources.reopening import AskedFor

            asked = AskedFor(options.path, options.source, options.encoding, options.watch)
        theme, bidi, fresh = options.theme, options.bidi, options.fresh
        return read(briefing, section, theme=theme, bidi=bidi, fresh=fresh, material=material, asked=asked)
    gc.enable()
    from briefing.commands.printing import print_text

    return print_text(briefing, section)


def parser_of(command: str) -> Parser:
    """Return what reads the arguments of one of `COMMANDS`, or with "" those of the program without one."""
    made: Parser = _module(command).parser() if command else parser()
    return made


def _module(command: str) -> Any:
    return import_module(f"briefing.commands.{command}")


def _nearly(word: str) -> str:
    """The command that a word was meant to be; "" if it is none, or a file or folder is called so."""
    if not word.isalpha() or os.path.lexists(word):
        return ""
    from briefing.document.near_miss import nearest_word

    near = nearest_word(word, (*COMMANDS, "version"))
    return "--version" if near == "version" else near


def _not_watched(options: ReadOptions) -> str:
    """Say why what is to be read cannot be watched; "" if it can."""
    from briefing.commands.opening import DASH, is_address
    from briefing.document.model import STANDARD_INPUT_PATHS

    path, cure = options.path, "name a file or a folder"
    if path is None:
        return f"--watch: there is nothing to watch; {cure}, as in briefing --watch my-briefing/"
    if path == DASH or path in STANDARD_INPUT_PATHS:
        return f"--watch: standard input is no file; {cure}"
    if is_address(path):
        return f"--watch: an address is no file; keep it with --save FOLDER, or {cure}"
    return ""


def _strategies() -> list[str]:
    from briefing.machine.terminal import STRATEGIES

    return ["auto", *STRATEGIES]


def _themes() -> Sequence[str]:
    from briefing.settings.theme_names import THEME_NAMES

    return THEME_NAMES


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


class ReadOptions(Struct, frozen=True):
    """What was asked for: a briefing (None: the bundled one), a section, a theme, a strategy, a log.

    `source` is the name of the document's format, `encoding` that of its text's; "" if they are to be found.
    `save` is the folder in which it is kept as it came. `fresh`: not from where it was left the last time.
    `watch`: it is read anew whenever it is saved.
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
    watch: bool = False


def _parse(arguments: Sequence[str]) -> ReadOptions:
    """The options in `arguments`; ends the program for --help and mistakes, as argparse does."""
    if not arguments:
        return ReadOptions()
    asked = parser()
    found, more = asked.parse_known_args(arguments)
    if found.path in COMMANDS and "--" not in arguments and not os.path.lexists(found.path):
        asked.error(f'"{found.path}" is a command, and comes first: briefing {found.path} [ARGUMENT]...')
    if more:
        asked.refuse(more)
    if found.no_color:
        os.environ["NO_COLOR"] = "1"
    return ReadOptions(
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
        found.watch,
    )


def parser() -> Parser:
    """Return what reads the arguments where there is no command."""
    from briefing.commands.arguments import Parser  # not needed by who just types `briefing`

    lines = "".join(f"  {command:<12}{line}\n" for command, line in COMMANDS.items())
    parser = Parser(
        "briefing",
        "Read an Arabic article in the terminal, beside an English summary\ntied to its words.",
        f"{_COMMANDS}{lines}\n{_STATUSES}{_EXAMPLES}",
    )
    parser.usage = "briefing [OPTION]... [PATH]\n       briefing COMMAND [ARGUMENT]..."
    parser.add_briefing(also=("--format",))
    parser.add_argument("-s", "--section", metavar="KEY", help="open at this section, or print it alone")
    parser.add_argument(
        "--fresh", action="store_true", help="begin anew, not where the same text was left the last time"
    )
    parser.add_argument("--watch", action="store_true", help="read the file anew whenever it is saved")
    theme = parser.add_argument(
        "--theme", metavar="NAME", help="its colours: dark, light, auto (as the terminal is), or one by name"
    )
    parser.suggest(theme, _themes)
    parser.add_argument(
        "--light", dest="theme", action="store_const", const="light", help="the same as --theme light"
    )
    bidi = parser.add_argument(
        "--bidi",
        metavar="NAME",
        help="what the terminal is sent so that it leaves the order alone (default: auto)",
    )
    parser.suggest(bidi, _strategies)
    parser.add_argument("-V", "--version", action="store_true", help="print the version and stop")
    return parser


def _no_such(kind: str, asked: str, known: Sequence[str]) -> int:
    from briefing.commands.arguments import no_such

    return _fail(no_such(kind, asked, known), _USAGE)


def _fail(message: str, status: int) -> int:
    from briefing.commands.arguments import tell

    tell("briefing", message)
    return status
