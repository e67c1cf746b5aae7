"""Writing as it happens: over paragraphs, from drafts, with what went wrong put right, in other layouts."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from textual import events

from briefing.commands.opening import opened
from briefing.reading.copying import selected_text
from briefing.settings.layouts import ARABIC, HEBREW, PERSIAN, KeyboardLayout
from briefing.tui.screens.slip_screen import SlipScreen
from briefing.tui.textual_private.key_parser import KeyParser
from tests.judges.screen import Screen
from tests.tui.reader import Reader
from tests.tui.writing.conftest import data, done, said, save, slip, writing


@pytest.mark.whole
async def test_what_went_wrong_is_not_said_any_more_when_it_is_put_right(
    text: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a").touch()
    found = opened(str(text))
    async with writing(text, material=found.material) as reader:
        await reader.press("down", "A")
        await reader.write("He spoke")
        await save(reader)
        await reader.press("ctrl+u")
        await reader.write("news")
        await save(reader)
        assert "Not written" in said(reader)
        await reader.write("-two")
        assert "Not written" not in said(reader), "typing puts it right"
        await save(reader)
        await done(reader)
        assert data(tmp_path / "news-two")["sections"][0]["claims"]
        titles = [one.title for one in reader.app._notifications]
        assert "Not written" not in titles


@pytest.mark.whole
async def test_a_selection_over_paragraphs_is_a_claim_with_a_quote_of_each(own: Path) -> None:
    async with writing(own) as reader:
        await reader.press("1", "down", *["shift+down"] * 14)
        parts = [part for part in selected_text(reader.app.reading).split("\n") if part.strip()]
        assert len(parts) > 1
        await reader.press("A")
        cited = slip(reader).slip.citations
        assert [one.quote for one in cited] == [part.strip() for part in parts]
        await reader.write("Over paragraphs")
        await save(reader)
        claim = data(own)["sections"][0]["claims"][-1]
        assert [one["quote"] for one in claim["citations"]] == [one.quote for one in cited]


@pytest.mark.whole
async def test_a_draft_is_accepted_by_its_key(own: Path) -> None:
    toml = own / "briefing.toml"
    text = toml.read_text("utf-8")
    toml.write_text(
        text.replace("[[sections.claims]]\n", "[[sections.claims]]\ndrafted = true\n", 1), "utf-8"
    )
    async with writing(own) as reader:
        await reader.press("1", "tab")
        claim = reader.app.reading.claim
        assert claim is not None
        assert claim.drafted
        await reader.press("Y")
        await done(reader)
        assert toml.read_text("utf-8") == text
        await reader.press("U")
        await done(reader)
        assert "drafted = true" in toml.read_text("utf-8")


async def send(reader: Reader, letter: str) -> None:
    """A key as a terminal sends it."""
    parser = KeyParser()
    for event in [*parser.feed(letter), *parser.settle()]:
        if isinstance(event, events.Key):
            reader.app.post_message(event)
            await reader.settle()
    await reader.settle()


@pytest.mark.whole
@pytest.mark.parametrize("layout", [ARABIC, PERSIAN, HEBREW])
async def test_writing_keys_act_by_their_place(own: Path, layout: KeyboardLayout) -> None:
    async with writing(own) as reader:
        await reader.press("1", "down")
        for key, kind in (("A", "add-claim"), ("V", "add-event"), ("M", "add-name"), ("S", "begin-section")):
            shifted = next((one for one, at in layout.shifted.items() if at == key), key)  # else Latin's
            plain = next(one for one, at in layout.plain.items() if at == key.lower())
            letter = f"\x1b[{ord(plain)}:{ord(shifted)}:{ord(key.lower())};2u"
            await send(reader, letter)  # as kitty's protocol has it: no letter is two keys' then
            assert isinstance(reader.app.screen, SlipScreen), (layout, key, letter)
            assert slip(reader).slip.kind == kind, (layout, key, letter)
            await reader.press("escape")


@pytest.mark.whole
def test_standard_input_becomes_a_briefing_at_the_first_claim(text: Path, tmp_path: Path) -> None:
    command = ["sh", "-c", f"{sys.executable} -m briefing - < {text}"]
    with Screen(
        command, 100, 30, env={"BRIEFING_UNSENT": str(tmp_path / "unsent.json")}, cwd=tmp_path
    ) as screen:
        screen.wait_for("Quit")
        screen.wait_until_idle()
        screen.send("jA")
        screen.wait_for("New claim")
        screen.wait_until_idle()
        screen.send("He spoke\r")
        screen.wait_for("where?")
        screen.wait_until_idle()
        screen.send("\x15mine\r")
        screen.wait_until_idle()
        screen.wait_for("Claim added")
        assert data(tmp_path / "mine")["sections"][0]["claims"][0]["text"] == "He spoke"
        screen.send("q")
