"""The command line of `briefing print`: a briefing to standard output, right on a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from briefing.commands.arguments import Parser
from briefing.commands.giving import (
    add_choice,
    asked_form,
    chosen_of,
    data_of,
    end,
    forms_help,
    is_terminal,
    opened_by,
    refuse_empty,
    refuse_strange,
    show,
    written,
)
from briefing.commands.opening import is_shorter, tell_what_was_lost
from briefing.exporting.forms import FORMS
from briefing.machine.output import write_output

_EXAMPLES: Final = """\
examples:
  briefing print my-briefing/                 all of it, as wide as the terminal
  briefing print --only claims --no-quotes | grep DICAS
  briefing print --section goals --width 72 article.txt
"""


def main(arguments: Sequence[str]) -> int:
    """Print it. Raises BriefingError for what cannot be read."""
    asked = parser()
    options = asked.read(arguments)
    form = asked_form(asked, options.format)
    if not form.module or (is_terminal() and not form.is_text):
        end(asked, f"{form.name} is not to be printed; briefing export -o a{form.endings[0]} makes it")
    refuse_strange(asked, form, width=options.width if form.name != "text" else None)
    refuse_strange(asked, form, bom=options.bom and "bom" not in form.takes)
    refuse_empty(asked, form, options.only, quotes=options.quotes)
    briefing = opened_by(options)
    data = data_of(form, chosen_of(asked, briefing, options), vars(options))
    tell_what_was_lost(briefing)
    is_shown = form.is_text and (is_terminal() or options.width)
    written(asked, partial(show, form, data, options.width) if is_shown else partial(write_output, data))
    return int(is_shorter(briefing))


def parser() -> Parser:
    """Return what reads the arguments."""
    what = "Print a briefing: painted right on a terminal, in logical order in a pipe."
    parser = Parser("briefing print", what, forms_help() + _EXAMPLES)
    parser.add_briefing()
    form = parser.add_argument(
        "-f", "--format", metavar="FORM", default="text", help="a form below (%(default)s)"
    )
    parser.suggest(form, lambda: [one.name for one in FORMS if one.module])
    add_choice(parser)
    return parser
