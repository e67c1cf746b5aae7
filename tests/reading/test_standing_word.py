"""The word that the reader stands on."""

from __future__ import annotations

from briefing.reading import apply, open_reading
from briefing.reading.selection import Place, Selection
from briefing.reading.standing_word import this_word
from tests.reading.conftest import small


def test_it_is_the_first_word_of_the_passage_until_the_reader_moves_by_words() -> None:
    reading = open_reading(small()).reading
    text = reading.open.text(0)
    assert this_word(reading) == text.split()[0]
    second = text.index(" ") + 1
    moved = reading.changed(word=Place(0, second, text.index(" ", second)))
    assert this_word(moved) == text.split()[1]


def test_a_word_is_left_with_its_passage() -> None:
    reading = open_reading(small()).reading
    moved = apply(reading.changed(word=Place(0, 0, 3)), "put-cursor", "article", 1).reading
    assert moved.standing_word is None
    assert this_word(moved) == moved.open.text(1).split()[0]
    assert apply(reading.changed(word=Place(0, 0, 3)), "next-section").reading.word is None


def test_what_is_selected_within_a_line_goes_before() -> None:
    reading = open_reading(small()).reading
    text = reading.open.text(0)
    end = text.index(" ", text.index(" ") + 1)
    selected = apply(reading, "select", "article", Selection(Place(0, 0, 1), Place(0, end - 1, end))).reading
    assert this_word(selected) == text[:end]


def test_what_is_selected_over_more_lines_or_is_no_word_does_not() -> None:
    reading = open_reading(small()).reading
    over_two = Selection(Place(0, 0, 1), Place(1, 0, 1))
    blank = reading.open.text(0).index(" ")
    for selection in (over_two, Selection(Place(0, blank, blank + 1), Place(0, blank, blank + 1))):
        selected = apply(reading, "select", "article", selection).reading
        assert selected.selected is not None
        assert this_word(selected) == reading.open.text(0).split()[0]
