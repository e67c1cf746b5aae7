"""Texts are parted into sentences as Unicode's own cases and uniseg part them."""

from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.sentencebreak import sentences

from briefing.arabic.range_table import RangeTable
from briefing.arabic.sentence_break_table import SENTENCE_BREAK
from briefing.arabic.sentence_breaks import sentence_boundaries
from tests.arabic.break_cases import cases, of_each_class
from tests.arabic.effort import EXAMPLES
from tests.arabic.make_unicode_tables import UNICODE_DATA
from tests.needs import needs_file

FILE: Final = UNICODE_DATA / "auxiliary" / "SentenceBreakTest.txt"


@needs_file(FILE)
def test_sentence_break_test() -> None:
    assert [ascii(text) for text, ends in cases(FILE) if list(sentence_boundaries(text)) != ends] == []


def one_of_each_class() -> list[str]:
    """Up to three characters of each class of sentences; none of no class, which uniseg has wrong (below)."""
    table = RangeTable(SENTENCE_BREAK)
    found = of_each_class(table, 3, 0x3000)
    del found[table["#"]]
    return [character for characters in found.values() for character in characters]


def test_a_full_stop_before_a_small_letter_ends_nothing_whatever_stands_between() -> None:
    """Rule SB8; uniseg 0.10 ends a sentence where a character of no class (`#`) stands between."""
    assert [*sentence_boundaries(".#a")] == [3]
    assert [*sentence_boundaries(". #\x00a.#B")] == [6, 8]


@pytest.mark.whole
@given(st.deferred(lambda: st.lists(st.sampled_from(one_of_each_class()), max_size=12).map("".join)))
@settings(max_examples=EXAMPLES)
def test_sentences_are_those_of_uniseg(text: str) -> None:
    ends: list[int] = []
    for sentence in sentences(text):
        ends.append((ends[-1] if ends else 0) + len(sentence))
    assert list(sentence_boundaries(text)) == ends
