"""The command line of `briefing check`: is a briefing true to its article."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from briefing.commands.arguments import Parser
from briefing.commands.printing import write

if TYPE_CHECKING:
    from briefing.verifying.finding import Checked

_EXAMPLES: Final = """\
Every mistake is told at once, with file, line and column. The exit status is
1 if there is any, else 0; 2 is for wrong usage.

examples:
  briefing check my-briefing/        what is wrong, and what would be right
  briefing check --fix my-briefing/  mend the spelling of quotes, shown first
  briefing check --anchor a/         keep where each quote stands
  briefing check --strict a/ b/      remarks count as mistakes
  briefing check --json a/           with the verdict on each quote
  briefing check --format sarif . > a.sarif   for code scanning
  briefing check --format github .   notes at the lines of a change
"""
_FORMATS: Final = ("text", "json", "sarif", "github")


def main(arguments: Sequence[str]) -> int:
    """Check the briefings and say what was found; returns the exit status."""
    asked = parser()
    options = asked.read(arguments)
    if (options.fix or options.anchor) and options.format != "text":
        asked.error("what is written is shown as text, without --format")
    from briefing.verifying.checking import check

    failed = 0
    if options.fix:
        from briefing.commands.fixing import fix

        failed = max(fix(Path(path), asks=not options.yes) for path in options.paths)
    if options.anchor:
        from briefing.commands.fixing import anchor

        failed = max(failed, *(anchor(Path(path), asks=not options.yes) for path in options.paths))
    all_checked = [check(Path(path)) for path in options.paths]
    failed = write(_said(all_checked, options.format), is_own=True) or failed
    is_bad = any(
        checked.count("mistake") or (options.strict and checked.count("remark")) for checked in all_checked
    )
    return failed or int(is_bad)


def parser() -> Parser:
    """Return what reads the arguments."""
    what = "Prove a briefing: is each quote in the article, and is all else right?"
    parser = Parser("briefing check", what, _EXAMPLES)
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a folder with a briefing.toml, that file, or JSON of one"
    )
    parser.add_argument(
        "-f",
        "--format",
        choices=_FORMATS,
        default="text",
        metavar="FORMAT",
        help="how it is told: %(choices)s (else %(default)s)",
    )
    parser.add_argument("--json", dest="format", action="store_const", const="json", help="as --format json")
    parser.add_argument("--strict", action="store_true", help="a remark is as bad as a mistake")
    parser.add_argument(
        "--fix", action="store_true", help="put the words of the article where that is certain"
    )
    parser.add_argument("-y", "--yes", action="store_true", help="with --fix and --anchor: do not ask")
    parser.add_argument(
        "--anchor", action="store_true", help="keep where each quote stands, to know if it moves"
    )
    return parser


def _said(all_checked: Sequence[Checked], form: str) -> str:
    if form == "text":
        from briefing.verifying.as_text import as_text

        return as_text(all_checked)
    from briefing.verifying.as_json import as_github, as_json, as_sarif

    if form == "sarif":
        from importlib.metadata import version

        return as_sarif(all_checked, version("briefing"))
    return as_json(all_checked) if form == "json" else as_github(all_checked)
