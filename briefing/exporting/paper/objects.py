"""The objects of a PDF as typst writes it: one table of places at its end, none packed into another."""

from __future__ import annotations

import re
import zlib
from typing import Final

_START: Final = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_TABLE: Final = re.compile(rb"xref\s+0 (\d+)\s+")
_LENGTH: Final = re.compile(rb"/Length\s+(\d+)(?![ \d]* R)")
_STREAM: Final = re.compile(rb"stream\r?\n")


class Objects:
    """The objects by number (from 1), as bytes between `obj` and `endobj`; more can be added.

    Raises ValueError if the file is laid out in another way.
    """

    def __init__(self, data: bytes) -> None:
        start = _START.search(data, max(0, len(data) - 100))
        table = _TABLE.match(data, int(start[1])) if start else None
        if not start or not table:
            raise ValueError("no table of objects")
        self._head = data[: data.index(b"\n1 0 obj") + 1]
        self._bodies: list[bytes] = [b""]
        entries = data[table.end() :][: 20 * int(table[1])]
        places = [int(entries[at : at + 10]) for at in range(20, len(entries), 20)]
        ends = dict(zip(sorted(places), [*sorted(places)[1:], int(start[1])], strict=True))
        for place in places:
            whole = data[place : ends[place]]
            self._bodies.append(whole[whole.index(b"obj") + 3 : whole.rindex(b"endobj")].strip(b"\r\n "))
        trailer = data[table.end() + 20 * int(table[1]) : start.start()]
        self._trailer = trailer.strip().removeprefix(b"trailer").strip()

    def __len__(self) -> int:
        return len(self._bodies) - 1

    def __getitem__(self, number: int) -> bytes:
        return self._bodies[number]

    def __setitem__(self, number: int, body: bytes) -> None:
        self._bodies[number] = body

    def add(self, body: bytes) -> int:
        """Return the number of a new object."""
        self._bodies.append(body)
        return len(self._bodies) - 1

    def stream(self, number: int) -> bytes:
        """Return what is in a stream, unpacked. Raises ValueError if object `number` is none."""
        body = self._bodies[number]
        begin = _STREAM.search(body)
        head = body[: begin.start()] if begin else b""
        length = _LENGTH.search(head)
        if not begin or not length:
            raise ValueError(f"object {number} is no stream")
        packed = body[begin.end() : begin.end() + int(length[1])]
        return zlib.decompress(packed) if b"/FlateDecode" in head else packed

    def written(self) -> bytes:
        """Return the file."""
        parts, places, at = [self._head], [], len(self._head)
        for number, body in enumerate(self._bodies[1:], 1):
            part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
            parts.append(part)
            places.append(b"%010d 00000 n \n" % at)
            at += len(part)
        size = len(self._bodies)
        trailer = re.sub(rb"/Size \d+", b"/Size %d" % size, self._trailer)
        table = b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, b"".join(places))
        return b"".join([*parts, table, b"trailer\n", trailer, b"\nstartxref\n%d\n%%%%EOF\n" % at])


def stream(content: bytes, entries: bytes = b"") -> bytes:
    """Return the body of a stream, packed, with such entries in its dictionary beside."""
    packed = zlib.compress(content, 9)
    return b"<<%b/Filter/FlateDecode/Length %d>>\nstream\n%b\nendstream" % (entries, len(packed), packed)
