"""The command line: reads the arguments, then shows the briefing, or prints it where there is no terminal."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.document import FULL_KEY, Briefing, BriefingError, load, load_bundled
from briefing.faults.debug_log import VARIABLE
from briefing.surroundings import make_harmless

if TYPE_CHECKING:
    from briefing.preferences import Preferences
    from briefing.terminal import Search

_EXAMPLES: Final = """\
examples:
  briefing                           read the briefing that comes along
  briefing --section goals           open it at a section (full: all of it)
  briefing my-briefing/              read a folder with a briefing.toml
  briefing article.txt               read any UTF-8 text
  briefing | less                    the whole briefing as plain text
  briefing --section goals > a.txt   one section as plain text
  briefing export -o a.png           the screen as a picture (export --help)
  briefing doctor                    what this terminal is, where copies go
  briefing serve my-briefing/        read it in a browser (serve --help)
"""

_USAGE: Final = 2

_COMMANDS_HELP: Final = """\
commands (with a --help of their own; a file of such a name is ./doctor):
  export                             the screen as a picture
  doctor                             what this terminal is, and a test card
  serve                              the reader in a browser

"""

# What is a command of its own when it comes first, each with a module that has a `main`.
_COMMANDS: Final = {"doctor": "briefing.doctor", "export": "briefing.exporting", "serve": "briefing.web"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status: 0, 1 for what cannot be read, 2 for wrong usage."""
    try:
        return _main(sys.argv[1:] if arguments is None else arguments)
    except BriefingError as error:
        return _fail(str(error), 1)


def _main(given: Sequence[str]) -> int:
    make_harmless(os.environ)
    if given and given[0] in _COMMANDS:
        status: int = import_module(_COMMANDS[given[0]]).main(given[1:])
        return status
    options = _parse(given)
    if options.version:
        return _version()
    if options.log or VARIABLE in os.environ:
        from briefing.arguments import open_log

        open_log(options.log)
    briefing = load_bundled() if options.path is None else load(options.path)
    section = _section(briefing, options.section)
    if options.bidi is not None and not _is_strategy(options.bidi):
        return _fail(f'there is no "{options.bidi}" for --bidi; there are {", ".join(_strategies())}', _USAGE)
    if _has_screen():
        return _read(briefing, section, options, *_preferences())
    return _print(briefing, section)


def _version() -> int:
    from importlib.metadata import version

    return _write(f"briefing {version('briefing')}\n".encode())


def _section(briefing: Briefing, asked: str | None) -> str | None:
    if asked is None:
        return None
    from briefing.arguments import section_key

    try:
        return section_key(briefing, asked)
    except LookupError as error:
        sys.exit(_fail(str(error.args[0]), _USAGE))


class Options(NamedTuple):
    """What was asked for: a briefing (None: the bundled one), a section, colours, a strategy, a log."""

    path: str | None = None
    section: str | None = None
    light: bool = False
    bidi: str | None = None
    log: str | None = None
    version: bool = False


def _parse(arguments: Sequence[str]) -> Options:
    """The options in `arguments`; ends the program for --help and mistakes, as argparse does."""
    if not arguments:
        return Options()
    from briefing.arguments import Parser  # not needed by who just types `briefing`

    parser = Parser(
        "briefing",
        "Read an Arabic article in the terminal, beside an English summary\ntied to its words.",
        _COMMANDS_HELP + _EXAMPLES,
    )
    parser.add_briefing()
    parser.add_argument("-s", "--section", metavar="KEY", help="open at this section, or print it alone")
    parser.add_argument("--light", action="store_true", help="dark letters on a light ground")
    parser.add_argument(
        "--bidi",
        metavar="NAME",
        help="what the terminal is sent so that it leaves the order alone (default: auto)",
    )
    parser.add_argument("--version", action="store_true", help="print the version and stop")
    found = parser.parse_args(arguments)
    return Options(found.path, found.section, found.light, found.bidi, found.log, found.version)


def _has_screen() -> bool:
    """Whether there is a terminal to draw on and to read keys from."""
    if os.environ.get("TERM") in ("dumb", ""):
        return False
    return all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout))  # None: closed by the shell


def _strategies() -> list[str]:
    from briefing.terminal import STRATEGIES

    return ["auto", *STRATEGIES]


def _is_strategy(name: str) -> bool:
    return name in _strategies()


def _preferences() -> tuple[Preferences, str]:
    """What was saved and is right, and what is wrong in one line; a strategy that is not known is wrong."""
    from briefing.preferences import load_preferences, preferences_path

    loaded = load_preferences()
    preferences, complaint = loaded.preferences, loaded.complaint
    if not _is_strategy(preferences.bidi):
        import msgspec

        what = f'"bidi" cannot be "{preferences.bidi}"'
        wrong = BriefingError(str(preferences_path()), what, f"there are {', '.join(_strategies())}")
        return msgspec.structs.replace(preferences, bidi="auto"), complaint or str(wrong)
    return preferences, complaint


def _read(
    briefing: Briefing, section: str | None, options: Options, preferences: Preferences, complaint: str
) -> int:
    gc.disable()  # until the first frame nothing dies that is worth looking for: the reader turns it on again
    from briefing.terminal import Search, leave_out_lost_colours

    leave_out_lost_colours(os.environ)
    with Search(options.bidi or preferences.bidi) as search:  # it answers while the reader is loaded
        return _run(briefing, section, options.light, preferences, complaint, search)


def _run(
    briefing: Briefing,
    section: str | None,
    light: bool,
    preferences: Preferences,
    complaint: str,
    search: Search,
) -> int:
    from briefing.reader import BriefingApp
    from briefing.reader.view import sections_shown

    keys = [shown.key for shown in sections_shown(briefing)]
    if not (sys.stderr and sys.stderr.isatty()):
        # Textual draws on standard error, which is not the terminal here.
        setattr(sys, "__stderr__", sys.__stdout__)  # noqa: B010 - typeshed calls it final
    if isinstance(sys.__stderr__, TextIOWrapper):  # whatever the locale: what is painted has no ASCII
        sys.__stderr__.reconfigure(encoding="utf-8", errors="replace")
    app = BriefingApp(
        briefing,
        keys.index(section) if section in keys else 0,
        light=light,
        preferences=preferences,
        complaint=complaint,
        terminal=search.wait(),
        search=search,
    )
    return app.read()


def _print(briefing: Briefing, section: str | None) -> int:
    from briefing.document import full_article
    from briefing.printing import briefing_text, section_page

    try:
        if section is None:
            text = briefing_text(briefing)
        elif section == FULL_KEY:
            text = section_page(briefing, full_article(briefing))
        else:
            text = section_page(briefing, briefing.section(section))
        return _write(text.encode())  # UTF-8 whatever the locale: it is the author's text
    except MemoryError:
        return _fail(f"{briefing.path}: is too large for the memory there is; split it into smaller files", 1)


def _write(data: bytes) -> int:
    """Print; the exit status."""
    from briefing.printing import write_output

    try:
        write_output(data)
    except OSError as error:
        return _cannot_write(error)
    return 0


def _cannot_write(error: OSError) -> int:
    return _fail(f"cannot write: {error.strerror}", 1)


def _fail(message: str, status: int) -> int:
    from briefing.arguments import tell

    tell("briefing", message)
    return status
