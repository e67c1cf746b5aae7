"""Keys act by their place, whatever layout they are typed in; in a field what is typed is text."""

from __future__ import annotations

import sys

import pytest
from textual import events

from briefing.settings.keymap import bound
from briefing.settings.layouts import ARABIC, HEBREW, LAYOUTS, PERSIAN, KeyboardLayout
from briefing.settings.words import say
from briefing.tui.palette.query import QueryField
from briefing.tui.palette.screen import PaletteScreen
from briefing.tui.screens.help_screen import HelpScreen
from briefing.tui.screens.reader_screen import ReaderScreen
from briefing.tui.textual_private.key_parser import KeyParser
from tests.tui.reader import Reader, reading
from tests.tui.test_help import help_text

pytestmark = pytest.mark.whole


async def send(reader: Reader, *pieces: str) -> None:
    """Keys as a terminal sends them."""
    parser = KeyParser()
    for piece in pieces:
        for event in [*parser.feed(piece), *parser.settle()]:
            if isinstance(event, events.Key):
                reader.app.post_message(event)
                await reader.settle()


def has_left(reader: Reader) -> bool:
    return reader.app._exit


@pytest.mark.parametrize(
    "sent",
    [
        "ض", "й", "Q", "Й", "\x1b[1590::113;u", "\x1b[1590;u", "\x1b[1590;65u", "\x1b[113;65;81u",
        "\x1b[47::113;;47u", "\x1b[47::113;65;81u", "\x1b[3655::113;u",
        "\x1b[1590;5u", "\x1b[1590::113;5u", "\x1b[1590::113;69u", "\x1b[27;5;1590~", "\x1b[47::113;5u",
        "\x1f", "\x1b[1590:1614:113;5:1u", "\x1b[1081;5u",
    ],
)  # fmt: skip
async def test_q_and_ctrl_q_leave(sent: str) -> None:
    async with reading() as reader:
        await send(reader, sent)
        assert has_left(reader)


@pytest.mark.parametrize(
    ("sent", "focused"),
    [("ف", "timeline"), ("\x1b[1601::116;u", "timeline"), ("א", "timeline"), ("T", "timeline")],
)
async def test_a_letter_opens_what_its_key_does(sent: str, focused: str) -> None:
    async with reading() as reader:
        await send(reader, sent)
        assert reader.focused == focused


@pytest.mark.parametrize("digit", ["3", "٣", "۳", "३", "\x1b[1635::51;u", "\x1b[27;1;1635~"])
async def test_digits_of_any_script_open_sections(digit: str) -> None:
    async with reading() as reader:
        await send(reader, digit)
        assert reader.reading.view == 3


@pytest.mark.parametrize("sent", ["؟", "\x1b[1592:1567:47;2u", "\x1b[1592:1567:47;2;1567u"])
async def test_the_arabic_question_mark_opens_the_help_which_says_so(sent: str) -> None:
    async with reading(size=(120, 80)) as reader:
        await send(reader, sent)
        assert isinstance(reader.app.screen, HelpScreen)
        assert say("help.layouts") in await help_text(reader)
        await send(reader, "ض")
        assert isinstance(reader.app.screen, ReaderScreen)
        assert not has_left(reader)


async def test_brackets_come_as_they_are_and_by_their_place() -> None:
    for on, back in ("دج", "][", "چج", "ъх"):
        async with reading() as reader:
            await send(reader, on)
            assert reader.reading.view == 2
            await send(reader, back)
            assert reader.reading.view == 1


@pytest.mark.parametrize(
    ("sent", "last"),
    [
        ("G", True), ("لأ", True), ("\x1b[0:65271:103;2u", True), ("\x1b[71;2u", True),
        ("\x1b[103;65;71u", False),  # Caps Lock
        ("\x1b[103:71:103;66;103u", True),  # Caps Lock and Shift
        ("ل", False), ("\x1b[1604::103;65u", False),
    ],
)  # fmt: skip
async def test_shift_is_told_from_caps_lock_where_the_terminal_does(sent: str, last: bool) -> None:
    async with reading() as reader:
        await reader.press("down")
        await send(reader, sent)
        numbers = reader.reading.open.section.paragraphs
        assert reader.number == (numbers[-1] if last else numbers[0])


@pytest.mark.parametrize("sent", ["لا", "ﻻ", "\x1b[0::98;u"])
async def test_lam_alef_is_one_key_and_text_in_a_field(sent: str) -> None:
    async with reading() as reader:
        await reader.press("down", "down")
        numbers = reader.reading.open.section.paragraphs
        await send(reader, sent)  # b: the word before; as g, it would go to the first paragraph
        assert reader.number == numbers[1]
        assert reader.reading.standing_word is not None
        await reader.press("ctrl+p")
        await send(reader, sent)
        assert reader.app.screen.query_one(QueryField).value in ("لا", "ﻻ")


