"""What all commands' arguments have in common: how they are read, and how a mistake in them is told."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NoReturn

from briefing.document import BriefingError, one_line, shortened

#: The exit status of wrong usage.
USAGE: Final = 2
#: The words that stand for the name of a file or folder in usage lines.
FILES: Final = ("PATH", "FILE", "SOURCE", "FOLDER")
_SHOWN: Final = 80  # characters of what was given that a message repeats


class Parser(argparse.ArgumentParser):
    """argparse's, whose every mistake is one line fit for a terminal, whatever the arguments hold."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            formatter_class=_Help,
            allow_abbrev=False,
            add_help=False,
        )
        self._suggested: dict[argparse.Action, Callable[[], Iterable[str]]] = {}
        self.color = False  # newer Pythons would colour the help
        self._group = self.add_argument_group("options of every command")
        self._everywhere: list[argparse.Action] = []
        self._for_all("-h", "--help", action="help", help="show this help and stop")
        self._for_all("--log", metavar="FILE", help="log there what goes wrong in the background")
        self._for_all("--no-color", action="store_true", help="show no colours, as with NO_COLOR")

    def add_briefing(self, *, also: Sequence[str] = ()) -> None:
        """Take a briefing's path, and what its format and encoding are; `also` names the first as well."""
        what = "a folder with a briefing.toml, or a document: a file, https://..., - (standard input)"
        self.add_argument("path", nargs="?", metavar="PATH", type=_path, help=what)
        self._add_kind(also)
        self.add_argument(
            "--save",
            metavar="FOLDER",
            help="keep the document there as it came, and where it came from",
        )

    def add_document(self) -> None:
        """Take the path of a document, which has to be there, and what its format and encoding are."""
        what = "a document: a file, https://..., - (standard input), or the folder of a kept one"
        self.add_argument("path", metavar="SOURCE", type=_path, help=what)
        self._add_kind(())

    def _add_kind(self, also: Sequence[str]) -> None:
        source = self.add_argument(
            "--from",
            *also,
            dest="source",
            metavar="FORMAT",
            default="",
            type=_format,
            help="what the document is, where it is not recognised",
        )
        encoding = self.add_argument(
            "--encoding",
            metavar="NAME",
            default="",
            type=_encoding,
            help="its text's encoding, where it is not found (windows-1256...)",
        )
        self.suggest(source, _formats)
        self.suggest(encoding, lambda: _ENCODINGS)

    def read(self, arguments: Sequence[str], into: argparse.Namespace | None = None) -> argparse.Namespace:
        """Return what `arguments` ask for, and start the log, if one is asked for.

        Ends the program for --help and mistakes. Raises BriefingError for a log that cannot be written.
        """
        found, more = self.parse_known_args(arguments, into)
        if more:
            self.refuse(more)
        if found.no_color:
            os.environ["NO_COLOR"] = "1"
        open_log(found.log)
        return found

    def format_help(self) -> str:
        """Return the help, whose first line names the options as one."""
        self.usage = self.usage or " ".join([self.prog, "[OPTION]...", *map(_named, self.positionals())])
        return super().format_help()

    def suggest(self, action: argparse.Action, values: Callable[[], Iterable[str]]) -> None:
        """Let shells complete the values of an argument that takes others too; asked for when needed."""
        self._suggested[action] = values

    def suggested(self, action: argparse.Action) -> list[str]:
        """Return the values that were suggested for an argument; none for most."""
        values = self._suggested.get(action)
        return list(values()) if values else []

    def expanded_help(self, action: argparse.Action) -> str:
        """Return what the help says of an argument, on one line."""
        return _Help(self.prog).said_of(action)

    def positionals(self) -> list[argparse.Action]:
        """Return the arguments that are no options, in their order."""
        return [action for action in self._actions if not action.option_strings]

    def options(self) -> list[argparse.Action]:
        """Return the options, in the order of the help."""
        own = [action for action in self._actions if action.option_strings]
        return [*(action for action in own if action not in self._everywhere), *self._everywhere]

    def _for_all(self, *names: str, **options: Any) -> None:
        """Add an option that every command has."""
        self._everywhere.append(self._group.add_argument(*names, **options))

    def error(self, message: str) -> NoReturn:
        """End the program with one line, and the status for wrong usage."""
        end = "" if message.endswith("?") else ";"
        self.exit(USAGE, f"{message}{end} {self.prog} --help shows what there is")

    def refuse(self, more: Sequence[str]) -> NoReturn:
        """End the program for arguments that nothing takes: for the options among them, if there are any."""
        options = [word for word in more if len(word) > 1 and word.startswith("-")]
        if not options:
            self.error(f"unrecognized arguments: {' '.join(more)}")
        first, *_ = options
        cure = self._meant(first)
        if os.path.lexists(first):
            cure = f'a file of that name is "./{first}"'
        self.error(f"unrecognized arguments: {' '.join(options)}{'; ' if cure else ''}{cure}")

    def _meant(self, unknown: str) -> str:
        """Which option one that is not known was meant to be, as a question; or nothing."""
        from briefing.document.near_miss import nearest_word

        flags = [flag[2:] for flag in self._option_string_actions if flag.startswith("--")]
        near = nearest_word(unknown.lstrip("-").partition("=")[0], flags)
        return f'did you mean "--{near}"?' if near else ""

    def _get_value(self, action: argparse.Action, arg_string: str) -> Any:
        """Return what was given for an argument, as argparse does; the name of a file has to name one."""
        if not arg_string and action.metavar in FILES:  # as of a variable that is not set
            raise argparse.ArgumentError(action, 'the name is empty; "." is this folder')
        return super()._get_value(action, arg_string)

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        """Raise ArgumentError, as argparse does, for a word that is none of an argument's choices."""
        if action.choices is not None and value not in action.choices:
            raise argparse.ArgumentError(action, no_such("such word", value, action.choices))

    def exit(self, status: int = 0, message: str | None = None) -> NoReturn:
        """End the program, with one line if there is a message."""
        if message:
            tell(self.prog, message)
        sys.exit(status)

    def _print_message(self, message: str, file: object = None) -> None:
        """Print the help."""
        from briefing.machine.output import write_text

        try:
            write_text(message)
        except OSError as error:
            tell("briefing", f"cannot write: {error.strerror}")
            sys.exit(1)


