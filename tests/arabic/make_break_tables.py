"""Writes the tables of breaking properties in briefing/arabic: lines, sentences, grapheme clusters, words.

    python -m tests.arabic.make_break_tables briefing/arabic

The properties are those that uniseg has made from the Unicode Character Database; it is needed only here and
as the judge of tests/arabic/test_break_tables.py. Debian's `unicode-data` will not do: version 15.0 lacks
Indic_Conjunct_Break.
"""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Final

import uniseg
from uniseg.derived import indic_conjunct_break
from uniseg.emoji import extended_pictographic
from uniseg.graphemecluster import grapheme_cluster_break
from uniseg.linebreak import line_break
from uniseg.sentencebreak import sentence_break
from uniseg.wordbreak import word_break

Property = Callable[[str], str]

PROPERTIES: Final[dict[str, Property]] = {
    "LINE_BREAK": lambda character: str(line_break(character).value),
    "GRAPHEME_CLUSTER_BREAK": lambda character: str(grapheme_cluster_break(character).value),
    "INDIC_CONJUNCT_BREAK": lambda character: str(indic_conjunct_break(character).value),
    "EXTENDED_PICTOGRAPHIC": lambda character: "Yes" if extended_pictographic(character) else "No",
    "WORD_BREAK": lambda character: str(word_break(character).value),
    "SENTENCE_BREAK": lambda character: str(sentence_break(character).value),
}
#: The modules, and what is in each.
MODULES: Final = {
    "line_break_table": ("LINE_BREAK",),
    "grapheme_tables": ("GRAPHEME_CLUSTER_BREAK", "INDIC_CONJUNCT_BREAK", "EXTENDED_PICTOGRAPHIC"),
    "word_break_table": ("WORD_BREAK",),
    "sentence_break_table": ("SENTENCE_BREAK",),
}
_HEADER: Final = '''"""Unicode {version}: made by tests/arabic/make_break_tables.py, do not edit."""

from typing import Final
'''


def module(name: str) -> str:
    """The source text of a module."""
    tables = "".join(_table(table) for table in MODULES[name])
    return _HEADER.format(version=uniseg.unidata_version) + tables


def _table(name: str) -> str:
    rows = textwrap.wrap(_ranges(PROPERTIES[name]), 100, break_long_words=False, break_on_hyphens=False)
    body = "\n".join(f'    "{row} "' for row in rows)
    return f"\n#: Ranges of {name.title()}, for `range_table.RangeTable`.\n{name}: Final = (\n{body}\n)\n"


def _ranges(value_of: Property) -> str:
    """Return lengths of ranges (hexadecimal) and values in turn; a known value is written as its number."""
    values: dict[str, int] = {}
    words = []
    start, before = 0, value_of("\0")
    for code in range(1, 0x110001):
        value = value_of(chr(code)) if code < 0x110000 else ""
        if value != before:
            known = str(values[before]) if before in values else before
            values.setdefault(before, len(values))
            words += [f"{code - start:x}", known]
            start, before = code, value
    return " ".join(words)


if __name__ == "__main__":
    for name in MODULES:
        Path(sys.argv[1], f"{name}.py").write_text(module(name), encoding="utf-8")
