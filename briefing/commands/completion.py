"""The command line of `briefing completion`: what a shell needs to complete commands and options."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Final

from briefing.commands.arguments import Parser

_EXAMPLES: Final = """\
An installation by a package brings these along; by pipx or uv a shell has to be
told. What is completed are commands, options, files, the names they take, and
the sections of the briefing or document that the line names.

examples:
  eval "$(briefing completion bash)"      in ~/.bashrc
  eval "$(briefing completion zsh)"       in ~/.zshrc, after compinit
  briefing completion fish > ~/.config/fish/completions/briefing.fish
"""


def main(arguments: Sequence[str]) -> int:
    """Print the script for a shell, or what it completes; returns the exit status."""
    from briefing.commands.printing import write, write_pieces

    asked = parser()
    options = asked.read(arguments)
    if options.sections is not None:
        from briefing.commands.shell.sections import section_lines

        return write_pieces(section_lines(options.sections))
    if options.shell is None:
        asked.error("the following arguments are required: SHELL")
    from briefing.commands.shell.files import completion

    return write(completion(options.shell))


def parser() -> Parser:
    """Return what reads the arguments."""
    what = "Print what a shell needs to complete commands and options."
    parser = Parser("briefing completion", what, _EXAMPLES)
    parser.add_argument(
        "shell", nargs="?", choices=("bash", "zsh", "fish"), metavar="SHELL", help="which shell: %(choices)s"
    )
    parser.add_argument(
        "--sections",
        nargs=argparse.REMAINDER,
        metavar="WORD",
        help="the sections of what a line names, of which these are the words: for these scripts",
    )
    return parser
