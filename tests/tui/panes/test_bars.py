"""Bars by themselves: what they say in how much room, what a click does, and all of it mirrored."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from briefing.arabic import AS_WRITTEN
from briefing.document import Title
from briefing.reading.contents import TitleContents
from briefing.tui.panes.key_bar import KeyBar
from briefing.tui.panes.mistake_bar import Mistake, MistakeBar
from briefing.tui.panes.paragraph_bar import ParagraphBar, ParagraphField
from briefing.tui.panes.search_bar import Said, SearchBar
from briefing.tui.panes.title_bar import TitleBar
from briefing.tui.panes.too_small import TooSmall
from tests.tui.panes.bars_alone import STYLES, Alone, mirrored
from tests.tui.panes.test_choice import Field
from tests.tui.panes.test_quotes import Words

PLACED = Mistake("/a/b.toml", 3, 1, "no such paragraph")
WHOLE = Mistake("/a/b.toml", 0, 0, "it is gone")


class Keys(Alone, KeyBar):
    def __init__(self) -> None:
        super().__init__()
        self.offered = frozenset({"quit", "help", "search"})


class Titles(Alone, TitleBar):
    def __init__(self) -> None:
        super().__init__()
        self.contents = TitleContents(Title("Title", "2014"), AS_WRITTEN)


class Wrong(Alone, MistakeBar):
    def __init__(self, *mistakes: Mistake) -> None:
        self.opened = 0
        super().__init__(mistakes or (PLACED,), self._open)

    def _open(self) -> None:
        self.opened += 1


class Small(Alone, TooSmall):
    pass


class Beside(Alone, Said):
    def __init__(self) -> None:
        super().__init__()
        self.parts = (("/", "key"), (" ", "text"), ("words", "quiet"))


@pytest.mark.parametrize(
    ("bar", "row", "reflected"),
    [
        (Field, "one two three      ", "      three two one"),
        (Keys, "/ Search   ? Help  q Quit", "Quit q  Help ?   Search /"),
        (Titles, "Title        2014", "2014        Title"),
        (Wrong, "line 3: no such paragraph  e", "e  line 3: no such paragraph"),
        (Words, " ¶1        ﺐﺘﻛ ", "       ﺐﺘﻛ  ¶1 "),
        (Small, "Window too small: 24x1  ", "  Window too small: 24x1"),
        (Beside, "/ words ", " words /"),
    ],
)
def test_each_begins_at_the_right_where_the_interface_does(
    bar: Callable[[], Any], row: str, reflected: str
) -> None:
    shown = bar().sized(len(row))
    assert shown.row() == row
    assert all(one.style is not None for one in shown.sized(len(row) + 9).render_line(0)), "blanks too"
    shown.sized(len(row))
    with mirrored():
        assert shown.row() == reflected


def test_what_stands_beside_a_field_stands_on_the_side_where_rows_begin() -> None:
    assert isinstance([*ParagraphBar("1-3").compose()][1], ParagraphField)
    bar = SearchBar([], lambda *_: None, lambda _: None)
    assert [one.id for one in bar.compose()] == ["search-sign", "search-field", "search-said"]
    with mirrored():
        assert isinstance(next(iter(ParagraphBar("1-3").compose())), ParagraphField)
        assert [one.id for one in bar.compose()] == ["search-said", "search-field", "search-sign"]


# The keys.


def test_a_click_on_a_key_presses_it_and_one_beside_presses_nothing() -> None:
    row = "/ Search   ? Help  q Quit"
    bar = Keys().sized(len(row))
    assert bar.row() == row
    pressed = [(0, "slash"), (7, "slash"), (8, ""), (11, "question_mark"), (16, "question_mark")]
    for column, key in [*pressed, (17, ""), (18, ""), (19, "q"), (24, "q")]:
        for is_mirrored in (False, True):
            bar = Keys().sized(len(row))
            bar.row()
            if is_mirrored:
                with mirrored():
                    bar.click(len(row) - 1 - column)
            else:
                bar.click(column)
            assert bar.pressed == ([key] if key else []), (column, is_mirrored)


def test_a_row_without_keys_is_blank_in_the_look_of_its_words() -> None:
    bar = Keys().sized(20)
    bar.offered = frozenset()
    assert bar.row() == " " * 20
    assert [one.style for one in bar.render_line(0)] == [STYLES["text"]]


# What is wrong in a file.


@pytest.mark.parametrize(
    ("mistakes", "width", "row"),
    [
        ((PLACED,), 60, "b.toml, line 3: no such paragraph                          e"),
        ((PLACED,), 59, "line 3: no such paragraph                                 e"),
        ((WHOLE,), 30, "b.toml: it is gone           e"),
        ((PLACED, WHOLE), 60, "b.toml, line 3: no such paragraph                   1 of 2 e"),
    ],
)
def test_a_mistake_is_said_with_its_place(mistakes: tuple[Mistake, ...], width: int, row: str) -> None:
    bar = Wrong(*mistakes).sized(width)
    assert bar.row() == row
    bar.click(0)
    assert bar.opened == 1


def test_a_window_too_small_says_its_size_and_what_it_takes() -> None:
    rows = [Small().sized(40, 9).row(y) for y in range(3)]
    assert [len(row) for row in rows] == [40] * 3
    assert "40x9" in rows[0]
    assert rows[1].strip()
    assert not rows[2].strip()


def test_titles_that_just_fit_are_both_whole() -> None:
    bar = Titles()
    bar.contents = TitleContents(Title("A title of some words", "2014"), AS_WRITTEN)
    whole = len("A title of some words   2014")
    assert [bar.sized(whole + more).row() for more in (0, -1)] == [
        "A title of some words   2014",
        "A title of some…       2014",
    ]
    bar.contents = TitleContents(Title("2014", "A title of some words"), AS_WRITTEN)
    assert bar.sized(whole).row() == "2014   A title of some words"
