"""Which numbers of paragraphs there are, in words, and what is wrong with one that was typed."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.document.growing import Counted
from briefing.reading.paragraph_numbers import fault, number_typed, range_words
from briefing.settings.words import say
from tests.reading.conftest import Walk, bare


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("3", 3),
        (" ¶ 12 ", 12),
        ("٣", 3),
        ("", None),
        ("x", None),
        ("-1", None),
        ("1" * 18, int("1" * 18)),
        ("1" * 19, None),
    ],
)
def test_a_number_is_read_with_its_sign_or_without(typed: str, number: int | None) -> None:
    assert number_typed(typed) == number


def test_what_numbers_there_are_is_said_so_far_as_they_are_counted() -> None:
    reading = Walk(section="second").reading
    assert range_words(reading) == say("paragraph.range", first=1, last=5)
    counted = reading.changed(counted=Counted(50, 5, 1, "", "", 0))
    assert range_words(counted) == say("paragraph.counted", first=1, last=5)
    whole = reading.changed(counted=Counted(100, 5, 1, "", "", 0))
    assert range_words(whole) == say("paragraph.range", first=1, last=5)
    empty = replace(bare(), paragraphs=(), sections=())
    assert range_words(Walk(empty, None).reading) == ""


def test_a_number_that_is_not_there_is_answered_with_those_that_are() -> None:
    reading = Walk(section="second").reading
    for typed in ("1", "5", "¶3"):
        assert fault(reading, typed) == "", "of the whole article, not of the section alone"
    for typed in ("0", "6", "", "x"):
        assert fault(reading, typed) == say("paragraph.none", range=range_words(reading))
