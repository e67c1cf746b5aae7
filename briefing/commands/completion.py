"""The command line of `briefing completion`: what a shell needs to complete commands and options."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.commands.arguments import Parser

_EXAMPLES: Final = """\
An installation by a package brings these along; by pipx or uv a shell has to be
told. What is completed are commands, options, files, and the names they take.

examples:
  eval "$(briefing completion bash)"      in ~/.bashrc
  eval "$(briefing completion zsh)"       in ~/.zshrc, after compinit
  briefing completion fish > ~/.config/fish/completions/briefing.fish
"""


def main(arguments: Sequence[str]) -> int:
    """Print the script for a shell; returns the exit status."""
    from briefing.commands.printing import write
    from briefing.commands.shell.files import completion

    return write(completion(parser().read(arguments).shell))


def parser() -> Parser:
    """Return what reads the arguments."""
    what = "Print what a shell needs to complete commands and options."
    parser = Parser("briefing completion", what, _EXAMPLES)
    parser.add_argument(
        "shell", choices=("bash", "zsh", "fish"), metavar="SHELL", help="which shell: %(choices)s"
    )
    return parser
