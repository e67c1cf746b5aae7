"""The command line of `briefing serve`: what is read, and where it can be reached."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from importlib.util import find_spec
from typing import Final

from briefing.commands.arguments import USAGE, Parser, tell
from briefing.commands.opening import DASH, is_address, opened
from briefing.document import Briefing, BriefingError, one_line, section_index, sections_shown
from briefing.machine.output import write_text
from briefing.sources import load_bundled
from briefing.web.complaints import Complaints
from briefing.web.hosts import is_host, is_own
from briefing.web.secret import secret

_EXAMPLES: Final = """\
The password may also be in the variable BRIEFING_SERVE_PASSWORD. A program
sends it in a header (Authorization: Basic or Bearer); in a browser it is asked
for.

examples:
  briefing serve                     at http://127.0.0.1:8000, for this machine
  briefing serve --port 8080 my-briefing/
  briefing serve --host 0.0.0.0 --password-file secret.txt article.txt
                                     for everyone who has the password
  briefing serve --host 0.0.0.0 --no-password
                                     for everyone who reaches this machine
"""
_PORTS: Final = range(65536)


def main(arguments: Sequence[str]) -> int:
    """Run the command; returns the exit status. Raises BriefingError for what cannot be read or opened."""
    asked = options(arguments)
    for module in ("textual_serve", "aiohttp"):
        if find_spec(module) is None:
            cure = "pip install 'briefing[web]' (in a clone: pip install '.[web]')"
            raise BriefingError("serve", "this needs textual-serve, which is not installed", cure)
    return serve(asked)


class ServeOptions(argparse.Namespace):
    """What was asked for; a path of None is the bundled briefing."""

    path: str | None
    source: str
    encoding: str
    save: str | None
    section: str | None
    light: bool
    host: str
    port: int
    allow_host: list[str]
    password_file: str | None
    no_password: bool


def options(arguments: Sequence[str]) -> ServeOptions:
    """The options in `arguments`; ends the program for --help and mistakes, as argparse does."""
    found = ServeOptions()
    parser().read(arguments, found)
    return found


def parser() -> Parser:
    """Return what reads the arguments."""
    what = "Let a briefing be read in a browser. Every visitor reads by themselves."
    parser = Parser("briefing serve", what, _EXAMPLES)
    parser.add_briefing()
    parser.add_argument(
        "--host", metavar="ADDRESS", default="127.0.0.1", help="the address to listen at (%(default)s)"
    )
    parser.add_argument(
        "--port",
        metavar="NUMBER",
        type=_port,
        default=8000,
        help="the port there (%(default)s; 0: one that is free)",
    )
    parser.add_argument(
        "--allow-host",
        action="append",
        default=[],
        metavar="NAME",
        help="another name it is reached by, say that of a proxy; may be repeated",
    )
    parser.add_argument(
        "--password-file", metavar="FILE", help="ask for the password in the first line of FILE"
    )
    parser.add_argument(
        "--no-password", action="store_true", help="ask for none, though others reach this machine"
    )
    parser.add_argument("-s", "--section", metavar="KEY", help="open at this section")
    parser.add_argument("--light", action="store_true", help="dark letters on a light ground")
    return parser


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) in _PORTS):
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to {_PORTS[-1]}")
    return int(text)


def serve(options: ServeOptions) -> int:
    """Serve until Ctrl+C. Raises BriefingError for what cannot be read, or not be opened there."""
    wrong = _wrong(options)
    if wrong:
        return _refuse(wrong)
    password = secret(options.password_file, os.environ)
    if password is not None and options.no_password:
        return _refuse("--no-password, but there is a password; leave out one of them")
    if password is None and not (options.no_password or is_own(options.host)):
        return _refuse(
            f"everyone who reaches this machine could read at {options.host}; give it a password"
            " (--password-file FILE, or the variable BRIEFING_SERVE_PASSWORD), or say --no-password"
        )
    if options.path == DASH:
        return _refuse("visitors cannot share standard input; save the text as a file, and name that")
    with ExitStack() as until_it_ends:
        path, briefing = _opened(options, until_it_ends)
        try:
            section = sections_shown(briefing)[section_index(briefing, options.section)].key
        except LookupError as error:
            return _refuse(str(error.args[0]))
        visitor = [path, options.source, options.encoding, section, "light" if options.light else "dark"]
        _run(options, briefing, visitor, password)
    return 0


def _opened(options: ServeOptions, until_it_ends: ExitStack) -> tuple[str, Briefing]:
    """The path that each visitor opens ("": the bundled briefing), and what is there.

    An address is fetched once; visitors read what came, which is kept until the server ends.
    """
    if options.path is None:
        if options.save is not None:
            cure = "name a document or an address"
            raise BriefingError(options.save, "there is nothing to keep in it", cure)
        return "", load_bundled()
    path, save = options.path, options.save
    if is_address(path):
        from briefing.machine.new_folder import temporary_folder

        path = save = save or str(until_it_ends.enter_context(temporary_folder("briefing-serve-")))
    return path, opened(options.path, source=options.source, encoding=options.encoding, save=save).briefing


def _run(options: ServeOptions, briefing: Briefing, visitor: Sequence[str], password: bytes | None) -> None:
    """Serve visitors until Ctrl+C. Raises BriefingError if the place cannot be had."""
    from briefing.web.server import ServedAt, run

    def say(url: str) -> None:
        _say(f"{briefing.title.shown}: {url} (Ctrl+C ends it)")
        if password is not None:
            _say("A password is asked for.")
        elif not is_own(options.host):
            _say("Everyone who reaches this machine can read it there.")

    place = ServedAt(options.host, options.port, options.allow_host, password)
    try:
        run(visitor, place, say, Complaints(_say))
    except (OSError, UnicodeError) as error:  # UnicodeError: a name that no domain can have
        where = f"{options.host}:{options.port}"
        raise BriefingError(where, f"cannot be opened ({_why(error)})", _cure(options.port)) from None


def _wrong(options: ServeOptions) -> str:
    """What is wrong with the names of hosts, if anything is."""
    if not options.host.strip():
        return "--host needs an address; 127.0.0.1 is for this machine alone, 0.0.0.0 for everyone"
    for name in options.allow_host:
        if not is_host(f"[{name}]" if ":" in name else name):
            return f'"{name}" is no name of a host; --allow-host takes one as in reader.example.org'
    return ""


def _refuse(why: str) -> int:
    tell("briefing serve", why)
    return USAGE


def _say(text: str) -> None:
    """Print a line, whatever the locale. That nobody can read it is no reason to end."""
    with suppress(OSError):
        write_text(f"{one_line(text)}\n")


def _why(error: OSError | UnicodeError) -> str:
    import errno

    if isinstance(error, UnicodeError):
        return "no host has such a name"
    if error.errno == errno.EADDRINUSE:
        return "another program has that port"
    return error.strerror or str(error)


def _cure(port: int) -> str:
    return f"name another with --port {port % 65535 + 1} or --host 127.0.0.1"
