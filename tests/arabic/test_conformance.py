"""Unicode's own tests of the bidirectional algorithm: whole in CI or if asked for, a sample otherwise."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final

import pytest

import briefing.arabic.unicode_tables as made
from briefing.arabic import Direction, layout, resolve
from briefing.arabic.characters import is_format
from tests.arabic.effort import WHOLE
from tests.arabic.make_unicode_tables import UNICODE_DATA, tables
from tests.needs import needs_file

BIDI_TEST: Final = UNICODE_DATA / "BidiTest.txt"
CHARACTER_TEST: Final = UNICODE_DATA / "BidiCharacterTest.txt"
SHAPING: Final = UNICODE_DATA / "ArabicShaping.txt"
MIRRORING: Final = UNICODE_DATA / "BidiMirroring.txt"
BRACKETS: Final = UNICODE_DATA / "BidiBrackets.txt"

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
    return not directions or resolved.visual_order != [index for index in order if not is_format(text[index])]


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


@needs_file(MIRRORING)
def test_bidi_mirroring() -> None:
    pairs = {}
    for record in records(MIRRORING):
        code, mirror = record.split("#")[0].split(";")
        pairs[chr(int(code, 16))] = chr(int(mirror, 16))
    for character, mirror in pairs.items():
        (line,) = layout(f"\u0627{character}\u0301\u0627", 9)
        assert line.text == f"\ufe8d{mirror}\u0301\ufe8d", ascii(character)
        (line,) = layout(f"a{character}a", 9)
        assert line.text == f"a{character}a", ascii(character)
    assert len(pairs) > 400


@needs_file(BRACKETS)
def test_bidi_brackets() -> None:
    """After a pair with Latin inside: the closing one goes left to right only if it is a bracket."""

    def closing_is_rtl(opening: str, closing: str) -> bool:
        return resolve(f"\u05d0{opening}a\u05d0{closing}\u05d0", "L").rtl[4]

    count = 0
    for record in records(BRACKETS):
        code, pair, kind = (field.strip() for field in record.split("#")[0].split(";"))
        if kind == "o":
            count += 1
            assert not closing_is_rtl(chr(int(code, 16)), chr(int(pair, 16))), record
    assert count > 60
    assert all(closing_is_rtl(*pair) for pair in ("<>", "«»", "\u201c\u201d", "[)"))


@needs_file(SHAPING)
def test_the_tables_are_those_of_the_database() -> None:
    fresh = tables()
    version, ours = fresh.splitlines()[0], (made.__doc__ or "").splitlines()[0]
    if ours not in version:
        pytest.skip(f"unicode-data here is {version}")
    assert made.__file__
    assert Path(made.__file__).read_text("utf-8") == fresh
