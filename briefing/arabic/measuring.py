"""Measures a text for line breaking: the cells of each character, and whether a line may break after it.

A measured text has one byte for each character, and does not depend on the width of lines:

    x y z   one cell; a break after it is prohibited, allowed, for emergencies only
    X Y Z   the same for two cells
    p q r   one more cell of the cluster before; P Q R two more
    m       no cell: a mark, a format character, the alef of lam-alef
    SP TAB SO   white space that hangs at the end of a line: one cell, four, two
    LF VT   the end of a paragraph, and a mandatory break in one

A few passes in C go over the whole text, so that the lines of a long one are counted quickly; only what they
cannot decide is looked at character by character.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from briefing.arabic import break_opportunities
from briefing.arabic.break_classes import CODES, break_class
from briefing.arabic.break_codes import (
    ALEF,
    BREAKING_SPACES,
    COMPLEX,
    CONTINUATION,
    CONTINUATION_WIDE,
    FORMAT,
    LAM,
    MARK,
    NO_BREAK_SPACE_WIDE,
    WHITE_SPACE,
    ZWJ,
    code_of,
    encode,
)  # fmt: skip
from briefing.arabic.break_rules import WIDE
from briefing.arabic.characters import LRO
from briefing.arabic.clusters import Clusters


def _pattern(pattern: str) -> re.Pattern[bytes]:
    return re.compile(pattern.encode("latin-1"), re.DOTALL)


_AL: Final = CODES["AL"].encode()
_RL: Final = CODES["RL"].encode()
_CELL: Final = (
    f"(?:{LAM}{MARK}*{ALEF}|[{BREAKING_SPACES}{LAM}{ALEF}{CODES['AL']}-{CODES['RI']}\x80-\xff])"
    f"[{MARK}{FORMAT}]*"
)
# Characters that must be looked at with their clusters, and the neighbours that these may include.
_CLUSTERS: Final = _pattern(f"(?:{_CELL})?(?:[{COMPLEX}{ZWJ}][{MARK}{FORMAT}]*(?:{_CELL})?)+")
_MARKED_LAM: Final = _pattern(f"{LAM}({MARK}+){ALEF}")
# After a space no cluster goes on with a letter or a digit (half-width kana marks apart).
_WORD_END: Final = re.compile(r"(?<= )(?=[^\W\uff9e\uff9f])")
# A mark without a letter before it.
_LONE_MARK: Final = _pattern(f"{MARK}(?<![^{WHITE_SPACE}{FORMAT}].)")


def _table() -> bytes:
    """Return the table that translates codes to measured characters."""
    table = bytearray(b"x" * WIDE + b"X" * WIDE)
    codes = (
        "\n\v \t\x0e"
        + MARK
        + FORMAT
        + CONTINUATION
        + CONTINUATION_WIDE
        + NO_BREAK_SPACE_WIDE
        + CODES["WJ"]
        + CODES["ZW"]
    )
    for code, measured in zip(codes, "\n\v \t\x0emmpPXmm", strict=True):
        table[ord(code)] = ord(measured)
    return bytes(table)


_MEASURED: Final = _table()


def measure(text: str) -> bytes:
    """Return a text of any number of paragraphs, measured: one byte for each of its characters."""
    codes = encode(text)
    if b"\r" in codes:
        codes = codes.replace(b"\r\n", FORMAT.encode() + b"\n").replace(b"\r", b"\n")
    codes = codes.replace(b"\x1e", b"\n")
    if LRO in text:
        from briefing.arabic.embeddings import left_to_right_letters

        codes = _without_lam_alef(codes, left_to_right_letters(text))
    if COMPLEX.encode() in codes or ZWJ.encode() in codes:
        codes = _CLUSTERS.sub(lambda match: _by_clusters(text[match.start() : match.end()]), codes)
    changing = bytearray(_join_lam_alef(codes))
    if MARK.encode() in codes:
        _place_lone_marks(changing)
    break_opportunities.prohibit_breaks_at_spaces(changing)
    measured = changing.translate(_MEASURED)
    break_opportunities.mark_opportunities(measured, bytes(changing))
    return bytes(measured)


def _without_lam_alef(codes: bytes, forced: Sequence[int]) -> bytes:
    """Return codes with the letters at the indices `forced` as letters that form no lam-alef."""
    changing = bytearray(codes)
    for at in forced:
        if chr(changing[at]) in (LAM, ALEF):
            changing[at] = _RL[0]
    return bytes(changing)


def _join_lam_alef(codes: bytes) -> bytes:
    """Return codes with lam-alef as a letter and a format character, other lams and alefs as letters."""
    nothing = FORMAT.encode()
    codes = codes.replace((LAM + ALEF).encode(), _RL + nothing)
    if MARK.encode() in codes:
        codes = _MARKED_LAM.sub(_RL + rb"\g<1>" + nothing, codes)
    return codes.replace(LAM.encode(), _RL).replace(ALEF.encode(), _RL)


def _by_clusters(text: str) -> bytes:
    """Return the codes of a text as its clusters have them."""
    return b"".join(map(_of_clusters, _WORD_END.split(text)))


@lru_cache(maxsize=1 << 13)
def _of_clusters(text: str) -> bytes:
    """Return the codes of one word, and of the spaces after it, as its clusters have them."""
    clusters = Clusters(text)
    codes = bytearray(FORMAT.encode() * len(text))
    for start, painted, width in zip(clusters.starts, clusters.texts, clusters.widths, strict=False):
        code = code_of(text[start])
        if code not in BREAKING_SPACES or painted.strip(" "):
            code = CODES.get(break_class(text[start]), CODES["AL"])
        codes[start] = ord(code) | (WIDE if width > 1 else 0)
        for at, cells in enumerate(range(width - 2, 0, -2), start + 1):
            codes[at] = ord(CONTINUATION_WIDE if cells > 1 else CONTINUATION)
    return bytes(codes)


def _place_lone_marks(codes: bytearray) -> None:
    """Change the codes of lone marks: a cell at the start or after a tab; a mark on a space is a letter."""
    for match in _LONE_MARK.finditer(bytes(codes)):
        before = break_opportunities.index_before(codes, match.start())
        if before < 0 or chr(codes[before]) in "\t\n\v":
            codes[match.start()] = _AL[0]
        elif chr(codes[before]) in BREAKING_SPACES:
            codes[before] = _AL[0] | (WIDE if codes[before] != ord(" ") else 0)
