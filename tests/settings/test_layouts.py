"""The layouts' tables: each letter on one key, as the machine's own layouts have it."""

import unicodedata

import pytest

from briefing.settings.keymap import KEYMAP
from briefing.settings.layouts import (
    ARABIC,
    GREEK,
    HEBREW,
    KEYS,
    LAYOUTS,
    PERSIAN,
    SHIFTED_KEYS,
    UKRAINIAN,
    KeyboardLayout,
    same,
)  # fmt: skip
from tests.judges import xkb
from tests.needs import needs_file, needs_library

layouts = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)

# Capitals that write.
WRITING = {
    key for group in KEYMAP if group.words == "group.writing" for one in group.bound for key in one.keys
}
# What stands on two keys, or is an apostrophe to everybody.
LEFT_OUT = {(GREEK.name, "w", True), (UKRAINIAN.name, "`", True)}


@layouts
def test_every_letter_is_on_one_key_and_every_key_has_one_letter(layout: KeyboardLayout) -> None:
    assert not layout.plain.keys() & layout.shifted.keys()
    for table, keys in ((layout.plain, KEYS), (layout.shifted, SHIFTED_KEYS)):
        assert len(set(table.values())) == len(table)
        assert set(table.values()) <= set("".join(keys))
    assert all(layout.place(letter) for letter in (*layout.plain, *layout.shifted))


@layouts
def test_the_letters_keys_all_have_a_letter(layout: KeyboardLayout) -> None:
    assert set("qwertyuiopasdfghjklzxcvbnm") <= set(layout.plain.values())


@pytest.mark.parametrize("layout", [ARABIC, PERSIAN, HEBREW], ids=lambda layout: layout.name)
def test_the_whole_alphabet_is_there(layout: KeyboardLayout) -> None:
    alphabet = {
        ARABIC.name: "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئ",
        PERSIAN.name: "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءأؤئآ",
        HEBREW.name: "אבגדהוזחטיכלמנסעפצקרשתךםןףץ",
    }[layout.name]
    assert [letter for letter in alphabet if not layout.place(letter)] == []


def _is_kept(letter: str, key: str, *, shift: bool) -> bool:
    """Whether it belongs into the tables: a letter, a digit, `؟`, hamza above (Persian's N), a sign on the
    key of a letter, or whatever Shift makes of a key that writes.
    """
    if len(letter) != 1 or letter.isspace():
        return False
    if shift and key.upper() in WRITING and not letter.isascii():
        return True
    if letter.isascii():
        return not letter.isalnum() and not shift and key.isalpha()
    return letter in ("؟", "\N{ARABIC HAMZA ABOVE}") or (
        unicodedata.category(letter) in ("Lo", "Lm", "Ll", "Lu", "Nd")
        and "LATIN" not in unicodedata.name(letter)
    )


@layouts
@needs_library(xkb.SONAME)
@needs_file(xkb.SYMBOLS)
def test_the_machine_has_the_same_layouts(layout: KeyboardLayout) -> None:
    shifted = dict(zip("".join(KEYS), "".join(SHIFTED_KEYS), strict=True))
    expected = {
        same(letter): shifted[key] if shift else key
        for (key, shift), letter in xkb.typed(layout.name).items()
        if _is_kept(letter, key, shift=shift) and (layout.name, key, shift) not in LEFT_OUT
    }
    assert {**layout.plain, **layout.shifted} == expected


@pytest.mark.parametrize("name", ["ara", "ara(qwerty)", "ara(azerty)", "ara(azerty_digits)"])
@needs_library(xkb.SONAME)
@needs_file(xkb.SYMBOLS)
def test_other_arabic_layouts_have_their_letters_on_the_same_keys(name: str) -> None:
    for (key, shift), letter in xkb.typed(name).items():
        if _is_kept(letter, key, shift=shift) and unicodedata.category(letter) != "Nd" and letter > "\u0600":
            place = dict(zip("".join(KEYS), "".join(SHIFTED_KEYS), strict=True))[key] if shift else key
            assert ARABIC.place(same(letter)) == place


def test_lam_alef_is_two_letters_or_one() -> None:
    assert [same(sent) for sent in ("ﻻ", "لا", "ﻷ", "ل", "q")] == ["لا", "لا", "لأ", "ل", "q"]
    assert ARABIC.place("لا") == "b"
