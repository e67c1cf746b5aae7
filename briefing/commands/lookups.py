"""The words that were looked up, as a table to learn from: tab-separated, or cleared."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from briefing.commands.arguments import Parser, tell
from briefing.document import BriefingError

_EXAMPLES: Final = """\
examples:
  briefing lookups                   print them, a word in each line
  briefing lookups -o words.tsv      save them, for a program of flash cards
  briefing lookups --clear           forget them
"""


def main(arguments: Sequence[str]) -> int:
    """Print the list, save it, or clear it; returns the exit status. Raises BriefingError."""
    options = parser().read(arguments)
    from briefing.settings.lookups import as_tsv, clear_lookups, load_lookups

    if options.output is not None or not options.clear:
        text = as_tsv(load_lookups())
        status = _save(Path(options.output), text) if options.output is not None else _print(text)
        if status or not options.clear:
            return status
    try:
        count = clear_lookups()
    except OSError as error:
        tell("briefing lookups", f"the list cannot be removed ({error.strerror or error})")
        return 1
    tell("briefing lookups", f"{count} forgotten")
    return 0


def parser() -> Parser:
    """Return what reads the arguments."""
    what = "The words that were looked up, as tab-separated values:\nword, bare, gloss, title, number, date."
    parser = Parser("briefing lookups", what, _EXAMPLES)
    parser.add_argument("-o", "--output", metavar="FILE", help="write it to FILE")
    parser.add_argument(
        "--clear", action="store_true", help="forget all of them (after -o FILE: once it is saved)"
    )
    return parser


def _print(text: str) -> int:
    from briefing.commands.printing import write

    return write(text)


def _save(path: Path, text: str) -> int:
    from briefing.machine import atomic

    try:
        atomic.write(path, text.encode("utf-8"))
    except OSError as error:
        cure = "name another file"
        raise BriefingError(str(path), f"cannot be written ({error.strerror or error})", cure) from None
    return 0
