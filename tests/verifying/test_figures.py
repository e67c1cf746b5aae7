"""Amounts in words and digits: a claim with the same value is never remarked on, one with another always."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest

from briefing.verifying.figures.figures_in_text import figures, numbers_in
from briefing.verifying.numbers import uncarried
from tests.verifying.arabic_numbers import in_words


def amounts() -> Iterator[tuple[str, str, str]]:
    text = Path(__file__).with_name("amounts.txt").read_text(encoding="utf-8")
    for block in text.split("\n\n")[1:]:
        words, right, wrong = block.strip().split("\n")
        yield words, right.removeprefix("= "), wrong.removeprefix("! ")


def told(claim: str, quote: str) -> list[str]:
    return [one.written for one in uncarried(claim, [quote], [quote])]


@pytest.mark.parametrize(("quote", "right", "wrong"), amounts())
def test_the_same_value_is_never_remarked_on_and_another_always(quote: str, right: str, wrong: str) -> None:
    alarms = [(claim, told(claim, quote)) for claim in right.split("|") if told(claim, quote)]
    misses = [claim for claim in wrong.split("|") if not told(claim, quote)]
    assert (alarms, misses) == ([], [])


def check_all(step: int) -> None:
    for number in range(0, 10_000, step):
        for is_feminine in (False, True):
            for is_oblique, hundred in ((False, "مئة"), (True, "مائة")):
                words = in_words(number, is_feminine=is_feminine, is_oblique=is_oblique, hundred=hundred)
                (one,) = figures(f"قُتل {words} في المدينة")
                assert Fraction(number) in one.values, words
                assert all(value == number or value < 1 for value in one.values), words


def test_numbers_in_words_have_their_value_in_both_genders() -> None:
    check_all(23)


@pytest.mark.whole
def test_all_numbers_in_words_have_their_value_in_both_genders() -> None:
    check_all(1)


def test_a_message_has_the_whole_amount() -> None:
    (one,) = uncarried("It cost $1.3 billion in 2023.", ["بلغت عام 2023 مليارا و200 مليون"], [])
    assert (one.written, one.is_certain) == ("1.3 billion", True)


@pytest.mark.whole
def test_what_has_no_end_is_read_in_steps_that_do_not_grow() -> None:
    for part in ("1 111 ", "ألف مليون ", "مئة و", "نصف و", "5 إلى ", "twenty-", "1,234.", "9" * 9):
        small, large = (numbers_in(part * times) for times in (50, 1000))
        assert len(large) <= len(small) + 200
