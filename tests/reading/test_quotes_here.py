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
from tests.tui.conftest import plain


@pytest.mark.parametrize(
    ("text", "at", "sentence"),
    [
        ("قال كلاما. ثم سافر.", 3, "قال كلاما. "),
        ("شهد منصة تم إنشاؤها حديثًا. وتسعى إلى ذلك.", 0, "شهد منصة تم إنشاؤها حديثًا. "),
        ("قال د. أحمد ذلك. ثم سافر.", 0, "قال د. أحمد ذلك. "),
        ("یک جمله می‌گوید. و دیگری.", 20, "و دیگری."),
        ("משפט אחד. ועוד אחד.", 0, "משפט אחד. "),
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


def test_nothing_to_quote_and_too_much_are_said() -> None:
    for text in ("...", "كلام " * MOST):
        (effect,) = add_claim(open_reading(plain(text)).reading).effects
        assert isinstance(effect, Notify)
