"""The body of an answer, read and unpacked within limits."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Final, NamedTuple, Protocol

_PIECE: Final = 1 << 16
_MEMBERS: Final = 1000  # gzip files one after the other in one body; each costs time, however small
_WINDOW: Final = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_NOT_ASKED_FOR: Final = ("br", "zstd", "compress", "x-compress", "dcb", "dcz")
_RAW: Final = -15  # what some servers take `deflate` for: without the head that it has by RFC 9110


class UnfitBodyError(Exception):
    """A body that is not taken: what is wrong with it, and the cure."""

    def __init__(self, what: str, cure: str) -> None:
        super().__init__(what)
        self.what, self.cure = what, cure


class Stream(Protocol):
    """What `urllib3.BaseHTTPResponse` has of this."""

    def read(self, amt: int, decode_content: bool) -> bytes:
        """Return up to `amt` bytes as they came, none at the end."""
        ...


class Unpacked(NamedTuple):
    """A body's bytes, and the coding (`gzip`) that was taken off; "" if it had none."""

    data: bytes
    coding: str


def read_body(
    stream: Stream, declared: str, coding: str, largest: int, check: Callable[[], None]
) -> Unpacked:
    """Return a body, unpacked.

    `declared` and `coding` are the fields Content-Length and Content-Encoding. `check` is called now and then
    and may raise. Raises UnfitBodyError for more than `largest` bytes, packed or unpacked, and for a coding
    that is not known or was cut off; what the stream raises passes through.
    """
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > largest:
        raise _too_large(largest)
    names = [name.strip().lower() for name in coding.split(",")]
    codings = [name for name in names if name in _WINDOW or name in _NOT_ASKED_FOR]  # some send "utf-8" there
    if len(codings) > 1 or (codings and codings[0] not in _WINDOW):
        packed = f'the answer is packed as "{", ".join(codings)}", which was not asked for'
        raise UnfitBodyError(packed, "save the page in a browser, and name that file")
    unpacking = _Unpacking(codings[0], largest) if codings else None
    parts: list[bytes] = []
    size = 0
    while part := stream.read(_PIECE, decode_content=False):
        check()
        size += len(part)
        if size > largest:
            raise _too_large(largest)
        if unpacking is None or not unpacking.is_sure:
            parts.append(part)
        if unpacking is not None and not unpacking.take(part, check):
            unpacking = None  # it is not packed, whatever its server says
    if unpacking is None or not unpacking.has_begun:
        return Unpacked(b"".join(parts), "")
    return Unpacked(unpacking.whole(), codings[0].removeprefix("x-"))


class _Member(Protocol):
    """What `zlib.decompressobj` gives; its class has no public name."""

    @property
    def unconsumed_tail(self) -> bytes: ...
    @property
    def unused_data(self) -> bytes: ...
    @property
    def eof(self) -> bool: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class _Unpacking:
    """What was packed, unpacked piece by piece as it comes. `is_sure`: it really was packed."""

    def __init__(self, coding: str, largest: int) -> None:
        self.is_sure = False
        self._window = _WINDOW[coding]
        self._largest = self._room = largest
        self._parts: list[bytes] = []
        self._held = b""  # too little to tell what it is
        self._member: _Member | None = None
        self._members = 0
        self._is_over = False

    @property
    def has_begun(self) -> bool:
        """Whether so much came that it may have been packed."""
        return self._members > 0

    def take(self, data: bytes, check: Callable[[], None]) -> bool:
        """Take what has come; False if it is not packed. Raises UnfitBodyError for too much or damage."""
        data, self._held = self._held + data, b""
        is_full = False  # there is more in the member's own memory
        while (data or is_full) and not self._is_over:
            check()
            if self._member is None:
                if len(data) < 2:
                    self._held = data
                    return True
                self._begin(data)
                continue
            try:
                most = min(self._room + 1, 1 << 20)
                part = self._member.decompress(data, most)
            except zlib.error:
                if self.is_sure:
                    raise UnfitBodyError(
                        "the answer is damaged: it cannot be unpacked", "try again"
                    ) from None
                return False
            self.is_sure = self.is_sure or bool(part)
            self._room -= len(part)
            if self._room < 0:
                raise _too_large(self._largest)
            self._parts.append(part)
            data, is_full = self._member.unconsumed_tail, len(part) == most
            if self._member.eof:
                data, self._member, is_full = self._member.unused_data, None, False
        return True

    def whole(self) -> bytes:
        """All of it. Raises UnfitBodyError if its end has not come."""
        if self._member is not None:
            raise UnfitBodyError("the answer was cut off", "try again")
        return b"".join(self._parts)

    def _begin(self, data: bytes) -> None:
        """Begin with the first part, or one more: only gzip has several; else what follows is padding."""
        is_gzip = self._window == _WINDOW["gzip"]
        if self._members and not (is_gzip and data.startswith(b"\x1f\x8b")):
            self._is_over = True
            return
        self._members += 1
        if self._members > _MEMBERS:
            what = f"the answer is packed in more than {_MEMBERS} parts"
            raise UnfitBodyError(what, "save it with another program")
        has_head = data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0
        self._member = zlib.decompressobj(self._window if is_gzip or has_head else _RAW)


def _too_large(largest: int) -> UnfitBodyError:
    return UnfitBodyError(
        f"is larger than {largest / 2**20:g} MiB", "save it with another program, and split it"
    )
