"""The program that is asked: bounded in time and output, and ended with this one, whatever it does."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable
from contextlib import suppress
from time import monotonic
from typing import Final

from briefing.machine.ending.children import end_session, kill_session
from briefing.machine.ending.way_out import no_longer, on_the_way_out
from briefing.machine.lookup.reasons import UnansweredError
from briefing.machine.lookup.recipe import Recipe

#: Seconds that an answer may take; loading its dictionary counts. Bytes of it that are taken.
PATIENCE: Final = 10.0
LARGEST: Final = 64 * 1024


class NoAnswerError(UnansweredError):
    """There is no answer; the message says why, in a few words."""


class EndedError(NoAnswerError):
    """The program has ended before it has answered."""

    def __init__(self) -> None:
        super().__init__("ended")


class Program:
    """Asks words of a recipe's program, one after the other; a thread may wait in it."""

    def __init__(self, recipe: Recipe, seconds: float = PATIENCE) -> None:
        self.recipe = recipe
        self._seconds = seconds
        self._asking = threading.Lock()
        self._running: _RunningLookup | None = None
        self._closed = False

    def ask(self, word: str, bare: str) -> str:
        """Return what the program says of a word. Raises NoAnswerError."""
        with self._asking:
            deadline = monotonic() + self._seconds
            keeps = bool(self.recipe.end)
            running = self._running
            if running is not None and running.is_alive:
                try:
                    answer = self._asked(running, bare, deadline)
                except EndedError:  # it was about to end when it was asked
                    answer = self._asked(self._start(word, bare), bare, deadline)
            else:
                answer = self._asked(self._start(word, bare), bare, deadline)
        text = answer.decode("utf-8", "replace").replace("\r\n", "\n")
        return text.rstrip().removesuffix(self.recipe.end.rstrip()).rstrip() if keeps else text.rstrip()

    def _asked(self, running: _RunningLookup, bare: str, deadline: float) -> bytes:
        """What a running program says; only one that is kept alive is there afterwards."""
        keeps, done = bool(self.recipe.end), False
        try:
            if keeps and self.recipe.prompts and not running.was_asked:
                running.read(deadline, self._ends)
            if self.recipe.reads:
                running.write(f"{bare}\n".encode(), last=not keeps)
            answer = running.read(deadline, self._ends if keeps else None)
            running.was_asked = done = True
        finally:
            if not (keeps and done):
                self._end()
        return answer

    def _start(self, word: str, bare: str) -> _RunningLookup:
        self._end()
        if self._closed:
            raise NoAnswerError("over")
        try:
            self._running = _RunningLookup(self.recipe.command(word, bare), reads=self.recipe.reads)
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or "not-started"
            raise NoAnswerError(reason) from None
        return self._running

    def _ends(self, said: bytes) -> bool:
        """Whether the answer is complete: its last line is the one agreed on."""
        end = self.recipe.end.encode()
        if self.recipe.prompts:
            return said == end or said.endswith(b"\n" + end)
        line = said.replace(b"\r\n", b"\n")
        return line == end + b"\n" or line.endswith(b"\n" + end + b"\n")

    def _end(self) -> None:
        if self._running is not None:
            self._running.end()
            self._running = None

    def close(self) -> None:
        """End the program; a question that waits gets no answer."""
        self._closed = True
        if (running := self._running) is not None:
            running.end()


class _RunningLookup:
    """A program that has been started; what it prints is gathered by a thread."""

    def __init__(self, command: list[str], *, reads: bool) -> None:
        self.was_asked = False
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE if reads else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONUTF8": "1"},
            start_new_session=True,
        )
        on_the_way_out(self._kill)
        self._said = bytearray()
        self._is_over = False
        self._changed = threading.Condition()
        threading.Thread(target=self._gather, name="lookup", daemon=True).start()

    @property
    def is_alive(self) -> bool:
        return not self._is_over and self._process.poll() is None

    def _gather(self) -> None:
        assert self._process.stdout is not None
        with suppress(OSError, ValueError):
            while data := os.read(self._process.stdout.fileno(), 8192):
                with self._changed:
                    self._said += data
                    self._changed.notify_all()
                    if len(self._said) > LARGEST:
                        break  # what comes on waits in its pipe
        with self._changed:
            self._is_over = True
            self._changed.notify_all()

    def write(self, data: bytes, *, last: bool) -> None:
        """Give it a line, which is shorter than any pipe."""
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(data)
            self._process.stdin.flush()
            if last:
                self._process.stdin.close()
        except (OSError, ValueError):
            if not last:
                raise EndedError from None

    def read(self, deadline: float, ends: Callable[[bytes], bool] | None) -> bytes:
        """Return what it says up to an end, or (None) up to its own."""
        with self._changed:
            while True:
                said = bytes(self._said)
                if len(said) > LARGEST:
                    raise NoAnswerError("too-much")
                if ends is not None and ends(said):
                    self._said.clear()
                    return said
                if self._is_over:
                    if ends is None:
                        break
                    raise EndedError
                if (left := deadline - monotonic()) <= 0:
                    raise NoAnswerError("too-long")
                self._changed.wait(left)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(max(0.05, deadline - monotonic()))
        if self._process.returncode and not said.strip():
            raise NoAnswerError("status", status=self._process.returncode)
        return said

    def _kill(self) -> None:
        kill_session(self._process)

    def end(self) -> None:
        """End it, with all that it has started."""
        no_longer(self._kill)
        if self._process.stdin is not None:
            with suppress(OSError, ValueError):
                self._process.stdin.close()
        end_session(self._process)
