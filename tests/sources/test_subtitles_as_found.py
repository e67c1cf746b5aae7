"""Subtitles as programs, translators and broadcasters leave them: nothing that is said is lost in silence."""

from __future__ import annotations

import pytest

from briefing.document import Briefing
from briefing.sources import Material, briefing_of
from tests.sources.test_subtitles import cues, told

FIRST = "1\n00:00:01,000 --> 00:00:02,000\nنعم\n\n"


def opened(text: str) -> Briefing:
    return briefing_of(Material("a.srt", text.encode()))


def words(text: str) -> list[str]:
    return [one.text for one in opened(text).paragraphs]


def left_out(text: str) -> list[tuple[str, ...]]:
    origin = opened(text).origin
    assert origin is not None
    return [one.captured for one in origin.left_out]


@pytest.mark.parametrize("mark", ["\u202b", "\u200f", "\u2067"])
def test_marks_of_order_around_lines_hide_no_dash_and_no_full_stop(mark: str) -> None:
    text = cues(("1 2", f"{mark}نعم.\u202c"), ("2 3", f"{mark}- لا\u202c\n{mark}- بلى\u202c"))
    assert told(text) == [
        ("0:00:01", f"{mark}نعم.\u202c"),
        ("0:00:02", f"{mark}- لا\u202c"),
        ("0:00:02", f"{mark}- بلى\u202c"),
    ]
    marked = f"{mark}1\n{mark}00:00:01,000 --> {mark}00:00:02,000\u202c\nنعم\n\n\ufeff2\n" + FIRST[2:]
    assert words(marked) == ["نعم نعم"]


def rolling(head: str, stamp: str = "") -> str:
    """Lines of which each comes again above the next, as converters write what YouTube shows."""
    return cues(
        ("1 3", f" \nقال{stamp} الوزير"),
        ("3 3.01", "قال الوزير\n "),
        ("3.01 5", f"قال الوزير\nنعم{stamp}"),
        ("5 5.01", "نعم\n "),
        ("5.01 7", f"نعم\nنعم{stamp} ثم"),
        ("7 9", f"نعم ثم\nانتهى{stamp}"),
        head=head,
    )


@pytest.mark.parametrize("head", ["", "WEBVTT\n\n"])
@pytest.mark.parametrize("stamp", ["", "<00:00:01.500>"])
def test_lines_that_roll_are_said_once_without_times_of_words_too(head: str, stamp: str) -> None:
    assert words(rolling(head, stamp)) == ["قال الوزير نعم نعم ثم انتهى"]


@pytest.mark.parametrize("stamp", ["", "<00:00:01.000>"])
def test_a_chorus_is_sung_again(stamp: str) -> None:
    sung = [(f"{at} {at + 1}", f"{stamp}يا {stamp}ليل") for at in range(9)]
    assert words(cues(*sung, head="WEBVTT\n\n")) == [" ".join(["يا ليل"] * 9)]


@pytest.mark.parametrize("name", ["&#10;", "&#13;", "&NewLine;", "&#x2029;"])
def test_a_line_end_by_name_ends_no_line(name: str) -> None:
    assert words(cues(("1 2", f"نعم{name}لا"), head="WEBVTT\n\n")) == ["نعم لا"]


def test_a_voice_has_the_characters_that_it_names() -> None:
    assert words(cues(("1 2", "<v سالم &amp; ليلى>نعم"), head="WEBVTT\n\n")) == ["سالم & ليلى", "نعم"]
    assert words(cues(("1 2", "<v سالم>نعم"))) == ["سالم", "نعم"], "in SubRip too"


