"""A text that comes into a field at once, pasted or typed: no letter is lost, and what is cut is said."""

from __future__ import annotations

import asyncio

import pytest
from textual import events

from briefing.machine.input_filter import LONGEST, LONGEST_LINE, PASTE, InputFilter
from briefing.tui.field import Field
from briefing.tui.textual_private.input_channel import InputChannel
from tests.tui.briefings import plain
from tests.tui.reader import Reader, reading

TEXT = plain("نص قصير")
# More letters than events may wait, as a terminal sends a paste that it does not call one.
MANY = " ".join(f"كلمة{number}" for number in range(60))
FULL = f"Cut: a field holds {LONGEST_LINE:,} characters"


def field(reader: Reader) -> Field:
    found = reader.app.focused
    assert isinstance(found, Field)
    return found


def said(reader: Reader) -> list[str]:
    return [one.message for one in reader.app._notifications]


async def type_at_once(reader: Reader, text: str) -> None:
    channel = InputChannel(reader.app, asyncio.get_running_loop())
    for letter in text:
        channel.put(events.Key("space" if letter == " " else letter, letter))
    while channel._delivering:
        await asyncio.sleep(0.01)
    await reader.settle()


async def paste(reader: Reader, text: str) -> None:
    reader._send(events.Paste(text))
    await reader.settle()


@pytest.mark.parametrize("key", ["slash", "ctrl+p"])
async def test_letters_that_come_at_once_are_all_there(key: str) -> None:
    assert 300 < len(MANY) < LONGEST_LINE
    async with reading(TEXT, section=None) as reader:
        await reader.press(key)
        await type_at_once(reader, MANY)
        assert field(reader).value == MANY
        assert not said(reader)


@pytest.mark.parametrize("key", ["slash", "ctrl+p"])
async def test_what_a_field_cannot_hold_is_said_once(key: str) -> None:
    async with reading(TEXT, section=None) as reader:
        await reader.press(key)
        await paste(reader, "x" * LONGEST_LINE)
        assert not said(reader)
        await reader.write("y")
        assert said(reader) == [FULL]
        reader.app.clear_notifications()
        await paste(reader, "z" * 300)
        assert not said(reader)
        assert field(reader).value == "x" * LONGEST_LINE
        await reader.press("backspace")
        await type_at_once(reader, MANY)
        assert field(reader).value == "x" * (LONGEST_LINE - 1) + MANY[0]
        assert said(reader) == [FULL]


async def test_all_lines_of_a_paste_are_searched_for() -> None:
    async with reading(plain("قال الوزير كلاما ثم سافر"), section=None) as reader:
        await reader.press("slash")
        await paste(reader, "كلاما\nثم سافر\n")
        assert field(reader).value == "كلاما ثم سافر"
        assert "1" in reader.row(-1)


@pytest.mark.parametrize("size", [100, 4096])
def test_a_paste_as_long_as_a_field_holds_is_passed_on_and_a_longer_one_is_seen_to_be(size: int) -> None:
    for text, passed in (("و" * LONGEST, LONGEST), ("\x1b[Aو" * LONGEST, PASTE)):
        data, bounds = f"\x1b[200~{text}\x1b[201~".encode(), InputFilter()
        fed = "".join(bounds.feed(data[at : at + size]) for at in range(0, len(data), size))
        assert len(fed) == len("\x1b[200~\x1b[201~") + passed
