"""A letter that one layout has with Shift and another without is the key of the layout that was told."""

from __future__ import annotations

import pytest

from briefing.settings.layouts import ARABIC, PERSIAN
from tests.settings.test_places import keys

#: Letters that Arabic has without Shift, and Persian with it and no others for them.
SHARED = "ؤئةء"
#: Those for which Persian has letters of its own, ی and ک.
FOREIGN = "يك"


def test_these_are_all_such_letters() -> None:
    shared = {letter for letter in PERSIAN.shifted if letter in ARABIC.plain}
    assert shared - {*PERSIAN.plain} == {*SHARED, *FOREIGN}


@pytest.mark.parametrize("letter", FOREIGN)
def test_who_types_an_arabic_letter_that_persian_has_its_own_for_has_gone_over_to_arabic(letter: str) -> None:
    assert keys(letter, "گ")[0] == ARABIC.plain[letter]


@pytest.mark.parametrize("letter", SHARED)
def test_such_a_letter_is_the_key_of_the_layout_that_was_told(letter: str) -> None:
    capital, small = PERSIAN.shifted[letter], ARABIC.plain[letter]
    assert keys(letter, "گ")[0] == capital
    assert keys(letter, "گ", letter)[0] == capital, "it tells no other layout"
    assert keys(letter, "گ", "ى")[0] == small, "of another layout since"
    assert keys(letter, "ش")[0] == small, "of a letter that both have, the more frequent layout's"
    assert keys(letter)[0] == small, "with nothing told"
    assert keys(letter, "گ", "j")[0] == small, "what was told is forgotten with a Latin letter"
