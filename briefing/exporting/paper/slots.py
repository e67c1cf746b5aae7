"""A font whose glyphs are rectangles, never seen: by it a line says what stands in it.

Scanned pages have their text in the same way. Each code is a character in a width; `rows` says them to a PDF.
"""

from __future__ import annotations

import struct
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from typing import Final

from briefing.exporting.paper.objects import Objects, stream

#: The widths that a glyph can have, in thousandths of the em.
WIDTHS: Final = (20, 40, 60, 80, 100, 130, 160, 200, 240, 280, 330, 400, 480, 560, 650, 760, 880, 1000)
_HEIGHT: Final = 600
_MOST: Final = 65_000  # codes of two bytes
_NO_CHARACTERS: Final = struct.pack(">9H", 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0)
_MAP: Final = b"""/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
%bendcmap
CMapName currentdict /CMap defineresource pop
end
end"""


class Slots:
    """The codes of the font, made as they are asked for."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, int], int] = {}

    def code(self, character: str, width: float) -> tuple[int, int]:
        """Return the code for a character in a width (thousandths of the em), and the width that it has.

        Raises ValueError if the font can hold no more.
        """
        at = min(bisect_left(WIDTHS, width - 1), len(WIDTHS) - 1)
        if len(self._codes) >= _MOST:
            raise ValueError("more characters than a font can have")
        return self._codes.setdefault((character, at), len(self._codes) + 1), WIDTHS[at]

    def rows(self, objects: Objects) -> int:
        """Put the font into a PDF, and return its object's number."""
        data = _font()
        file = objects.add(stream(data, b"/Length1 %d" % len(data)))
        descriptor = objects.add(
            b"<</Type/FontDescriptor/FontName/BRIEFN+Slots/Flags 4/FontBBox[0 0 1000 %d]/ItalicAngle 0"
            b"/Ascent 800/Descent -200/CapHeight %d/StemV 80/FontFile2 %d 0 R>>" % (_HEIGHT, _HEIGHT, file)
        )
        glyphs = b"".join(struct.pack(">H", at + 1) for _, at in self._codes)
        widths = b" ".join(b"%d" % WIDTHS[at] for _, at in self._codes)
        kinds = objects.add(stream(b"\0\0" + glyphs))
        below = objects.add(
            b"<</Type/Font/Subtype/CIDFontType2/BaseFont/BRIEFN+Slots/CIDSystemInfo<</Registry(Adobe)"
            b"/Ordering(Identity)/Supplement 0>>/FontDescriptor %d 0 R/DW 0/CIDToGIDMap %d 0 R/W[1[%b]]>>"
            % (descriptor, kinds, widths)
        )
        texts = objects.add(stream(text_map({code: one for (one, _), code in self._codes.items()})))
        return objects.add(
            b"<</Type/Font/Subtype/Type0/BaseFont/BRIEFN+Slots/Encoding/Identity-H/DescendantFonts[%d 0 R]"
            b"/ToUnicode %d 0 R>>" % (below, texts)
        )


def text_map(texts: Mapping[int, str]) -> bytes:
    """Return the CMap that says which text each code stands for."""
    rows = [b"<%04X> <%b>\n" % (code, utf16(text)) for code, text in sorted(texts.items())]
    parts = (rows[at : at + 100] for at in range(0, len(rows), 100))
    return _MAP % b"".join(b"%d beginbfchar\n%bendbfchar\n" % (len(part), b"".join(part)) for part in parts)


def utf16(text: str) -> bytes:
    """Return a text as the digits of its UTF-16."""
    return text.encode("utf-16-be", "replace").hex().upper().encode()


def _font() -> bytes:
    """Return a TrueType font: glyph 0 is empty, the others are as wide as `WIDTHS` says."""
    shapes = [b""] + [
        struct.pack(
            ">hhhhhHH4B4h4h",
            1,
            0,
            0,
            width,
            _HEIGHT,
            3,
            0,
            1,
            1,
            1,
            1,
            *(0, 0, width, 0),
            *(0, _HEIGHT, 0, -_HEIGHT),
        )
        for width in WIDTHS
    ]
    shapes = [shape + b"\0" * (-len(shape) % 4) for shape in shapes]
    count, places = len(shapes), [sum(map(len, shapes[:at])) for at in range(len(shapes) + 1)]
    tables = {
        b"cmap": struct.pack(">HHHHIHHH", 0, 1, 3, 1, 12, 4, 24, 0) + _NO_CHARACTERS,
        b"glyf": b"".join(shapes),
        b"head": struct.pack(
            ">IIIIHHQQ4hHHhhh",
            0x10000,
            0x10000,
            0,
            0x5F0F3CF5,
            3,
            1000,
            0,
            0,
            0,
            0,
            1000,
            _HEIGHT,
            0,
            8,
            2,
            1,
            0,
        ),
        b"hhea": struct.pack(
            ">IhhhH3h8hhH", 0x10000, 800, -200, 0, 1000, 0, 0, 1000, 1, 0, 0, 0, 0, 0, 0, 0, 0, count
        ),
        b"hmtx": struct.pack(">Hh", 0, 0) + b"".join(struct.pack(">Hh", width, 0) for width in WIDTHS),
        b"loca": struct.pack(f">{count + 1}I", *places),
        b"maxp": struct.pack(">IH13H", 0x10000, count, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    return _joined(tables)


def _joined(tables: Mapping[bytes, bytes]) -> bytes:
    at = 12 + 16 * len(tables)
    heads, bodies = [struct.pack(">IHHHH", 0x10000, len(tables), 64, 2, 16 * len(tables) - 64)], []
    for name, table in tables.items():
        whole = table + b"\0" * (-len(table) % 4)
        heads.append(struct.pack(">4sIII", name, _sum(whole), at, len(table)))
        bodies.append(whole)
        at += len(whole)
    return b"".join([*heads, *bodies])


def _sum(table: bytes) -> int:
    words: Iterable[int] = struct.unpack(f">{len(table) // 4}I", table)
    return sum(words) & 0xFFFFFFFF
