"""PDFs of a few lines, made by hand: a font with a table of what its codes stand for, and placed glyphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import md5
from typing import NamedTuple

HEIGHT, WIDTH = 800, 600
RIGHT = 550  # where lines of Arabic start


class Row(NamedTuple):
    """A line of text as it is written, from right to left if `start` is on the right."""

    text: str
    start: float
    bottom: float
    size: float = 12.0
    rtl: bool = True


def pdf_of(pages: Sequence[Sequence[Row]], information: bytes = b"", more: Sequence[bytes] = ()) -> bytes:
    """A PDF whose letters are half as wide as they are high, set one by one as they stand on the page."""
    letters = sorted({letter for page in pages for row in page for letter in row.text})
    codes = {letter: code for code, letter in enumerate(letters, 33)}
    known = "\n".join(f"<{code:02x}> <{letter.encode('utf-16-be').hex()}>" for letter, code in codes.items())
    table = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        "1 begincodespacerange <00> <ff> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{known}\nendbfchar\nendcmap end end"
    )
    widths = " ".join("500" for _ in range(33, 256))
    first = 5
    numbers = [first + 2 * at for at in range(len(pages))]
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{' '.join(f'{one} 0 R' for one in numbers)}]>>".encode(),
        f"<</Type/Font/Subtype/TrueType/BaseFont/F/FirstChar 33/LastChar 255/Widths[{widths}]"
        "/ToUnicode 4 0 R>>".encode(),
        stream(table.encode()),
    ]
    for number, page in zip(numbers, pages, strict=True):
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents {number + 1} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>".encode()
        )
        objects.append(stream("\n".join(_shown(row, codes) for row in page).encode()))
    return assembled([*objects, *more], information)


def _shown(row: Row, codes: dict[str, int]) -> str:
    text = row.text[::-1] if row.rtl else row.text
    left = row.start - len(row.text) * row.size / 2 if row.rtl else row.start
    glyphs = "".join(f"{codes[letter]:02x}" for letter in text)
    return f"BT /F {row.size} Tf {left} {row.bottom} Td <{glyphs}> Tj ET"


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream of a PDF; `more` is what else its dictionary says."""
    return b"<</Length %d%s>>stream\n" % (len(data), more) + data + b"\nendstream"


def assembled(objects: Sequence[bytes], information: bytes = b"") -> bytes:
    """A PDF of objects numbered from 1, the first of them its catalogue."""
    data, places = bytearray(b"%PDF-1.7\n"), []
    for number, one in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer <</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, information)
    return bytes(data) + b"startxref\n%d\n%%%%EOF\n" % start


_PADDING = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")


def locked(pages: Sequence[Sequence[Row]], password: bytes) -> bytes:
    """A PDF as of `pdf_of`, its streams encrypted (ISO 32000-1, 7.6, V 1): b"" opens without asking."""
    user, identity = (password + _PADDING)[:32], b"0123456789abcdef"
    owner = _rc4(md5(user).digest()[:5], user)
    key = md5(user + owner + (-4).to_bytes(4, "little", signed=True) + identity).digest()[:5]

    def locked_stream(found: re.Match[bytes]) -> bytes:
        number = int(found[1])
        own = md5(key + number.to_bytes(3, "little") + b"\0\0").digest()[:10]
        return found[0][: found.start(2) - found.start()] + _rc4(own, found[2]) + b"\nendstream"

    lock = b"<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>" % (
        owner.hex().encode(),
        _rc4(key, _PADDING).hex().encode(),
    )
    known = identity.hex().encode()
    information = b"/ID[<%s><%s>]/Encrypt %d 0 R" % (known, known, 5 + 2 * len(pages))
    data = pdf_of(pages, information, [lock])
    return re.sub(rb"(?s)(\d+) 0 obj\n<<[^\n]*>>stream\n(.*?)\nendstream", locked_stream, data)


def _rc4(key: bytes, data: bytes) -> bytes:
    state, swap = list(range(256)), 0
    for at in range(256):
        swap = (swap + state[at] + key[at % len(key)]) % 256
        state[at], state[swap] = state[swap], state[at]
    found, at, swap = bytearray(), 0, 0
    for byte in data:
        at = (at + 1) % 256
        swap = (swap + state[at]) % 256
        state[at], state[swap] = state[swap], state[at]
        found.append(byte ^ state[(state[at] + state[swap]) % 256])
    return bytes(found)
