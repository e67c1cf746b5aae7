"""Copying by the first way that works."""

import os
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from briefing.machine.clipboard.attached import attached
from briefing.machine.clipboard.last_resort import keep
from briefing.machine.clipboard.osc52 import TooLongError, sequence
from briefing.machine.clipboard.tools import ToolError, run
from briefing.machine.clipboard.ways import ways_here
from briefing.machine.wrapping import passed_through

#: Seconds that all tools together get: where one hangs the next would too, and only the terminal is left.
TIME_LIMIT = 1.8


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a text.

    `way` is "xclip", "OSC 52", "a file"..., or "" if it was not copied. `certain` is whether the text is
    known to be on the clipboard. `message` is one line to show, and never says more than is known.
    """

    way: str
    certain: bool
    message: str


def copy(
    text: str, *, osc52: Callable[[str], object] | None, env: Mapping[str, str] | None = None
) -> Outcome:
    """Put `text` on the clipboard, character for character, by the first way that works.

    Takes a few hundredths of a second, at worst about TIME_LIMIT seconds: call it in a thread.

    Args:
        text: Logical text; it is not changed.
        osc52: Writes an escape sequence to the terminal, in this thread; None: there is no terminal.
        env: The environment that says where the person sits; None: `os.environ`.

    Returns:
        Which way it went, whether that is certain, and a line to show. A failure is an outcome too; only what
        `osc52` raises comes through, apart from OSError.
    """
    if not text:
        return _not_copied("there is nothing to copy")
    if any("\ud800" <= character <= "\udfff" for character in text):
        return _not_copied("half a surrogate pair is no character")
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
        except (ToolError, TooLongError) as error:
            failures.append(f"{way.name}: {error}")
        except OSError as error:
            failures.append(f"{way.name}: {error.strerror or error}")
        else:
            said = way.done.format(name=way.name, path=path)
            return Outcome(way.name, way.certain, said + (f" ({'; '.join(failures)})" if failures else ""))
    return _not_copied("; ".join(failures) or "there is no clipboard tool and no terminal here")


def _not_copied(why: str) -> Outcome:
    return Outcome("", False, f"Not copied: {why}")
