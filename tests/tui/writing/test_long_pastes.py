"""A slip takes long texts whole, and says what it cuts."""

from __future__ import annotations

from pathlib import Path

from textual import events

from briefing.machine.input_filter import LONGEST, PASTE
from tests.tui.writing.conftest import said, slip, writing


async def test_a_long_paste_is_there_and_what_is_too_long_is_said(own: Path) -> None:
    async with writing(own) as reader:
        await reader.press("1", "down", "A")
        text = "word " * (LONGEST // 5)
        reader._send(events.Paste(text))
        await reader.settle()
        assert slip(reader).values == {"text": text}
        assert "Cut" not in said(reader)
        await reader.press("ctrl+u")
        reader._send(events.Paste("x" * PASTE))
        await reader.settle()
        assert slip(reader).values == {"text": "x" * LONGEST}
        assert "Cut: a field holds 20,000 characters" in said(reader)
