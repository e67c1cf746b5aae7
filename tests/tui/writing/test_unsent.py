"""What was typed is there again: after Esc, after a fault, and when another has changed the file."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from threading import Event

import pytest
from textual import events

from briefing.tui.textual_private.input_channel import InputChannel
from briefing.tui.unsent_keeper import UnsentKeeper
from briefing.writing import unsent as file_of_unsent
from briefing.writing.unsent import SlipKey
from tests.tui.writing.conftest import data, said, save, slip, writing


async def test_what_is_left_is_there_the_next_time_with_its_words(own: Path, unsent: Path) -> None:
    async with writing(own) as reader:
        await reader.press("1", "down", "A")
        first = slip(reader).slip.citations
        await reader.write("Half a sent")
        await reader.press("escape")
        assert slip_is_gone(reader.app.screen)
    kept = json.loads(unsent.read_text())["unsent"]
    assert [one["fields"]["text"] for one in kept] == ["Half a sent"]
    async with writing(own) as reader:
        await reader.press("1", "down", "down", "A")
        assert slip(reader).values == {"text": "Half a sent"}
        assert slip(reader).slip.citations == first
        assert "as you left it" in reader.text
        await reader.write("ence")
        await save(reader)
        assert data(own)["sections"][0]["claims"][-1]["text"].strip() == "Half a sentence"
        await reader.press("A")
        assert slip(reader).values == {"text": ""}, "what is written is forgotten"


async def test_a_text_that_comes_letter_by_letter_at_once_loses_none(own: Path) -> None:
    # As from a terminal that does not say what is pasted: more at once than keys may wait.
    text = " ".join(f"quick {number} words, كلمات" for number in range(200))
    async with writing(own) as reader:
        await reader.press("1", "down", "A")
        loop = asyncio.get_running_loop()
        channel = InputChannel(reader.app, loop)
        for letter in text:
            channel.put(events.Key("space" if letter == " " else letter, letter))
        channel.put(events.Key("enter", None))
        for letter in "Anext":
            channel.put(events.Key(letter, letter))
        while channel._delivering:
            await asyncio.sleep(0.01)
        await reader.settle()
        assert data(own)["sections"][0]["claims"][-1]["text"].split() == text.split()
        assert slip(reader).values == {"text": "next"}


def slip_is_gone(screen: object) -> bool:
    return type(screen).__name__ == "ReaderScreen"


def test_what_is_just_being_kept_is_recalled(unsent: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, may_end, keep = Event(), Event(), file_of_unsent.keep

    def slow(key: SlipKey, fields: dict[str, str]) -> None:
        begun.set()
        assert may_end.wait(10)
        keep(key, fields)

    keeper, key = UnsentKeeper(pytest.fail), SlipKey(str(unsent), "claim")
    keeper.keep(key, {"text": "old"})
    assert keeper.flush(10)
    monkeypatch.setattr(file_of_unsent, "keep", slow)
    keeper.keep(key, {"text": "new"})
    assert begun.wait(10)
    assert keeper.recall(key) == {"text": "new"}
    may_end.set()
    assert keeper.flush(10)
    assert keeper.recall(key) == {"text": "new"}


async def test_two_readers_of_one_folder(own: Path) -> None:
    toml = own / "briefing.toml"
    async with writing(own) as one, writing(own) as other:
        for reader, words in ((one, "From one"), (other, "From the other")):
            await reader.press("1", "down", "A")
            await reader.write(words)
            await save(reader)
        texts = [claim["text"].strip() for claim in data(own)["sections"][0]["claims"]]
        assert texts[-2:] == ["From one", "From the other"]
        await one.press("tab", "home", "E")
        await one.write(" changed")
        toml.write_text(toml.read_text("utf-8").replace("The", "Thine", 3), "utf-8")
        wanted = data(own)["sections"][0]["claims"][0]["text"]
        await save(one)
        if "Thine" in wanted:
            assert data(own)["sections"][0]["claims"][0]["text"] == wanted
            assert slip(one).values["text"].endswith(" changed"), "it stays in the slip"
            assert "no longer as you saw it" in said(one)
