"""Messages of a browser, and the packets they become."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.web.packets import BadMessageError, for_program, pong

pytestmark = pytest.mark.whole

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
)
NAMES = st.sampled_from(["stdin", "resize", "ping", "blur", "focus", "quit", "meta"])


@given(st.one_of(st.text(), JSON.map(json.dumps), st.tuples(NAMES, JSON).map(json.dumps)))
def test_anything_is_a_packet_or_a_bad_message(message: str) -> None:
    try:
        packet, answer = for_program(message), pong(message)
    except BadMessageError:
        return
    assert not packet or packet[:1] in (b"D", b"M")
    assert not packet or int.from_bytes(packet[1:5], "big") == len(packet) - 5
    assert answer is None or len(answer) < 500
    if packet[:1] == b"M":
        assert json.loads(packet[5:])["type"] in ("resize", "blur", "focus")
