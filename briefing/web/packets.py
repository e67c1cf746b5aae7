"""What a visitor's browser says, judged and made packets for the visitor's process.

A packet is a letter, the length of what follows (four bytes, big end first), and that: D for what was typed,
M for a JSON object that says something about the window.
"""

from __future__ import annotations

import json
from typing import Final

#: The most bytes of one message from a browser.
MESSAGE: Final = 64 * 1024
_LARGEST: Final = 10_000  # columns or rows; the driver has a limit of its own
_PONG: Final = 64  # characters of a ping that come back


class BadMessageError(Exception):
    """What came is no message of the page's."""


def packet(kind: bytes, payload: bytes) -> bytes:
    """Return a packet of `kind`."""
    return kind + len(payload).to_bytes(4, "big") + payload


def meta(**what: object) -> bytes:
    """Return a packet that says something about the window."""
    return packet(b"M", json.dumps(what).encode())


def for_program(message: str) -> bytes:
    """Return the packet that a browser's `message` means for the program, or nothing if it means none.

    Raises BadMessageError for what the page would never send.
    """
    match _envelope(message):
        case ["stdin", str(typed)]:
            return packet(b"D", typed.encode("utf-8", "replace"))
        case ["resize", {"width": int(width), "height": int(height)}] if _is_size(width) and _is_size(height):
            return meta(type="resize", width=width, height=height)
        case ["blur" | "focus" as what, *_]:
            return meta(type=what)
        case _:
            return b""


def pong(message: str) -> str | None:
    """Return the answer to a ping; None if `message` is none. Raises BadMessageError, as above."""
    match _envelope(message):
        case ["ping", (str() | int() | float()) as what] if len(str(what)) <= _PONG:
            return json.dumps(["pong", what])
        case _:
            return None


def _is_size(number: int) -> bool:
    return not isinstance(number, bool) and 0 < number <= _LARGEST


def _envelope(message: str) -> list[object]:
    try:
        envelope = json.loads(message)
    except (ValueError, RecursionError):
        raise BadMessageError from None
    if not (isinstance(envelope, list) and envelope and isinstance(envelope[0], str)):
        raise BadMessageError
    return envelope
