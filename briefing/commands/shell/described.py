"""The commands, their options and arguments as plain data, read off the parsers."""

from __future__ import annotations

import argparse
from typing import Literal, NamedTuple

from briefing.commands.arguments import Parser
from briefing.commands.main import COMMANDS, parser_of

#: What is completed: names of files, of folders alone, one of `words`, the key of a section of what the line
#: names (`sections`), or nothing that a shell could know.
ArgumentKind = Literal["file", "folder", "words", "section", "unknown"]

_KINDS: dict[str, ArgumentKind] = {
    "PATH": "file",
    "FILE": "file",
    "SOURCE": "file",
    "FOLDER": "folder",
    "KEY": "section",
}


class Argument(NamedTuple):
    """An option, or what is given without one (`flags` are empty then).

    `name` is the word for its value, "" for an option without one.
    """

    flags: tuple[str, ...]
    name: str
    help: str
    kind: ArgumentKind
    words: tuple[str, ...]
    repeats: bool


class DescribedCommand(NamedTuple):
    """A command; `name` is "" for the program without one, and `line` says what it does."""

    name: str
    line: str
    usage: str
    description: str
    epilog: str
    positionals: tuple[Argument, ...]
    options: tuple[Argument, ...]

    @property
    def kind(self) -> ArgumentKind:
        """What is completed where no option stands: of several, what takes most."""
        kinds = [one.kind for one in self.positionals]
        return next((kind for kind in ("words", "file", "folder") if kind in kinds), "unknown")

    @property
    def words(self) -> tuple[str, ...]:
        """The words that can stand where no option stands."""
        return tuple(word for one in self.positionals for word in one.words)


def described() -> list[DescribedCommand]:
    """Return the program without a command, and all commands in the order of the help."""
    return [
        _command("", "read Arabic beside an English summary"),
        *map(_command, COMMANDS, COMMANDS.values()),
    ]


def _command(name: str, line: str) -> DescribedCommand:
    parser = parser_of(name)
    usage, _, _ = parser.format_help().partition("\n\n")
    return DescribedCommand(
        name,
        line,
        usage.removeprefix("usage: "),
        parser.description or "",
        parser.epilog or "",
        tuple(_argument(parser, action) for action in parser.positionals()),
        tuple(_argument(parser, action) for action in parser.options()),
    )


_APPENDS = "_AppendAction"  # argparse's class for action="append" has no other name


def _argument(parser: Parser, action: argparse.Action) -> Argument:
    name = "" if action.nargs == 0 else str(action.metavar or action.dest.upper())
    words = tuple(map(str, action.choices or parser.suggested(action)))
    return Argument(
        tuple(action.option_strings),
        name,
        parser.expanded_help(action),
        "words" if words else _KINDS.get(name, "unknown"),
        words,
        action.nargs in ("+", "*") or type(action).__name__ == _APPENDS,
    )
