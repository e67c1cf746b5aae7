"""What a letter's key is, whatever layout it was typed in."""

import pytest

from briefing.settings.layouts import LAYOUTS, KeyboardLayout
from briefing.settings.places import Places, letters_at, shifted


def keys(letter: str, *before: str, reported: str = "", ctrl: bool = False, mac: bool = False) -> list[str]:
    places = Places(mac=mac)
    for one in (*before, letter):
        places.typed(one)
    return places.keys(letter, reported, ctrl=ctrl)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_once_the_layout_is_told_each_of_its_letters_is_the_key_it_stands_on(layout: KeyboardLayout) -> None:
    others = [letter for other in LAYOUTS if other is not layout for letter in other.plain]
    telling = [letter for letter in layout.plain if letter not in others and not letter.isascii()]
    for letter in (*layout.plain, *(letter for letter in layout.shifted if letter not in others)):
        for first in telling:
            assert keys(letter, first)[0] == layout.place(letter)


@pytest.mark.parametrize(
    ("letter", "before", "expected"),
    [
        ("ض", "", "q"), ("ف", "", "t"), ("ؤ", "", "c"), ("د", "", "]"), ("؟", "", "?"), ("ﻻ", "", "b"),
        ("ז", "", "z"), ("й", "", "q"), ("ξ", "", "j"),
        ("د", "ی", "n"), ("د", "پی", "n"), ("د", "یك", "]"), ("ز", "گ", "c"), ("ز", "ؤ", "."),
        ("ъ", "", "]"), ("ї", "", "]"),
        ("٣", "", "3"), ("۳", "", "3"), ("३", "", "3"), ("٠", "", "0"),
        ("/", "ד", "q"), (";", "λ", "q"),
    ],
)  # fmt: skip
def test_a_letter_is_the_key_it_stands_on(letter: str, before: str, expected: str) -> None:
    assert keys(letter, *before)[0] == expected


def test_with_nothing_told_every_layout_is_tried_the_most_frequent_first() -> None:
    assert keys("ز") == [".", "c", "b"]
    assert keys("د") == ["]", "n", "v"]
    assert keys("د", mac=True) == ["v", "]", "n"]


@pytest.mark.parametrize(
    ("letter", "expected"),
    [("Q", ["q"]), ("G", ["g"]), ("q", []), ("?", []), ("é", []), ("ß", []), (" ", [])],
)
def test_latin_letters_are_what_they_are_and_capitals_small_letters_too(
    letter: str, expected: list[str]
) -> None:
    assert keys(letter) == expected


def test_arabic_letters_with_shift_are_capitals_too() -> None:
    assert keys("لأ") == ["G", "g"]
    assert keys("أ", "ك")[:2] == ["H", "h"]
    assert keys("Й") == ["Q", "q"]


def test_a_sign_is_a_key_only_where_letters_have_told_the_layout() -> None:
    assert keys("/") == []
    assert keys("/", "ד", "j") == []
    assert keys("/", "ض") == []
    assert keys("/", ctrl=True) == ["q"]
    assert keys("/", "j", ctrl=True) == []
    places = Places()
    assert places.doubtful("/") == ["q"]
    assert places.doubtful("#") == []
    places.typed("j")
    assert places.doubtful("/") == []


def test_what_the_terminal_reports_goes_first_but_not_in_latin_layouts() -> None:
    assert keys("د", reported="n") == ["n"]
    assert keys("ก", reported="d") == ["d"]
    assert keys("لأ", reported="G") == ["G", "g"]
    assert keys("/", reported="q") == ["q"]
    assert keys("a", reported="q") == []  # French
    assert keys("é", reported="2") == []
    assert keys("'", reported="q") == []  # Dvorak


def test_what_a_key_types() -> None:
    assert [shifted(key) for key in "g/[1"] == ["G", "?", "{", "!"]
    assert [letters_at(key) for key in ("b", "G", "q", "!")] == ["لا", "لأ", "ض", ""]
