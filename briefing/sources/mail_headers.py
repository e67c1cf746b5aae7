"""What the headers of an e-mail say, decoded: encoded words (RFC 2047), and old bytes that nobody encoded."""

from __future__ import annotations

import binascii
import re
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Any, Final

from briefing.document.errors import BriefingError
from briefing.sources.encodings import decoded

_LONGEST: Final = 4000  # characters of a header
_SHOWN: Final = 500
_WORD: Final = re.compile(rb"=\?([^?*\s]{1,40})(?:\*[^?\s]{0,20})?\?([BbQq])\?([^?]{0,2000})\?=")
_BETWEEN: Final = re.compile(rb"\s*")
_ESCAPE: Final = re.compile(rb"=([0-9A-Fa-f]{2})")


def header(message: Message[Any, Any], name: str, charset: str = "") -> str:
    """Return the value of the first header of that name as text in one line, "" if there is none.

    `charset` is what a text in the message declares: bytes that are not encoded at all are likely in that.
    """
    value = next((str(value) for key, value in message.raw_items() if key.lower() == name), "")
    return plain(value[:_LONGEST], charset)[:_SHOWN]


def plain(value: str, charset: str = "") -> str:
    """Return a value as it was parsed (bytes beyond ASCII as lone surrogates) as text in one line."""
    data = value.encode("utf-8", "surrogateescape")
    parts: list[str] = []
    run: list[
        bytes
    ] = []  # of neighbouring words in one encoding: a letter may begin in one and end in the next
    run_in = ""
    at = 0

    def end_run() -> None:
        if run:
            parts.append(_text(b"".join(run), run_in))
            run.clear()

    for word in _WORD.finditer(data):
        between = data[at : word.start()]
        name = word[1].decode("ascii", "replace").lower()
        if not run or not _BETWEEN.fullmatch(between):
            end_run()
            parts.append(_text(between, charset))
        elif name != run_in:
            end_run()
        run_in = name
        run.append(_unpacked(word[2], word[3]))
        at = word.end()
    end_run()
    parts.append(_text(data[at:], charset))
    return " ".join("".join(parts).split())


def published(message: Message[Any, Any]) -> str:
    """Return the date of a message (ISO 8601 with its offset), or as it is written if that is no date."""
    written = header(message, "date")
    try:
        return parsedate_to_datetime(written).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return written


def own_address(message: Message[Any, Any]) -> str:
    """Return the address that a message has by its Message-ID (RFC 2392), "" if it has none."""
    found = re.fullmatch(r"<([^<>\s]+@[^<>\s]+)>", header(message, "message-id"))
    return f"mid:{found[1]}" if found else ""


def author(message: Message[Any, Any], charset: str = "") -> str:
    """Return who wrote a message: the name, and the address in angle brackets."""
    written = header(message, "from", charset) or header(message, "sender", charset)
    return re.sub(r'^"((?:[^"\\]|\\.)*)"(?=\s*<)', lambda quoted: re.sub(r"\\(.)", r"\1", quoted[1]), written)


def _unpacked(way: bytes, written: bytes) -> bytes:
    if way in b"Qq":
        return _ESCAPE.sub(lambda code: bytes.fromhex(code[1].decode()), written.replace(b"_", b" "))
    try:
        return binascii.a2b_base64(written + b"=" * (-len(written) % 4))
    except binascii.Error:
        return written


def _text(data: bytes, charset: str) -> str:
    if not data:
        return ""
    try:
        return decoded(data, "", declared=(charset,) if charset else ()).text
    except BriefingError:  # too short to tell
        return data.decode("utf-8", "replace")
