"""Finding out which terminal this is: the environment first, then one question to it, or to tmux."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import partial
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Self

from briefing.machine.session import (
    Multiplexer,
    inside_screen,
    multiplexer_here,
    over_ssh,
    tmux_reachable,
)
from briefing.machine.terminal import ground as grounds
from briefing.machine.terminal.answers import QUESTION, QUESTION_TO_SCREEN, AnswerFilter, Answers
from briefing.machine.terminal.multiplexer import AskedTmux, Client
from briefing.machine.terminal.recognising import (
    Terminal,
    recognise,
    recognised_at_once,
    with_strategy,
)
from briefing.machine.wrapping import passed_through

if TYPE_CHECKING:
    from briefing.machine.terminal.asking import AskedTerminal

#: Seconds after the question by which an answer must be there to count at the start. One that comes later is
#: taken when it comes. Over a network it is worth waiting for.
LIMIT: Final = 0.1
LIMIT_OVER_NETWORK: Final = 1.0

_AUTO: Final = "auto"
# What every terminal answers (DA1), and those that must not be sent what they do not know: their kernel may
# paint it.
_END: Final = "\x1b[c"
_SILENT: Final = ("Linux console",)


class TerminalSearch:
    """Finding out about the terminal, which goes on while the program starts, and after.

    A context manager: at its end the terminal has its modes back. Nothing is asked where `setting`, the name
    of a strategy, or the environment already decides, or where input or output is no terminal.
    """

    def __init__(
        self,
        setting: str = _AUTO,
        environment: Mapping[str, str] | None = None,
        *,
        ground: bool = False,
    ) -> None:
        """Ask what has to be asked. Raises ValueError for a setting that is no strategy.

        `ground`: whether the ground is dark or light is asked too. That alone is never waited for.
        """
        self._environment = os.environ if environment is None else environment
        self._setting = setting
        self._client: Client | None = None
        self._tmux: AskedTmux | None = None
        self._asked: AskedTerminal | None = None
        self._strays = AnswerFilter(expected=False)
        self._follows = ground
        self._asks_which = True  # else the ground alone is asked for
        self._asked_late = False
        self._ground = grounds.GroundFilter()
        self._typed = b""
        self._limit = self._patience = LIMIT_OVER_NETWORK if over_ssh(self._environment) else LIMIT
        with_strategy(Terminal(), setting)
        if not _on_terminal():
            return
        inside = multiplexer_here(self._environment)
        at_once = recognised_at_once(self._environment)
        if setting != _AUTO:
            self._ask_ground(inside, at_once)
        elif inside == "tmux" and tmux_reachable(self._environment):
            self._tmux = AskedTmux(self._environment.get("TMUX_PANE"))
            self._ask_ground(inside, at_once)
        elif inside_screen(self._environment):
            self._ask(lambda question: QUESTION_TO_SCREEN + passed_through(question, "screen"), QUESTION)
        elif inside is None and at_once is None:
            self._ask(str, QUESTION)
        else:
            self._ask_ground(inside, at_once)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._asked is not None:
            self._asked.close()

    @property
    def terminal(self) -> Terminal:
        """The terminal as far as it is known by now."""
        answers = self._asked.filter.answers if self._asked and self._asks_which else Answers()
        found = recognise(answers, self._environment, self._client)
        return with_strategy(found, self._setting)

    @property
    def outstanding(self) -> bool:
        """Whether the terminal has been asked and has not said all yet."""
        return self._asked is not None and self._asked.outstanding

    @property
    def answered(self) -> bool:
        """Whether the terminal has been asked and has said all."""
        return self._asked is not None and not self._asked.outstanding

    @property
    def ground(self) -> grounds.Ground | None:
        """Whether the terminal's ground is dark or light, as far as it has said so by now."""
        return self._ground.ground

    @property
    def follows(self) -> bool:
        """Whether the ground is of interest: also when it changes."""
        return self._follows

    def follow(self) -> str:
        """Be interested in the ground from now on; return what the terminal is to be sent, if anything."""
        if self._follows:
            return ""
        self._follows, self._asked_late = True, True
        self._ground = grounds.GroundFilter()
        return f"{grounds.FOLLOW}{grounds.QUESTION}"

    @property
    def typed(self) -> bytes:
        """What was typed while the answers were waited for."""
        return self._typed

    def wait(self) -> Terminal:
        """Return the terminal, waiting for its answers as long as that is worth it."""
        if self._tmux is not None:
            self._client, self._tmux = self._tmux.client(self._limit), None
        if self._asked is not None:
            self._asked.wait(self._patience)
            # What came before the question may be an answer too, to what a multiplexer asked.
            self._typed = self._ground.feed(self._strays.feed(self._asked.typed))
            self._note_end()
        return self.terminal

    def seconds_since(self) -> float:
        """Return for how long the terminal has had the question, in seconds; it must have been asked."""
        return self._asked.seconds_since() if self._asked else 0.0

    def feed(self, data: bytes) -> bytes:
        """Return input of the terminal without the answers in it, be they to this program or its tmux."""
        data = self._ground.feed(self._asked.filter.feed(data) if self._asked else self._strays.feed(data))
        self._note_end()
        return data

    @property
    def holds_back(self) -> bool:
        """Whether `release` may have something to return, now or when nothing has come for longer."""
        return self._asked is not None and self._asked.filter.holds_back

    def release(self) -> bytes:
        """Return what `feed` held back and was no answer after all, as nothing has come for a while."""
        return (
            self._ground.feed(self._asked.filter.release() if self._asked else b"") + self._ground.release()
        )

    def hand_over_modes(self) -> list[Any] | None:
        """Return the modes the terminal had before the question; the caller gives them back. None: taken."""
        return self._asked.hand_over() if self._asked else None

    def _ask_ground(self, inside: Multiplexer | None, known: Terminal | None) -> None:
        """Ask for the ground alone; what is there by `wait` counts at the start, and is not waited for."""
        if self._follows and (known is None or known.name not in _SILENT):
            self._asks_which, self._patience = False, 0.0
            wrapped = inside_screen(self._environment)
            self._ask(partial(passed_through, multiplexer="screen") if wrapped else str, _END)

    def _ask(self, wrapped: Any, question: str) -> None:
        from briefing.machine.terminal.asking import AskedTerminal

        asked = f"{grounds.QUESTION}{question}" if self._follows else question
        with suppress(OSError):
            self._asked = AskedTerminal(sys.stdin.fileno(), sys.stdout.fileno(), wrapped, asked)

    def _note_end(self) -> None:
        if self._asked is not None and not self._asked.outstanding and not self._asked_late:
            self._ground.answered()


def find_out(setting: str = _AUTO, environment: Mapping[str, str] | None = None) -> Terminal:
    """Return the terminal the program runs on, with the strategy for it.

    Takes LIMIT seconds at most, LIMIT_OVER_NETWORK over SSH. What is typed meanwhile is lost: a program that
    reads keys uses `TerminalSearch`.

    Args:
        setting: The name of a strategy to use whatever the terminal is, or "auto".
        environment: Variables by name; None: `os.environ`.

    Raises:
        ValueError: `setting` is no strategy.
    """
    with TerminalSearch(setting, environment) as search:
        return search.wait()


def _on_terminal() -> bool:
    if sys.platform == "win32":
        return False
    return all(stream and stream.isatty() for stream in (sys.stdin, sys.stdout))
