"""A visitor's process: started, spoken to in packets, and ended, whatever it is doing."""

from __future__ import annotations

import asyncio
import os
import sys
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from typing import Final

from briefing.web.packets import meta

#: Bytes that are passed on at a time.
PIECE: Final = 64 * 1024
#: Seconds that it gets to end: by itself, and then after SIGTERM, before it is killed.
BY_ITSELF: Final = 1.5
ON_TERM: Final = 1.0
_PRELUDE: Final = b"__GANGLION__\n"
_LINES: Final = 10  # before the prelude
_COMPLAINT: Final = 2000  # bytes of its standard error that are kept


class Child:
    """The process that `command` starts; `environment` is all of its environment."""

    def __init__(self, process: Process) -> None:
        self._process = process
        self._writing = asyncio.Lock()
        self._complaint = b""
        self._listening = asyncio.create_task(self._listen())

    @classmethod
    async def start(cls, command: Sequence[str], environment: Mapping[str, str]) -> Child:
        """Start it. Raises OSError if the system cannot."""
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, stderr=PIPE if sys.stderr else DEVNULL, env=dict(environment)
        )
        return cls(process)

    async def send(self, packet: bytes) -> bool:
        """Send it a packet, waiting until there is room; whether it is there to read."""
        stdin = self._process.stdin
        assert stdin is not None
        async with self._writing:
            with suppress(OSError, RuntimeError):
                stdin.write(packet)
                await stdin.drain()
                return True
        return False

    async def packets(self) -> AsyncIterator[tuple[bytes, int, bytes]]:
        """What it says, piece by piece: a kind of packet, the bytes of it still to come, and a piece."""
        stdout = self._process.stdout
        assert stdout is not None
        with suppress(asyncio.IncompleteReadError, OSError, ValueError):
            for _ in range(_LINES):
                if await stdout.readline() == _PRELUDE:
                    break
            while True:
                head = await stdout.readexactly(5)
                left = int.from_bytes(head[1:], "big")
                while True:
                    piece = await stdout.readexactly(min(left, PIECE))
                    left -= len(piece)
                    yield head[:1], left, piece
                    if not left:
                        break

    async def end(self) -> str:
        """End it, asking first; return the one line that it said on standard error, if it was one."""
        if self._process.returncode is None:
            asking = asyncio.create_task(self.send(meta(type="quit")))
            drained = asyncio.create_task(self._drain())
            for seconds, insist in ((BY_ITSELF, self._process.terminate), (ON_TERM, self._process.kill)):
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._process.wait(), seconds)
                    break
                with suppress(ProcessLookupError):
                    insist()
            asking.cancel()
            drained.cancel()
            await self._process.wait()
        with suppress(TimeoutError):
            await asyncio.wait_for(self._listening, 0.5)
        if self._process.stdin is not None:
            self._process.stdin.close()
        lines = self._complaint.decode("utf-8", "replace").strip().splitlines()
        if len(lines) > 1:
            return f"a visitor's reader ended with status {self._process.returncode}"
        return lines[0] if lines else ""

    async def _drain(self) -> None:
        """Read and drop what it still writes: with a full pipe it would not end."""
        with suppress(OSError, RuntimeError):
            while self._process.stdout is not None and await self._process.stdout.read(PIECE):
                pass

    async def _listen(self) -> None:
        stderr = self._process.stderr
        with suppress(OSError):
            while stderr is not None and (data := await stderr.read(PIECE)):
                self._complaint += data[: _COMPLAINT - len(self._complaint)]


def environment(columns: int, rows: int, folder: str) -> dict[str, str]:
    """The environment of a visitor's process, whose window has that size; `folder` is for what it saves."""
    return {
        **os.environ,
        "TEXTUAL_FPS": "60",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "COLUMNS": str(columns),
        "ROWS": str(rows),
        "TMPDIR": folder,
    }
