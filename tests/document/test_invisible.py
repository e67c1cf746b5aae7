"""Characters that nobody sees."""

import pytest

from briefing.document.invisible import is_invisible, without_invisible


@pytest.mark.parametrize("character", ["\u200f", "\u200c", "\u202b", "\u2067", "\ufeff", "\u00ad"])
def test_what_orders_or_joins_is_not_seen(character: str) -> None:
    assert is_invisible(character)
    assert without_invisible(f"ا{character}ب") == "اب"


@pytest.mark.parametrize("character", ["ا", "\u064e", "ـ", " ", "\u00a0", "¶"])
def test_letters_marks_and_blanks_stay(character: str) -> None:
    assert not is_invisible(character)
    assert without_invisible(character) == character
