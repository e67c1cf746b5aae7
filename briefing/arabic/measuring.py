"""A text measured for breaking: what each character adds to a line, and whether the line may end behind it.

A measured text is a string of bytes that knows no line width, one byte for each character:

    x y z   one cell; no line ends behind it, one may, one may if the word is too long for a line
    X Y Z   the same for two cells
    p q r   one more cell of the cluster before; P Q R two more
    m       nothing: a mark, a format character, the alef of lam-alef
    SP TAB SO   white space that hangs at a line's end: one cell, four, two
    LF VT   where a paragraph ends, and where a line must

It is made with a handful of passes of C over the whole text, so that counting the lines of a long one is
quick; only what those cannot judge is looked at one by one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from briefing.arabic import break_places
from briefing.arabic.break_classes import CODES, break_class
from briefing.arabic.break_rules import WIDE
from briefing.arabic.characters import LRO
from briefing.arabic.clusters import Clusters
from briefing.arabic.coding import (
    ALEF,
    BLANK,
    FORMAT,
    GLUED_WIDE,
    HARD,
    LAM,
    MARK,
    MORE,
    MORE_WIDE,
    SPACES,
    ZWJ,
    code_of,
    encode,
)  # fmt: skip


def _pattern(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode("latin-1"), re.DOTALL)


_AL: Final = CODES["AL"].encode()
_RL: Final = CODES["RL"].encode()
_CELL: Final = (
    f"(?:{LAM}{MARK}*{ALEF}|[{SPACES}{LAM}{ALEF}{CODES['AL']}-{CODES['RI']}\x80-\xff])[{MARK}{FORMAT}]*"
)
# What only its clusters tell, with the neighbours they may take in.
_CLUSTERS: Final = _pattern(f"(?:{_CELL})?(?:[{HARD}{ZWJ}][{MARK}{FORMAT}]*(?:{_CELL})?)+")
_MARKED_LAM: Final = _pattern(f"{LAM}({MARK}+){ALEF}")
# Behind a space no cluster goes on with a letter or a digit (but with half-width kana marks).
_WORD_END: Final = re.compile(r"(?<= )(?=[^\W\uff9e\uff9f])")
# A mark that has no letter before it.
_LONE_MARK: Final = _pattern(f"{MARK}(?<![^{BLANK}{FORMAT}].)")


def _table() -> bytes:
    """What each code measures."""
    table = bytearray(b"x" * WIDE + b"X" * WIDE)
    codes = "\n\v \t\x0e" + MARK + FORMAT + MORE + MORE_WIDE + GLUED_WIDE + CODES["WJ"] + CODES["ZW"]
    for code, measured in zip(codes, "\n\v \t\x0emmpPXmm", strict=True):
        table[ord(code)] = ord(measured)
    return bytes(table)


_MEASURED: Final = _table()


def measure(text: str) -> bytes:
    """`text` measured: as many bytes as it has characters. It may hold many paragraphs."""
    codes = encode(text)
    if b"\r" in codes:
        codes = codes.replace(b"\r\n", FORMAT.encode() + b"\n").replace(b"\r", b"\n")
    codes = codes.replace(b"\x1e", b"\n")
    if LRO in text:
        from briefing.arabic.embeddings import forced_letters

        codes = _without_lam_alef(codes, forced_letters(text))
    if HARD.encode() in codes or ZWJ.encode() in codes:
        codes = _CLUSTERS.sub(lambda match: _by_clusters(text[match.start() : match.end()]), codes)
    changing = bytearray(_join_lam_alef(codes))
    if MARK.encode() in codes:
        _place_lone_marks(changing)
    break_places.glue_spaces(changing)
    measured = changing.translate(_MEASURED)
    break_places.set_ends(measured, bytes(changing))
    return bytes(measured)


def _without_lam_alef(codes: bytes, forced: Sequence[int]) -> bytes:
    """The codes of a text, with the letters at these places no part of a lam-alef."""
    changing = bytearray(codes)
    for at in forced:
        if chr(changing[at]) in (LAM, ALEF):
            changing[at] = _RL[0]
    return bytes(changing)


def _join_lam_alef(codes: bytes) -> bytes:
    nothing = FORMAT.encode()
    codes = codes.replace((LAM + ALEF).encode(), _RL + nothing)
    if MARK.encode() in codes:
        codes = _MARKED_LAM.sub(_RL + rb"\g<1>" + nothing, codes)
    return codes.replace(LAM.encode(), _RL).replace(ALEF.encode(), _RL)


def _by_clusters(text: str) -> bytes:
    """The codes of a text that is not simple."""
    return b"".join(map(_of_clusters, _WORD_END.split(text)))


@lru_cache(maxsize=1 << 13)
def _of_clusters(text: str) -> bytes:
    clusters = Clusters(text)
    codes = bytearray(FORMAT.encode() * len(text))
    for start, painted, width in zip(clusters.starts, clusters.texts, clusters.widths, strict=False):
        code = code_of(text[start])
        if code not in SPACES or painted.strip(" "):
            code = CODES.get(break_class(text[start]), CODES["AL"])
        codes[start] = ord(code) | (WIDE if width > 1 else 0)
        for at, cells in enumerate(range(width - 2, 0, -2), start + 1):
            codes[at] = ord(MORE_WIDE if cells > 1 else MORE)
    return bytes(codes)


def _place_lone_marks(codes: bytearray) -> None:
    """A mark at the start, or behind a tab, has a cell of its own; one on a space makes a letter of it."""
    for match in _LONE_MARK.finditer(bytes(codes)):
        before = break_places.left(codes, match.start())
        if before < 0 or chr(codes[before]) in "\t\n\v":
            codes[match.start()] = _AL[0]
        elif chr(codes[before]) in SPACES:
            codes[before] = _AL[0] | (WIDE if codes[before] != ord(" ") else 0)
