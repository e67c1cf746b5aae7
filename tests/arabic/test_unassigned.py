"""Code points that are no characters, now or ever: their bidi classes by default, and what is painted."""

import re
import unicodedata
from typing import Final

import pytest

from briefing.arabic import Direction, layout, resolve
from briefing.arabic.levels import bidi_classes
from tests.arabic.make_unicode_tables import UNICODE_DATA
from tests.needs import needs_file

pytestmark = pytest.mark.whole

CLASSES: Final = UNICODE_DATA / "extracted" / "DerivedBidiClass.txt"
# Marks of Unicode 16, which python-bidi knows.
NEWER: Final = {0x0897, 0x10EFC}
SHORT: Final = {"Right_To_Left": "R", "Arabic_Letter": "AL", "European_Terminator": "ET"}
BASES: Final[tuple[tuple[str, Direction], ...]] = (("א", "R"), ("a", "L"))
# Whether a character of a class is read from right to left between two Hebrew letters, and between two Latin.
BETWEEN: Final = {
    "L": (False, False),
    "R": (True, True),
    "AL": (True, True),
    "ET": (True, False),
    "BN": (True, False),
}


def unassigned() -> dict[int, str]:
    """The class by default, by Unicode's file, of what it calls Boundary Neutral though it is unassigned, and
    of the last code point that is so in each range (what comes before may be assigned in newer tables).
    """
    text = CLASSES.read_text(encoding="utf-8")
    written = {
        codepoint: name
        for first, last, name in re.findall(r"^(\w+)(?:\.\.(\w+))? *; (\w+)", text, re.MULTILINE)
        for codepoint in range(int(first, 16), int(last or first, 16) + 1)
    }
    found = {
        codepoint: name
        for codepoint, name in written.items()
        if name == "BN" and unicodedata.category(chr(codepoint)) == "Cn"
    }
    for first, last, name in re.findall(r"^# @missing: (\w+)\.\.(\w+); (\w+)", text, re.MULTILINE)[1:]:
        for codepoint in range(int(last, 16), int(first, 16) - 1, -1):
            if not unicodedata.bidirectional(chr(codepoint)) and codepoint not in written:
                found[codepoint] = SHORT[name]
                break
    return found


@needs_file(CLASSES)
def test_what_is_unassigned_has_the_class_that_unicode_names() -> None:
    classes = unassigned()
    assert len(classes) > 3800
    assert {"R", "AL", "ET", "BN"} <= set(classes.values())
    wrong = []
    for codepoint, name in classes.items():
        if codepoint in NEWER:
            continue
        resolved = [resolve(f"{a}{chr(codepoint)}{a}", base) for a, base in BASES]
        if tuple(one.rtl[1] for one in resolved) != BETWEEN[name]:
            wrong.append(f"U+{codepoint:04X} {name}")
    assert not wrong


@pytest.mark.parametrize("codepoint", [0xFFFE, 0xFFFF, 0xFDD0, 0x1FFFF, 0x10FFFF])
def test_a_noncharacter_is_neutral_and_shown_as_the_replacement_character(codepoint: int) -> None:
    character = chr(codepoint)
    assert bidi_classes(character) == "c"
    [line] = layout(f"{character}אב", 20)
    assert (line.base, line.text) == ("R", "בא\ufffd")
    [line] = layout(f"12{character}34 אב", 20, "R")
    assert line.text == "בא 12\ufffd34"


@pytest.mark.parametrize("codepoint", [0x2065, 0xFFF0, 0xE0000, 0xE0FFF])
def test_what_is_kept_for_format_characters_is_not_seen(codepoint: int) -> None:
    character = chr(codepoint)
    [line] = layout(f"{character}א{character}ב{character}", 20)
    assert (line.base, line.text) == ("R", "בא")
    assert line.width == 2
