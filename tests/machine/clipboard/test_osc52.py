"""The escape sequence, as terminals take it apart."""

import base64

import pytest

from briefing.machine.clipboard.osc52 import LIMIT, TooLongError, sequence
from tests.judges.emulator import Emulator


def received(text: str) -> str:
    emulator = Emulator(20, 2)
    emulator.feed(sequence(text).encode())
    (body,) = emulator.osc
    assert emulator.rows() == ["", ""]
    code, selection, data = body.split(";")
    assert (code, selection) == ("52", "c")
    return base64.b64decode(data, validate=True).decode()


@pytest.mark.parametrize("text", ["a", "السلام\n\n", "لَا \u200e(x)\t", "\x1b]0;no\a", "a" * LIMIT])
def test_a_text_arrives_as_it_is(text: str) -> None:
    assert received(text) == text


def test_the_limit_counts_bytes() -> None:
    assert received("س" * (LIMIT // 2))
    with pytest.raises(TooLongError, match=r"74,996 bytes are more than terminals take \(74,994\)"):
        sequence("س" * (LIMIT // 2 + 1))
