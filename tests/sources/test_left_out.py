"""What is not shown of a document: ids and counts on the screen, the same English as ever where it leaves."""

from __future__ import annotations

from itertools import product
from typing import Any, Final

import pytest

from briefing.document.left_out import ENGLISH, LeftOut, in_words, left_out
from briefing.document.model import Briefing, CapturedDetail
from briefing.exporting.chosen import chosen
from briefing.exporting.forms.json import parsed, written
from briefing.exporting.tracing import trace_of
from briefing.sources.left_out import detail
from briefing.sources.material import Material
from briefing.sources.opening import briefing_of
from tests.tui.doubled import DOUBLED

PAGE = "---\ntitle: نص\nlang: ar\ndate: 2024\n---\n\n<!-- تعليق -->\n\nنص قصير\n"


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return briefing_of(Material("a.md", PAGE.encode()))


def test_what_is_left_out_is_said_in_any_language(briefing: Briefing) -> None:
    said = [(one.label, one.english) for one in trace_of(briefing, DOUBLED.words).left_out]
    assert said == [("Front Front matter matter", "3 lines lines"), ("Comments Comments", "1 line line")]
    assert [(one.label, one.english) for one in trace_of(briefing).left_out] == [
        ("Front matter", "3 lines"),
        ("Comments", "1 line"),
    ]


def test_what_is_given_out_holds_words_alone_and_is_read_again(briefing: Briefing) -> None:
    data = written(chosen(briefing))
    assert b"label_id" not in data
    assert b'"english": "3 lines"' in data
    again = parsed(data)
    assert again.origin is not None
    assert again.origin == briefing.origin
    assert not any(isinstance(one, LeftOut) for one in again.origin.left_out)
    assert trace_of(again, DOUBLED.words).left_out == trace_of(briefing, DOUBLED.words).left_out
    assert trace_of(again).left_out == trace_of(briefing).left_out


#: What is said of several; of one alone it may be said in another way, `.1`.
_SAID = [name.removeprefix("left-out.") for name in ENGLISH if not name.endswith((".1", ".sized", ".first"))]
_VALUES: Final[dict[str, Any]] = {"pages": 9, "numbers": "1, 2, 3", "sign": "\ufffd"}


@pytest.mark.parametrize("says", _SAID)
def test_all_that_is_given_out_is_known_again(says: str) -> None:
    words = ENGLISH[f"left-out.{says}"]
    own = {name: value for name, value in _VALUES.items() if f"{{{name}}}" in words}
    # What is not counted always has a size.
    sizes = [(1, 0), (5678, 400), *([(None, 0)] if "{count" in words else [])]
    for label, count, (characters, first) in product(("hidden", "no-cue"), (1, 3, 1234), sizes):
        one = left_out(label, says, count, ["a"], characters=characters, first=first, **own)
        given = CapturedDetail(one.label, one.captured, one.english)
        assert in_words([given], DOUBLED.words) == in_words([one], DOUBLED.words)
        assert in_words([given], ENGLISH) == (given,)


@pytest.mark.parametrize(
    "detail",
    [
        CapturedDetail("Pictures", (), "about 3 pictures"),
        CapturedDetail("My pictures", (), "3 pictures"),
        CapturedDetail("Pictures", (), "9" * 10_000 + " pictures"),
        CapturedDetail("Pictures", (), ", : (the first " * 100_000),
        CapturedDetail("Pictures", ("a",), ""),
        CapturedDetail("", (), "3 lines"),
        CapturedDetail("Pictures", (), "03 pictures"),
    ],
)
def test_what_somebody_wrote_stays_as_it_is(detail: CapturedDetail) -> None:
    assert in_words([detail], DOUBLED.words) == (detail,)


def test_a_detail_is_equal_to_what_is_given_out_of_it() -> None:
    found, given = left_out("pictures", "pictures.says", 1200, ["a"]), ("Pictures", ("a",), "1,200 pictures")
    assert found == CapturedDetail(*given)
    assert CapturedDetail(*given) == found
    assert hash(found) == hash(left_out("pictures", "pictures.says", 1200, ["a"]))
    assert found != left_out("pictures", "pictures.says", 1201, ["a"])


@pytest.mark.parametrize(
    ("lines", "sized", "said"),
    [
        (["ab", "c"], True, "2 lines, 3 characters: text that a browser does not show"),
        (["a"], True, "1 line, 1 character: text that a browser does not show"),
        (["a"] * 401, True, "401 lines, 401 characters: text that a browser does not show (the first 400)"),
    ],
)
def test_lines_are_counted(lines: list[str], sized: bool, said: str) -> None:
    assert [one.english for one in detail("hidden", "hidden.browser", lines, sized=sized)] == [said]
    (one,) = detail("hidden", "hidden.browser", lines, sized=sized)
    assert isinstance(one, LeftOut)
    assert one.said(DOUBLED.words).label == "Hidden Hidden text text"
