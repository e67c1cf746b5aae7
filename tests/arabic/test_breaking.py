"""Where lines end: at spaces, in addresses, never between a mark of punctuation and its word."""

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break

from briefing.arabic import break_opportunities, layout
from briefing.arabic.break_classes import CODES, break_class
from briefing.arabic.break_codes import COMBINING, WHITE_SPACE
from briefing.arabic.break_rules import WIDE, break_between
from briefing.arabic.measuring import measure
from tests.arabic.effort import CHARACTERS, EXAMPLES

pytestmark = pytest.mark.whole


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two", 3, ["one", "two"]),
        ("one   two", 4, ["one", "two"]),
        ("  one two", 5, ["  one", "two"]),
        ("one\ttwo", 5, ["one", "two"]),
        ("one\u2003two", 5, ["one", "two"]),
        ("a\u00a0b c", 3, ["a b", "c"]),
        ("100\u202f000 x", 7, ["100 000", "x"]),
        ("a\u2060b c", 1, ["a", "b", "c"]),
        ("ab\u200bcd", 3, ["ab", "cd"]),
        ("نص (كلمة) نص", 9, ["(ﺔﻤﻠﻛ) ﺺﻧ", "ﺺﻧ"]),
        ("word , next", 6, ["word ,", "next"]),
        ("نص ، نص", 4, ["، ﺺﻧ", "ﺺﻧ"]),
        ("نص ؟ نص", 4, ["؟ ﺺﻧ", "ﺺﻧ"]),
        ("a ( b ) c", 5, ["a", "( b )", "c"]),
        ("نص « نص » نص", 6, ["ﺺﻧ", "« ﺺﻧ »", "ﺺﻧ"]),
        ("نص «نص»، نص", 8, ["،«ﺺﻧ» ﺺﻧ", "ﺺﻧ"]),
        ('قال "نعم" (لا)', 10, ['"ﻢﻌﻧ" ﻝﺎﻗ', "(ﻻ)"]),
        ("https://example.org/a-b/c", 12, ["https://", "example.org/", "a-b/c"]),
        ("US-Japan talks", 6, ["US-", "Japan", "talks"]),
        ("a --flag", 6, ["a", "--flag"]),
        ("2024-06-10 3/4", 10, ["2024-06-10", "3/4"]),
        ("1,000.50 x", 8, ["1,000.50", "x"]),
        ("يونيو/حزيران يوم", 13, ["ﻥﺍﺮﻳﺰﺣ/ﻮﻴﻧﻮﻳ", "ﻡﻮﻳ"]),
        ("في يونيو/حزيران", 14, ["ﻲﻓ", "ﻥﺍﺮﻳﺰﺣ/ﻮﻴﻧﻮﻳ"]),
        ("صفحة 10–12 من", 8, ["ﺔﺤﻔﺻ", "ﻦﻣ 12–10"]),
        ("شبه-الجزيرة في", 13, ["ﺓﺮﻳﺰﺠﻟﺍ-ﻪﺒﺷ", "ﻲﻓ"]),
        # a word that no line can take is cut where it may if it must
        ("يونيو/حزيران", 9, ["/ﻮﻴﻧﻮﻳ", "ﻥﺍﺮﻳﺰﺣ"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("ab abcdefgh", 3, ["ab", "abc", "def", "gh"]),
        ("لالالا", 2, ["ﻻﻻ", "ﻻ"]),
        ("漢字仮名。", 5, ["漢字", "仮", "名。"]),
        ("漢字", 1, ["漢", "字"]),
        ("one\ntwo", 20, ["one", "two"]),
        ("one\n\ntwo\n", 20, ["one", "", "two"]),
        ("one\r\ntwo\u2029three", 20, ["one", "two", "three"]),
        ("one\vtwo\fthree\u2028four", 20, ["one", "two", "three", "four"]),
        ("one \n two", 20, ["one", " two"]),
        ("   ", 2, [""]),
        ("\n", 5, [""]),
        ("", 5, [""]),
    ],
)
def test_where_lines_end(text: str, width: int, lines: list[str]) -> None:
    assert [line.text for line in layout(text, width)] == lines


