"""The command line of `briefing doctor`."""

from __future__ import annotations

import contextlib
import os
import select
import shutil
import stat
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TextIO

from briefing.commands.arguments import Parser, tell
from briefing.doctor.findings import Findings, look_around, without_home
from briefing.doctor.measuring import Measured, measure
from briefing.doctor.report import report
from briefing.document import safe_line, visible_controls
from briefing.machine.output import write_text
from briefing.machine.session import over_ssh
from briefing.machine.terminal import STRATEGIES, Terminal, TerminalSearch, strategy
from briefing.machine.terminal.answers import Answers
from briefing.machine.terminal.recognising import recognise

_EPILOG: Final = """\
In a terminal a test card follows, in one strategy after the other; the one
that reads right is saved. Elsewhere there is the report alone.

examples:
  briefing doctor                    look, and pick a strategy that reads right
  briefing doctor --json > a.json    for a report of what is wrong
"""
# Seconds after the question by which an answer must be there.
_PATIENCE: Final = 1.0


def main(arguments: Sequence[str]) -> int:
    """Look around, say what was found, and let somebody pick a strategy; returns the exit status."""
    options = parser().read(arguments)
    if options.json:
        return _printed(_as_json(_looked_around()))
    return _in_terminal() if _has_screen() else _printed(visible_controls(report(_looked_around())))


def parser() -> Parser:
    """Return what reads the arguments."""
    what = "Say which terminal this is, how Arabic is sent to it, and where copies go."
    parser = Parser("briefing doctor", what, _EPILOG)
    parser.add_argument(
        "--json", action="store_true", help="the report for machines and bug reports, no card"
    )
    return parser


def _in_terminal() -> int:
    from briefing.doctor.choosing import Cards, choose
    from briefing.doctor.stage import Stage

    with TerminalSearch() as search:
        terminal, early = _recognised(search)
        measured, late = _measured(search)
        findings = look_around(terminal, measured, os.environ)
        _say(visible_controls(report(findings, shutil.get_terminal_size().columns)))
        strategies = [strategy(name, terminal.multiplexer) for name in STRATEGIES]
        used = findings.strategy
        cards = Cards(strategies, used.found, used.name, findings.harakat_shown)
        with Stage(search, early + late) as stage:
            _say("Enter: see the test card, in one strategy after the other   q: leave")
            while (key := stage.key()) not in ("enter", "next", "leave"):
                pass
            picked = None
            if key != "leave":
                picked = choose(stage, cards)
    if picked is None:
        _say("Nothing was changed.")
        return 0
    _save(picked, terminal)
    return 0


def _save(picked: str, terminal: Terminal) -> None:
    """Save what was picked. What is found out anyway is not: it would be wrong on other terminals."""
    from briefing.settings import preferences_path, save_preferences

    found = terminal.strategy.name
    setting = "auto" if picked == found else picked
    save_preferences({"bidi": setting})
    _say(f'Saved in {without_home(str(preferences_path()))}: bidi = "{setting}"')
    if setting == "auto":
        _say(f"On this terminal that is {found}; on another it is found out anew.")
    else:
        _say(f"It holds on every terminal. To go back to finding out, pick {found} here.")


def _looked_around() -> Findings:
    """Findings without a card. The terminal is asked if it is there, also when the report goes to a file."""
    with contextlib.ExitStack() as opened:
        asked = _has_screen()
        if not asked and _can_be_asked() and _is_terminal(sys.stdin) and _is_file(sys.stdout):
            with contextlib.suppress(OSError):
                screen = opened.enter_context(Path("/dev/tty").open("w"))
                if os.tcgetpgrp(screen.fileno()) == os.getpgrp():  # else asking would stop the program
                    opened.enter_context(contextlib.redirect_stdout(screen))
                    asked = True
        if not asked:
            return look_around(recognise(Answers(), os.environ), None, os.environ)
        with TerminalSearch() as search:
            terminal, _ = _recognised(search)
            return look_around(terminal, _measured(search)[0], os.environ)


def _as_json(findings: Findings) -> str:
    import msgspec

    return (
        msgspec.json.format(msgspec.json.encode(_plain(msgspec.to_builtins(findings))), indent=2).decode()
        + "\n"
    )


def _plain(value: object) -> object:
    """`value` with no text in it that would act on a terminal, or cannot be written at all."""
    if isinstance(value, str):
        return safe_line(value)
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


def _recognised(search: TerminalSearch) -> tuple[Terminal, bytes]:
    """The terminal, waited for longer than at the reader's start; and what was typed from its start on."""
    search.wait()
    typed = b""
    while search.outstanding and search.seconds_since() < _PATIENCE:
        if select.select([sys.stdin], [], [], 0.05)[0]:
            data = os.read(sys.stdin.fileno(), 4096)
            if not data:
                break
            typed += search.feed(data)
    return search.terminal, typed


def _measured(search: TerminalSearch) -> tuple[Measured, bytes]:
    """What a terminal that answers says of its letters, and what was typed meanwhile."""
    if search.outstanding:  # it has not answered the first question
        return Measured(), b""
    kitty = search.terminal.name == "kitty" and search.terminal.multiplexer is None
    return measure(sys.stdin.fileno(), sys.stdout.fileno(), kitty=kitty, far=over_ssh(os.environ))


def _is_file(stream: TextIO | None) -> bool:
    """Whether it is a file on a disk; not a pipe, since a pager would read the terminal's answers."""
    return stream is not None and stat.S_ISREG(os.fstat(stream.fileno()).st_mode)


def _is_terminal(stream: TextIO | None) -> bool:
    return bool(stream and stream.isatty())  # None: closed by the shell


def _can_be_asked() -> bool:
    """Whether the terminal, if there is one, takes questions for such and does not print them."""
    return sys.platform != "win32" and os.environ.get("TERM") not in ("dumb", "", None)


def _has_screen() -> bool:
    """Whether there is a terminal to show the card on and to read keys from."""
    return _can_be_asked() and _is_terminal(sys.stdin) and _is_terminal(sys.stdout)


def _printed(text: str) -> int:
    """Write the report; the exit status."""
    try:
        _say(text, end="")
    except OSError as error:
        tell("briefing", f"cannot write: {error.strerror}")
        return 1
    return 0


def _say(text: str, end: str = "\n") -> None:
    write_text(f"{text}{end}")
