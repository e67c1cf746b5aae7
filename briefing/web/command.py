"""The command line of `briefing serve`: what is read, and where it can be reached."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from ipaddress import ip_address
from typing import Final

from briefing.arguments import USAGE, Parser, section_key, section_keys, tell
from briefing.document import BriefingError, load, load_bundled, safe_line
from briefing.printing import write_output

_EXAMPLES: Final = """\
examples:
  briefing serve                              at http://127.0.0.1:8000, for this machine alone
  briefing serve --port 8080 my-briefing/
  briefing serve --host 0.0.0.0 article.txt   for everyone who reaches this machine
"""
_PORTS: Final = range(65536)


class Options(argparse.Namespace):
    """What was asked for; a path of None is the bundled briefing."""

    path: str | None
    section: str | None
    light: bool
    host: str
    port: int


def options(arguments: Sequence[str]) -> Options:
    """The options in `arguments`; ends the program for --help and mistakes, as argparse does."""
    what = "Let a briefing be read in a browser. Every visitor reads by themselves."
    parser = Parser("briefing serve", what, _EXAMPLES)
    parser.add_briefing()
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at (%(default)s)")
    parser.add_argument("--port", type=_port, default=8000, help="(%(default)s; 0: one that is free)")
    parser.add_argument("-s", "--section", metavar="KEY", help="open at this section")
    parser.add_argument("--light", action="store_true", help="dark letters on a light ground")
    found = Options()
    parser.read(arguments, found)
    return found


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) in _PORTS):
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to {_PORTS[-1]}")
    return int(text)


def serve(options: Options) -> int:
    """Serve until Ctrl+C. Raises BriefingError for what cannot be read, or not be opened there."""
    briefing = load_bundled() if options.path is None else load(options.path)
    try:
        section = section_key(briefing, options.section or section_keys(briefing)[0])
    except LookupError as error:
        tell("briefing serve", str(error.args[0]))
        return USAGE
    from briefing.web.server import run

    def say(url: str) -> None:
        said = f"{safe_line(briefing.title.english)}: {url} (Ctrl+C ends it)\n"
        if not is_own(options.host):
            said += "Everyone who reaches this machine can read it there.\n"
        write_output(said.encode())  # UTF-8 whatever the locale

    visitor = [options.path or "", section, "light" if options.light else "dark"]
    try:
        run(visitor, options.host, options.port, own=is_own(options.host), ready=say)
    except OSError as error:
        where = f"{options.host}:{options.port}"
        raise BriefingError(where, f"cannot be opened ({_why(error)})", _cure(options.port)) from None
    return 0


def is_own(host: str) -> bool:
    """Whether only this machine reaches `host`."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _why(error: OSError) -> str:
    import errno

    if error.errno == errno.EADDRINUSE:
        return "another program has that port"
    return error.strerror or str(error)


def _cure(port: int) -> str:
    return f"name another with --port {port % 65535 + 1} or --host 127.0.0.1"
