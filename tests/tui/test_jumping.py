"""Back and forward by key, and to a paragraph by its number, typed in the footer's place."""

from __future__ import annotations

import sys

import pytest

from briefing.document import Briefing
from briefing.tui.panes.paragraph_bar import ParagraphField
from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen
from tests.tiers import some_values
from tests.tui.briefings import bundled, plain
from tests.tui.reader import reading


async def test_to_the_last_paragraph_and_back_and_forward() -> None:
    async with reading() as reader:
        await reader.press("w", "w", "G")
        last = reader.number
        for back, forward in (("ctrl+o", "alt+right"), ("alt+left", "ctrl+i")):
            await reader.press(back)
            assert reader.number == reader.section.paragraphs[0]
            assert reader.reading.standing_word is not None
            await reader.press(forward)
            assert reader.number == last


async def test_a_citation_is_followed_to_its_quote_and_back() -> None:
    async with reading() as reader:
        await reader.press("tab", "down")
        claim = reader.reading.item
        await reader.press("enter")
        assert reader.focused == "article"
        await reader.press("ctrl+o")
        assert (reader.focused, reader.reading.item) == ("summary", claim)
        await reader.press("tab")
        assert reader.focused != "summary", "Tab is no Ctrl+I"


@pytest.mark.parametrize("size", some_values((40, 12), (80, 24), (200, 60)))
@pytest.mark.parametrize("typed", ["12", "١٢", "۱۲"])
async def test_a_number_leads_to_its_paragraph(size: tuple[int, int], typed: str) -> None:
    async with reading(size=size) as reader:
        await reader.press("colon")
        assert "Paragraph (1-14):" in reader.row(size[1] - 1)
        await reader.write(typed)
        await reader.press("enter")
        assert (reader.focused, reader.number) == ("article", 12)
        assert "Quit" in reader.row(size[1] - 1)
        await reader.press("ctrl+o")
        assert reader.number == 1


async def test_a_wrong_number_is_said_and_the_field_stays() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("colon")
        await reader.write("99")
        await reader.press("enter")
        assert "There is no such paragraph. There are 1-14." in reader.text
        assert "99" in reader.row(23)
        await reader.press("escape")
        assert "Quit" in reader.row(23)
        await reader.press("w")
        assert reader.reading.standing_word is not None


@pytest.mark.parametrize("briefing", [bundled(), plain("كلمة")])
async def test_escape_closes_the_field_wherever_it_was_opened(briefing: Briefing) -> None:
    async with reading(briefing, section=None) as reader:
        focused = reader.focused
        await reader.press("colon", "colon", "escape")
        assert reader.focused == focused
        assert not reader.app.screen.query(ParagraphField)


@pytest.mark.whole
def test_what_is_typed_ahead_is_for_the_field() -> None:
    with Screen([sys.executable, "-m", "briefing"], 120, 36) as screen:
        screen.emulator = QuickEmulator(120, 36)
        screen.wait_for("1 of 7")
        screen.press(":", "1", "2", "enter")
        screen.wait_for("¶12")
