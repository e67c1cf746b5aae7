"""A browser's connection with limits of time and number: an unfinished request does not keep it open."""

from __future__ import annotations

import asyncio
from typing import Any, Final

from aiohttp import web
from aiohttp.web_protocol import RequestHandler

#: Connections that are open at a time; more are closed at once.
CONNECTIONS: Final = 256
#: Seconds for a request to be whole, from the connection or from its first byte on.
REQUEST: Final = 10.0
#: Seconds that a connection lasts which is no visit.
LIFE: Final = 120.0
_IDLE: Final = 15.0  # seconds between two requests
_LINE: Final = 8190  # bytes of a line or a header
_HEADERS: Final = 64


class Connection(RequestHandler):
    """aiohttp's, with limits. `opened` are those that are open."""

    __slots__ = ("_deadline", "_opened")

    def __init__(self, server: web.Server, opened: set[Connection]) -> None:
        limits: dict[str, Any] = {
            "keepalive_timeout": _IDLE,
            "lingering_time": 2.0,
            "max_line_size": _LINE,
            "max_field_size": _LINE,
            "max_headers": _HEADERS,
            "access_log": None,
        }
        super().__init__(server, loop=asyncio.get_running_loop(), **limits)
        self._opened = opened
        self._deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Begin to count, unless there are too many."""
        super().connection_made(transport)
        assert isinstance(transport, asyncio.Transport)
        if len(self._opened) >= CONNECTIONS:
            transport.abort()
            return
        self._opened.add(self)
        self._end_in(REQUEST)

    def connection_lost(self, exc: BaseException | None) -> None:
        """Count no more."""
        self._opened.discard(self)
        if self._deadline is not None:
            self._deadline.cancel()
        super().connection_lost(exc)

    def asked(self, *, visit: bool) -> None:
        """A request is whole: it has its time to be answered, and a visit all the time it wants."""
        if not visit:
            self._end_in(LIFE)
        elif self._deadline is not None:
            self._deadline.cancel()

    def _end_in(self, seconds: float) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        self._deadline = asyncio.get_running_loop().call_later(seconds, self._abort)

    def _abort(self) -> None:
        if self.transport is not None:
            self.transport.abort()
