"""Textual's driver for terminals, with what a terminal's strategy, its answers and job control ask of it."""

from __future__ import annotations

import os
import select
import signal
import sys
import termios
import time
from contextlib import suppress
from io import TextIOWrapper
from typing import Any, Final

from textual import constants
from textual._parser import ParseError
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Size, clamp
from textual.message import Message

from briefing.machine.ending.signals import end_as_hung_up, let_signals_pile_up
from briefing.machine.ending.stopping import stop_job
from briefing.machine.ending.way_out import no_longer, on_the_way_out, write_if_it_takes_it
from briefing.machine.input_filter import InputFilter
from briefing.machine.terminal import PLAIN, Strategy, Terminal, TerminalSearch, modes
from briefing.machine.terminal.ground import FOLLOW, FOLLOW_NO_MORE
from briefing.machine.terminal.last_answers import LAST_QUESTION, PATIENCE, SAYS, read_last_answers
from briefing.tui.textual_private.input_channel import InputChannel
from briefing.tui.textual_private.key_parser import KeyParser

# What Textual asks of Kitty's protocol: all keys as reports, with their text; and with the keys' places, too.
_KEYS: Final = "\x1b[>25u"
_KEYS_AND_PLACES: Final = "\x1b[>29u"
# Seconds between two looks at the clock while nothing is typed: Textual's own.
_TICK: Final = 0.1
_SOON: Final = 0.02  # seconds in which a flood is let come
_PIECE: Final = 1 << 16  # bytes of it that are thinned at a time
_GONE: Final = 1.0  # seconds that a terminal is hung up after which the program ends without being told
_SETTLED: Final = 1.0  # seconds after which the application has said which signals it handles
# The most columns and rows that a terminal is taken to have.
_LARGEST: Final = 1000
_TRIES: Final = 100
# All that `start_application_mode` and Textual switch on, switched off; what the terminal does not know, it
# ignores. A frame may have been cut short: its end comes first.
_OFF: Final = (
    f"{modes.FRAME_END}{modes.NO_STYLE}{modes.NO_PASTES}{modes.WRAP}{modes.NO_SIZES}"
    f"{modes.NO_MOUSE}\x1b[<u{FOLLOW_NO_MORE}"
)
_OUTSIDE: Final = modes.SHOW_CURSOR + modes.NO_FOCUS
# The most columns and rows that are painted: a terminal that says it has more is not believed.


class TerminalAnswered(Message):
    """All answers have come, later than the program started."""


class GroundReported(Message):
    """The terminal's ground has become dark, or light: the search has it."""


