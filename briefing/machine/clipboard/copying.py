"""Copying by the first way that works."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefing.machine.clipboard.attached import attached
from briefing.machine.clipboard.last_resort import keep
from briefing.machine.clipboard.osc52 import LIMIT, TooLongError, sequence
from briefing.machine.clipboard.tools import ToolError, run
from briefing.machine.clipboard.ways import ClipboardWay, ways_here
from briefing.machine.copying_words import ENGLISH
from briefing.machine.wrapping import passed_through

#: Seconds that all tools together get: where one hangs the next would too, and only the terminal is left.
TIME_LIMIT = 1.8


@dataclass(frozen=True, slots=True)
class CopyOutcome:
    """What became of a text.

    `way` is "xclip", "OSC 52", "a file"..., or "" if it was not copied. `certain` is whether the text is
    known to be on the clipboard. `message` is one line to show, and never says more than is known.
    """

    way: str
    certain: bool
    message: str


def copy(
    text: str,
    *,
    osc52: Callable[[str], object] | None,
    env: Mapping[str, str] | None = None,
    words: Mapping[str, str] = ENGLISH,
) -> CopyOutcome:
    """Put `text` on the clipboard, character for character, by the first way that works.

    Takes a few hundredths of a second, at worst about TIME_LIMIT seconds: call it in a thread.

    Args:
        text: Logical text; it is not changed.
        osc52: Writes an escape sequence to the terminal, in this thread; None: there is no terminal.
        env: The environment that says where the person sits; None: `os.environ`.
        words: What the message is made of: all ids of `briefing.machine.copying_words`.

    Returns:
        Which way it went, whether that is certain, and a line to show. A failure is an outcome too; only what
        `osc52` raises comes through, apart from OSError.
    """
    if not text:
        return _not_copied(words, words["copying.nothing"])
    if any("\ud800" <= character <= "\udfff" for character in text):
        return _not_copied(words, words["copying.surrogate"])
    environment = attached(os.environ if env is None else env)
    deadline = time.monotonic() + TIME_LIMIT
    failures: list[str] = []
    for way in ways_here(environment, sys.platform):
        path = ""
        try:
            if way.medium == "tool":
                run(way, text, environment, deadline - time.monotonic())
            elif way.medium == "file":
                path = str(keep(text))
            elif osc52 is not None:
                characters = sequence(text)
                osc52(passed_through(characters, "screen") if way.medium == "screen" else characters)
            else:
                continue
        except (ToolError, TooLongError, OSError) as error:
            failures.append(words["copying.failed"].format(name=_name(way, words), why=_why(error, words)))
        else:
            said = words[way.done].format(name=way.name, path=path)
            if failures:
                said = words["copying.after"].format(what=said, failures="; ".join(failures))
            return CopyOutcome(way.name, way.certain, said)
    return _not_copied(words, "; ".join(failures) or words["copying.no-way"])


def _name(way: ClipboardWay, words: Mapping[str, str]) -> str:
    """What the user knows a way by: the name of the tool, but where the table has words for it."""
    return words.get(f"copying.way.{way.words}", way.name)


def _why(error: ToolError | TooLongError | OSError, words: Mapping[str, str]) -> str:
    if isinstance(error, ToolError):
        return words.get(error.why, error.why).format(**error.values)
    if isinstance(error, TooLongError):
        return words["copying.too-long"].format(size=error.size, limit=LIMIT)
    return error.strerror or str(error)


def _not_copied(words: Mapping[str, str], why: str) -> CopyOutcome:
    return CopyOutcome("", False, words["copying.not"].format(why=why))
