"""Searching a large text: a key waits for no more than a moment of it, and what is said keeps up."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pytest

from briefing.arabic.searching import Query
from briefing.document import Briefing
from briefing.document.growing import GrowingParagraphs
from briefing.machine import large_bytes
from briefing.reading import apply, open_reading
from briefing.reading import tally as tallying
from briefing.reading.state import Reading
from briefing.sources import large_text, load
from briefing.tui.screens.reader_screen import ReaderScreen
from tests.tui.reader import Reader, reading, until
from tests.tui.test_large import Calls

PARAGRAPHS = 3000
WORDS = "قال المتحدث إن الاجتماع انتهى دون اتفاق"
TEXT = "\n\n".join(f"{at} {WORDS}" for at in range(1, PARAGRAPHS + 1)) + " زرافة\n"


@pytest.fixture
def large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Briefing:
    monkeypatch.setattr(large_bytes, "LARGE", 1000)
    monkeypatch.setattr(large_text, "CHUNK", 1 << 15)
    path = tmp_path / "large.txt"
    path.write_text(TEXT, encoding="utf-8")
    briefing = load(path)
    assert isinstance(briefing.paragraphs, GrowingParagraphs)
    return briefing


def counted(briefing: Briefing) -> Reading:
    """The reading of a large text, all of which is counted."""
    paragraphs = briefing.paragraphs
    assert isinstance(paragraphs, GrowingParagraphs)
    while paragraphs.count_on():
        pass
    return apply(open_reading(briefing).reading, "counted", paragraphs.counted).reading


def test_a_key_and_a_step_look_through_a_few_milliseconds_of_a_large_text(
    large: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = count()
    monkeypatch.setattr(tallying, "monotonic", lambda: next(clock) / 1000)  # a passage takes a millisecond
    calls = Calls(monkeypatch, Query, "hits")
    there = apply(counted(large), "look-for", "زرافة").reading
    assert 0 < calls.count <= 4
    calls.count = 0
    assert apply(there, "search-on").reading is there
    assert 0 < calls.count <= 6


def test_what_is_found_meanwhile_is_said_when_asked_for_and_at_the_end(large: Briefing) -> None:
    there = apply(counted(large), "look-for", "قال").reading
    assert there.search is not None
    assert there.search.at is not None
    assert apply(there, "search-on", False).reading is there
    assert apply(there, "search-on", True).reading is not there
    for _ in range(PARAGRAPHS):
        if there.search is not None and there.search.is_whole:
            break
        there = apply(there, "search-on", False).reading
    assert there.search is not None
    assert there.search.total == PARAGRAPHS


async def until_found(reader: Reader) -> None:
    """Wait until all is counted."""
    await until(reader, "of ")
    while (search := reader.reading.search) is not None and not search.is_whole:
        await reader.pilot.pause(0.01)
    await reader.settle()


async def test_what_is_typed_is_found_at_the_end_of_a_large_text_and_esc_goes_back(large: Briefing) -> None:
    async with reading(large, size=(100, 30)) as reader:
        await reader.press("down", "down", "down", "pagedown")
        number, top = reader.number, reader.article.top
        await reader.press("slash")
        await reader.write("زرافة")
        await until(reader, "1 of 1")
        assert reader.number == PARAGRAPHS
        assert reader.article.top > top
        await reader.press("escape")
        assert (reader.number, reader.article.top) == (number, top)


async def test_enter_at_once_finds_all_that_was_typed(large: Briefing) -> None:
    async with reading(large, size=(100, 30)) as reader:
        await reader.press("slash")
        await reader.write("زرافة")
        await reader.press("enter")
        search = reader.reading.search
        assert search is not None
        assert search.typed == "زرافة"
        await until_found(reader)
        assert reader.number == PARAGRAPHS


async def test_while_much_is_found_little_is_drawn_anew(
    large: Briefing, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with reading(large, size=(100, 30)) as reader:
        drawn, steps = Calls(monkeypatch, ReaderScreen, "_draw"), Calls(monkeypatch, tallying.Tally, "step")
        await reader.press("slash")
        await reader.write("ا")
        await until_found(reader)
        assert steps.count > 4
        assert drawn.count < steps.count


async def test_letters_that_come_one_by_one_are_all_searched_for(large: Briefing) -> None:
    async with reading(large, section=None, size=(80, 24)) as reader:
        await reader.press("slash")
        for typed in ("ق", "قا", "قال"):
            await reader.write(typed[-1])
            search = reader.reading.search
            assert search is not None
            assert search.typed == typed
