"""Completion for zsh."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from briefing.commands.shell.described import Argument, ArgumentKind, DescribedCommand

_BEGIN: Final = """\
#compdef briefing
# zsh completion for briefing
_briefing_sections() {
    local line
    local -a sections
    local program=${(Q)typed[1]/#\\~/$HOME}
    for line in ${(f)"$("$program" completion --sections "${(@)typed[2,-1]}" 2>/dev/null)"}; do
        sections+=("${${line//:/\\\\:}/$'\t'/:}")
    done
    _describe -t sections section sections
}
_briefing() {
    local -a commands typed=("${words[@]}")
    local command=
    (( CURRENT > 2 )) && command=$words[2]
    case $command in
"""
_END: Final = """\
    esac
}
if [[ $funcstack[1] == _briefing ]]; then
    _briefing "$@"
else
    compdef _briefing briefing
fi
"""
_ACTIONS: Final[dict[ArgumentKind, str]] = {
    "file": "_files",
    "folder": "_files -/",
    "section": "_briefing_sections",
    "unknown": " ",
}


def zsh(commands: Sequence[DescribedCommand]) -> str:
    """Return the script; `commands` as `described` gives them."""
    program, *others = commands
    text = _BEGIN
    for command in others:
        shift = "            shift words\n            (( CURRENT-- ))\n"
        text += f"        {command.name})\n{shift}{_arguments(command)}            ;;\n"
    names = "".join(f" {_quoted(f'{one.name}:{one.line}')}" for one in others)
    first = f"            if (( CURRENT == 2 )); then\n                commands=({names} )\n"
    first += "                _describe -t commands command commands\n            fi\n"
    return f"{text}        *)\n{first}{_arguments(program)}            ;;\n{_END}"


def _arguments(command: DescribedCommand) -> str:
    specs = [spec for option in command.options for spec in _option(option)]
    specs += [_positional(argument) for argument in command.positionals]
    return "            _arguments -S " + " \\\n                ".join(map(_quoted, specs)) + "\n"


def _option(option: Argument) -> list[str]:
    """One specification for each flag, as _arguments reads it: `(-f --format)-f+[help]:FORMAT:(a b)`."""
    before = "*" if option.repeats else f"({' '.join(option.flags)})"
    help_ = _escaped(option.help)
    if not option.name:
        return [f"{before}{flag}[{help_}]" for flag in option.flags]
    value = f":{option.name}:{_action(option)}"
    return [f"{before}{flag}{'=' if flag.startswith('--') else '+'}[{help_}]{value}" for flag in option.flags]


def _positional(argument: Argument) -> str:
    return f"{'*' * argument.repeats}:{argument.name}:{_action(argument)}"


def _action(argument: Argument) -> str:
    return f"({' '.join(argument.words)})" if argument.words else _ACTIONS[argument.kind]


def _escaped(text: str) -> str:
    for sign in ("\\", "[", "]", ":"):
        text = text.replace(sign, f"\\{sign}")
    return text


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
