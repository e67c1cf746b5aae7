"""The body of an answer, read and unpacked within limits."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Final, NamedTuple, Protocol

_PIECE: Final = 1 << 16
_MEMBERS: Final = 1000  # gzip files one after the other in one body; each costs time, however small
_WINDOW: Final = {"gzip": 31, "x-gzip": 31, "deflate": 15}
_RAW: Final = -15  # what some servers take `deflate` for: without the head that it has by RFC 9110


class UnfitError(Exception):
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
    and may raise. Raises UnfitError for more than `largest` bytes, packed or unpacked, and for a coding that
    is not known or was cut off; what the stream raises passes through.
    """
    if declared.isascii() and declared.isdigit() and int(declared[:20]) > largest:
        raise _too_large(largest)
    parts: list[bytes] = []
    size = 0
    while part := stream.read(_PIECE, decode_content=False):
        check()
        parts.append(part)
        size += len(part)
        if size > largest:
            raise _too_large(largest)
    data = b"".join(parts)
    parts.clear()
    names = [name.strip().lower() for name in coding.split(",")]
    codings = [name for name in names if name not in ("", "identity")]
    if not codings or not data:
        return Unpacked(data, "")
    if len(codings) > 1 or codings[0] not in _WINDOW:
        packed = f'the answer is packed as "{", ".join(codings)}", which was not asked for'
        raise UnfitError(packed, "save the page in a browser, and name that file")
    found = _unpacked(data, codings[0], largest, check)
    return Unpacked(data, "") if found is None else Unpacked(found, codings[0].removeprefix("x-"))


def _unpacked(data: bytes, coding: str, largest: int, check: Callable[[], None]) -> bytes | None:
    """The bytes that `data` is packed of; None if it is not packed at all, whatever its server says."""
    window = _WINDOW[coding]
    if coding == "deflate" and not (data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0):
        window = _RAW
    parts: list[bytes] = []
    at, room = 0, largest
    for _ in range(_MEMBERS):
        member = zlib.decompressobj(window)
        try:
            while at < len(data) and not member.eof:
                piece = data[at : at + _PIECE]
                at += len(piece)
                while piece and not member.eof:
                    check()
                    part = member.decompress(piece, min(room + 1, 1 << 20))
                    room -= len(part)
                    if room < 0:
                        raise _too_large(largest)
                    parts.append(part)
                    piece = member.unconsumed_tail
        except zlib.error:
            if not parts:
                return None
            raise UnfitError("the answer is damaged: it cannot be unpacked", "try again") from None
        if not member.eof:
            raise UnfitError("the answer was cut off", "try again")
        at -= len(member.unused_data)
        if window != _WINDOW["gzip"] or data[at : at + 2] != b"\x1f\x8b":
            return b"".join(parts)
    raise UnfitError(f"the answer is packed in more than {_MEMBERS} parts", "save it with another program")


def _too_large(largest: int) -> UnfitError:
    return UnfitError(f"is larger than {largest / 2**20:g} MiB", "save it with another program, and split it")
