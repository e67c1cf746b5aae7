"""The command line of `briefing help`: how a command is used."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.commands.arguments import USAGE, Parser, no_such

_EXAMPLES: Final = """\
examples:
  briefing help                      what there is
  briefing help check                how `briefing check` is used
"""


def main(arguments: Sequence[str]) -> int:
    """Print the help of a command, or of the program; returns the exit status."""
    from briefing.commands.main import COMMANDS, parser_of
    from briefing.commands.printing import write

    asked = parser()
    command: str = asked.read(arguments).command
    if command and command not in COMMANDS:
        asked.exit(USAGE, no_such("command", command, COMMANDS))
    return write(parser_of(command).format_help())


def _commands() -> Sequence[str]:
    from briefing.commands.main import COMMANDS

    return list(COMMANDS)


def parser() -> Parser:
    """Return what reads the arguments."""
    parser = Parser("briefing help", "Show how a command is used.", _EXAMPLES)
    command = parser.add_argument(
        "command", nargs="?", default="", metavar="COMMAND", help="one of the program's; else what there is"
    )
    parser.suggest(command, _commands)
    return parser
