"""The command line of `briefing draft`: a draft by a command of the user's own, held against the article."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from briefing.commands.arguments import Parser

_EXAMPLES: Final = """\
The command gets what is asked and the article on standard input, and prints
JSON. It is run as it is written, without a shell; {schema} in it is the JSON
Schema of a draft, {schema_file} the path of a file with it. Only claims all of
whose quotes stand in the article exactly come in, each marked as drafted until
somebody accepts it. Nothing is overwritten, and no connection is opened.

The exit status is 0 if all of the draft is in, 1 if something was refused or
failed, or no command is set; 2 is for wrong usage.

examples:
  briefing draft talks/              by the command in the preferences
  briefing draft --command 'llm --schema {schema}' talks/
  briefing draft --section goals talks/      one section alone
  briefing draft --paragraphs 3-8,12 talks/  some paragraphs alone
  briefing draft --dry-run talks/    what would be added, what is refused
  briefing draft --repair talks/     ask about quotes that are nearly right
  briefing draft --repair --yes a/   repair their spelling without asking
  briefing draft --offline talks/    no command: sentences worth a claim
"""


#: Characters of the article in one part, unless a paragraph alone has more.
_PART: Final = 30_000


def main(arguments: Sequence[str]) -> int:
    """Draft a briefing, or show leads for one; returns the exit status. Raises BriefingError."""
    asked = parser()
    options = asked.read(arguments)
    if options.json and options.repair and not options.yes:
        asked.error("--json asks nothing: use --repair with --yes")
    from briefing.commands.drafting import Wanted, draft, show_leads

    wanted = Wanted(Path(options.path), options.section, options.paragraphs, is_json=options.json)
    if options.offline:
        return show_leads(wanted)
    return draft(
        wanted,
        command=options.command,
        seconds=options.seconds,
        size=options.part_size,
        takes_bottom_line=options.bottom_line,
        takes_refused=options.comments,
        repairs=options.repair,
        asks=not options.yes,
        writes=not options.dry_run,
    )


def parser() -> Parser:
    """Return what reads the arguments."""
    what = "Have a command of yours draft claims, events and names, and keep what the\narticle proves."
    parser = Parser("briefing draft", what, _EXAMPLES)
    parser.add_argument("path", metavar="FOLDER", help="a folder with a briefing.toml")
    part = parser.add_mutually_exclusive_group()
    part.add_argument("-s", "--section", metavar="KEY", help="draft this section alone")
    part.add_argument("--paragraphs", metavar="NUMBERS", help="draft these paragraphs alone, as in 3-8,12")
    parser.add_argument(
        "--command", metavar="COMMAND", help="the command, instead of that in the preferences"
    )
    parser.add_argument(
        "--seconds", type=_seconds, metavar="N", help="how long it may take for each part (900)"
    )
    parser.add_argument(
        "--part-size",
        type=_characters,
        default=_PART,
        metavar="N",
        help="characters of the article that are handed over at a time (%(default)s)",
    )
    parser.add_argument(
        "--bottom-line", action="store_true", help="take the bottom line, which no quote proves"
    )
    parser.add_argument("--repair", action="store_true", help="put the words of the article, shown first")
    parser.add_argument(
        "-y", "--yes", action="store_true", help="with --repair: do not ask, where it is certain"
    )
    parser.add_argument(
        "--comments", action="store_true", help="write refused claims as comments, to be mended by hand"
    )
    parser.add_argument("-n", "--dry-run", action="store_true", help="show it, and write nothing")
    parser.add_argument(
        "--offline", action="store_true", help="run no command, and show sentences worth a claim"
    )
    parser.add_argument("--json", action="store_true", help="as JSON, for programs")
    return parser


def _characters(text: str) -> int:
    if not (text.isdecimal() and 0 < len(text) < 10 and int(text)):
        raise argparse.ArgumentTypeError(f'"{text}" is no size: write a number of characters')
    return int(text)


def _seconds(text: str) -> str:
    from briefing.commands.drafter import seconds_of

    if not seconds_of(text):
        raise argparse.ArgumentTypeError(f'"{text}" is no time: write seconds, as in 900')
    return text