# Those that old Arabic, Persian and Hebrew texts are in, and Unicode's.
_ENCODINGS: Final = (
    "utf-8",
    "utf-16",
    "windows-1256",
    "iso-8859-6",
    "cp720",
    "cp864",
    "mac-arabic",
    "windows-1255",
)


def _formats() -> list[str]:
    from briefing.sources.formats import SOURCES

    return [source.name for source in SOURCES]


def _named(action: argparse.Action) -> str:
    """An argument in a line of usage."""
    name = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    name += "..." * (action.nargs in ("+", "*"))
    return f"[{name}]" if action.nargs in ("?", "*") else name


class _Help(argparse.RawDescriptionHelpFormatter):
    """argparse's, with an option's argument named once: `-o, --output FILE`."""

    def _format_action_invocation(self, action: argparse.Action) -> str:
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        argument = self._format_args(action, self._get_default_metavar_for_optional(action))
        return f"{', '.join(action.option_strings)} {argument}"

    def said_of(self, action: argparse.Action) -> str:
        """Return the help of an argument with its values in place."""
        return self._expand_help(action)


def no_such(kind: str, asked: str, known: Iterable[str]) -> str:
    """Say that there is no `kind` of the name `asked` for, and which was meant, or which there are."""
    from briefing.document.near_miss import did_you_mean

    known = list(known)
    cure = did_you_mean(asked, known) or f"there are {', '.join(known)}"
    return f'there is no {kind} "{shortened(asked, _SHOWN)}"; {cure}'


def _format(text: str) -> str:
    if text and text not in (known := _formats()):
        raise argparse.ArgumentTypeError(no_such("format", text, known))
    return text


def _encoding(text: str) -> str:
    from briefing.sources.codec_names import codec_of

    if text and not codec_of(text):
        cure = f"there are {', '.join(_ENCODINGS)} and others"
        raise argparse.ArgumentTypeError(f'there is no encoding "{shortened(text, _SHOWN)}"; {cure}')
    return text


def tell(program: str, message: str) -> None:
    """Say one line on standard error, in whatever that can be written; a long one without its middle."""
    from briefing.machine.output import write_error

    try:
        write_error(one_line(f"{program}: {message.rstrip()}"), sys.stderr)
    except (OSError, ValueError):  # closed or full: there is nobody to tell
        return


def open_log(file: str | None) -> None:
    """Log to `file`, else to what BRIEFING_LOG names, if any. Raises BriefingError if it cannot be."""
    from briefing.machine.faults.debug_log import VARIABLE, start_log

    try:
        start_log(file)
    except OSError as error:
        name = file or os.environ[VARIABLE]
        cure = f"name a file of your own with --log or {VARIABLE}"
        raise BriefingError(name, f"cannot be written ({error.strerror or error})", cure) from None


# What is left of an address: `https:/example.com`, `www.example.com`.
_NEARLY: Final = r"\s*(?i:(https?|ftps?|sftp|file|mailto|data|ssh|git):|www\.)"


def _path(text: str) -> str:
    from briefing.commands.opening import is_address

    scheme = re.match(r"\s*([a-zA-Z][a-zA-Z0-9+.-]*)://", text) or re.match(_NEARLY, text)
    if scheme is None or is_address(text) or os.path.lexists(text):
        return text
    from briefing.machine.fetching.address import without_credentials

    kind = (scheme[1] or "www").lower()
    if kind in ("http", "https", "www"):
        cure = "write it in full, as in https://example.org/"
    elif kind == "file":
        cure = "give the file's path alone"
    else:
        cure = "only http and https are fetched; save it as a file, and name that"
    shown = text if kind == "mailto" else without_credentials(text)
    raise argparse.ArgumentTypeError(f'"{shown}" is an address: {cure}')
