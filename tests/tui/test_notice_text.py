"""What a notice says, laid out: in as few lines as it needs, with what it is about before it."""

from __future__ import annotations

import pytest

from briefing.arabic import layout
from briefing.tui.notice_text import NOTICE_LENGTH, notice_text


def test_what_fits_into_a_line_is_one() -> None:
    assert notice_text("Copied", "", 20, 1) == "Copied"
    assert notice_text("Copied", "A claim", 20, 1) == "A claim: Copied"
    assert notice_text("a\tb\n c\x1b", "", 20, 1) == "a b c␛"
    assert notice_text("to /a\u202eb\u200d", "", 20, 1) == "to /a<U+202E>b"


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (14, "A…: Copied"),
        (15, "A long…: Copied"),
        (19, "A long…: Copied"),
        (20, "A long claim: Copied"),
    ],
)
def test_of_a_title_there_is_as_much_as_its_message_leaves(width: int, expected: str) -> None:
    assert notice_text("Copied", "A long claim", width, 1) == expected


def test_of_a_title_there_is_a_third_of_a_line_whatever_the_message() -> None:
    assert notice_text("Copied and more", "A long claim", 24, 2).startswith("A long…: Copied")


def test_as_many_lines_as_it_needs_are_no_reason_to_leave_anything_out() -> None:
    message = "one two three four five six"
    for width in (14, 9, 7):
        lines = [line.text.rstrip() for line in layout(message, width, "L")]
        found = notice_text(message, "", width, len(lines)).split("\n")
        assert [line.rstrip() for line in found] == lines


def test_of_a_long_one_the_middle_is_left_out() -> None:
    message = "the beginning " + "word " * 40 + "the end"
    for lines in (1, 2, 3):
        found = notice_text(message, "", 40, lines).split("\n")
        assert len(found) <= lines
        assert found[0].startswith("the beginning" if lines > 1 else "the")
        assert found[-1].rstrip().endswith("end")
        assert " … " in " ".join(found)
    assert len(notice_text("x" * 10_000, "", 10_000, 1)) == NOTICE_LENGTH // 2 * 2 + 3


def test_arabic_is_joined_and_its_title_isolated() -> None:
    shaped = layout("أهداف", 80)[0].text
    assert notice_text("5", "أهداف", 40, 1) == f"{shaped}: 5"
