"""Writes briefing/arabic/unicode_tables.py from the Unicode Character Database.

    python -m tests.arabic.make_unicode_tables [DIRECTORY] > briefing/arabic/unicode_tables.py

DIRECTORY holds ArabicShaping.txt and BidiMirroring.txt (Debian's `unicode-data`: /usr/share/unicode).
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

UNICODE_DATA = Path("/usr/share/unicode")
_ARABIC = (range(0x0600, 0x0700), range(0x0750, 0x0780), range(0x0870, 0x0900))
_HEADER = '''"""Unicode {version}: made by tests/arabic/make_unicode_tables.py, do not edit."""

from typing import Final

'''


def _records(file: Path) -> Iterator[list[str]]:
    for line in file.read_text("utf-8").splitlines():
        content = line.split("#")[0].strip()
        if content:
            yield [field.strip() for field in content.split(";")]


def _literal(name: str, comment: str, characters: list[str]) -> str:
    escaped = [f"\\u{ord(c):04x}" for c in characters]
    rows = ["".join(escaped[at : at + 16]) for at in range(0, len(escaped), 16)]
    if len(rows) == 1:
        return f'#: {comment}\n{name}: Final = "{rows[0]}"\n'
    body = "\n".join(f'    "{row}"' for row in rows)
    return f"#: {comment}\n{name}: Final = (\n{body}\n)\n"


def tables(directory: Path = UNICODE_DATA) -> str:
    """The module's source text."""
    shaping = directory / "ArabicShaping.txt"
    first_line = shaping.read_text("utf-8").splitlines()[0]
    found = re.search(r"\d+\.\d+\.\d+", first_line)
    assert found, first_line
    types: dict[str, list[str]] = {"D": [], "R": [], "C": []}
    for code, _name, joining_type, *_ in _records(shaping):
        codepoint = int(code, 16)
        if joining_type in types and any(codepoint in block for block in _ARABIC):
            types[joining_type].append(chr(codepoint))
    pairs = [
        chr(int(code, 16)) + chr(int(mirror, 16))
        for code, mirror in _records(directory / "BidiMirroring.txt")
    ]
    assert all(unicodedata.mirrored(pair[0]) for pair in pairs)
    mirrored = [character for pair in pairs for character in pair]
    return _HEADER.format(version=found.group()) + "\n".join(
        [
            _literal("DUAL_JOINING", "Arabic letters that join on both sides.", types["D"]),
            _literal("RIGHT_JOINING", "Arabic letters that join to the one before only.", types["R"]),
            _literal(
                "JOIN_CAUSING",
                "Join-causing characters: they join on both sides and do not change shape.",
                types["C"],
            ),
            _literal("MIRRORED", "Mirrored characters, each followed by its mirror image.", mirrored),
        ]
    )


if __name__ == "__main__":
    sys.stdout.write(tables(Path(sys.argv[1]) if len(sys.argv) > 1 else UNICODE_DATA))
