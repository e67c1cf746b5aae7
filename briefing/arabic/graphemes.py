"""Extended grapheme clusters (UAX #29), found by one regular expression over the classes of characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from briefing.arabic.characters import CodeTable
from briefing.arabic.range_table import RangeTable

_CODES: Final = {
    "CR": "C", "LF": "C", "Control": "C", "ZWJ": "Z", "Regional_Indicator": "R", "Prepend": "P",
    "SpacingMark": "S", "L": "L", "V": "V", "T": "T", "LV": "A", "LVT": "B",
}  # fmt: skip
# Other codes: for rule GB9c, N a consonant, K a linker, E another character that extends and e one that the
# rule leaves out; for GB11, X a pictograph; O anything else.
#
# The grapheme clusters by rules GB3 to GB13, over these codes.
_CLUSTER: Final = (
    rb"C|P*+(?:L*+(?:V++|AV*+|B)T*+|L++|T++|RR|X(?:[EKe]*+ZX)*+|N(?:[EZ]*+K[EKZ]*+N)*+|[^CP])[EKeZS]*+|P++"
)


@cache
def _tables() -> tuple[RangeTable, RangeTable, RangeTable]:
    # Imported late: they take a millisecond or two, and few texts need them.
    from briefing.arabic import grapheme_tables as made

    return (
        RangeTable(made.GRAPHEME_CLUSTER_BREAK),
        RangeTable(made.INDIC_CONJUNCT_BREAK),
        RangeTable(made.EXTENDED_PICTOGRAPHIC),
    )


def _code(character: str) -> str:
    """Return the code of one character."""
    cluster_break, conjunct_break, pictographic = _tables()
    name = cluster_break[character]
    conjunct = conjunct_break[character]
    if name == "Extend":
        return {"Linker": "K", "Extend": "E"}.get(conjunct, "e")
    if name == "Other":
        return "X" if pictographic[character] == "Yes" else "N" if conjunct == "Consonant" else "O"
    return _CODES[name]


_CLASSES: Final = CodeTable(_code)


def grapheme_clusters(text: str) -> Iterator[str]:
    """Yield the extended grapheme clusters of `text` in order (UAX #29); put together, they are `text`."""
    # Compiled, and kept by `re`, only where a text needs it.
    for match in re.compile(_CLUSTER, re.DOTALL).finditer(text.translate(_CLASSES).encode("latin-1")):
        yield text[match.start() : match.end()]


@cache
def is_newer_mark(character: str) -> bool:
    """Return whether `character`, which Python's tables lack, is a mark in those of the engine (`Extend`).

    Tags and what is kept for format characters extend a cluster too; they are seen nowhere, and no marks.
    """
    return _CLASSES[ord(character)] in "EKe" and ord(character) < 0xE0000


@cache
def extends(character: str) -> bool:
    """Return whether a character other than ZWJ continues the cluster before it (rules GB9, GB9a)."""
    return _CLASSES[ord(character)] in "EKeS"
