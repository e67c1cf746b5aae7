"""What was typed, on its way from the thread that reads it to the application: at most so much at a time.

Textual's drivers put every key into the application's queue at once: a megabyte of keys takes gigabytes
there, and whatever is typed next waits for minutes.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from threading import Lock
from typing import Any, Final

from textual import events
from textual._queue import Queue
from textual.app import App, ScreenError
from textual.message import Message
from textual.message_pump import MessagePump

from briefing.machine.input_filter import PASTE
from briefing.tui.textual_private.struck_key import StruckKey

#: The most events that wait; of more, the oldest are dropped.
LIMIT: Final = 256
# More than this, and what is read is thinned before it is parsed.
_CROWD: Final = 64
# Q in any layout; what stands on a key in these, the terminal may say itself.
_ENDING: Final = frozenset({"q", "Q", "\u0636", "\u0439", "ctrl+c", "ctrl+q", "ctrl+\u0636", "ctrl+\u0439"})
_PLACES: Final = frozenset("qQ")
_PATIENCE: Final = 2.0  # seconds for an event to be dealt with
# Letters for a field that wait, and from then on come as one text.
_LETTERS: Final = 16


class InputChannel:
    """Hands events to `app` one at a time, each when the one before has been dealt with.

    A key that ends something is never dropped, and behind a flood it does not wait.
    """

    def __init__(self, app: App[Any], loop: asyncio.AbstractEventLoop) -> None:
        self._app = app
        self._loop = loop
        self._waiting: deque[Message] = deque()
        self._lock = Lock()
        self._flooded = False
        self._task: asyncio.Task[None] | None = None
        self._delivering = False

    @property
    def crowded(self) -> bool:
        """Whether so many wait that more would hardly be read."""
        return len(self._waiting) > _CROWD

    def put(self, message: Message) -> None:
        """Let `message` be delivered. Safe in any thread, but not in a signal's handler; never waits."""
        with self._lock:
            self._add(message)
            start, self._delivering = not self._delivering, True
        if start:
            with suppress(RuntimeError):  # the loop is closed: so is the application
                self._loop.call_soon_threadsafe(self._start)

    def _add(self, message: Message) -> None:
        waiting = self._waiting
        if self._joins(message):
            return
        if isinstance(message, events.MouseMove):
            if waiting and isinstance(waiting[-1], events.MouseMove):
                waiting.pop()
        elif not isinstance(message, events.Key | events.MouseEvent | events.Paste):
            # A size, a state: the last one counts.
            for other in [other for other in waiting if type(other) is type(message)]:
                waiting.remove(other)
        elif self._flooded and _ends(message):
            waiting.clear()
        waiting.append(message)
        if len(waiting) > LIMIT:
            self._flooded = True
            del waiting[1 if _ends(waiting[0]) else 0]

    def _joins(self, message: Message) -> bool:
        """Put a letter to those that wait, as one text, if it goes to a field; return whether.

        Not all terminals say what is pasted: a text that comes letter by letter, faster than letters are
        dealt with, is to lose none. Behind any other key letters stay keys: it may lead elsewhere.
        """
        waiting, letter = self._waiting, _text(message)
        if len(waiting) < _LETTERS or not letter or not self._is_written:
            return False
        texts = [*map(_text, waiting)]
        if not all(texts) or len(texts[-1]) >= PASTE:
            return False
        waiting[-1] = events.Paste(texts[-1] + letter)
        return True

    @property
    def _is_written(self) -> bool:
        """Whether the focus is in a field that takes texts."""
        try:
            return getattr(self._app.focused, "takes_texts", False)
        except ScreenError:
            return False

    def _start(self) -> None:
        self._task = self._loop.create_task(self._deliver())

    async def _deliver(self) -> None:
        while not self._is_over():
            message: Message | None = None
            try:
                if not all(map(_is_idle, self._takers())):
                    with suppress(TimeoutError):
                        await asyncio.wait_for(self.dealt_with(), _PATIENCE)
                message = self._take()
                self._app.post_message(message)
            except Exception as error:  # else nobody would be told, and nothing that is typed be heard again
                self._app._handle_exception(error)
                if message is None:
                    self._take()

    def _is_over(self) -> bool:
        """Whether nothing waits: then delivering is over, and the next event begins it anew."""
        with self._lock:
            if not self._waiting:
                self._delivering = self._flooded = False
            return not self._waiting

    def _take(self) -> Message:
        """Take the next event. Others may have been dropped for it, but never the last."""
        with self._lock:
            return self._waiting.popleft()

    def _takers(self) -> Iterator[MessagePump]:
        """Yield what may get an event: the application, what has the focus, what it bubbles up through.

        The next one is looked for when it is asked for: what the one before has done may change it.
        """
        yield self._app
        node: MessagePump | None = None
        if self._app.screen_stack:
            node = self._app.focused or self._app.screen
        while node is not None:
            yield node
            node = None if node is self._app else node._parent

    async def dealt_with(self) -> None:
        """Wait until everything that may get an event has handled all it got before."""
        for taker in self._takers():
            if not _is_idle(taker):
                reached = asyncio.Event()
                if taker.post_message(events.Callback(callback=reached.set)):
                    await reached.wait()


def _is_idle(pump: MessagePump) -> bool:
    """Return whether it has handled every message it got, and waits for the next: seen without a message."""
    queue: Queue[Message | None] = pump._message_queue
    return queue.empty() and bool(queue.ready_event._waiters)


def _text(message: Message) -> str:
    """What an event puts into a field: a letter, or a text; empty if it is another one."""
    if isinstance(message, events.Paste):
        return message.text
    if isinstance(message, events.Key) and message.is_printable and len(message.key.split("+")) == 1:
        return message.character or ""
    return ""


def _ends(message: Message) -> bool:
    if isinstance(message, StruckKey) and message.place in _PLACES:
        return True
    return isinstance(message, events.Key) and message.key in _ENDING
