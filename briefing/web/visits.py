"""All visits: so many at a time, each ended when it is over, and none left when the server ends."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Final

from aiohttp import web

from briefing.web.child import Child, environment
from briefing.web.packets import MESSAGE
from briefing.web.visit import Visit

#: So many read at a time: each is a process of its own.
VISITORS: Final = 32
_HEARTBEAT: Final = 15.0  # seconds between two questions whether the browser is there
_CLOSING: Final = 2.0  # seconds for a browser to take the end of a visit
_SIZE: Final = (80, 24)


class Visits:
    """The visitors of the program that `command` starts.

    What visitors' processes save goes below `folder`; what they complain of, one line at a time, to `say`.
    """

    def __init__(self, command: Sequence[str], folder: str, say: Callable[[str], None]) -> None:
        self._command = command
        self._folder = folder
        self._say = say
        self._visiting: set[asyncio.Task[object]] = set()
        self._ending: set[asyncio.Task[None]] = set()
        self._files: dict[str, Visit] = {}

    async def visit(self, request: web.Request) -> web.StreamResponse:
        """Give a visitor a program. Raises HTTPBadRequest, and HTTPServiceUnavailable if there is no room."""
        socket = web.WebSocketResponse(heartbeat=_HEARTBEAT, max_msg_size=MESSAGE, timeout=1.0)
        if not _is_for(socket, request):
            raise web.HTTPBadRequest(text="this is for the page's own socket")
        if len(self._visiting) + len(self._ending) >= VISITORS:
            raise web.HTTPServiceUnavailable(text=f"{VISITORS} people are reading; come back later")
        task = asyncio.current_task()
        assert task is not None
        self._visiting.add(task)
        try:
            await socket.prepare(request)
            columns = _number(request.query.get("width", ""), _SIZE[0])
            rows = _number(request.query.get("height", ""), _SIZE[1])
            try:
                child = await Child.start(self._command, environment(columns, rows, self._folder))
            except OSError as error:
                self._say(f"a visitor's reader cannot be started ({error.strerror})")
                return socket
            try:
                await Visit(socket, child, self._files).last()
            finally:
                self._end(child)
        finally:
            self._visiting.discard(task)
            with suppress(OSError, RuntimeError, TimeoutError):
                await asyncio.wait_for(socket.close(), _CLOSING)
        return socket

    async def download(self, request: web.Request) -> web.StreamResponse:
        """Hand out a file that a visitor's program has offered. Raises HTTPNotFound for any other."""
        key = request.match_info["key"]
        visit = self._files.get(key)
        if visit is None:
            raise web.HTTPNotFound(text="there is no such file")
        response = web.StreamResponse(headers=visit.headers(key))
        await response.prepare(request)
        try:
            async for piece in visit.fetched(key):
                await response.write(piece)
            await response.write_eof()
        except (KeyError, TimeoutError):
            response.force_close()
        return response

    async def end_all(self, _: web.Application) -> None:
        """End all visits, without waiting for their processes (`all_ended` does)."""
        for visit in self._visiting:
            visit.cancel()

    async def all_ended(self) -> None:
        """Wait until no process is left."""
        while self._visiting or self._ending:
            await asyncio.wait([*self._visiting, *self._ending])

    def _end(self, child: Child) -> None:
        """End a process, whether or not the visit's own task is ended meanwhile."""

        async def end() -> None:
            if complaint := await child.end():
                self._say(complaint)

        task = asyncio.create_task(end())
        self._ending.add(task)
        task.add_done_callback(self._ending.discard)


def _is_for(socket: web.WebSocketResponse, request: web.Request) -> bool:
    try:
        return bool(socket.can_prepare(request))
    except ValueError:  # a key that is no text
        return False


def _number(text: str, otherwise: int) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,5}", text) else otherwise
