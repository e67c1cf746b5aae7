"""By words and by sentences through an article: where one comes to stand, and what one stands on."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.document import Briefing, Paragraph, Section
from briefing.document.long_paragraphs import WHOLE
from briefing.reading import Reveal
from briefing.reading.selection import Place, Selection
from briefing.reading.standing_word import this_word
from briefing.reading.views import View
from briefing.reading.words_in import sentence_starts, words_in
from tests.reading.conftest import TEXTS, Walk, bare


def article(*texts: str) -> Briefing:
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    numbers = tuple(range(1, len(texts) + 1))
    return replace(bare(), paragraphs=paragraphs, sections=(Section("text", "", "", numbers),))


def through(walk: Walk, action: str, most: int = 100) -> list[str]:
    """The words that one action comes to, until it goes no further."""
    words: list[str] = []
    for _ in range(most):
        before = walk.reading
        if walk.go(action).reading is before:
            break
        assert walk.reading.standing_word is not None
        words.append(this_word(walk.reading))
    return words


def test_every_word_of_the_article_one_after_the_other_and_back() -> None:
    words = [word for text in TEXTS for word in text.split()]
    walk = Walk(bare(), None)
    assert through(walk, "next-word") == words
    assert through(walk, "previous-word") == words[-2::-1]


def test_words_are_those_that_readers_take_for_one() -> None:
    vocalised, persian, drawn = "كَتَبَ", "می‌روم", "كـــتب"
    mixed = f"«{vocalised}» - {persian}، {drawn}! 2014 (word's) … שלום ۱۲٫۵ \u200fآخر\u200f."
    found = [mixed[start:end] for start, end in words_in(mixed)]
    assert found == [vocalised, persian, drawn, "2014", "word's", "שלום", "۱۲٫۵", "آخر"]
    assert words_in("… — !") == words_in("") == ()


def test_sentences_end_where_readers_see_their_end() -> None:
    text = (
        "قال د. أحمد إن 3.5 بالمئة عادت؛ ثم سكت. هل تكلّم؟ نعم! «انتهى.» ذكرت أ.ف.ب أمس… وصل في 2020 م. "
        "ثم عاد۔ وختم"
    )
    first = [text[start:end] for start, end in sentence_starts(text)]
    assert first == ["قال", "هل", "نعم", "انتهى", "ذكرت", "ثم", "وختم"]


def test_a_part_of_a_line_begins_with_a_sentence_only_if_one_ended_before_it() -> None:
    assert sentence_starts("عاد. ثم وصل", "قال ") == ((5, 7),)
    assert sentence_starts("عاد. ثم وصل", "قال. ") == ((0, 3), (5, 7))


def test_sentences_one_after_the_other_and_back_over_paragraphs() -> None:
    walk = Walk(article("أول جملة. ثاني جملة", "***", "ثالث جملة؟ رابع"), None)
    assert through(walk, "next-sentence") == ["أول", "ثاني", "ثالث", "رابع"]
    assert through(walk, "previous-sentence") == ["ثالث", "ثاني", "أول"]


def test_from_the_middle_of_a_sentence_back_to_its_beginning() -> None:
    walk = Walk(article("أول جملة. ثاني جملة"), None)
    for _ in range(4):
        walk.go("next-word")
    assert this_word(walk.go("previous-sentence").reading) == "ثاني"


def test_from_the_end_of_a_section_into_the_next_and_back() -> None:
    walk = Walk()
    assert walk.reading.view == 1
    words = [word for text in TEXTS[:4] for word in text.split()]
    assert through(walk, "next-word") == words
    assert walk.reading.view == 2
    assert through(walk, "previous-word") == words[-2::-1]
    assert walk.reading.view == 1


def test_the_full_article_ends_where_it_ends() -> None:
    walk = Walk(section="full").go("put-cursor", "article", 4)
    assert through(walk, "next-word") == ["خامسا", "انتهى"]


def test_the_word_is_brought_into_sight_only_if_it_is_not() -> None:
    walk = Walk().go("next-word").go("next-word")
    assert walk.effects[-1] == Reveal("article", 0, 5, stays=True)


def test_moving_by_paragraphs_leaves_the_word_for_good() -> None:
    walk = Walk().go("next-word")
    assert walk.reading.standing_word == Place(0, 0, 4)
    walk.go("put-cursor", "article", 1).go("put-cursor", "article", 0)
    assert walk.reading.standing_word is None


def test_escape_leaves_the_word_before_anything_else() -> None:
    walk = Walk().go("next-word").go("article")
    assert (walk.reading.standing_word, walk.reading.passage) == (None, 0)
    walk.go("next-word").go("focus", "summary").go("article")
    assert (walk.reading.focus, walk.reading.standing_word) == ("article", Place(0, 0, 4))
    assert walk.go("article").reading.standing_word is None


def test_a_step_takes_the_selection_away_that_this_word_would_mean() -> None:
    place = Place(1, 0, 5)
    walk = Walk().go("select", "article", Selection(place, place)).go("next-word")
    assert (walk.reading.selected, this_word(walk.reading)) == (None, "أولا")


def test_standing_on_a_word_by_its_place() -> None:
    walk = Walk().go("stand-on", 1, 7)
    assert this_word(walk.reading) == "قال"
    assert walk.go("stand-on", 1, 5).reading.standing_word is None  # a space
    assert walk.go("stand-on", 99, 0).reading.standing_word is None


def test_nothing_to_stand_on() -> None:
    for texts in (("",), ("…",), ("…", "!")):
        walk = Walk(article(*texts), None)
        for action in ("next-word", "previous-word", "next-sentence", "previous-sentence"):
            assert walk.go(action).reading.standing_word is None


def test_the_work_of_a_step_does_not_grow_with_the_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """No step looks at more than the passages it passes: the texts it asks for are counted."""
    text = "كلمة ثم كلمة. " * 70_000
    walk = Walk(article(text, text), None).go("put-cursor", "article", 3)
    seen: list[int] = []

    def counted(view: View, index: int) -> str:
        passage = view.passage(index)
        seen.append(passage.end - passage.start)
        return text[passage.start : passage.end]

    monkeypatch.setattr(View, "text", counted)
    for action in ("next-word", "next-sentence", "previous-sentence", "previous-word", "previous-word"):
        walk.go(action)
    assert walk.reading.passage == 2
    assert max(seen) <= WHOLE
    assert len(seen) < 20
