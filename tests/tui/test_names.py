"""The names' window leads to their mentions; a name that one stands on is said in the article's frame."""

from __future__ import annotations

import pytest

from briefing.reading.marks import occurrences
from tests.tiers import some_values
from tests.tui.briefings import bundled
from tests.tui.reader import reading


@pytest.mark.parametrize("size", some_values((40, 12), (120, 36), (80, 24), (200, 60), some=2))
async def test_the_window_leads_to_the_mentions(size: tuple[int, int]) -> None:
    name = bundled().names[6]
    spans = occurrences(bundled(), name.arabic)
    count = sum(map(len, spans.values()))
    async with reading(size=size, section="full") as reader:
        await reader.press("m", *(["down"] * 6), "enter")
        assert reader.app.screen is reader.screen
        frame = reader.row(reader.article.region.bottom - 1)
        assert "DICAS" in frame
        assert len(frame) == size[0]
        assert reader.number == min(spans)
        seen = []
        for _ in range(count):
            seen.append((reader.number, reader.reading.standing_word))
            await reader.press("enter")
        assert len({*seen}) == count
        assert (reader.number, reader.reading.standing_word) == seen[0]
        await reader.press("minus")
        assert (reader.number, reader.reading.standing_word) == seen[-1]


async def test_the_window_says_how_often_and_keeps_the_chosen_in_sight() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("m")
        window = reader.window_text
        assert "2 mentions" in window
        assert "1 mention" in window
        for key in ("down", "j", "pagedown", "pagedown", "end", "up", "k", "home"):
            await reader.press(key)
            assert "▌" in reader.window_text


async def test_a_click_on_a_name_leads_to_it() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("m")
        row = next(at for at, text in enumerate(reader.rows()) if "Joe Biden" in text or "LaPlante" in text)
        await reader.click(30, row)
        assert reader.app.screen is reader.screen
        assert reader.reading.walk is not None
        assert "LaPlante" in reader.reading.walk.name


async def test_all_names_are_lit_and_no_longer() -> None:
    async with reading() as reader:
        before = reader.cells()
        await reader.press("x")
        assert reader.cells() != before
        await reader.press("x")
        assert reader.cells() == before
