"""A notice covers no field of a slip, and of a window that fills the screen its frame alone."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from briefing.sources import load
from briefing.tui import BriefingApp
from tests.tui.reader import SIZES, Reader

pytestmark = pytest.mark.whole

LONG = "the file is full of words and no longer what it was " * 8
LOW = ((40, 12), (60, 16), (79, 23))


@asynccontextmanager
async def noticing(path: Path, size: tuple[int, int], *keys: str) -> AsyncIterator[Reader]:
    """Read what is at a path, with notices, and press keys."""
    app = BriefingApp(load(str(path)))
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        await reader.press(*keys)
        yield reader


async def with_notice(reader: Reader, words: str) -> tuple[list[str], list[str]]:
    """What is painted before a notice, and with it."""
    before = reader.rows()
    reader.app.notify(words)
    await reader.settle()
    await reader.pilot.pause()
    assert words[:20] in reader.text
    return before, reader.rows()


@pytest.mark.parametrize("size", [*LOW, *SIZES])
@pytest.mark.parametrize(
    ("keys", "labels"), [("V", "Date Title Basis Note"), ("M", "English Kind Role Arabic"), ("B", "English")]
)
async def test_no_field_is_covered(own: Path, size: tuple[int, int], keys: str, labels: str) -> None:
    async with noticing(own, size, "1", "down", keys) as reader:
        before, after = await with_notice(reader, LONG)
        assert all(label in reader.text for label in labels.split())
        for field in reader.app.screen.query("WrittenField, Choice"):
            rows = slice(field.region.y, field.region.bottom)
            assert field.region.height
            assert after[rows] == before[rows], field.id


@pytest.mark.parametrize("size", LOW)
@pytest.mark.parametrize("key", ["question_mark", "C", "i", "m", "ctrl+p"])
async def test_in_a_low_window_it_covers_the_frame(own: Path, size: tuple[int, int], key: str) -> None:
    async with noticing(own, size, key) as reader:
        before, after = await with_notice(reader, "A notice of one line")
        assert [y for y in range(size[1]) if before[y] != after[y]] == [size[1] - 1]
