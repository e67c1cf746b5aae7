"""A Textual application that ends within a time limit, with a signal's status, and without a traceback."""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from rich.console import RenderableType
from textual.worker import WorkerFailed

from briefing.machine.ending.leaving import PATIENCE, Leaving, leave_at_once
from briefing.machine.ending.signals import told
from briefing.machine.faults.debug_log import note
from briefing.machine.faults.last_handler import FAULT
from briefing.tui.textual_private.any_layout_app import AnyLayoutApp

# Seconds that are kept of PATIENCE when what goes on in the background is waited for.
_SPARE: Final = 0.3
# Textual's thread that writes to the terminal, and the exit status when there is no terminal any more.
_WRITER: Final = "textual-output"
_HUNG_UP: Final = 129

if TYPE_CHECKING:
    from concurrent.futures import Executor


class FaultError(Exception):
    """Textual has ended the application for a reason that it has only painted."""


class EndingApp(AnyLayoutApp):
    """The application but for what it shows: its way in is `read`, and every way out leads back there."""

    def __init__(self) -> None:
        super().__init__()
        self._reads = False
        self._leaving: Leaving | None = None
        self._end_by = 0.0  # by the monotonic clock
        self._ended_by_signal = False

    def read(self) -> int:
        """Run until it ends; returns the exit status, and raises the fault that has ended it, if one has.

        What goes on in the background gets the rest of PATIENCE to come to its end; then it is left behind.
        """
        self._reads = True
        loop = asyncio.new_event_loop()  # asyncio.run would wait for every thread, however long
        loop.set_exception_handler(self._fail_in_loop)
        threading.excepthook = self._fail_in_thread
        try:
            with told(self._end):
                self.run(loop=loop)
        finally:
            self._wait_for(getattr(loop, "_default_executor", None))  # None: nothing went on
            if self._leaving is not None:
                self._leaving.call_off()
        if self._exception is not None:
            raise self._exception
        return self.return_code or 0

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """Begin to end; after `PATIENCE` seconds the process is ended as it stands."""
        if self._reads and self._leaving is None:
            self._leaving = Leaving(return_code)
            self._end_by = time.monotonic() + PATIENCE
        super().exit(result, return_code, message)

    def panic(self, *renderables: RenderableType) -> None:
        """End because of a fault that is known by its picture alone, which would show a document's text."""
        self._handle_exception(FaultError())

    def _end(self, status: int) -> None:
        """End because of a signal, which may come while anything else is done."""
        if self._loop is None:
            leave_at_once(status)
        self._ended_by_signal = True
        with suppress(RuntimeError):  # the loop is closed: it ends already
            self._loop.call_soon_threadsafe(partial(self.exit, return_code=status))

    def _handle_exception(self, error: Exception) -> None:
        """End because of a fault: nothing is painted of it, `read` raises it."""
        note("a fault", error)
        if self._ended_by_signal:  # what is there only by half fails at that, and is not to blame
            return
        if isinstance(error, WorkerFailed) and isinstance(error.error, Exception):
            error = error.error
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
        self.exit(return_code=1)
        self._close_messages_no_wait()

    def _print_error_renderables(self) -> None:
        self._exit_renderables.clear()

    def _fail_in_loop(self, _: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        error = context.get("exception")
        if isinstance(error, Exception):
            self._handle_exception(error)
        else:
            note(f"the event loop: {context.get('message', '')[:80]}")

    def _fail_in_thread(self, failed: threading.ExceptHookArgs) -> None:
        error = failed.exc_value
        if not isinstance(error, Exception) or self._loop is None:
            return
        gone = isinstance(error, OSError) and failed.thread is not None and failed.thread.name == _WRITER
        if self._leaving is None:  # the loop may wait for what that thread does no more
            self._leaving = Leaving(_HUNG_UP if gone else FAULT)
            self._end_by = time.monotonic() + PATIENCE
        if gone:
            self._end(_HUNG_UP)
            return
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(self._handle_exception, error)

    def _wait_for(self, threads: Executor | None) -> None:
        if threads is None:
            return
        end = threading.Thread(target=threads.shutdown, daemon=True)
        end.start()
        end.join(max(0.0, self._end_by - time.monotonic() - _SPARE) if self._leaving else PATIENCE)
