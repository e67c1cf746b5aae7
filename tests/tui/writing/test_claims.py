"""Arabic words are selected, the English is typed, and a claim stands in the file."""

from __future__ import annotations

from pathlib import Path

from briefing.document.model import Citation
from briefing.reading.copying import selected_text
from tests.tui.writing.conftest import data, done, said, save, slip, writing


async def test_a_claim_is_written_shown_and_undone(own: Path) -> None:
    before = (own / "briefing.toml").read_bytes()
    async with writing(own) as reader:
        await reader.press("1", "down", "w", *["shift+left"] * 12)
        quote = selected_text(reader.app.reading).strip()
        number = reader.app.reading.number
        await reader.press("A")
        assert slip(reader).slip.citations == (Citation(number or 0, quote),)
        await reader.write("Typed by hand")
        await save(reader)
        claim = data(own)["sections"][0]["claims"][-1]
        assert claim == {"text": "Typed by hand", "citations": [{"paragraph": number, "quote": quote}]}
        assert "Claim added" in said(reader)
        reading = reader.app.reading
        assert reading.claim is not None
        assert reading.claim.text == "Typed by hand"
        assert reading.marks["evidence"].keys() == {number}
        assert reading.focus == "article", "the next words can be selected at once"
        await reader.press("U")
        await done(reader)
        assert (own / "briefing.toml").read_bytes() == before
        await reader.press("R")
        await done(reader)
        assert data(own)["sections"][0]["claims"][-1] == claim
