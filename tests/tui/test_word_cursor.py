"""The word that the reader stands on: painted in its own cells, in sight, reached by mouse too."""

from __future__ import annotations

import pytest

from briefing.reading.standing_word import this_word
from briefing.tui.looks import looks_of
from tests.judges import fribidi
from tests.needs import needs_library
from tests.tiers import some_of
from tests.tui.briefings import plain
from tests.tui.reader import SIZES, Reader, reading

MIXED = "وصل في 2024-2026 إلى (DICAS) كَتَبَ الأوّل كـــتب می‌روم שלום ۱۲٫۵ وختم."
LONG = plain("قبل ذلك", " ".join(f"كلمة{number} طويلة." for number in range(400)), "بعد ذلك")
#: Sizes of the window; a key, and how often it is pressed.
WALKS = [
    (size, key, count)
    for size, many in (((40, 12), 60), *((size, 150) for size in SIZES))
    for key, count in (("w", 60), (")", many), ("(", 3), ("b", 3))
]


def standing(reader: Reader) -> list[tuple[int, int]]:
    """Row and column of each cell in the look of the word."""
    look = looks_of(reader.article)["word"]
    return [
        (row, column)
        for row, cells in enumerate(reader.cells())
        for column, cell in enumerate(cells)
        if cell.style.bgcolor == look.bgcolor and cell.style.color == look.color
    ]


@needs_library(fribidi.SONAME)
async def test_the_cells_of_the_word_are_those_that_fribidi_gives_it() -> None:
    async with reading(plain(MIXED), size=(100, 24)) as reader:
        shown = reader.page()[0]
        judged = fribidi.paragraph(MIXED).line(0, len(MIXED))
        assert shown.line is not None
        for _ in range(11):
            await reader.press("w")
            place = reader.app.reading.standing_word
            assert place is not None
            cells: list[bool] = []  # of the line from left to right: whether the word's
            for character, index in zip(judged.visual, judged.order, strict=True):
                if character != "\u200c" and not ("\u064b" <= character <= "\u0652"):
                    cells.append(place.start <= index < place.end)
            own = [shown.left + at for at, is_own in enumerate(cells) if is_own]
            assert [column for _, column in standing(reader)] == own, this_word(reader.app.reading)


@pytest.mark.parametrize(("size", "key", "count"), some_of(*WALKS, some=4))
async def test_the_word_is_in_sight_after_each_step(size: tuple[int, int], key: str, count: int) -> None:
    name = {")": "right_parenthesis", "(": "left_parenthesis"}.get(key, key)
    async with reading(LONG, size=size) as reader:
        if key in "(b":
            await reader.press("end")
        for _ in range(count):
            await reader.press(name)
            assert standing(reader), this_word(reader.app.reading)


async def test_a_step_to_a_word_in_sight_scrolls_nothing() -> None:
    async with reading(LONG, size=(80, 24)) as reader:
        await reader.press("w")
        assert reader.article.top == 0
        await reader.press(*"ww")
        assert reader.article.top == 0


async def test_the_word_stays_in_sight_when_the_window_changes() -> None:
    async with reading(LONG, size=(120, 36)) as reader:
        await reader.press(*(["right_parenthesis"] * 60))
        for size in ((60, 20), (200, 60), (40, 12), (80, 24)):
            await reader.resize(*size)
            assert standing(reader), size


async def test_a_click_on_a_word_stands_there_and_one_beside_it_leaves_it() -> None:
    async with reading(plain("كتب أحمد رسالة"), size=(80, 24)) as reader:
        shown = reader.page()[0]
        row = reader.article.region.y + 1
        await reader.click(shown.right - 6, row)
        assert this_word(reader.app.reading) == "أحمد"
        assert len(standing(reader)) == 4
        await reader.click(shown.left - 3, row)
        assert reader.app.reading.standing_word is None


async def test_shift_and_arrows_select_from_the_word_on() -> None:
    async with reading(plain("كتب أحمد رسالة"), size=(80, 24)) as reader:
        await reader.press("w", "w", "shift+left")
        assert reader.selected == "أحمد"
        await reader.press("shift+left", "shift+left")
        assert reader.selected == "أحمد ر"
        await reader.press("shift+right", "shift+right", "shift+right")
        assert reader.selected == "أحمد"
        await reader.press(*(["shift+right"] * 3))
        assert reader.selected == " أحمد"


@pytest.mark.parametrize("depth", ["none", "standard", "256"])
async def test_the_word_shows_with_every_number_of_colours(depth: str) -> None:
    async with reading(size=(120, 36), depth=depth) as reader:  # type: ignore[arg-type]
        before = reader.cells()
        await reader.press("w", "w")
        word = reader.app.reading.standing_word
        assert word is not None
        changed = [
            (row, column)
            for row, cells in enumerate(reader.cells())
            for column, cell in enumerate(cells)
            if cell.style != before[row][column].style
        ]
        assert len(changed) >= word.end - word.start - 3


@pytest.mark.parametrize("keys", [("ص", "ص"), ("w", "w")])
async def test_the_key_works_in_an_arabic_layout(keys: tuple[str, ...]) -> None:
    async with reading(plain("كتب أحمد رسالة"), size=(80, 24)) as reader:
        for key in keys:
            await reader.press(key)
        assert this_word(reader.app.reading) == "أحمد"
