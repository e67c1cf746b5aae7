"""What a claim would quote: what is selected, paragraph by paragraph, or the sentence at hand."""

from __future__ import annotations

import pytest

from briefing.document.model import Citation
from briefing.reading import open_reading
from briefing.reading.desk import add_claim
from briefing.reading.effects import Notify
from briefing.reading.quotes_here import MOST, quotes_here, sentence_at
from briefing.reading.selection import Place, Selection
from briefing.reading.state import Selected
from tests.reading.conftest import Walk
from tests.tui.briefings import plain


@pytest.mark.parametrize(
    ("text", "at", "sentence"),
    [
        ("قال كلاما. ثم سافر.", 3, "قال كلاما. "),
        ("شهد منصة تم إنشاؤها حديثًا. وتسعى إلى ذلك.", 0, "شهد منصة تم إنشاؤها حديثًا. "),
        ("قال د. أحمد ذلك. ثم سافر.", 0, "قال د. أحمد ذلك. "),
        ("یک جمله می‌گوید. و دیگری.", 20, "و دیگری."),
        ("משפט אחד. ועוד אחד.", 0, "משפט אחד. "),
        ("قال كلاما. ثم سافر.", 11, "ثم سافر."),
        ("قال كلاما. ثم سافر. وعاد.", 11, "ثم سافر. "),
        ("قال كلاما. (ثم سافر).", 0, "قال كلاما. "),
        ("قال كلاما. («ثم سافر»). وعاد.", 13, "(«ثم سافر»). "),
        ("قال كلاما. [ ثم سافر.", 13, "ثم سافر."),
        ("قال كلاما. «ثم سافر».", 12, "«ثم سافر»."),
        ("قال كلاما «.", 0, "قال كلاما «."),
        ("«قال كلاما». وعاد.", 1, "«قال كلاما». "),
        ("", 0, ""),
        ("كلمة", 0, "كلمة"),
    ],
)
def test_the_sentence_that_holds_a_place(text: str, at: int, sentence: str) -> None:
    assert text[slice(*sentence_at(text, at))] == sentence


def test_each_paragraph_that_is_selected_is_a_citation() -> None:
    reading = open_reading(plain("أول الكلام", "كله", "آخر الكلام")).reading
    selection = Selection(Place(0, 4, 5), Place(2, 2, 3))
    found = quotes_here(reading.changed(selected=Selected("article", selection)))
    assert found == ((Citation(1, "الكلام"), Citation(2, "كله"), Citation(3, "آخر")), True)


def test_what_says_nothing_is_not_quoted() -> None:
    reading = open_reading(plain("أول الكلام", "...", "آخر الكلام")).reading
    over = Selection(Place(0, 4, 5), Place(2, 2, 3))
    found = quotes_here(reading.changed(selected=Selected("article", over)))
    assert [one.paragraph for one in found.citations] == [1, 3]
    dots = Selection(Place(1, 0, 1), Place(1, 1, 2))
    assert quotes_here(reading.changed(selected=Selected("article", dots))) == ((), True)


def test_what_is_selected_of_the_summary_is_not_quoted() -> None:
    reading = Walk(None, "1").reading
    found = quotes_here(
        reading.changed(selected=Selected("summary", Selection(Place(0, 0, 1), Place(0, 1, 2))))
    )
    assert found == ((Citation(1, "أولا كتب أحمد"),), False)


def test_side_by_side_and_between_the_lines_the_same_is_quoted() -> None:
    walk = Walk(None, "full")
    while walk.reading.way != "interleaved":
        walk.go("next-way")
    order = walk.reading.open.interleaving
    ends = [order.position("article", at) for at in (0, 2)]
    start, stop = (Place(ends[0], 5, 6), Place(ends[1], 3, 4))
    found = quotes_here(walk.reading.changed(selected=Selected("both", Selection(start, stop))))
    assert found.citations == (
        Citation(1, "كتب أحمد"),
        Citation(2, "ثانيا قال أحمد كلاما"),
        Citation(3, "ثالث"),
    )


def test_no_more_is_looked_at_than_can_be_quoted() -> None:
    reading = open_reading(plain("ا" * (MOST - 1), "بب", "جج")).reading
    for last, is_too_long in ((0, False), (1, True), (2, True)):
        selection = Selection(Place(0, 0, 1), Place(last, 1, 2))
        if last == 0:
            selection = Selection(Place(0, 0, 1), Place(0, MOST - 2, MOST - 1))
        found = quotes_here(reading.changed(selected=Selected("article", selection)))
        assert found.is_too_long is is_too_long
        assert len(found.citations) == min(last, 1) + 1, "the third paragraph is not needed to know that"
    exactly = open_reading(plain("ا" * MOST)).reading
    assert not quotes_here(exactly).is_too_long


def test_nothing_to_quote_and_too_much_are_said() -> None:
    for text in ("...", "كلام " * MOST):
        (effect,) = add_claim(open_reading(plain(text)).reading).effects
        assert isinstance(effect, Notify)
