"""Text written as a TOML value: it gives itself again, and a person can read it."""

from __future__ import annotations

import tomllib

import pytest

from briefing.document.toml_literal import literal
from briefing.sources.toml_writing import toml_string


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\nb\tc\rd", r'"a\nb\tc\rd"'),
        ('"\\', r'"\"\\"'),
        ("می\u200cخواهیم \u200dه", '"می\u200cخواهیم \u200dه"'),
        ("\u202eabc\u202c\u200f", r'"\u202Eabc\u202C\u200F"'),
        ("\x00\x1b\x7f\ufeff", r'"\u0000\u001B\u007F\uFEFF"'),
    ],
)
def test_it_reads_as_a_person_would_write_it(text: str, wanted: str) -> None:
    for write in (literal, toml_string):
        assert write(text) == wanted
        assert tomllib.loads(f"a = {write(text)}")["a"] == text


def test_spaces_that_nobody_sees_are_named_in_a_new_briefing() -> None:
    assert toml_string("a\u00a0b\u200bc\\\u2060") == r'"a\u00A0b\u200Bc\\\u2060"'
