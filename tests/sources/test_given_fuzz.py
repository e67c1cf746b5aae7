"""Whatever is done to a briefing's JSON, it opens or is refused in one line; what opens leaves as it came."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document import BriefingError, safe_line
from briefing.exporting.chosen import chosen
from briefing.exporting.forms.json import written
from tests.sources.given_samples import BUNDLED, odd, opened
from tests.tiers import examples

pytestmark = pytest.mark.whole

_BYTES = BUNDLED.encode()
_VALUES = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-5, 20),
        st.sampled_from([10**6, 10**17, 10**30, -1, 1.5, float("inf"), float("nan")]),
        st.sampled_from(["", " ", "full", "a", "2024-06-10", "heading", "[…]", "\u0000", "claims"]),
        odd,
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(st.just("text"), odd), inner, max_size=3)
    ),
    max_leaves=6,
)


def opens_or_is_refused(data: bytes) -> None:
    line, out = "", b""
    try:
        out = written(chosen(opened(data)))
    except BriefingError as error:
        line = str(error)
    if line:
        assert (line == safe_line(line), len(line) < 500) == (True, True)
    else:
        assert written(chosen(opened(out))) == out


def _places(value: Any, steps: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [steps, *(place for key, one in inner for place in _places(one, (*steps, key)))]


_PLACES = _places(json.loads(BUNDLED))[1:]


@given(st.lists(st.tuples(st.sampled_from(_PLACES), _VALUES, st.sampled_from("=+-")), min_size=1, max_size=3))
@settings(max_examples=examples())
def test_any_values_anywhere(changes: list[tuple[tuple[str | int, ...], Any, str]]) -> None:
    data = json.loads(BUNDLED)
    for (*way, last), value, how in changes:
        holder: Any = data
        try:
            for step in way:
                holder = holder[step]
            if how == "-":
                del holder[last]
            elif how == "+" and isinstance(holder, list):
                holder.insert(int(last), value)
            elif how == "+":
                holder[f"{last}x"] = value
            else:
                holder[last] = value
        except (KeyError, IndexError, TypeError):
            continue
    opens_or_is_refused(json.dumps(data).encode())


@given(
    st.lists(
        st.tuples(st.integers(0, len(_BYTES) - 1), st.integers(0, 30), st.binary(max_size=4)), max_size=3
    )
)
@settings(max_examples=examples())
def test_any_bytes_anywhere(changes: list[tuple[int, int, bytes]]) -> None:
    data = _BYTES
    for at, length, new in changes:
        data = data[:at] + new + data[at + length :]
    opens_or_is_refused(data)


@given(
    st.lists(st.one_of(odd, st.text("\n\r\t -#*>|اب1", max_size=8)), min_size=1, max_size=8), st.booleans()
)
@settings(max_examples=examples())
def test_any_text_and_any_markdown_leaves_and_opens_again(texts: list[str], is_markdown: bool) -> None:
    data = "\n\n".join(texts).encode(errors="replace")
    try:
        document = opened(data, "a.md" if is_markdown else "a.txt")
    except BriefingError:
        return
    out = written(chosen(document))
    again = opened(out)
    assert (again.paragraphs, again.sections, again.title) == (
        tuple(document.paragraphs),
        document.sections,
        document.title,
    )
    assert again.origin == document.origin
    assert written(chosen(again)) == out
