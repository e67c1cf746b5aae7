"""Control characters become pictures; everything else stays as it is."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from briefing.document.controls import safe_line, visible_controls


def test_controls_have_their_pictures() -> None:
    assert visible_controls("a\x1b[31mb\x00\x7f\x9b\x85c\r\n\td") == "a␛[31mb␀␡\ufffd\ufffdc␍\n\td"


def test_text_is_left_alone() -> None:
    text = "قَالَ \u200f(DICAS)\u200e ‏\u202b\u2066\u200d\u200c\u00ad\ufeff ـ\n\t"
    assert visible_controls(text) == text


def test_a_message_is_one_line_that_turns_nothing_around() -> None:
    assert safe_line("a\nb\tc\u202ed\u2028e\u2067f") == "a␊b␉c<U+202E>d<U+2028>e<U+2067>f"
    marks = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u2029\u2066\u2068\u2069\ufeff"
    assert safe_line(marks) == "".join(f"<U+{ord(mark):04X}>" for mark in marks)


@given(st.text(st.characters(), max_size=50))
def test_one_character_gives_one_and_no_control_is_left(text: str) -> None:
    shown = visible_controls(text)
    assert len(shown) == len(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n" for c in shown)
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in safe_line(text))
    for before, after in zip(text, shown, strict=True):
        assert before == after or unicodedata.category(before) in ("Cc", "Cs")
