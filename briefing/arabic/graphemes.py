"""Extended grapheme clusters (UAX #29), found by one regular expression over the classes of the characters.

The classes are uniseg's; its own functions would take 40 microseconds for each character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from briefing.arabic.characters import Coding

_CODES: Final = {
    "CR": "C", "LF": "C", "Control": "C", "ZWJ": "Z", "Regional_Indicator": "R", "Prepend": "P",
    "SpacingMark": "S", "L": "L", "V": "V", "T": "T", "LV": "A", "LVT": "B",
}  # fmt: skip
# Besides: of rule GB9c, N a consonant, K a linker, E what else extends, e what it leaves out; X a pictograph;
# O others.
_CLUSTER: Final = (
    rb"C|P*+(?:L*+(?:V++|AV*+|B)T*+|L++|T++|RR|X(?:[EKe]*+ZX)*+|N(?:[EZ]*+K[EKZ]*+N)*+|[^CP])[EKeZS]*+|P++"
)


def _code(character: str) -> str:
    # Tables of 25 ms, for what is rare here.
    from uniseg.derived import indic_conjunct_break
    from uniseg.emoji import extended_pictographic
    from uniseg.graphemecluster import grapheme_cluster_break

    name = str(grapheme_cluster_break(character).value)
    conjunct = str(indic_conjunct_break(character).value)
    if name == "Extend":
        return {"Linker": "K", "Extend": "E"}.get(conjunct, "e")
    if name == "Other":
        return "X" if extended_pictographic(character) else "N" if conjunct == "Consonant" else "O"
    return _CODES[name]


_CLASSES: Final = Coding(_code)


def graphemes(text: str) -> Iterator[str]:
    """The extended grapheme clusters of `text`, which are all of it."""
    # Compiled, and kept by `re`, only where a text needs it.
    for match in re.compile(_CLUSTER, re.DOTALL).finditer(text.translate(_CLASSES).encode("latin-1")):
        yield text[match.start() : match.end()]


@cache
def extends(character: str) -> bool:
    """Whether `character` belongs to the cluster before it (rules GB9, GB9a), ZWJ apart."""
    return _CLASSES[ord(character)] in "EKeS"
