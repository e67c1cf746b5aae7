"""What `briefing export` and `briefing print` have in common: what is chosen of a briefing, as which form."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NoReturn, cast

from briefing.commands.arguments import USAGE, Parser, no_such
from briefing.commands.opening import opened
from briefing.document import Briefing, BriefingError, section_index, visible_controls
from briefing.document.given import GivenPart
from briefing.exporting.chosen import PARTS, Chosen, chosen
from briefing.exporting.forms import FORMS, ExportForm, form_named
from briefing.machine.output import write_text

#: The cells that a line of text can be asked to have.
WIDTHS: Final = range(10, 1001)
_NAMED: Final = f"the parts are {', '.join(PARTS)}, with commas between them"


def add_choice(parser: Parser) -> None:
    """Take what is chosen of a briefing."""
    parser.add_argument("-s", "--section", metavar="KEY", help="this section alone")
    only = f"only these parts of it: {', '.join(PARTS)} (commas between them)"
    parts = parser.add_argument("--only", metavar="PARTS", action="append", type=_parts, help=only)
    parser.suggest(parts, lambda: PARTS)
    quotes = "with the Arabic words that claims cite, or without (default: with)"
    parser.add_argument("--quotes", action=argparse.BooleanOptionalAction, default=None, help=quotes)
    bom = "CSV that begins with the mark by which Excel knows UTF-8"
    parser.add_argument("--bom", action="store_true", help=bom)
    parser.add_argument(
        "--width", metavar="CELLS", type=_width, help="text in lines of so many cells at most"
    )


def opened_by(options: argparse.Namespace) -> Briefing:
    """Return the briefing that the options of `Parser.add_briefing` ask for. Raises BriefingError."""
    return opened(options.path, source=options.source, encoding=options.encoding, save=options.save).briefing


def chosen_of(parser: Parser, briefing: Briefing, options: argparse.Namespace) -> Chosen:
    """Return what `options` choose. Ends the program if there is no such section."""
    try:
        index = None if options.section is None else section_index(briefing, options.section)
    except LookupError as error:
        end(parser, str(error.args[0]))
    parts = [part for parts in options.only for part in parts] if options.only else PARTS
    return chosen(briefing, index, parts, quotes=options.quotes is not False)


def asked_form(parser: Parser, name: str) -> ExportForm:
    """Return the form of that name. Ends the program with the names there are if it is none."""
    if (form := form_named(name)) is None:
        end(parser, no_such("form", name, [form.name for form in FORMS]))
    return form


def data_of(form: ExportForm, what: Chosen, values: Mapping[str, object]) -> bytes:
    """Return what is chosen in a form; `values` by the names of what forms take.

    Raises BriefingError if a library that it needs is not installed, or it is too large for the memory.
    """
    given = {name: values[name] for name in form.takes if name in values}
    if "font_folder" in form.takes:
        from briefing.commands.arguments import tell
        from briefing.machine.assets import fonts

        given["tell"] = lambda line: tell("briefing", line)
        given["font_folder"] = fonts().regular.parent
    try:
        return form.written()(what, **given)
    except ModuleNotFoundError as error:
        if not form.extra:
            raise
        fault = f"{form.library or error.name}, which is not installed, is needed for {form.name}"
        cure = f"pip install 'briefing[{form.extra}]' (in a clone: pip install '.[{form.extra}]')"
        raise BriefingError(what.briefing.path, fault, cure) from None
    except MemoryError:
        cure = "split it into smaller files"
        raise BriefingError(what.briefing.path, "is too large for the memory there is", cure) from None


def show(form: ExportForm, data: bytes, width: int | None = None) -> None:
    """Write a form that is text to standard output: text in lines of a width, on a terminal without controls.

    Raises OSError, as `write_text` does.
    """
    text = data.decode()
    if is_terminal():
        text = visible_controls(text.replace("\r\n", "\n"))
    write_text(text, wraps=form.name == "text", width=width)


def is_terminal() -> bool:
    """Return whether standard output is one."""
    return bool(sys.stdout and sys.stdout.isatty())


def written(parser: Parser, write: Callable[[], object]) -> None:
    """Have `write` write to standard output. Ends the program with one line if that cannot be written."""
    try:
        write()
    except OSError as error:
        end(parser, f"cannot write: {error.strerror}", 1)


def refuse_strange(parser: Parser, form: ExportForm, **strange: object) -> None:
    """End the program for an option that says nothing about this form: it would be passed over in silence."""
    for name, value in strange.items():
        if value is not None and value is not False:
            end(parser, f"--{name} says nothing about {form.name}; leave it out")


def refuse_empty(
    parser: Parser, form: ExportForm, only: Sequence[Sequence[str]] | None, *, quotes: bool | None
) -> None:
    """End the program if a form can have none of the parts that are asked for: nothing would be in it."""
    asked = {part for parts in only or () for part in parts}
    held = asked.intersection(form.holds)
    if not asked or held.difference(form.by_quotes if quotes is False else ()):
        return
    fault = f"--only {','.join(sorted(asked))} leaves nothing of {form.name}"
    if held:
        end(parser, f"{fault} without quotes; leave --no-quotes out")
    cure = f"it has the {' and the '.join(form.holds)}" if form.holds else "it has the source alone"
    end(parser, f"{fault}; {cure}")


def forms_help() -> str:
    """Return the forms for a command's help, one to a line."""
    lines = [f"  {form.name:<16}{form.endings[0]:<15}{form.help}" for form in FORMS]
    return "\n".join(["forms:", *lines, "", ""])


def end(parser: Parser, message: str, status: int = USAGE) -> NoReturn:
    """End the program with one line."""
    parser.exit(status, message)
    raise AssertionError("the program has ended")


def _parts(text: str) -> list[GivenPart]:
    asked = [part.strip().lower() for part in text.split(",") if part.strip()]
    if strange := next((part for part in asked if part not in PARTS), ""):
        from briefing.document.near_miss import did_you_mean

        near = did_you_mean(strange, PARTS)
        none = f'there is no part "{strange}"; {near}{" " * bool(near)}{_NAMED}'
        raise argparse.ArgumentTypeError(none)
    if not asked:
        raise argparse.ArgumentTypeError(_NAMED)
    return cast(list[GivenPart], asked)


def _width(text: str) -> int:
    width = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0
    if width not in WIDTHS:
        raise argparse.ArgumentTypeError(f"a width is {WIDTHS[0]} to {WIDTHS[-1]} cells")
    return width
