"""What tests of Unicode's breaks share: the cases of its files, and some characters of each class."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.arabic.range_table import RangeTable


def cases(file: Path) -> Iterator[tuple[str, list[int]]]:
    """Yield the texts of a file of Unicode's, each with its boundaries but for the one at its start."""
    for record in file.read_text("utf-8").splitlines():
        text, ends = "", []
        for field in record.split("#")[0].split():
            if field == "÷":
                ends.append(len(text))
            elif field != "×":
                text += chr(int(field, 16))
        if text:
            yield text, ends[1:]


def of_each_class(table: RangeTable, most: int, stop: int) -> dict[str, list[str]]:
    """Return by class the first characters that have it before code point `stop`, `most` at most."""
    found: dict[str, list[str]] = {}
    for code in range(stop):
        known = found.setdefault(table[chr(code)], [])
        if len(known) < most:
            known.append(chr(code))
    return found
