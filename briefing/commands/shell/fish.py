"""Completion for fish."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.commands.shell.described import Argument, ArgumentKind, DescribedCommand

_BEGIN: Final = """\
# fish completion for briefing
function __briefing_command --description 'whether that command comes first; without one: whether none does'
    set -l given (commandline -opc)[2]
    if set -q argv[1]
        test "$given" = "$argv[1]"
    else
        not contains -- "$given" {names}
    end
end
function __briefing_first --description 'whether it is the first word'
    test (count (commandline -opc)) -eq 1
end
function __briefing_sections --description 'the sections of what the line names'
    set -l given (commandline -opc)
    set -l program (string replace -r '^~' $HOME -- $given[1])
    $program completion --sections (string escape -- $given[2..] (commandline -ct)) 2>/dev/null
end
"""
_ACTIONS: Final[dict[ArgumentKind, str]] = {
    "file": " -r -F",
    "folder": " -x -a '(__fish_complete_directories)'",
    "section": " -x -a '(__briefing_sections)'",
    "unknown": " -x",
}


def fish(commands: Sequence[DescribedCommand]) -> str:
    """Return the script; `commands` as `described` gives them."""
    program, *others = commands
    lines = [
        f"complete -c briefing -n __briefing_first -a {one.name} -d {_quoted(one.line)}" for one in others
    ]
    for command in (program, *others):
        begin = f"complete -c briefing -n {_quoted(f'__briefing_command {command.name}'.strip())}"
        if command.words:
            lines.append(f"{begin} -f -a {_quoted(' '.join(command.words))}")
        elif command.kind == "folder":
            lines.append(f"{begin}{_ACTIONS['folder']}")
        elif command.kind == "unknown":
            lines.append(f"{begin} -f")
        lines += [f"{begin}{_option(option)}" for option in command.options]
    begin = _BEGIN.replace("{names}", " ".join(command.name for command in others))
    return begin + "".join(f"{line}\n" for line in lines)


def _option(option: Argument) -> str:
    flags = "".join(
        f" -l {flag[2:]}" if flag.startswith("--") else f" -s {flag[1:]}" for flag in option.flags
    )
    value = ""
    if option.name:
        value = f" -x -a {_quoted(' '.join(option.words))}" if option.words else _ACTIONS[option.kind]
    return f"{flags}{value} -d {_quoted(option.help)}"


def _quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"