async def test_in_a_field_what_was_typed_is_typed() -> None:
    typed = "قضية؟ ٣/ QЙя"
    async with reading() as reader:
        await reader.press("ctrl+p")
        await send(reader, *typed, "\x1b[1590::113;u", "\x1b[1592:1567:47;2u", "\x1b[103;65;71u")
        assert reader.app.screen.query_one(QueryField).value == f"{typed}ض؟G"
        assert not has_left(reader)


@pytest.mark.parametrize(
    "sent", ["\x1b[1581;5u", "\x1b[1581::112;5u", "\x1b[27;5;1581~", "\x1b[1508::112;5u"]
)
async def test_ctrl_acts_in_a_field_too(sent: str) -> None:
    async with reading() as reader:
        await send(reader, sent)
        assert isinstance(reader.app.screen, PaletteScreen)
        await send(reader, "ح", sent)
        assert isinstance(reader.app.screen, ReaderScreen)
        await send(reader, sent, "\x1b[1590;5u")
        assert has_left(reader)


async def test_a_sign_that_is_q_in_hebrew_searches_unless_the_layout_was_told() -> None:
    async with reading() as reader:
        await send(reader, "/")
        assert not has_left(reader)
        assert not [*reader.app._notifications]
        assert reader.screen.is_searching
        await send(reader, "\x1b", "\x1b[B", "/")
        assert not has_left(reader)
        assert reader.screen.is_searching
    async with reading() as reader:
        await send(reader, "ח", "/")
        assert has_left(reader)
    async with reading() as reader:
        await send(reader, "k", "/", "/", "/")
        assert not has_left(reader)
        assert reader.reading.search is not None
        assert reader.reading.search.typed == "//"
        assert not [*reader.app._notifications]


@pytest.mark.parametrize(
    ("sent", "asks"),
    [
        ("'", True), ("\x1b[39u", True), (";", True),
        ("\x1b[39::39;;39u", False), ("\x1b[39::113;;39u", False), ("\x1b[39::52;;39u", False),
        ("\x1b[59::59;;59u", False), ("\x1b[59::44;2;59u", False),
    ],
)  # fmt: skip
async def test_a_sign_is_asked_for_once_more_only_where_nothing_names_its_key(sent: str, asks: bool) -> None:
    """`'` is W's key in Hebrew, `;` that of Q in Greek; of the others the terminal says which key it is."""
    async with reading() as reader:
        for _ in range(2):
            await send(reader, sent)
            assert bool([*reader.app._notifications]) == asks
            if asks:
                return
        assert reader.reading.standing_word is None
        assert not has_left(reader)


@pytest.mark.parametrize(
    "sent", ["\x1b[39::113;;39u", "\x1b[97::113;5u", "é", ",", "#", "\x1b[233::50;;233u"]
)
async def test_keys_of_latin_layouts_are_what_they_type(sent: str) -> None:
    async with reading() as reader:
        before = reader.rows()
        await send(reader, sent)
        assert not has_left(reader)
        reader.app.clear_notifications()  # of a sign that is a key's in another layout
        await reader.settle()
        assert reader.rows() == before


@pytest.mark.parametrize("sent", ["\x1b[1590::113;1:3u", "\x1b[1590;5:3u", "\x1b[113;1:3u", "\x1b[57442;5u"])
async def test_a_key_that_is_let_go_does_nothing(sent: str) -> None:
    async with reading() as reader:
        await send(reader, sent)
        assert not has_left(reader)


async def test_macs_arabic_goes_first_on_a_mac(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    async with reading() as reader:
        before = reader.reading.preferences.harakat
        await send(reader, "د")
        assert reader.reading.preferences.harakat != before


@pytest.mark.parametrize("layout", [ARABIC, PERSIAN, HEBREW], ids=lambda layout: layout.name)
def test_all_keys_that_are_bound_can_be_typed(layout: KeyboardLayout) -> None:
    places = {**layout.plain, **layout.shifted}.values()
    missing = {
        key
        for one in bound()
        for key in one.keys
        if len(key) == 1 and not key.isdigit() and key.isascii() and key not in places
    }
    # Capitals Hebrew types as they are, and Persian has G on End; what K does, = does in every layout.
    also = {"D": "delete", "M": "alt+m", "U": "alt+u", "V": "alt+v", "W": "alt+w", "C": "alt+c"}
    assert layout is not HEBREW or all(map(str.isupper, missing))
    assert layout is not ARABIC or missing <= {"G", "N", "K", *also}
    assert layout is not PERSIAN or missing <= {"G", "K", "W"}
    for pair in ({"K", "equals_sign"}, *map(set, also.items())):
        assert pair in [{*one.keys} for one in bound()]
    assert layout in LAYOUTS
