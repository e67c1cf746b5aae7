"""The command line of `briefing export`: what is given out, in which form, and where to."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial
from pathlib import Path
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
from briefing.commands.opening import DASH, is_shorter, tell_what_was_lost
from briefing.commands.pictures import USUAL, drawn, size_asked
from briefing.document import Briefing, BriefingError, safe_line, section_index, sections_shown
from briefing.exporting.forms import FORMS, ExportForm, form_of_file
from briefing.machine.files import is_file_there
from briefing.machine.output import write_output, write_text

_EXAMPLES: Final = """\
examples:
  briefing export -o a.md my-briefing/       the whole of it as Markdown
  briefing export -o goals.txt --section goals --only claims --width 72
  briefing export                            a picture, to a new file here
  briefing export --section full --size 80x24 --light > a.svg
"""
_PICTURE: Final = "svg"  # what is given out if nobody says what


def main(arguments: Sequence[str]) -> int:
    """Save or print it. Raises BriefingError for what cannot be read or written."""
    asked = parser()
    options = asked.read(arguments)
    form = _form(asked, options)
    _only_what_it_takes(asked, options, form)
    to_stdout = options.output == DASH or (options.output is None and not is_terminal())
    if to_stdout and is_terminal() and not form.is_text:
        what = f"{form.name} is not for a terminal" if form.module else "a picture is not for a terminal"
        end(asked, f"{what}; name a file, as in --output a{form.endings[0]}")
    briefing = opened_by(options)
    data = _data(asked, briefing, options, form)
    tell_what_was_lost(briefing)  # only now: of a large text it is found on the way
    if is_shorter(briefing):
        return 1
    if to_stdout:
        is_shown = form.is_text and is_terminal()
        written(asked, partial(show, form, data) if is_shown else partial(write_output, data))
        return 0
    from briefing.machine.saving import save, save_new  # half a second, which a mistake need not wait for

    if options.output is None:
        index = section_index(briefing, options.section) if options.section or not form.module else 0
        stem = f"briefing-{sections_shown(briefing)[index].key}"
        path = save_new(Path(), stem, form.endings[0], data)
        written(asked, partial(write_text, f"{safe_line(str(path))}\n"))
        return 0
    path = Path(options.output)
    if _is_read_from(briefing, options.path, path):
        raise BriefingError(str(path), "is what was read, and would be lost", "name another file")
    save(path, data)
    return 0


def parser() -> Parser:
    """Return what reads the arguments."""
    what = "Give a briefing out as a file, in the form that somebody needs."
    parser = Parser("briefing export", what, forms_help() + _EXAMPLES)
    parser.add_briefing()
    form = f"one of the forms below; else what FILE ends in, else {_PICTURE}"
    asked = parser.add_argument("-f", "--format", metavar="FORM", help=form)
    parser.suggest(asked, lambda: [one.name for one in FORMS])
    where = "where to (-: standard output); else a pipe, or a new file in this folder"
    parser.add_argument("-o", "--output", metavar="FILE", help=where)
    add_choice(parser)
    size = "columns and rows of a picture (120x36)"
    parser.add_argument("--size", type=size_asked, metavar="SIZE", help=size)
    parser.add_argument("--light", action="store_true", help="a picture with dark letters on a light ground")
    return parser


def _is_read_from(briefing: Briefing, given: str | None, path: Path) -> bool:
    """Whether a path is, by whatever name, one of the files that a document was read from, `given` too."""
    from briefing.sources.reopening import files_of

    if not is_file_there(path):
        return False
    try:
        if given and Path(given).exists() and path.samefile(given):
            return True
        return any(file.exists() and file.samefile(path) for file in files_of(briefing))
    except (BriefingError, OSError):  # it came from elsewhere
        return False


def _form(parser: Parser, options: argparse.Namespace) -> ExportForm:
    if options.format is not None:
        return asked_form(parser, options.format)
    name = "" if options.output in (None, DASH) else Path(options.output).name
    if (form := form_of_file(name)) is not None:
        return form
    if ending := Path(name).suffix:
        known = " ".join(form.endings[0] for form in FORMS)
        end(parser, f'no form ends in "{ending}"; add --format, or end in one of {known}')
    return asked_form(parser, _PICTURE)


def _only_what_it_takes(parser: Parser, options: argparse.Namespace, form: ExportForm) -> None:
    if form.module:
        refuse_strange(parser, form, size=options.size, light=options.light)
        refuse_empty(parser, form, options.only, quotes=options.quotes)
    else:
        quotes = None if options.quotes is None else True
        refuse_strange(parser, form, only=options.only, quotes=quotes)
    if form.name != "text":
        refuse_strange(parser, form, width=options.width)
    if "bom" not in form.takes:
        refuse_strange(parser, form, bom=options.bom)


def _data(parser: Parser, briefing: Briefing, options: argparse.Namespace, form: ExportForm) -> bytes:
    if form.module:
        what = chosen_of(parser, briefing, options)
        data = data_of(form, what, vars(options))
        if options.width is None:
            return data
        from briefing.machine.filling import wrapped

        lines = data.decode().split("\n")
        return "\n".join(row for line in lines for row in wrapped(line, options.width)).encode()
    try:
        section = section_index(briefing, options.section)
    except LookupError as error:
        end(parser, str(error.args[0]))
    return drawn(briefing, section, options.size or USUAL, light=options.light, kind=form.name)
