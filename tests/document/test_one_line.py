"""Every message is one line that can be read: of what is too long the middle is left out."""

import pytest

from briefing.document import BriefingError, one_line, shortened
from briefing.document.errors import reworded
from briefing.document.near_miss import nearest_word


def test_both_ends_stay() -> None:
    assert shortened("abcdefghij", 10) == "abcdefghij"
    assert shortened("abcdefghijk", 10) == "abcde…hijk"
    assert shortened("abcdefghijk", 5) == "ab…jk"
    line = one_line("a\x1b" * 10**6 + "\u202ez")
    assert len(line) == 480
    assert line.startswith("a␛a␛")
    assert line.endswith("␛<U+202E>z")
    assert len(one_line("\u202e" * 10**6)) == 480
    assert len(str(BriefingError("a", "\u202e" * 10**6, "b"))) <= 480


@pytest.mark.parametrize("long", range(16))
def test_an_error_keeps_what_is_short_whole_and_both_ends_of_what_is_long(long: int) -> None:
    parts = ["/a/file.toml", "top level", "it is wrong", "make it right"]
    for number in range(4):
        if long & 1 << number:
            parts[number] += ": <" + "x" * 10**6 + ">"
    file, where, what, cure = parts
    line = str(BriefingError(file, what, cure, where=where))
    assert len(line) <= 480
    for part in parts:
        assert part in line if len(part) < 100 else (part[:30] in line and "x>" in line)
    if not long:
        assert line == "/a/file.toml: top level: it is wrong; make it right"
    else:
        assert len(line) > 470


def test_an_error_of_ordinary_length_is_left_alone() -> None:
    assert str(BriefingError("f" * 300, "w" * 80, "c" * 80)) == f"{'f' * 300}: {'w' * 80}; {'c' * 80}"


def test_what_was_meant_is_found_among_much_and_not_looked_for_without_end() -> None:
    assert nearest_word("bassis", ["basis", *("x" * 6 for _ in range(10**6))]) == "basis"
    assert nearest_word("x" * 10**6, ["x" * 10**6]) == ""
    assert nearest_word("article.txt", ["y" * 10**6, "articel.txt"]) == "articel.txt"
    assert nearest_word("abcdefghij" * 14, ["jihgfedcba" * 14] * 10**5) == ""


def test_what_a_parser_says_is_reworded_where_it_is_known() -> None:
    known = (("is open", "it is not closed", "close it"), ("open", "another", "never reached"))
    assert reworded("String is open", known, "see its manual") == ("it is not closed", "close it")
    assert reworded("Something Else", known, "see its manual") == ("something Else", "see its manual")
