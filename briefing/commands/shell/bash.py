"""Completion for bash 4 or later."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.commands.shell.described import Argument, DescribedCommand

_BEGIN: Final = """\
# bash completion for briefing
_briefing_sections() {
    local key title program=${COMP_WORDS[0]/#\\~/$HOME}
    while IFS=$'\t' read -r key title; do  # not compgen -W: that would expand what a document says
        [[ $key == "$current"* ]] && COMPREPLY+=("$(printf %q "$key")")
    done < <("$program" completion --sections "${COMP_WORDS[@]:1}" 2>/dev/null)
}
_briefing() {
    local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]}
    local command= options= kind= words=
    COMPREPLY=()
    if [[ $current == "=" ]]; then  # --format=
        current=
    elif [[ $before == "=" ]]; then  # --format=j
        before=${COMP_WORDS[COMP_CWORD-2]}
    fi
    (( COMP_CWORD > 1 )) && command=${COMP_WORDS[1]}
    case $command in
"""
_END: Final = """\
    esac
    case $kind in
        words) mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current"); return ;;
        folder) compopt -o dirnames; return ;;
        file) compopt -o default; return ;;
        section) _briefing_sections; return ;;
        unknown) return ;;
    esac
    if [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
        return
    fi
    [[ $rest == words || -n $words ]] && mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    if [[ $rest == folder ]]; then
        compopt -o dirnames
    elif [[ $rest == file && ${#COMPREPLY[@]} -eq 0 ]]; then
        compopt -o default
    elif [[ $rest == file ]]; then
        compopt -o filenames
        mapfile -t -O "${#COMPREPLY[@]}" COMPREPLY < <(compgen -f -- "$current")
    fi
}
complete -F _briefing briefing
"""


def bash(commands: Sequence[DescribedCommand]) -> str:
    """Return the script; `commands` as `described` gives them."""
    program, *others = commands
    names = " ".join(command.name for command in others)
    cases = [_case(command.name, command, "") for command in others]
    cases.append(_case("*", program, f"            (( COMP_CWORD == 1 )) && words={names!r}\n"))
    begin = _BEGIN.replace("kind= words=", "kind= words= rest=")
    return begin + "".join(cases) + _END


def _case(pattern: str, command: DescribedCommand, also: str) -> str:
    flags = " ".join(flag for option in command.options for flag in option.flags)
    words = f" words={' '.join(command.words)!r}" * bool(command.words)
    text = f"        {pattern})\n            options={flags!r} rest={command.kind}{words}\n{also}"
    values = "".join(_value(option) for option in command.options if option.name)
    return f"{text}            case $before in\n{values}            esac\n            ;;\n"


def _value(option: Argument) -> str:
    words = f" words={' '.join(option.words)!r}" * bool(option.words)
    return f"                {'|'.join(option.flags)}) kind={option.kind}{words} ;;\n"
