"""What all commands' arguments have in common: how they are read, and how a mistake in them is told."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from typing import Final, NoReturn

from briefing.document import FULL_KEY, Briefing, BriefingError, full_article, one_line, shortened

#: The exit status of wrong usage.
USAGE: Final = 2
_SHOWN: Final = 80  # characters of an argument that a message repeats

_FULL_DIGIT: Final = "0"


class Parser(argparse.ArgumentParser):
    """argparse's, whose every mistake is one line fit for a terminal, whatever the arguments hold."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=argparse.RawDescriptionHelpFormatter,
            allow_abbrev=False,
        )
        self.add_argument("--log", metavar="FILE", help="log there what goes wrong in the background")

    def add_briefing(self) -> None:
        """Take a briefing's path."""
        what = "a folder with a briefing.toml, or a text file"
        self.add_argument("path", nargs="?", type=_path, help=what)

    def read(self, arguments: Sequence[str], into: argparse.Namespace | None = None) -> argparse.Namespace:
        """Return what `arguments` ask for, and start the log, if one is asked for.

        Ends the program for --help and mistakes. Raises BriefingError for a log that cannot be written.
        """
        found = self.parse_args(arguments, into)
        open_log(found.log)
        return found

    def error(self, message: str) -> NoReturn:
        """End the program with one line, and the status for wrong usage."""
        self.exit(USAGE, f"{message}; {self.prog} --help shows what there is")

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End the program, with one line if there is a message."""
        if message:
            tell(self.prog, message)
        sys.exit(status)

    def _print_message(self, message: str, file: object = None) -> None:
        """Print the help."""
        from briefing.printing import write_output

        try:
            write_output(message.encode(errors="replace"))
        except OSError as error:
            tell("briefing", f"cannot write: {error.strerror}")
            sys.exit(1)


def tell(program: str, message: str) -> None:
    """Say one line on standard error, in whatever that can be written; a long one without its middle."""
    line = one_line(f"{program}: {message.rstrip()}") + "\n"
    if sys.stderr is None:
        return
    try:
        sys.stderr.flush()
        sys.stderr.buffer.write(line.encode(sys.stderr.encoding, "backslashreplace"))
        sys.stderr.buffer.flush()
    except (OSError, ValueError):  # closed or full: there is nobody to tell
        return


def open_log(file: str | None) -> None:
    """Log to `file`, else to what BRIEFING_LOG names, if any. Raises BriefingError if it cannot be."""
    from briefing.faults.debug_log import VARIABLE, start_log

    try:
        start_log(file)
    except OSError as error:
        name = file or os.environ[VARIABLE]
        cure = f"name a file of your own with --log or {VARIABLE}"
        raise BriefingError(name, f"cannot be written ({error.strerror or error})", cure) from None


def section_key(briefing: Briefing, asked: str) -> str:
    """Return the key of the section that is `asked` for: by its key, or by the digit that opens it.

    Where one section is the whole article, "full" is that section. Raises LookupError, whose message names
    the sections there are.
    """
    keys = section_keys(briefing)
    if asked in keys:
        return asked
    if asked in (FULL_KEY, _FULL_DIGIT):
        return keys[-1]
    if re.fullmatch("[1-9]", asked) and int(asked) <= len(briefing.sections):
        return briefing.sections[int(asked) - 1].key
    raise LookupError(f'there is no section "{shortened(asked, _SHOWN)}"; the sections are {", ".join(keys)}')


def section_keys(briefing: Briefing) -> list[str]:
    """Return the keys of the sections, the full article's last unless one section is all of it."""
    keys = [section.key for section in briefing.sections]
    is_whole = len(keys) == 1 and briefing.sections[0].paragraphs == full_article(briefing).paragraphs
    return keys if is_whole else [*keys, FULL_KEY]


def _path(text: str) -> str:
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*://", text):
        raise argparse.ArgumentTypeError(f'"{text}" is an address: save it as a file, and name that')
    return text
