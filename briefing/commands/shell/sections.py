"""The sections that can be asked for on a command line which is being typed: for its shell to complete."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from briefing.commands.main import COMMANDS, parser_of
from briefing.commands.opening import DASH, is_address
from briefing.document import Briefing, safe_line, sections_shown
from briefing.document.controls import title_line

_LARGEST: Final = 1 << 22  # bytes of a document that is read while somebody waits for a word


def section_lines(words: Sequence[str]) -> Iterator[str]:
    """Yield a line for each section of what is named: its key, a tab, its title.

    `words` are those of the line behind the program's name, quoted as they were typed. Without a path it is
    the bundled briefing. Nothing is fetched or waited for: an address, standard input, a pipe and a large
    document have none. Raises BriefingError for what cannot be read.
    """
    path = _path_in([_meant(word) for word in _joined(words)])
    briefing = _briefing(path)
    for section in sections_shown(briefing) if briefing else ():
        yield f"{safe_line(section.key)}\t{title_line(section.title or section.arabic)}\n"


def _briefing(path: str | None) -> Briefing | None:
    from briefing.sources import load, load_bundled

    if path is None:
        return load_bundled()
    if path == DASH or is_address(path):
        return None
    file = Path(path)
    if file.is_dir() or (file.is_file() and file.stat().st_size <= _LARGEST):
        return load(path)
    return None


def _path_in(words: Sequence[str]) -> str | None:
    """The first word that is neither a command, an option, nor an option's value."""
    command = words[0] if words and words[0] in COMMANDS else ""
    takes = {
        flag for option in parser_of(command).options() if option.nargs != 0 for flag in option.option_strings
    }
    rest = iter(words[bool(command) :])
    for word in rest:
        if word in takes:
            next(rest, None)
        elif word == "--":
            return next(rest, None)
        elif word == DASH or not word.startswith("-"):
            return word or None
    return None


def _joined(words: Sequence[str]) -> Iterator[str]:
    """The words as they are one each: bash parts `--section=goals` into three."""
    waiting = ""
    for at, word in enumerate(words):
        waiting += word
        after = words[at + 1] if at + 1 < len(words) else ""
        if not (waiting.startswith("--") and "=" in (word, after)):
            yield waiting
            waiting = ""
    if waiting:
        yield waiting


def _meant(word: str) -> str:
    """A word as the shell would give it: without quotes, home and variables in their places."""
    try:
        found = "".join(shlex.split(word))
    except ValueError:  # a quote that is still open
        found = word.lstrip("'\"")
    if word.startswith("~"):
        return str(Path(found).expanduser()) if found.startswith("~") else found
    return os.path.expandvars(found) if "$" in word and "'" not in word else found
