"""The command line of `briefing serve`: what is read, and where it can be reached."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from ipaddress import ip_address
from typing import Final

from briefing.document import Briefing, BriefingError, load, load_bundled, safe_line

_EXAMPLES: Final = """\
examples:
  briefing serve                              at http://127.0.0.1:8000, for this machine alone
  briefing serve --port 8080 my-briefing/
  briefing serve --host 0.0.0.0 article.txt   for everyone who reaches this machine
"""
_USAGE: Final = 2
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
    parser = argparse.ArgumentParser(
        prog="briefing serve",
        description="Let a briefing be read in a browser. Every visitor reads by themselves.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("path", nargs="?", help="a folder with a briefing.toml, or a text file")
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen at (%(default)s)")
    parser.add_argument("--port", type=_port, default=8000, help="(%(default)s; 0: one that is free)")
    parser.add_argument("-s", "--section", metavar="KEY", help="open at this section")
    parser.add_argument("--light", action="store_true", help="dark letters on a light ground")
    return parser.parse_args(arguments, namespace=Options())


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) in _PORTS):
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to {_PORTS[-1]}")
    return int(text)


def serve(options: Options) -> int:
    """Serve until Ctrl+C. Raises BriefingError for what cannot be read, or not be opened there."""
    briefing = load_bundled() if options.path is None else load(options.path)
    keys = _keys(briefing)
    if options.section is not None and options.section not in keys:
        known = f"the sections are {', '.join(keys)}"
        print(safe_line(f'briefing serve: there is no section "{options.section}"; {known}'), file=sys.stderr)
        return _USAGE
    from briefing.web.server import run

    def say(url: str) -> None:
        print(f"{safe_line(briefing.title.english)}: {url} (Ctrl+C ends it)", flush=True)
        if not is_own(options.host):
            print("Everyone who reaches this machine can read it there.", flush=True)

    visitor = [options.path or "", options.section or keys[0], "light" if options.light else "dark"]
    try:
        run(visitor, options.host, options.port, own=is_own(options.host), ready=say)
    except OSError as error:
        where = f"{options.host}:{options.port}"
        raise BriefingError(where, f"cannot be opened ({_why(error)})", _cure(options.port)) from None
    return 0


def _keys(briefing: Briefing) -> list[str]:
    from briefing.reader.view import sections_shown

    return [section.key for section in sections_shown(briefing)]


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