class TerminalDriver(LinuxDriver):
    """Powers display and input.

    Every way in and out (starting, ending, suspending, resuming) goes through the alternate screen: what
    `strategy` sends around it goes out in one piece with the switch. Answers to the question of
    `search` are taken out of the input, and what was typed meanwhile is put in front of it.
    """

    _suspended = False
    _typed_taken = False
    _hung_up = 0.0  # seconds since the terminal went

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._file = _screen()
        self._channel = InputChannel(self._app, self._loop)
        self._resizing = False
        self._ground = self.search.ground if self.search is not None else None
        self._says = False  # whether the terminal has ever answered anything
        self._said_all = False  # whether no answer is left
        self._started = 0.0

    @property
    def strategy(self) -> Strategy:
        """What the terminal needs, as the application knows it by now."""
        terminal: Terminal | None = getattr(self._app, "terminal", None)
        return terminal.strategy if terminal is not None else PLAIN

    @property
    def search(self) -> TerminalSearch | None:
        """The question that the terminal was asked."""
        search: TerminalSearch | None = getattr(self._app, "search", None)
        return search

    def write(self, data: str) -> None:
        """Write to the terminal, in another thread."""
        if data == modes.ENTER_SCREEN:
            data = self.strategy.before + data
        elif data == modes.LEAVE_SCREEN:
            data = self.strategy.last + data + self.strategy.after
        elif data == _KEYS:
            data = _KEYS_AND_PLACES
        super().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal over. Its modes before the question are those that are restored at the end."""
        self._started = time.monotonic()
        on_the_way_out(self._give_back)
        super().start_application_mode()  # type: ignore[no-untyped-call]
        if self.search is not None and (modes := self.search.hand_over_modes()) is not None:
            self.attrs_before = modes
        if self.search is not None and self.search.follows:
            self.write(FOLLOW)
        signal.signal(signal.SIGWINCH, self._on_new_size)
        let_signals_pile_up()
        self._loop.call_later(_SETTLED, let_signals_pile_up)

    def send_message(self, message: Message) -> None:
        """Queue an event for the application, after those that wait already."""
        self._channel.put(message)

    def process_message(self, message: Message) -> None:
        """Pass an event of the input on; of a new size, that which the system reports."""
        if isinstance(message, Resize):
            message = self._size_now(message.pixel_size)
        super().process_message(message)

    def _get_terminal_size(self) -> tuple[int, int]:
        try:
            columns, rows = os.get_terminal_size(self.fileno)
        except OSError:
            columns = rows = 0
        if not (columns and rows):
            columns, rows = super()._get_terminal_size()
        return clamp(columns, 1, _LARGEST), clamp(rows, 1, _LARGEST)

    def _on_new_size(self, *_: object) -> None:
        # A signal may come at any moment, in the middle of the channel's own work too: so it is for later.
        if not self._resizing:
            self._resizing = True
            with suppress(RuntimeError):  # the loop is closed
                self._loop.call_soon_threadsafe(self._take_new_size)

    def _take_new_size(self) -> None:
        self._resizing = False
        let_signals_pile_up()
        self.send_message(self._size_now())

    def _size_now(self, pixel_size: Size | None = None) -> Resize:
        size = Size(*self._get_terminal_size())
        return Resize(size, size, pixel_size=pixel_size)

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        if self.search is not None and self.search.follows:
            self.write(FOLLOW_NO_MORE)
        super().stop_application_mode()
        no_longer(self._give_back)

    def _give_back(self) -> None:
        """Restore the terminal's modes at once, from any thread; nothing here waits for another thread."""
        if self.attrs_before is not None:
            termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        strategy = self.strategy
        off = f"{_OFF}{strategy.last}{modes.LEAVE_SCREEN}{strategy.after}{_OUTSIDE}"
        write_if_it_takes_it(self._file.fileno() if self._file else self.fileno, off)

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:
            self._app.call_later(self._app._handle_exception, error)

    def run_input_thread(self) -> None:
        """Read, and dispatch events, until the terminal is given back."""
        parser = KeyParser(self._debug)
        bounds = InputFilter()

        def parse(text: str) -> None:
            for event in parser.feed(text) if text else ():
                self.process_message(event)
                if isinstance(event, Resize):
                    parser.terminal_size = self._get_terminal_size()

        def take(data: bytes) -> None:
            if data:
                parse(bounds.feed(data, crowded=self._channel.crowded))

        def settle() -> None:
            # One silence is enough for all who hold something back: were each to wait for its own, what is
            # typed after Esc would be taken for Alt and a key for that much longer.
            take(self.search.release() if self.search else b"")
            parse(bounds.tick())
            for event in parser.settle():
                self.process_message(event)

        if self.search is not None and not self._typed_taken:
            self._typed_taken = True
            take(self.search.typed)
        silence = 0.0
        while not self.exit_event.is_set():
            left = constants.ESCAPE_DELAY - silence
            pause = min(left, _TICK) if left > 0 else _TICK
            data = self._input(pause)
            if data is not None:
                silence = 0.0
                take(self._gathered(data) if self._channel.crowded else data)
                continue
            silence += pause
            if silence >= constants.ESCAPE_DELAY:
                settle()
        self._read_last_answers()
        try:
            for _ in parser.feed(""):
                pass
        except (EOFError, ParseError):
            pass

    def _read_last_answers(self) -> None:
        """Wait for all that the terminal is about to say, if it is one that says anything."""
        silence = time.monotonic() - self._started
        says = self._says or (self.search is not None and self.search.answered)
        seconds = PATIENCE if says else PATIENCE - silence
        if not self.input_tty or seconds <= 0:
            return
        self.write(LAST_QUESTION)
        self.flush()
        outstanding = self.search is not None and self.search.outstanding
        with suppress(OSError):  # the terminal may have gone
            self._said_all = read_last_answers(self.fileno, seconds, 2 if outstanding else 1)

    def disable_input(self) -> None:
        """Read no more. What is typed from now on is the shell's, unless it is mixed with late answers."""
        if self.exit_event.is_set():
            return
        with suppress(Exception):
            signal.signal(signal.SIGWINCH, signal.SIG_DFL)
            self._disable_mouse_support()
            self._said_all = False
            self.exit_event.set()
            if self._key_thread is not None:
                self._key_thread.join()
            self.exit_event.clear()
            if not self._said_all:
                termios.tcflush(self.fileno, termios.TCIFLUSH)

    def _input(self, seconds: float) -> bytes | None:
        """What has been typed, waiting at most so long for it; None: nothing. For the input thread only."""
        search = self.search
        if not select.select([self.fileno], [], [], seconds)[0]:
            return None
        try:
            data = os.read(self.fileno, 4096)
        except OSError:
            data = b""
        if not data:
            self.exit_event.wait(seconds)
            self._hung_up += seconds
            if self._hung_up >= _GONE:  # and no SIGHUP has come: it is nobody's controlling terminal
                end_as_hung_up()
            return None
        self._hung_up = 0.0
        self._says = self._says or SAYS.search(data) is not None
        if search is None:
            return data
        waited_for = search.outstanding
        data = search.feed(data)
        if waited_for and not search.outstanding:
            self.send_message(TerminalAnswered())
        if search.ground != self._ground:
            self._ground = search.ground
            self.send_message(GroundReported())
        return data

    def _gathered(self, data: bytes) -> bytes:
        """Return `data` with all that comes in a moment: a flood is thinned in large pieces alone."""
        deadline = time.monotonic() + _SOON
        while len(data) < _PIECE and (left := deadline - time.monotonic()) > 0:
            if (more := self._input(left)) is None:
                break
            data += more
        return data

    def suspend_application_mode(self) -> None:
        """Give the terminal back for a while."""
        self._suspended = True
        super().suspend_application_mode()

    def resume_application_mode(self) -> None:
        """Take it again, if it was given back."""
        if not self._suspended:
            return
        self._suspended = False
        for _ in range(_TRIES):
            super().resume_application_mode()
            if self._writer_thread is not None and self._writer_thread.is_alive():
                break  # else: continued in the background, it was stopped again at once

    def _sigtstp_application(self, *_: object) -> None:
        if not self._auto_restart:  # a child has the terminal
            stop_job()
            return
        self.suspend_application_mode()
        self._must_signal_resume = True
        stop_job()
        self.resume_application_mode()


def _screen() -> TextIOWrapper | None:
    """What is drawn on: standard error as Textual has it, or standard output where only that is a terminal.

    It takes UTF-8 whatever the locale.
    """
    error, output = sys.__stderr__, sys.__stdout__
    screen = error if error is not None and error.isatty() else output
    if screen is not None:
        screen.reconfigure(encoding="utf-8", errors="replace")
    return screen
