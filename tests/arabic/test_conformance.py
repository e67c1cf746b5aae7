"""Unicode's own tests of the bidirectional algorithm: whole in CI or if asked for, a sample otherwise."""

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

from briefing.arabic import Direction, resolve
from briefing.arabic.order import is_format
from tests.arabic.make_unicode_tables import UNICODE_DATA, tables
from tests.needs import in_ci, needs_file

#: BRIEFING_CONFORMANCE=whole runs every case of both files: about two minutes.
WHOLE: Final = in_ci() or os.environ.get("BRIEFING_CONFORMANCE") == "whole"
BIDI_TEST: Final = UNICODE_DATA / "BidiTest.txt"
CHARACTER_TEST: Final = UNICODE_DATA / "BidiCharacterTest.txt"
SHAPING: Final = UNICODE_DATA / "ArabicShaping.txt"

# One character for each class. BidiTest.txt has no brackets and speaks of classes alone.
OF_CLASS: Final = {
    "L": "a", "R": "\u05d0", "AL": "\u0627", "EN": "1", "AN": "\u0661", "ES": "+", "ET": "$", "CS": ",",
    "NSM": "\u0300", "BN": "\xad", "B": "\u2029", "S": "\t", "WS": " ", "ON": "!",
    "LRE": "\u202a", "RLE": "\u202b", "PDF": "\u202c", "LRO": "\u202d", "RLO": "\u202e",
    "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip


def disagrees(text: str, base: Direction | None, levels: Iterable[str], order: Iterable[int]) -> bool:
    """Whether direction or order of any character is not the one of the file (`x`: it has no level)."""
    resolved = resolve(text, base)
    directions = all(
        level == "x" or int(level) % 2 == rtl for level, rtl in zip(levels, resolved.rtl, strict=True)
    )
    return not directions or resolved.order != [index for index in order if not is_format(text[index])]


def records(file: Path) -> Iterator[str]:
    with file.open(encoding="utf-8") as lines:
        yield from (line.strip() for line in lines if line.strip() and not line.startswith("#"))


def sampled(cases: Iterator[str]) -> Iterator[str]:
    return cases if WHOLE else islice(cases, 0, None, 97)


@needs_file(CHARACTER_TEST)
def test_bidi_character_test() -> None:
    failures = []
    count = 0
    for case in sampled(records(CHARACTER_TEST)):
        codes, base, level, levels, order = case.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        asked: Direction | None = {"0": "L", "1": "R"}.get(base)  # type: ignore[assignment]
        count += 1
        if (resolve(text, asked).base == "R") != (level == "1") or disagrees(
            text, asked, levels.split(), map(int, order.split())
        ):
            failures.append(case)
    assert failures == []
    assert count == 91_707 or not WHOLE


def bidi_test_cases() -> Iterator[tuple[str, int, list[str], list[int]]]:
    """Text, paragraph levels as bits (1: by P2 and P3, 2: left, 4: right), levels, order."""
    levels: list[str] = []
    order: list[int] = []
    for record in records(BIDI_TEST):
        name, _, rest = record.partition(":")
        if name == "@Levels":
            levels = rest.split()
        elif name == "@Reorder":
            order = [int(index) for index in rest.split()]
        elif not record.startswith("@"):
            classes, _, bits = record.partition(";")
            yield "".join(OF_CLASS[name] for name in classes.split()), int(bits), levels, order


@needs_file(BIDI_TEST)
def test_bidi_test() -> None:
    failures = []
    count = 0
    bases: tuple[Direction | None, ...] = (None, "L", "R")
    cases = bidi_test_cases() if WHOLE else islice(bidi_test_cases(), 0, None, 211)
    for text, bits, levels, order in cases:
        for bit, base in enumerate(bases):
            if bits & 1 << bit:
                count += 1
                if disagrees(text, base, levels, order):
                    failures.append((text, base))
    assert failures == []
    assert count == 770_241 or not WHOLE


@needs_file(SHAPING)
def test_the_tables_are_those_of_the_database() -> None:
    import briefing.arabic.unicode_tables as made

    assert made.__file__
    assert Path(made.__file__).read_text("utf-8") == tables()
