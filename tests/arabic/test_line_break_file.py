"""How far lines break as LineBreakTest.txt has it (UAX #14), and why not everywhere.

6926 of the 7654 cases of version 15.0.0 agree in every place, 15522 of 16316 places (95.1 %). The others:

- the file parts a mark, a joiner or an emoji modifier from a space or a tab before it (LB10); here these are
  one cluster, which no line splits (UAX #29), and a mark behind a zero width space stays with the cell before
  that;
- the file takes a tab for a character that stays with the word (class BA); here it is a blank, and hangs;
- the file was made with numbers as in the example of section 8.2, so that it breaks `,|0` and `$|(`; here
  they stay together, as in rule LB25 itself;
- rule LB15 forbids a break in `" (`; version 15.1 took it back, as readers of quotations would, and so it is
  here (LB15a, LB15b), with LB20a of that version for words that begin with a hyphen;
- a control is painted as a picture of itself, and breaks like a letter, not like a mark;
- what is not painted stays on the line of what is before it, even behind a forced break;
- a soft hyphen is no place to break, for a hyphen would have to be painted.
"""

from collections.abc import Iterator
from typing import Final

import pytest

from briefing.arabic.break_classes import break_class
from briefing.arabic.breaking import to_cells, to_character_ends
from briefing.arabic.measuring import measure
from tests.arabic.make_unicode_tables import UNICODE_DATA
from tests.needs import needs_file

FILE: Final = UNICODE_DATA / "auxiliary" / "LineBreakTest.txt"
VERSION: Final = "LineBreakTest-15.0.0.txt"
AGREEING_CASES: Final = 6926
AGREEING_PLACES: Final = 15_522


def places(text: str) -> set[int]:
    """Where a line of `text` may end, its end apart."""
    measured = measure(text)
    row = to_cells(measured)
    ends = []
    for end in range(1, len(row)):
        last, following = row[end - 1 : end], row[end : end + 1]
        if last in b"yq\n\v" or (last == b" " and following not in b" \n\v"):
            ends.append(end)
    return set(to_character_ends(measured, row, ends)) - {len(text)}


def cases() -> Iterator[tuple[str, set[int]]]:
    for record in FILE.read_text("utf-8").splitlines():
        text, ends = "", set()
        for field in record.split("#")[0].split():
            if field == "÷":
                ends.add(len(text))
            elif field != "×":
                text += chr(int(field, 16))
        if text:
            yield text, ends - {0, len(text)}


@needs_file(FILE)
def test_no_less_of_the_file_agrees_than_is_said() -> None:
    if VERSION not in FILE.read_text("utf-8").splitlines()[0]:
        pytest.skip("another version of Unicode")
    agreeing_cases = agreeing_places = 0
    for text, ends in cases():
        wrong = places(text) ^ ends
        agreeing_cases += not wrong
        agreeing_places += len(text) - 1 - len(wrong)
    assert agreeing_cases >= AGREEING_CASES
    assert agreeing_places >= AGREEING_PLACES


def is_explained(text: str, place: int) -> bool:
    """Whether one of the reasons above may be why the file says otherwise about this place."""
    left, right = text[place - 1], text[place]
    odd = '\t\u00ad"\u00ab\u200b\u0308\u200d\x01\r\n\v\f\x85\U0001f3fb\U0001f3ff'
    in_number = {"NU", "PR", "PO", "OP", "CL", "CP", "IS", "SY"}
    return (
        any(character in odd for character in text[max(0, place - 2) : place + 2])
        or {break_class(left), break_class(right)} <= in_number
        or left == "-"
    )


@needs_file(FILE)
def test_what_disagrees_does_so_for_a_known_reason() -> None:
    if VERSION not in FILE.read_text("utf-8").splitlines()[0]:
        pytest.skip("another version of Unicode")
    for text, ends in cases():
        assert all(is_explained(text, place) for place in places(text) ^ ends), ascii(text)
