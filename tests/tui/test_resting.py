"""What rests on little or nothing, as it is seen; and keys from a paragraph to its claims and back."""

from __future__ import annotations

from briefing.document import Claim
from tests.reading.conftest import small
from tests.tui.reader import reading


async def test_the_signs_come_and_go_by_a_key() -> None:
    async with reading(small(), section=None, size=(120, 36)) as reader:
        before = reader.rows()
        await reader.press("u")
        painted = reader.text
        assert "¶5□" in painted
        assert "¶4□" not in painted
        assert painted.count("□") == 5, "one paragraph, three counts, the notice"
        assert "□ 1 of 5 paragraphs under no claim" in painted
        assert painted.count("•?") + painted.count("■?") == 3
        await reader.press("u")
        reader.app.clear_notifications()
        await reader.settle()
        assert reader.rows() == before


async def test_backspace_leads_to_the_claim_and_enter_back() -> None:
    async with reading(section="background", size=(120, 36)) as reader:
        number = reader.reading.number
        await reader.press("backspace")
        assert reader.focused == "summary"
        claim = reader.reading.claim
        assert isinstance(claim, Claim)
        assert number in claim.paragraphs
        await reader.press("enter", "backspace")
        assert reader.reading.claim is claim
        assert reader.focused == "summary"
