"""Whatever comes in from the terminal, the parser of keys goes on, and knows the key that comes next."""

import random
from typing import Final

import pytest
from textual import events

from briefing.tui.textual_private.key_parser import KeyParser
from tests.tiers import in_full

pytestmark = pytest.mark.whole

TIMES: Final = 4_000 if in_full() else 1_000
PARTS: Final = (
    "\x1b", "\x1b[", "\x1b[<", "\x1bO", "\x1bP", "\x1b]", "\x1b[?", "\x9b", "\x00", ";", ":", "0", "1", "3",
    "97", "48;", "2026", "1114112", "55296", "99999999999999999999", "-", "٣", "u", "~", "A", "R", "M", "m",
    "t", "$y", "I", "q", " ", "é", "ب", "\U0001f600", "\x7f", "\x1b[200~", "\x1b[201~",
    "\x1b[48;0;0;0;0t", "\x1b[<0;1;1M",
)  # fmt: skip


def keys(*pieces: str) -> list[str]:
    parser = KeyParser()
    return [one.key for piece in pieces for one in parser.feed(piece) if isinstance(one, events.Key)]


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("\x1b[97;1:1u", ["a"]),  # pressed
        ("\x1b[97;1:2u", ["a"]),  # repeated
        ("\x1b[97;1:3u", []),  # released
        ("\x1b[97:65;2:1u", ["A"]),
        ("\x1b[97;5:1u", ["ctrl+a"]),
        ("\x1b[97::113;5u", ["ctrl+a"]),
        ("\x1b[1;1:1A", ["up"]),
        ("\x1b[1;2:1D", ["shift+left"]),
        ("\x1b[1;1:3A", []),
        ("\x1b[3;1:1~", ["delete"]),
        ("\x1b[1114112u", []),
        ("\x1b[99999999999999u", []),
        ("\x1b[55296u", []),
        ("\x1b[97;1;55296u", []),
        ("\x1b[1A", ["up"]),
        ("\x1b[A", ["up"]),
        ("\x1b[5~", ["pageup"]),
    ],
)
def test_a_key_report(report: str, expected: list[str]) -> None:
    assert keys(report, "q") == [*expected, "q"]


@pytest.mark.parametrize(
    "report",
    [
        "\x1b[?6c",
        "\x1b[>1;4000;29c",
        "\x1b[?997;1n",
        "\x1b[0n",
        "\x1b[8;24;80t",
        "\x1b[?1u",
        "\x1b[1;2;3x",
        "\x1b[5 q",
    ],
)
def test_a_report_nobody_asked_for_types_nothing(report: str) -> None:
    assert keys(report, "q") == ["q"]
    assert keys(*report, "\x1b[A") == ["up"]
    assert keys("\x1b[<0;1;1M", report, "\x1b[?2048;0$y", "\x1b[[A") == ["f1"]


@pytest.mark.parametrize("pieces", [("\x1bq",), ("\x1b", "q"), ("\x1b", "\x1b", "q")], ids=repr)
def test_esc_and_a_letter_are_two_keys(pieces: tuple[str, ...]) -> None:
    assert keys(*pieces) == ["escape"] * (len(pieces) - 1 or 1) + ["q"]
    assert keys("\x1bvdf") == ["escape", "v", "d", "f"]
    assert keys("\x1b\u0636") == ["escape", "\u0636"]


@pytest.mark.parametrize("sequence", ["\x1b[A", "\x1bOA", "\x1b[1;3A", "\x1b[<0;1;1M"])
def test_sequences_stay_whole(sequence: str) -> None:
    assert "escape" not in keys(*sequence, "q")


@pytest.mark.parametrize(
    ("begun", "expected"),
    [("\x1b", ["escape"]), ("\x1bq", ["escape", "q"]), ("\x1b\x1b", ["escape", "escape"]), ("", [])],
)
def test_what_was_begun_is_a_key_once_nothing_more_comes(begun: str, expected: list[str]) -> None:
    parser = KeyParser()
    found = [*parser.feed(begun)] if begun else []
    found += [*parser.settle(), *parser.settle(), *parser.feed("q")]
    assert [event.key for event in found if isinstance(event, events.Key)] == [*expected, "q"]


def test_a_mouse_in_a_window_of_no_size() -> None:
    parser = KeyParser()
    assert not list(parser.feed("\x1b[48;0;0;0;0t"))
    assert not list(parser.feed("\x1b[48;24;999999999;480;640t"))
    [size] = parser.feed("\x1b[48;24;80;480;640t")
    assert isinstance(size, events.Resize)
    assert list(parser.feed("\x1b[48;24;80;0;0t"))
    [press] = parser.feed("\x1b[<0;81;41M")
    assert isinstance(press, events.MouseDown)


def test_anything() -> None:
    """Parts of reports in any order, then a key once the parser has come to an end with them."""
    chance = random.Random(8)
    for _ in range(TIMES):
        text = "".join(chance.choices(PARTS, k=chance.randint(1, 9)))
        parser = KeyParser()
        for message in parser.feed(text):
            assert not isinstance(message, events.Key) or message.character != "\ud800"
        [*_, last] = parser.feed("\x1b[201~" + "." * 40 + "q")
        assert isinstance(last, events.Key), repr(text)
        assert last.key == "q", repr(text)
