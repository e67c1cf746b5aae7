"""The tables of breaking properties are Unicode's, and words are parted as Unicode and uniseg part them."""

from pathlib import Path
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.wordbreak import words

import briefing.arabic
from briefing.arabic.range_table import RangeTable
from briefing.arabic.word_break_table import WORD_BREAK
from briefing.arabic.word_breaks import word_boundaries
from tests.arabic.break_cases import cases, of_each_class
from tests.arabic.effort import EXAMPLES, WHOLE
from tests.arabic.make_break_tables import MODULES, PROPERTIES, module
from tests.arabic.make_unicode_tables import UNICODE_DATA
from tests.needs import needs_file

FILE: Final = UNICODE_DATA / "auxiliary" / "WordBreakTest.txt"
FOLDER: Final = Path(briefing.arabic.__file__).parent


@pytest.mark.parametrize("name", MODULES)
def test_the_tables_are_as_made(name: str) -> None:
    written = (FOLDER / f"{name}.py").read_text("utf-8")
    if WHOLE:
        assert written == module(name)
    tables: dict[str, str] = {}
    exec(written, tables)
    for property_name in MODULES[name]:
        table = RangeTable(tables[property_name])
        for code in range(0, 0x110000, 1 if WHOLE else 173):
            assert table[chr(code)] == PROPERTIES[property_name](chr(code)), hex(code)


@needs_file(FILE)
def test_word_break_test() -> None:
    assert [ascii(text) for text, ends in cases(FILE) if list(word_boundaries(text)) != ends] == []


def one_of_each_class() -> list[str]:
    """Up to five characters of each class of words."""
    table = RangeTable(WORD_BREAK)
    found = of_each_class(table, 5, 0x20000)
    return [character for characters in found.values() for character in characters] + ["\U0001f469", "☪", "©"]


@pytest.mark.whole
@given(st.deferred(lambda: st.lists(st.sampled_from(one_of_each_class()), max_size=12).map("".join)))
@settings(max_examples=EXAMPLES)
def test_words_are_those_of_uniseg(text: str) -> None:
    ends: list[int] = []
    for word in words(text):
        ends.append((ends[-1] if ends else 0) + len(word))
    assert list(word_boundaries(text)) == ends
