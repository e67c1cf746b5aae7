"""Textual's driver for a browser: a visitor's window sizes are bounded, and packets are written whole."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from functools import partial
from threading import Lock
from typing import Any, Final

from textual import events, messages
from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver
from textual.geometry import Size, clamp
from textual.message import Message

from briefing.machine.ending.signals import let_signals_pile_up
from briefing.machine.input_filter import InputFilter
from briefing.tui.textual_private.input_channel import InputChannel
from briefing.tui.textual_private.key_parser import KeyParser

#: The most columns and rows that a visitor may ask for.
COLUMNS: Final = 500
ROWS: Final = 200


class VisitorDriver(WebDriver):
    """The pipe between one visitor's program and the server."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._size = _bounded(*(self._size or (80, 24)))
        self._writing = Lock()
        self._write = partial(self._write_whole)
        self._channel = InputChannel(self._app, self._loop)

    def start_application_mode(self) -> None:
        """Begin to paint, and to hear of what is typed."""
        super().start_application_mode()
        let_signals_pile_up()

    def _write_whole(self, data: bytes) -> int:
        """Write a packet in one piece, from any thread; returns the number of bytes written."""
        with self._writing, suppress(BrokenPipeError):  # the server is gone: so is the visitor
            return os.write(self.fileno, data)
        return 0

    def send_message(self, message: Message) -> None:
        """Queue an event for the application, after those that wait already."""
        self._channel.put(message)

    def process_message(self, message: Message) -> None:
        """Pass an event of the input on, except for sizes: those come by `on_meta`."""
        if not isinstance(message, events.Resize | messages.InBandWindowResize):
            super().process_message(message)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Handle a packet of the server about the window; a size that is none is ignored."""
        if packet_type == "resize":
            width, height = payload.get("width"), payload.get("height")
            if isinstance(width, int) and isinstance(height, int):
                self._size = _bounded(width, height)
                size = Size(*self._size)
                self._channel.put(events.Resize(size, size))
        elif packet_type in ("focus", "blur"):
            self._channel.put(events.AppFocus() if packet_type == "focus" else events.AppBlur())
        else:
            super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        """Read packets until the pipe ends, because visitor or server are gone; then end the application."""
        parser = KeyParser(self._debug)
        bounds = InputFilter()
        packets = ByteStream()

        def parse(text: str) -> None:
            for event in parser.feed(text) if text else ():
                self.process_message(event)

        try:
            for data in self._input_reader:
                for kind, payload in packets.feed(data) if data else ():
                    if kind == "D":
                        parse(bounds.feed(payload, crowded=self._channel.crowded))
                    else:
                        packet = json.loads(payload)
                        self.on_meta(packet["type"], packet)
                if not data:
                    parse(bounds.tick())
                for event in parser.tick():
                    self.process_message(event)
        finally:
            self._app.post_message(messages.ExitApp())


def _bounded(columns: int, rows: int) -> tuple[int, int]:
    return clamp(columns, 1, COLUMNS), clamp(rows, 1, ROWS)
