"""Any sequence of keys, clicks and window sizes: no exception, and a whole screen after every step.

More ways than CI goes: `BRIEFING_WALKS=1000 pytest tests/tui/test_walks.py`.
"""

import os
import random
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.tui.briefings import plain
from tests.tui.reader import Reader, reading
from tests.tui.test_sizes import assert_fits

pytestmark = pytest.mark.whole


@pytest.fixture
def painting_ahead() -> None:
    """Let it be done, which other tests do without."""


KEYS = ["down", "up", "pagedown", "pageup", "space", "home", "end", "g", "G", "left", "right", "enter"]
KEYS += ["tab", "shift+tab", "escape", "t", "1", "2", "4", "0"]
KEYS += ["left_square_bracket", "right_square_bracket", "question_mark"]
MIXED = plain("نص (DICAS) قصير", "English, then عربي, then 2024", "كلمة" * 80, "شَدَّةٌ وَتَنْوِينٌ", "\u200f\t١٢٣")
STEPS = 12


class Step(NamedTuple):
    """A key; or a click, the wheel or another size, and where or how large, as parts of what is possible."""

    what: str
    first: float = 0
    second: float = 0


def way(seed: int) -> Iterator[Step]:
    """A way of its own for every seed, the first step a window's size."""
    chance = random.Random(seed)
    yield Step("resize", chance.random(), chance.random())
    for _ in range(STEPS):
        what = chance.choice(["key", "key", "key", "click", "wheel", "resize"])
        if what == "key":
            yield Step(chance.choice(KEYS))
        else:
            yield Step(what, chance.random(), chance.random())


async def take(reader: Reader, step: Step) -> None:
    columns, rows = reader.size
    column, row = int(step.first * columns), int(step.second * rows)
    if step.what == "resize":
        await reader.resize(20 + int(step.first * 130), 6 + int(step.second * 45))
    elif step.what == "click":
        await reader.click(column, row)
    elif step.what == "wheel":
        await reader.wheel(column, row, 2 if step.first > 0.4 else -1)
    else:
        await reader.press(step.what)


async def go(reader: Reader, seed: int) -> None:
    """Go that way, and look at the screen after every step."""
    for number, step in enumerate(way(seed)):
        try:
            await take(reader, step)
            if reader.app._exit:  # a click on "Quit"
                return
            if reader.app.screen is not reader.screen:  # the help, or the palette
                columns, rows = reader.size
                assert [len(row) for row in reader.cells()] == [columns] * rows
                await reader.press("escape")
            reader.app.clear_notifications()
            await reader.settle()
            assert_fits(reader, *reader.size)
        except BaseException as error:
            error.add_note(f"after {[*way(seed)][: number + 1]}")
            raise


@pytest.mark.parametrize("seed", range(int(os.environ.get("BRIEFING_WALKS", "3"))))
async def test_through_the_bundled_briefing(seed: int) -> None:
    async with reading() as reader:
        await go(reader, seed)


@pytest.mark.parametrize("seed", range(1000, 1000 + int(os.environ.get("BRIEFING_WALKS", "1"))))
async def test_through_a_text_of_several_languages(seed: int) -> None:
    async with reading(MIXED) as reader:
        await go(reader, seed)
