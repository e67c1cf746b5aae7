"""A command of the user's own, run once on a text: bounded in time and output, and ended with this one."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import PurePath
from tempfile import TemporaryFile
from time import monotonic
from typing import IO, Final

from briefing.document.controls import one_line
from briefing.machine.ending.children import end_session, kill_session
from briefing.machine.ending.way_out import no_longer, on_the_way_out

#: Bytes of an answer that are taken, and of what it says on standard error that are passed on.
LARGEST: Final = 8 << 20
_MOST_SAID: Final = 16 << 10
_AFTER: Final = (
    1.0  # seconds in which its last words come once it has ended; a child of it may hold its pipes
)
_ESCAPES: Final = r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])"


class WrongCommandError(ValueError):
    """The setting is no command; the message says why, in a few words."""


class CommandFailedError(Exception):
    """There is no answer; the message says why. `is_final`: to ask again would be no use."""

    def __init__(self, message: str, *, is_final: bool = False) -> None:
        super().__init__(message)
        self.is_final = is_final


def arguments_of(setting: str, replaced: Mapping[str, str]) -> list[str]:
    """Return a command as its arguments, `{name}` in them replaced; no shell ever sees it.

    Raises WrongCommandError.
    """
    try:
        written = shlex.split(setting)
    except ValueError:
        raise WrongCommandError("a quotation mark is not closed in it") from None
    if not written or not written[0] or any(not one.isprintable() for one in written):
        raise WrongCommandError("it names no command")
    names = "|".join(map(re.escape, replaced))
    found = [re.sub(rf"\{{({names})\}}", lambda match: replaced[match[1]], one) for one in written[1:]]
    return [written[0], *found]


def command_answer(arguments: list[str], given: bytes, seconds: float, say: Callable[[str], object]) -> bytes:
    """Return what a command prints, which gets `given` on standard input.

    `say` gets what it says on standard error, line by line, fit for a terminal. It is ended after `seconds`,
    and with this program, with all that it has started. Raises CommandFailedError.
    """
    with TemporaryFile() as text:  # a pipe would have to be fed while its answer is read
        text.write(given)
        text.seek(0)
        try:
            process = subprocess.Popen(
                arguments,
                stdin=text,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env={**os.environ, "PYTHONUTF8": "1"},
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or "it is no command"
            raise CommandFailedError(f"cannot be started ({why})", is_final=True) from None
        return _RunningCommand(process, say, PurePath(arguments[0]).name).answer(seconds)


class _RunningCommand:
    """A command that was started; two threads gather what it prints and says."""

    def __init__(self, process: subprocess.Popen[bytes], say: Callable[[str], object], name: str) -> None:
        self._process, self._say, self._name = process, say, name
        self._printed = bytearray()
        self._changed = threading.Event()
        on_the_way_out(self._kill)
        self._threads = [
            threading.Thread(target=gather, args=(pipe,), daemon=True)
            for gather, pipe in ((self._gather, process.stdout), (self._pass_on, process.stderr))
        ]
        for thread in self._threads:
            thread.start()

    def answer(self, seconds: float) -> bytes:
        deadline = monotonic() + seconds
        try:
            while self._process.poll() is None and len(self._printed) <= LARGEST:
                if (left := deadline - monotonic()) <= 0:
                    raise CommandFailedError(f"has not answered in {seconds:g} s", is_final=True)
                self._changed.wait(min(left, 0.05))
                self._changed.clear()
            last = monotonic() + _AFTER
            for thread in self._threads if len(self._printed) <= LARGEST else ():
                thread.join(max(0.0, last - monotonic()))
        finally:
            no_longer(self._kill)
            end_session(self._process)
        if len(self._printed) > LARGEST:
            raise CommandFailedError(f"prints more than {LARGEST >> 20} MiB", is_final=True)
        if status := self._process.returncode:
            ended = f"was ended by signal {-status}" if status < 0 else f"failed with status {status}"
            raise CommandFailedError(ended)
        return bytes(self._printed)

    def _gather(self, pipe: IO[bytes]) -> None:
        with suppress(OSError, ValueError):
            while data := os.read(pipe.fileno(), 65536):
                self._printed += data
                if len(self._printed) > LARGEST:
                    break  # what comes on waits in its pipe
        self._changed.set()

    def _pass_on(self, pipe: IO[bytes]) -> None:
        said, waiting = 0, b""
        with suppress(OSError, ValueError):
            while data := os.read(pipe.fileno(), 8192):
                if said > _MOST_SAID:
                    continue  # it must not wait because nobody reads it
                said += len(data)
                *lines, waiting = re.split(rb"[\r\n]+", waiting + data)
                for line in lines:
                    self._tell(line)
                if said > _MOST_SAID:
                    self._tell(b"(what else it says is not shown)")
                    waiting = b""
        self._tell(waiting)

    def _tell(self, line: bytes) -> None:
        text = re.sub(_ESCAPES, "", line.decode("utf-8", "replace")).strip()
        if text:
            self._say(one_line(f"{self._name}: {text}"))

    def _kill(self) -> None:
        kill_session(self._process)
