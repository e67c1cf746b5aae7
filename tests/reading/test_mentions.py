"""Names are found as words, whatever their spelling, and gone through one by one."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from briefing.document import Briefing, Name, Paragraph
from briefing.reading import Notify, contents
from briefing.reading.marks import occurrences
from briefing.reading.mentions import NameTable
from briefing.reading.reloading import reloaded
from briefing.reading.selection import Place
from briefing.sources import load_bundled
from tests.reading.conftest import Walk, small


def found(text: str, *forms: str) -> list[str]:
    return [text[one.start : one.end] for one in NameTable([forms]).mentions(text)]


@pytest.mark.parametrize("before", ["", "و", "ف", "ب", "ل", "ك", "ول", "وب", "وك"])
def test_what_is_written_together_with_the_next_word_hides_no_name(before: str) -> None:
    assert found(f"قال {before}أحمد كلاما", "أحمد") == ["أحمد"]
    assert found(f"قال {before}جو بايدن.", "جو بايدن") == ["جو بايدن"]


@pytest.mark.parametrize(
    ("written", "lit"),
    [
        ("الحوثي", "الحوثي"),
        ("والحوثي", "الحوثي"),
        ("للحوثي", "لحوثي"),
        ("وللحوثي", "لحوثي"),
        ("بالحوثي", "الحوثي"),
    ],
)
def test_a_name_with_its_article(written: str, lit: str) -> None:
    assert found(f"قال {written} كلاما", "الحوثي") == [lit]


@pytest.mark.parametrize("written", ["أَحْمَد", "احمد", "أحـــمد", "وأَحمد", "احمد،", "«احمد»"])
def test_any_spelling(written: str) -> None:
    assert len(found(f"قال {written} كلاما", "أحمد")) == 1


def test_marks_behind_the_last_letter_belong_to_the_name() -> None:
    assert found("كَتَبَ أحمدُ", "أحمد") == ["أحمدُ"]


@pytest.mark.parametrize(
    ("word", "form"),
    [("وسام", "سام"), ("كامل", "امل"), ("الإيرانية", "إيران"), ("أحمدي", "أحمد"), ("DICASX", "DICAS")],
)
def test_what_is_another_word_or_may_be_one_is_no_mention(word: str, form: str) -> None:
    assert found(f"قال {word} كلاما", form) == []


def test_latin_persian_and_hebrew_names() -> None:
    assert found("وDICAS ثم DICAS.", "DICAS") == ["DICAS", "DICAS"]
    assert found("شهر کرج و كرج", "کرج") == ["کرج", "كرج"]
    assert found("שלום רבין", "רבין") == ["רבין"]


def test_a_name_over_a_line_end_but_not_over_a_full_stop() -> None:
    assert found("قال جو\nبايدن", "جو بايدن") == ["جو\nبايدن"]
    assert found("قال جو. بايدن", "جو بايدن") == []


def test_every_mention_in_the_bundled_briefing_that_a_bare_search_finds() -> None:
    briefing = load_bundled()
    for name in briefing.names:
        spans = occurrences(briefing, name.arabic)
        for paragraph in briefing.paragraphs:
            for form in name.arabic:
                start = paragraph.text.find(form)
                while start >= 0:
                    assert any(a <= start and start + len(form) <= b for a, b in spans[paragraph.number])
                    start = paragraph.text.find(form, start + 1)


def named() -> Briefing:
    texts = ("كتب أحمد", "قال أحمد وأحمد", "وصل الوفد")
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    names = (Name("person", "Ahmad", ("أحمد",), "writer"), Name("body", "None", ("غائب",), ""))
    section = replace(small().sections[0], paragraphs=(1, 2, 3), claims=())
    return replace(small(), paragraphs=paragraphs, sections=(section,), events=(), names=names)


def status(walk: Walk) -> str:
    return contents(walk.reading).article.status


def test_through_the_mentions_round_and_round_and_back() -> None:
    walk = Walk(named(), None).go("show-name", ("أحمد",))
    seen = []
    for _ in range(4):
        place = walk.reading.standing_word
        assert place is not None
        seen.append((place.item, place.start, status(walk)))
        walk.go("open")
    first, second, third = (f"Ahmad · {number} of 3 · writer" for number in (1, 2, 3))
    assert seen == [(0, 4, first), (1, 4, second), (1, 10, third), (0, 4, first)]
    assert status(walk) == second
    assert status(walk.go("previous-mention")) == first
    assert status(walk.go("back")) == second


def test_standing_on_a_name_says_it_and_enter_goes_to_the_next_mention() -> None:
    walk = Walk(named(), None).go("next-word")
    assert status(walk) == ""
    assert status(walk.go("next-word")) == "Ahmad · writer"
    assert status(walk.go("open")) == "Ahmad · 2 of 3 · writer"
    walk.go("put-cursor", "article", 2)
    assert status(walk) == ""
    assert walk.go("open").reading.passage == 2, "left: Enter goes nowhere"


def test_from_every_mention_enter_goes_to_the_next_one_whatever_is_written_together_with_it() -> None:
    texts = ("قال أحمد", "وأحمد جاء", "لم يأت", "أحمد ثم وأحمد", "جاء وأحمد وأحمد")
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    section = replace(named().sections[0], paragraphs=(1, 2, 3, 4, 5))
    briefing = replace(named(), paragraphs=paragraphs, sections=(section,))
    found = ((item, one.span()) for item, text in enumerate(texts) for one in re.finditer(r"و?أحمد", text))
    words = [Place(item, *span) for item, span in found]
    went = []
    for word in words:
        walk = Walk(briefing, None).go("put-cursor", "article", word.item)
        walk.reading = walk.reading.changed(word=word)
        place = walk.go("open").reading.standing_word
        assert place is not None
        went.append([(one.item, one.end) for one in words].index((place.item, place.end)))
    assert went == [1, 2, 3, 4, 5, 0]


def test_who_goes_through_mentions_has_left_the_trail_of_a_claim() -> None:
    walk = Walk().go("focus", "summary").go("open")
    assert walk.reading.trail is not None
    after = walk.go("show-name", ("أحمد",)).reading
    assert (after.trail, after.number) == (None, 1)


def test_a_name_that_the_text_lacks_is_said_to_be_missing() -> None:
    assert Walk(named(), None).go("show-name", ("غائب",)).effects == (
        Notify("The text does not have this name."),
    )


def test_all_names_are_lit_on_demand() -> None:
    walk = Walk(named(), None)
    before = contents(walk.reading).article.item(1).marks
    assert contents(walk.go("light-names").reading).article.item(1).marks == (("name", ((4, 8), (10, 14))),)
    assert contents(walk.go("light-names").reading).article.item(1).marks == before


def test_what_was_looked_for_in_a_text_is_kept() -> None:
    """The reader asks with every key for the name that the word at hand belongs to."""
    table = NameTable([("طوكيو",)])
    text = "قالت طوكيو إن طوكيو"
    assert len(table.mentions(text)) == 2
    assert table.mentions(text) is table.mentions(text)


def test_where_names_begin_together_the_longer_is_told_first_and_then_that_named_first() -> None:
    table = NameTable([["أحمد"], ["أحمد الكبير"], ["أحمد"]])
    assert [one.name for one in table.mentions("قال أحمد الكبير")] == [1, 0, 2]


def test_of_names_with_one_form_the_first_stands_first() -> None:
    found = NameTable([["أحمد"]] * 20).mentions("قال أحمد")
    assert [one.name for one in found] == [*range(20)]


def test_a_mention_ends_where_it_does_in_what_is_new_too() -> None:
    walk = Walk(named(), None).go("show-name", ("أحمد",))
    walk.reading = reloaded(walk.reading, replace(named(), bottom_line="Other."))
    assert walk.go("open").reading.standing_word == Place(1, 4, 8)