@pytest.mark.parametrize(
    "text",
    [
        "00:00:01,000 --> 00:00:02,000\nنعم\n\n00:00:03,000 --> 00:00:04,000\n2024\n",
        "00:00:01,000 --> 00:00:02,000\nنعم\n00:00:03,000 --> 00:00:04,000\n2024\n",
        "1\n00:01,000 --> 00:02,000\nنعم\n\n2\n00:03,000 --> 00:04,000\n2024\n",
        "1\n00:00:01 --> 00:00:02\nنعم\n\n2\n00:00:03 --> 00:00:04\n2024\n",
        "1\n-00:00:01,000 --> 00:00:02,000\nنعم\n\n2\n00:00:03,000 --> -00:00:04,000\n2024\n",
        "1\n00: 00: 01, 000 -> 00: 00: 02, 000\nنعم\n\n2\n00: 00: 03, 000 -> 00: 00: 04, 000\n2024\n",
        "1\n1000:00:01,000 --> 1000:00:02,000\nنعم\n\n2\n10000:00:00,000 --> 12345:00:04,000\n2024\n",
        "1\n00:00:01.0000000 --> 00:00:02.0000000\nنعم\n\n2\n00:00:03.5 --> 00:00:04\n2024\n",
        "1\n00:00:01,000 --> 00:00:02,000 نعم\n\n2\n00:00:03,000 --> 00:00:04,000 X1:1 X2:2\n2024\n",
        "1\n\n00:00:01,000 --> 00:00:02,000\n\nنعم\n\n2\n\n00:00:03,000 --> 00:00:04,000\n\n2024\n\n",
        "1\n00:00:01,000 --> 00:00:02,000\nنعم\n\n2\n00:00:03,000 --> 00:00:04,000\n2024".replace(
            "\n", "\r\r\n"
        ),
    ],
)
def test_times_and_numbers_as_people_write_them(text: str) -> None:
    assert " ".join(words(text)) == "نعم 2024"
    assert left_out(text) == []


def test_a_rough_time_in_a_line_that_is_said_is_said() -> None:
    assert words(FIRST.replace("نعم", "من\n00:05 --> 00:10\nنعم")) == ["من 00:05 --> 00:10 نعم"]


def test_a_year_is_no_number_of_the_next() -> None:
    assert (
        words(FIRST + "2\n00:00:02,000 --> 00:00:03,000\nعام\n1990\n\n\n3\n" + FIRST[2:])[0] == "نعم عام 1990"
    )
    assert words("".join(FIRST.replace("1\n0", "0").replace("نعم\n", "1990") + "\n" for _ in "ab")) == [
        "1990 1990"
    ]


@pytest.mark.parametrize("cut", ["2\n", "2\n00:0", "2\n00:00:03,000 -->", "2\n00:00:03,000 --> 00:"])
def test_what_is_left_of_a_time_that_is_cut_off_is_not_said_but_told(cut: str) -> None:
    assert words(FIRST + cut) == ["نعم"]
    assert left_out(FIRST + cut) == [tuple(cut.split("\n")[: 1 + (cut[2:] != "")])]
    assert words(FIRST.rstrip("\n") + "\n7") == ["نعم 7"]


def test_what_stands_in_no_cue_is_told() -> None:
    assert left_out("ترجمة سالم\n\n" + FIRST) == [("ترجمة سالم",)]
    assert words("ترجمة سالم\n\n" + FIRST) == ["نعم"]
    web = "WEBVTT\nLanguage: ar\n\n" + FIRST.replace(",", ".") + "سطر بعد سطر فارغ\n\nNOTE مراجعة\n"
    assert left_out(web) == [("مراجعة",), ("Language: ar", "سطر بعد سطر فارغ")]


def test_what_goes_back_in_time_is_a_paragraph_of_its_own() -> None:
    assert told(cues(("5 6", "بعد"), ("1 2", "قبل"))) == [("0:00:05", "بعد"), ("0:00:01", "قبل")]


def test_nothing_but_signs_is_nothing() -> None:
    assert words(cues(("1 2", "\u200f"), ("2 3", "<i></i>"), ("3 4", "نعم"), ("4 5", "<b> </b>"))) == ["نعم"]