@pytest.mark.parametrize("width", [0, -3])
def test_no_width_is_one_cell(width: int) -> None:
    assert [line.text for line in layout("abc", width)] == ["a", "b", "c"]


def test_white_space_at_the_end_hangs_and_belongs_to_the_line() -> None:
    text = "one   \u200f  two"
    first, second = layout(text, 4, "L")
    assert (first.text, first.width, text[first.start : first.end]) == ("one", 3, "one   \u200f  ")
    assert second.text == "two"


def test_the_second_number_of_a_range_goes_on_below() -> None:
    first, second = layout("الأعوام 2024- 2026", 14)
    assert (first.text[:5], second.text) == ("-2024", "2026")


def test_the_classes_known_here_are_the_librarys() -> None:
    """All but white space and what is painted in another way; right-to-left letters count as AL there."""
    names = {"RL": "AL", "PI": "QU", "PF": "QU"}
    resolved = {
        "AI": "AL",
        "SG": "AL",
        "XX": "AL",
        "SA": "AL",
        "CJ": "NS",
        "AK": "AL",
        "AP": "AL",
        "AS": "AL",
    }
    for code in CHARACTERS:
        character = chr(code)
        category = unicodedata.category(character)
        name = break_class(character)
        library = str(line_break(character).value)
        if category in ("Cc", "Cn", "Cs", "Mn", "Mc", "Me", "Zs", "Zl", "Zp") or name == "CM":
            continue
        assert names.get(name, name) == resolved.get(library, library), ascii(character)


def test_right_to_left_letters_have_a_class_of_their_own() -> None:
    assert [break_class(letter) for letter in "ابەא\u0710\u07ca"] == ["RL", "RL", "RL", "HL", "RL", "RL"]


@settings(max_examples=EXAMPLES)
@given(
    st.text(
        "aاא12()[]«»\"'!،.:/-–—…%$&漢字。（）ー\u1100가\u0301\u200b\u2060\u00a0\ufffc \u3000\n\u2329",
        max_size=30,
    )
)
@example("漢漢\u0301漢a漢(漢（漢 漢")
@example("ا(ا\u0301(1（ا）（")
def test_the_places_searched_for_are_all_there_are(text: str) -> None:
    """What is found with regular expressions is what every pair of neighbours gives."""
    codes = bytearray()
    searched = measure(text)
    given_to = break_opportunities.mark_opportunities

    def remember(measured: bytearray, seen: bytes) -> None:
        codes.extend(seen)
        given_to(measured, seen)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(break_opportunities, "mark_opportunities", remember)
        measure(text)
    at = [index for index, code in enumerate(codes) if chr(code) not in COMBINING]
    expected = set()
    for before, left, right in zip([-1, *at], at, at[1:], strict=False):
        if chr(codes[left]) in WHITE_SPACE or chr(codes[right]) in WHITE_SPACE:
            continue
        if codes[left] == ord(CODES["HY"]):  # the first of several
            others = (index for index in reversed(at[: at.index(left)]) if codes[index] != codes[left])
            before = next(others, -1)
        blank = before < 0 or chr(codes[before]) in WHITE_SPACE
        if break_between(0 if blank else codes[before], codes[left], codes[right]) != "prohibited":
            cell = max((index for index in range(right) if searched[index] != ord("m")), default=-1)
            if cell >= 0 and chr(codes[cell]) not in WHITE_SPACE:
                expected.add(cell)
    assert {index for index, code in enumerate(searched) if chr(code) in "yzYZqrQR"} == expected


def test_wide_and_narrow_brackets_differ() -> None:
    letter, narrow = ord(CODES["AL"]), ord(CODES["OP"])
    assert break_between(letter, letter, narrow) == "prohibited"
    assert break_between(letter, letter, narrow | WIDE) == "allowed"
