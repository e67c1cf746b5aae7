"""A field in which one of a few words is chosen: by keys, by clicks, and in how much room."""

from __future__ import annotations

import pytest

from briefing.tui.panes.choice import Choice
from tests.tui.panes.bars_alone import Alone, mirrored


class Field(Alone, Choice):
    """Three words to choose from, the second one chosen."""

    def __init__(self, *words: str, value: str = "1") -> None:
        words = words or ("one", "two", "three")
        super().__init__(id="field", choices=[*map(str, range(len(words)))], words=words, value=value)


def test_the_chosen_word_has_its_look() -> None:
    assert Field().look("title") == "two"
    assert Field(value="none of them").look("title") == "one"


def test_words_are_chosen_round_and_round_by_number_and_by_what_they_stand_for() -> None:
    field = Field()
    for step, value in ((1, "2"), (1, "0"), (-1, "2")):
        field.action_step(step)
        assert field.value == value
    for number, value in ((1, "0"), (3, "2"), (4, "2")):
        field.action_take(number)
        assert field.value == value
    field.choose("1")
    field.choose("none of them")
    assert field.value == "1"
    with mirrored():
        field.action_step(1)
        assert field.value == "0"


def test_a_word_is_chosen_by_a_click_on_one_of_its_cells() -> None:
    chosen = ["0", "0", "0", "", "1", "1", "1", "", "2", "2", "2", "2", "2", "", "", ""]
    for column, value in enumerate(chosen):
        for shown_in, at in ((False, column), (True, len(chosen) - 1 - column)):
            field = Field(value="1" if value != "1" else "0").sized(len(chosen))
            before = field.value
            if shown_in:
                with mirrored():
                    field.click(at)
            else:
                field.click(at)
            assert field.value == (value or before), (column, shown_in)


@pytest.mark.parametrize(
    ("value", "width", "row"),
    [
        ("0", 13, "one two three"),
        ("0", 12, "one two …   "),
        ("0", 9, "one two …"),
        ("0", 8, "one …   "),
        ("2", 12, "… two three "),
        ("2", 10, "… three   "),
        ("1", 8, "… two … "),
        ("2", 5, "… thr"),
        ("0", 2, "on"),
    ],
)
def test_words_without_room_are_left_out_on_either_side_of_the_chosen(
    value: str, width: int, row: str
) -> None:
    field = Field(value=value).sized(width)
    assert field.row() == row
    before = field.value
    field.click(max(0, row.find("…")))
    assert field.value == before
