"""Pages for `man`, one for the program and one for each command, in the macros of man(7)."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from briefing.commands.shell.described import Argument, DescribedCommand

_ENVIRONMENT: Final = (
    ("NO_COLOR", "Not empty: no colours."),
    ("TEXTUAL_COLOR_SYSTEM", "How many colours the terminal is sent: standard, 256 or truecolor."),
    ("BRIEFING_LOG", "A file to log to, as --log does."),
    ("BRIEFING_SERVE_PASSWORD", "The password that briefing-serve(1) asks for."),
    ("BRIEFING_PREFERENCES", "The file of preferences, where it is another."),
    ("http_proxy, https_proxy, all_proxy, no_proxy", "How documents are fetched."),
)
_FILES: Final = (
    ("~/.config/briefing/preferences.toml", "Preferences: theme, bidi and others."),
    ("~/.local/state/briefing/crash.log", "What is known of faults of the program's own."),
)


def manual(commands: Sequence[DescribedCommand], version: str, date: str) -> dict[str, str]:
    """Return the pages by the names of their files; `date` is as 2026-11-27, or "" if it is not known."""
    pages = [_page_name(command) for command in commands]
    return {
        f"{page}.1": "".join(f"{line}\n" for line in _page(command, pages, version, date))
        for page, command in zip(pages, commands, strict=True)
    }


def _page_name(command: DescribedCommand) -> str:
    return f"briefing-{command.name}" if command.name else "briefing"


def _page(command: DescribedCommand, pages: Sequence[str], version: str, date: str) -> Iterator[str]:
    page = _page_name(command)
    yield f'.TH {_text(page.upper())} 1 "{date}" "briefing {version}" "User Commands"'
    yield from (".SH NAME", f"{_text(page)} \\- {_text(command.line)}", ".SH SYNOPSIS")
    for number, usage in enumerate(command.usage.splitlines()):
        yield from ([".br"] * bool(number))
        yield _usage(usage.strip())
    yield from (".SH DESCRIPTION", *_prose(command.description))
    blocks = _blocks(command.epilog)
    for lines in (lines for title, lines in blocks if not title):
        yield from (".PP", *_prose(" ".join(lines)))
    yield from _lists(blocks, "commands")
    if command.positionals:
        yield from (".SH ARGUMENTS", *_arguments(command.positionals))
    yield from (".SH OPTIONS", *_arguments(command.options))
    for title in (title for title, _ in blocks if title not in ("", "commands", "exit status", "examples")):
        yield from _lists(blocks, title)
    yield from _lists(blocks, "exit status")
    if command.name:
        yield from (".SH EXIT STATUS", "As described in", ".BR briefing (1).")
    else:
        yield from (".SH ENVIRONMENT", *_entries(_ENVIRONMENT))
        yield from (".SH FILES", *_entries(_FILES))
    for lines in (lines for title, lines in blocks if title == "examples"):
        yield from (".SH EXAMPLES", ".nf", *map(_text, lines), ".fi")
    yield ".SH SEE ALSO"
    *others, last = [other for other in pages if other != page]
    yield from (*(f".BR {_text(other)} (1)," for other in others), f".BR {_text(last)} (1)")


def _blocks(epilog: str) -> list[tuple[str, list[str]]]:
    """The parts of a help's end: a title ("" for plain text) and the lines under it."""
    blocks: list[tuple[str, list[str]]] = []
    for block in epilog.strip("\n").split("\n\n"):
        first, *rest = block.splitlines()
        if first.endswith(":") and rest and all(line.startswith("  ") for line in rest):
            blocks.append((re.sub(r" \(.*|:", "", first), [line.removeprefix("  ") for line in rest]))
        else:
            blocks.append(("", [first, *rest]))
    return blocks


def _lists(blocks: Sequence[tuple[str, list[str]]], wanted: str) -> Iterator[str]:
    """The part of that title as a list: what stands before two blanks, and what is said of it."""
    for lines in (lines for title, lines in blocks if title == wanted):
        yield f".SH {wanted.upper()}"
        entries = [re.split(r" {2,}", line.strip(), maxsplit=1) for line in lines]
        if all(len(entry) == 2 for entry in entries):
            yield from _entries(entries)
        else:
            yield from (".nf", *map(_text, lines), ".fi")


def _entries(entries: Iterable[Sequence[str]]) -> Iterator[str]:
    for name, said in entries:
        yield from (".TP", f".B {_text(name)}", *_prose(said))


def _arguments(arguments: Sequence[Argument]) -> Iterator[str]:
    for argument in arguments:
        yield from (".TP", _heading(argument), *_prose(argument.help))


def _heading(argument: Argument) -> str:
    flags = ", ".join(f"\\fB{_text(flag)}\\fR" for flag in argument.flags)
    return f"{flags} \\fI{_text(argument.name)}\\fR".strip() if argument.name else flags


def _usage(usage: str) -> str:
    """A line of usage: the words to be typed bold, the others in italics."""
    parts = re.split(r"([A-Z]+)", usage)
    return "".join(
        f"\\fI{part}\\fR" if part.isupper() else re.sub(r"[a-z]+(?: [a-z]+)*", r"\\fB\g<0>\\fR", part)
        for part in parts
    )


def _prose(text: str) -> list[str]:
    """Text that is filled, in lines of a source that can be read."""
    return [_text(line) for line in textwrap.wrap(text, 70, break_on_hyphens=False)]


def _text(text: str) -> str:
    """Text that stands for itself: no escape, no request, hyphens that can be copied."""
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga")
    return f"\\&{text}" if text.startswith((".", "'")) else text
