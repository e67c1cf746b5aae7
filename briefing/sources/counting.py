"""Paragraphs counted in the bytes of a plain text, without making characters of them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Final

from briefing.document.line_ends import OTHER_LINE_ENDS
from briefing.document.long_paragraphs import LENGTH, WHOLE

_MANY: Final = 1000  # parts, from which on one search is faster
_SEEN: Final = 4  # bytes of the next line that are seen: a character
_CONTINUED: Final = bytes(range(0x80, 0xC0))  # bytes of UTF-8 that begin no character


class Counter:
    """Counts in a text of UTF-8 or of one byte a character: many times as fast as it could be parted."""

    def __init__(self, codec: str, *, by_blank_lines: bool) -> None:
        self._codec = codec
        self._by_blank_lines = by_blank_lines

    def _coded(self, characters: str) -> list[bytes]:
        coded = (character.encode(self._codec, "ignore") for character in characters)
        return [one for one in coded if one]

    @cached_property
    def _others(self) -> list[tuple[bytes, bytes]]:
        """What ends a line beside LF and CRLF, each after its first byte, which is looked for much faster."""
        return [(one[:1], one) for one in self._coded(OTHER_LINE_ENDS.replace("\r", ""))]

    @cached_property
    def _spaces(self) -> bytes:
        """Bytes that may be white space, or a part of it."""
        if self._codec == "utf-8":
            return bytes(range(0x21)) + _CONTINUED + b"\xc2\xe1\xe2\xe3"
        return b"".join(one for one in (bytes([code]) for code in range(256)) if self._is_space(one))

    def _is_space(self, byte: bytes) -> bool:
        return byte.decode(self._codec, "replace").isspace()

    @cached_property
    def _spaces_coded(self) -> tuple[bytes, ...]:
        """All white space but CR and LF."""
        spaces = (chr(code) for code in range(0x3001) if chr(code).isspace())
        return tuple(self._coded("".join(one for one in spaces if one not in "\r\n")))

    @cached_property
    def _first_of_spaces(self) -> frozenset[bytes]:
        return frozenset(one[:1] for one in self._spaces_coded)

    def _is_spaced(self, line: bytes) -> bool:
        return line.startswith(self._spaces_coded)

    @cached_property
    def _spaced_line(self) -> re.Pattern[bytes]:
        return re.compile(b"\n(?:%b)" % b"|".join(map(re.escape, self._spaces_coded)))

    def _has_spaced_line(self, body: bytes, parts: list[bytes]) -> bool:
        """Whether a line of `body` begins with white space, and may be blank. Gaps part it into `parts`.

        It is enough to look at the beginning of each part, if that is a line.
        """
        if len(parts) < _MANY and (not self._by_blank_lines or _number(body, b"\n") == 2 * (len(parts) - 1)):
            return any(part[:1] in self._first_of_spaces and self._is_spaced(part) for part in parts)
        return self._is_spaced(body) or self._spaced_line.search(body) is not None

    def count(self, data: bytes) -> tuple[int, int] | None:
        """Return how many paragraphs end in `data`, and the byte where the next one begins.

        `data` begins with a paragraph, and goes on. None if that cannot be told by LF and CRLF alone.
        """
        if self._codec.startswith(("utf-16", "utf-32")):
            return None
        feed = b"\r\n" if b"\r" in data else b"\n"
        if any(first in data and other in data for first, other in self._others):
            return None
        gap = feed * 2 if self._by_blank_lines else feed
        at = data.rfind(gap, 0, len(data) - _SEEN)
        if at < 0:
            return None
        end = at + len(gap)
        while data.startswith(feed, end):
            end += len(feed)
        body = data[:at]
        if feed == b"\r\n":
            pairs, size = body.count(feed), len(body)
            body = body.translate(None, b"\r")
            if not size - len(body) == pairs == _number(body, b"\n"):
                return None
        parts = body.split(b"\n\n" if self._by_blank_lines else b"\n")
        if len(max(parts, key=len)) > WHOLE:  # perhaps characters too: they are no more than the bytes
            return None
        # Behind the gap is a line that is not blank, and so are all here, if none begins with white space.
        if (
            end > len(data) - _SEEN
            or data.startswith(self._spaces_coded, end)
            or self._has_spaced_line(body, parts)
        ):
            return None
        return len(parts) - parts.count(b"") - parts.count(b"\n"), end

    def cut_line(self, data: bytes) -> list[tuple[int, int]]:
        """Return where a line is cut that goes on beyond `data`: bytes and characters before each cut.

        No two cuts are further apart than a part is long; nothing where the line may end in `data`.
        """
        if self._codec.startswith(("utf-16", "utf-32")) or b"\n" in data or b"\r" in data:
            return []
        if any(first in data and other in data for first, other in self._others):
            return []
        cuts = []
        start = characters = 0
        # What follows the last cut is more than white space: so the paragraph goes on there.
        while start + 2 * LENGTH < len(data) and data[start + LENGTH : start + 2 * LENGTH].strip(
            self._spaces
        ):
            end = data.rfind(b" ", start + LENGTH // 2, start + LENGTH) + 1
            if not end:
                break
            part = data[start:end]
            characters += len(part.translate(None, _CONTINUED) if self._codec == "utf-8" else part)
            cuts.append((end, characters))
            start = end
        return cuts


def _number(data: bytes, byte: bytes) -> int:
    """How often a byte is in `data`, where that is often: faster than `count`."""
    return len(data) - len(data.translate(None, byte))
