"""A logical range over items, and the word at a place."""

import pytest

from briefing.reading.selection import Place, Selection, word_at

FIRST, LAST = Place(1, 4, 6), Place(3, 2, 5)
LENGTH = 9


@pytest.mark.parametrize("selection", [Selection(FIRST, LAST), Selection(LAST, FIRST)])
def test_what_is_selected_of_each_item_whichever_way_it_was_done(selection: Selection) -> None:
    assert [selection.in_item(item, LENGTH) for item in range(5)] == [None, (4, 9), (0, 9), (0, 5), None]
    assert selection.items == range(1, 4)


def test_inside_one_item_both_clusters_are_selected_whole() -> None:
    for places in ((Place(2, 1, 2), Place(2, 6, 8)), (Place(2, 6, 8), Place(2, 1, 2))):
        assert Selection(*places).in_item(2, LENGTH) == (1, 8)
    whole, inside = Place(2, 0, 7), Place(2, 3, 4)
    assert Selection(whole, inside).in_item(2, LENGTH) == (0, 7)
    assert Selection(inside, inside).in_item(2, LENGTH) == (3, 4)
    assert Selection(inside, inside).items == range(2, 3)
    assert Selection(inside, inside).in_item(1, LENGTH) is None


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("قال أحمد كلاما", 0, "قال"),
        ("قال أحمد كلاما", 2, "قال"),
        ("قال أحمد كلاما", 3, " "),
        ("قال أحمد كلاما", 4, "أحمد"),
        ("قال أحمد كلاما", 13, "كلاما"),
        ("one  two", 4, "  "),
        ("one\ntwo three", 5, "two"),
        ("one\ntwo three", 1, "one"),
        ("one\ntwo\nthree", 6, "two"),
        ("one\ntwo", 3, "\n"),
        ("كَتَبَ الولد", 1, "كَتَبَ"),
    ],
)
def test_the_word_that_holds_a_character(text: str, at: int, word: str) -> None:
    start, end = word_at(text, at)
    assert text[start:end] == word
    assert start <= at < end


def test_of_a_long_text_only_the_neighbourhood_is_looked_through() -> None:
    words = "كلمة " * 50_000
    assert word_at(words, 125_001) == (125_000, 125_004)
    assert word_at(words, 125_004) == (125_004, 125_005)
    assert word_at("ب" * 100_000, 50_000) == (48_000, 52_000)
    assert word_at("ب" * 100 + " " + "ب" * 1000, 900) == (101, 1101)
    assert word_at("ب" * 3000 + " " + "ب" * 100, 3050) == (3001, 3101)
    assert word_at("a" * 5000 + "\n" + "b" * 10, 5003) == (5001, 5011)


def test_behind_a_text_there_is_no_word() -> None:
    assert word_at("one", 3) == (3, 4)
    assert word_at("", 0) == (0, 1)
