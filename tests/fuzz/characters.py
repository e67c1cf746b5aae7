"""Mutations of a file's characters and bytes, whatever they mean."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from random import Random
from typing import Final

from tests.fuzz import payloads

_TOKENS: Final = (
    "[", "]", "[[", "]]", "{", "}", '"', '"""', "'", "'''", "\n", "=", ".", ",", "#", "\\", "\\u",
    "\\ud800", "\\U00110000", "\\x1b", "\\e", "2024-13-01", "2024-06-10", "\0", "\r", "0x", "1_000", "+inf",
    "nan", "true", "= =", "[a]\n[a]\n", "a = 1\na = 2\n", "[[sections]]\n", "a.b.c = 1\n", "title = 1\n",
    "\ufeff", "- ", "\t",
)  # fmt: skip


def _piece_out(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + text[at + random.choice((1, 3, 30, 300)) :]


def _token_in(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + random.choice(_TOKENS) + text[at:]


def _payload_in(text: str, random: Random) -> str:
    at = random.randint(0, len(text))
    return text[:at] + payloads.text(random) + text[at:]


def _line_twice(text: str, random: Random) -> str:
    lines = text.split("\n")
    at = random.randrange(len(lines))
    return "\n".join(lines[:at] + [lines[at]] * random.choice((2, 2, 100)) + lines[at + 1 :])


def _lines_swapped(text: str, random: Random) -> str:
    lines = text.split("\n")
    one, two = random.randrange(len(lines)), random.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return "\n".join(lines)


def _line_gone(text: str, random: Random) -> str:
    lines = text.split("\n")
    del lines[random.randrange(len(lines))]
    return "\n".join(lines)


def _cut_off(text: str, random: Random) -> str:
    return text[: random.randint(0, len(text))]


def _line_ends(text: str, random: Random) -> str:
    return text.replace("\n", random.choice(("\r\n", "\r", "\n\r", "\u2028", "\x85", "\x0b", "\n\n", " ")))


def _much(text: str, random: Random) -> str:
    """A lot of one thing: dots in a key, brackets, digits, tables, remarks."""
    count = random.choice((50, 900, 3000))
    much = random.choice(
        (
            ".".join(["a"] * count) + " = 1\n",
            "[" + ".".join(["a"] * count) + "]\n",
            "a = " + "[" * count + "]" * random.choice((0, count)) + "\n",
            "a = " + "{a=" * count + "1" + "}" * count + "\n",
            "a = " + "9" * count * 3 + "\n",
            "a = 1." + "9" * count + "e9999\n",
            'a = "' + "\\u202e" * count + '"\n',
            "x" * count * 9 + " = 1\n",
            "#" * count + "\n",
            "[[a]]\n" * count,
            "a = [" + "1," * count + "]\n",
            "\n" * count,
            '"' * count,
        )
    )
    return much + text if random.random() < 0.5 else text + "\n" + much


TEXT_STEPS: Final[tuple[Callable[[str, Random], str], ...]] = (
    _piece_out, _piece_out, _token_in, _token_in, _payload_in, _line_twice, _lines_swapped, _line_gone,
    _cut_off, _line_ends, _much,
)  # fmt: skip


def _byte_changed(data: bytes, random: Random) -> bytes:
    if not data:
        return b"\xff"
    at = random.randrange(len(data))
    return data[:at] + bytes([random.randrange(256)]) + data[at + 1 :]


def _bytes_in(data: bytes, random: Random) -> bytes:
    at = random.randint(0, len(data))
    odd = (
        b"\xff",
        b"\x80",
        b"\xc0\x80",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\0",
        b"\x1b[7m",
        b"\x9b",
        b"\xd9",
        b"\xe2\x80",
    )
    return data[:at] + random.choice(odd) + data[at:]


def _encoded(data: bytes, random: Random) -> bytes:
    text = data.decode("utf-8", "replace")
    encoding = random.choice(
        ("utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1256", "iso8859-6", "latin-1", "utf-7", "utf-8-sig")
    )
    return text.encode(encoding, "replace")


def _marked(data: bytes, random: Random) -> bytes:
    return (
        random.choice(
            (codecs.BOM_UTF8, codecs.BOM_UTF8 * 2, codecs.BOM_UTF16_LE, codecs.BOM_UTF32_BE, b"\0\0")
        )
        + data
    )


def _other_file(data: bytes, random: Random) -> bytes:
    heads = (
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"\x89PNG\r\n\x1a\n",
        b"\x1f\x8b\x08",
        b"\x7fELF",
        b"<html>",
        b"{}",
        b"",
        b" \n\t\n",
        b"\n" * 70000,
    )
    return random.choice(heads) + random.choice((b"", random.randbytes(60), data))


BYTE_STEPS: Final[tuple[Callable[[bytes, Random], bytes], ...]] = (
    _byte_changed, _byte_changed, _bytes_in, _encoded, _marked, _other_file,
)  # fmt: skip
