"""Textual's driver for a browser, on its guard: a visitor's sizes are bounded, and packets never mix."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from threading import Lock
from typing import Any, Final

from textual import messages
from textual.drivers.web_driver import WebDriver
from textual.geometry import clamp

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

    def _write_whole(self, data: bytes) -> int:
        """Write a packet from whichever thread: a long one into a full pipe could let another one in."""
        with self._writing, suppress(BrokenPipeError):  # the server is gone: so is the visitor
            return os.write(self.fileno, data)
        return 0

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Take what the server says; a size only if it is one."""
        if packet_type == "resize":
            width, height = payload.get("width"), payload.get("height")
            if not (isinstance(width, int) and isinstance(height, int)):
                return
            payload["width"], payload["height"] = _bounded(width, height)
        super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        """Read until there is no more to read: then the visitor has gone, or the server."""
        super().run_input_thread()
        self._app.post_message(messages.ExitApp())


def _bounded(columns: int, rows: int) -> tuple[int, int]:
    return clamp(columns, 1, COLUMNS), clamp(rows, 1, ROWS)
