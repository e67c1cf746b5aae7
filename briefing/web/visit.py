"""One visit: a socket to a browser, and the visitor's process behind it."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from pathlib import PurePath
from typing import Any, Final, NamedTuple
from urllib.parse import quote

from aiohttp import WSCloseCode, WSMsgType, web

from briefing.tui.textual_private.packed_data import DecodeError, load
from briefing.web.child import PIECE, Child
from briefing.web.packets import BadMessageError, for_program, meta, pong

#: Seconds for a browser, or for the program, to take what it is sent.
PATIENCE: Final = 20.0
_META: Final = 64 * 1024  # the most bytes of a packet that is no picture of the screen
_FILES: Final = 4  # that wait to be fetched
_FETCHING: Final = 4.0  # seconds for the next piece of one


class File(NamedTuple):
    """A file that a visitor's process has for its browser."""

    name: str
    kind: str
    pieces: asyncio.Queue[bytes]


class Visit:
    """A visitor: `socket` is open and `child` runs. Files for the browser are offered in `files`."""

    def __init__(self, socket: web.WebSocketResponse, child: Child, files: dict[str, Visit]) -> None:
        self._socket = socket
        self._child = child
        self._all_files = files
        self._files: dict[str, File] = {}

    async def last(self) -> None:
        """Pass on what both say until one of them has no more to say."""
        both = [asyncio.create_task(self._from_browser()), asyncio.create_task(self._from_program())]
        try:
            await asyncio.wait(both, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in both:
                task.cancel()
            for key in self._files:
                self._all_files.pop(key, None)
            await asyncio.gather(*both, return_exceptions=True)

    async def fetched(self, key: str) -> AsyncIterator[bytes]:
        """The pieces of a file."""
        file = self._files[key]
        try:
            while True:
                asked = meta(type="deliver_chunk_request", key=key, size=PIECE, name=file.name)
                if not await self._child.send(asked):
                    return
                piece = await asyncio.wait_for(file.pieces.get(), _FETCHING)
                if not piece:
                    return
                yield piece
        finally:
            self._files.pop(key, None)
            self._all_files.pop(key, None)

    def headers(self, key: str) -> dict[str, str]:
        """How a file is announced to the browser: to be saved, and under its name."""
        file = self._files[key]
        kind = file.kind if re.fullmatch(r"[\w.+-]+/[\w.+-]+", file.kind, re.ASCII) else ""
        return {
            "Content-Type": kind or "application/octet-stream",
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}",
        }

    async def _from_browser(self) -> None:
        async for message in self._socket:
            if message.type is not WSMsgType.TEXT:
                await self._close(WSCloseCode.UNSUPPORTED_DATA)
                return
            try:
                answer = pong(message.data)
                packet = for_program(message.data)
            except BadMessageError:
                await self._close(WSCloseCode.INVALID_TEXT)
                return
            if answer is not None:
                await self._tell(self._socket.send_str, answer)
            if packet and not await asyncio.wait_for(self._child.send(packet), PATIENCE):
                return

    async def _from_program(self) -> None:
        whole = b""
        async for kind, left, piece in self._child.packets():
            if kind == b"D":
                await self._tell(self._socket.send_bytes, piece)
                continue
            whole += piece
            if len(whole) + left > 8 * _META:
                return
            if left:
                continue
            packet, whole = whole, b""
            if kind == b"P":
                self._take_piece(packet)
            elif not await self._take_meta(packet):
                return

    async def _tell(self, send: Callable[[Any], Any], what: str | bytes) -> None:
        """Send, if the browser reads: nothing is kept for one that does not. Raises TimeoutError."""
        await asyncio.wait_for(send(what), PATIENCE)

    async def _take_meta(self, packet: bytes) -> bool:
        """Take what the program says beside the screen; whether it goes on."""
        with suppress(ValueError, RecursionError):
            match json.loads(packet):
                case {"type": "exit"}:
                    return False
                case {
                    "type": "deliver_file_start",
                    "key": str(key),
                    "path": str(path),
                    "mime_type": str(kind),
                }:
                    await self._offer(key, File(PurePath(path).name, kind, asyncio.Queue(1)))
        return True

    async def _offer(self, key: str, file: File) -> None:
        while len(self._files) >= _FILES:
            oldest = next(iter(self._files))
            del self._files[oldest]
            self._all_files.pop(oldest, None)
        self._files[key] = file
        self._all_files[key] = self
        await self._tell(self._socket.send_str, json.dumps(["deliver_file_start", key]))

    def _take_piece(self, packet: bytes) -> None:
        with suppress(DecodeError, ValueError, TypeError, asyncio.QueueFull):
            match load(packet):
                case ("deliver_chunk", str(key), (str() | bytes()) as piece) if key in self._files:
                    data = piece.encode() if isinstance(piece, str) else piece
                    self._files[key].pieces.put_nowait(data)

    async def _close(self, code: WSCloseCode) -> None:
        with suppress(OSError, RuntimeError, TimeoutError):
            await asyncio.wait_for(self._socket.close(code=code), PATIENCE)
