"""The text that a page's content shows: which glyphs, where, in which font, and what text they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    rb"[\x00\t\n\f\r ]*(?:(<<|>>|[\[\]]|<[0-9A-Fa-f\s]*>|/[^\x00\t\n\f\r ()<>\[\]{}/%]*"
    rb"|[^\x00\t\n\f\r ()<>\[\]{}/%]+|\((?:[^\\()]|\\.)*\))|(\())",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPES: Final = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b""}
_NUMBER: Final = re.compile(rb"[-+]?[.\d]+$")
_OPERATOR: Final = re.compile(rb"[A-Za-z*'\"][\w*'\"]*$")
_LANG: Final = re.compile(rb"/Lang\s*\(([\w-]+)\)")


class FontUse(NamedTuple):
    """A font of a page: its name, its object's number, each code's width (1000 to the em) and text."""

    name: bytes
    number: int
    widths: Mapping[int, float]
    usual_width: float
    texts: Mapping[int, str]


class Glyph(NamedTuple):
    """A glyph on a page; `x`, `y` and `width` in points, `y` the baseline's, upwards.

    `text` is what its cluster stands for: all glyphs of a cluster have the same.
    """

    x: float
    y: float
    width: float
    size: float
    text: str


class Block(NamedTuple):
    """A text object of the content, from `start` to `end`, its language and its place."""

    start: int
    end: int
    language: str
    left: float
    baseline: float
    fonts: frozenset[int]
    glyphs: tuple[Glyph, ...]


def tokens(content: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Yield each token of a content with its start and end. Raises ValueError behind the last that is one."""
    at = 0
    while match := _TOKEN.match(content, at):
        if match[1] is not None:
            yield match.start(1), match.end(1), match[1]
            at = match.end()
        else:
            at = _string_end(content, match.start(2))
            yield match.start(2), at, content[match.start(2) : at]
    if content[at:].strip():
        raise ValueError("a content that cannot be read")


def string(token: bytes) -> bytes:
    """Return the bytes that a string's token stands for."""
    if token[:1] == b"<":
        return bytes.fromhex(token[1:-1].decode())
    return _ESCAPE.sub(_escaped, token[1:-1]) if b"\\" in token else token[1:-1]


def text_string(token: bytes) -> str:
    """Return the text that a string's token stands for."""
    data = string(token)
    return data[2:].decode("utf-16-be", "replace") if data[:2] == b"\xfe\xff" else data.decode("latin-1")


def blocks(content: bytes, fonts: Mapping[bytes, FontUse]) -> Iterator[Block]:
    """Yield the text objects of a content, nested as typst nests them."""
    operands: list[bytes] = []
    matrices: list[tuple[float, ...]] = [(1, 0, 0, 1, 0, 0)]
    languages: list[str] = []
    reader: _TextObject | None = None
    for start, end, token in tokens(content):
        if not _OPERATOR.match(token) or token in (b"true", b"false", b"null"):
            operands.append(token)
            continue
        if reader:
            if token == b"ET":
                yield reader.block(end)
                reader = None
            else:
                reader.take(token, operands)
        elif token == b"BT":
            reader = _TextObject(start, matrices[-1], next(filter(None, reversed(languages)), ""), fonts)
        elif token == b"q":
            matrices.append(matrices[-1])
        elif token == b"Q":
            matrices.pop()
        elif token == b"cm":
            matrices[-1] = _product(tuple(map(float, operands[-6:])), matrices[-1])
        elif token in (b"BDC", b"BMC"):
            found = _LANG.search(b" ".join(operands).replace(b"/Lang (", b"/Lang("))
            languages.append(found[1].decode() if found else "")
        elif token == b"EMC":
            languages.pop()
        operands = []


class _TextObject:
    def __init__(
        self, start: int, matrix: tuple[float, ...], language: str, fonts: Mapping[bytes, FontUse]
    ) -> None:
        self._start, self._matrix, self._language, self._fonts = start, matrix, language, fonts
        self._said: list[str | None] = []
        self._used: set[int] = set()
        self._glyphs: list[Glyph] = []
        self._font: FontUse | None = None
        self._size = self._x = self._y = 0.0

    def take(self, operator: bytes, operands: list[bytes]) -> None:
        if operator == b"Tf":
            self._font, self._size = self._fonts[operands[-2]], float(operands[-1])
            self._used.add(self._font.number)
        elif operator == b"Tm":
            self._x, self._y = float(operands[-2]), float(operands[-1])
        elif operator == b"BMC":
            self._said.append(None)
        elif operator == b"BDC":
            at = operands.index(b"/ActualText") if b"/ActualText" in operands else -2
            self._said.append(text_string(operands[at + 1]) if at >= 0 else None)
        elif operator == b"EMC":
            self._said.pop()
        elif operator == b"Tj":
            self._show(operands[-1:])
        elif operator == b"TJ":
            self._show(operands[operands.index(b"[") + 1 : -1])

    def _show(self, shown: list[bytes]) -> None:
        font, size = self._font, self._size
        assert font
        said = next((one for one in self._said if one is not None), None)
        a, _, _, d, left, top = self._matrix
        for token in shown:
            if _NUMBER.match(token):
                self._x -= float(token) * size / 1000
                continue
            codes = string(token)
            for code in (codes[at] << 8 | codes[at + 1] for at in range(0, len(codes) - 1, 2)):
                width = font.widths.get(code, font.usual_width) * size / 1000
                text = font.texts.get(code, "") if said is None else said
                self._glyphs.append(
                    Glyph(left + a * self._x, top + d * self._y, a * width, abs(a) * size, text)
                )
                self._x += width

    def block(self, end: int) -> Block:
        left, baseline = self._matrix[4:]
        used, glyphs = frozenset(self._used), tuple(self._glyphs)
        return Block(self._start, end, self._language, left, baseline, used, glyphs)


def _product(one: tuple[float, ...], other: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = one
    g, h, i, j, k, m = other
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _escaped(match: re.Match[bytes]) -> bytes:
    found = match[1]
    if found[:1].isdigit():
        return bytes([int(found, 8) & 255])
    return _ESCAPES.get(found, found)


def _string_end(content: bytes, at: int) -> int:
    depth = 0
    while at < len(content):
        byte = content[at : at + 1]
        if byte == b"\\":
            at += 1
        depth += (byte == b"(") - (byte == b")")
        at += 1
        if not depth:
            return at
    raise ValueError("a string without an end")
