"""Persian capitals write, on terminals that do not say where a key stands."""

from __future__ import annotations

from pathlib import Path

from tests.tui.test_any_layout import send
from tests.tui.writing.conftest import slip, writing


async def test_shift_and_a_adds_a_claim(own: Path) -> None:
    async with writing(own) as reader:
        await reader.press("1", "down")
        await send(reader, "ی")  # a key of Persian alone
        await send(reader, "ؤ")
        assert slip(reader).slip.kind == "add-claim"
