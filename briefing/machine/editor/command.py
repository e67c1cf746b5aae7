"""Which editor the user wants, and how it is told the line to open a file at."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path, PurePath
from shutil import which
from typing import Final

#: What names an editor, the first before the second.
VARIABLES: Final = ("VISUAL", "EDITOR")
# What is taken where neither is set.
_FALLBACKS: Final = ("vi", "nano")

# How editors are told a line, by the name of the program. One that is not known gets the file alone: what
# `+12` means to it nobody knows, it may be the name of another file.
_PLUS: Final = ("vi", "vim", "nvim", "view", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe")
_PLUS_TOO: Final = (
    "ne",
    "mg",
    "jed",
    "vis",
    "elvis",
    "vile",
    "nvi",
    "ex",
    "gvim",
    "mcedit",
    "gedit",
    "kakoune",
)
_COLON: Final = ("hx", "helix", "subl", "sublime_text", "zed", "amp")
_GOTO: Final = ("code", "code-insiders", "codium", "vscodium", "cursor", "windsurf")
# Those that open a window and come back at once, unless they are told to wait.
_WAITING: Final = ("subl", "sublime_text", "zed", *_GOTO)
_FOREGROUND: Final = ("gvim",)


class NoEditorError(Exception):
    """There is no editor; the message says which was asked for, "" if none was."""


def editor(environment: Mapping[str, str]) -> list[str]:
    """Return the words of the command of the user's editor: what $VISUAL or $EDITOR names, else vi or nano.

    Raises NoEditorError if what is named is no command or not installed, or if there is none.
    """
    path = environment.get("PATH")
    for variable in VARIABLES:
        named = environment.get(variable, "").strip()
        if not named:
            continue
        try:
            words = shlex.split(named)
        except ValueError:  # quotes that are not closed
            raise NoEditorError(f"${variable}: {named}") from None
        if not words or which(words[0], path=path) is None:
            raise NoEditorError(f"${variable}: {named}")
        return words
    for name in _FALLBACKS:
        if which(name, path=path) is not None:
            return [name]
    raise NoEditorError("")


def opening(editor: list[str], file: Path, line: int = 1, column: int = 1) -> list[str]:
    """Return the words of the command that opens `file` (absolute: no name of it is an option) at a line."""
    name = PurePath(editor[0]).name.removesuffix(".exe").lower()
    given = {word.split("=")[0] for word in editor[1:]}
    waiting = ["--wait"] if name in _WAITING and not given & {"--wait", "-w"} else []
    if name in _FOREGROUND and not given & {"-f", "--nofork"}:
        waiting = ["-f"]
    if name in _GOTO:
        return [*editor, *waiting, "--goto", f"{file}:{line}:{column}"]
    if name in _COLON:
        return [*editor, *waiting, f"{file}:{line}"]
    if name in (*_PLUS, *_PLUS_TOO):
        return [*editor, *waiting, f"+{line}", str(file)]
    return [*editor, str(file)]
