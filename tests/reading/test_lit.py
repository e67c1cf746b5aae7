"""What a search lights in article and summary, and which hit is the current one."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.document import Section
from briefing.reading import contents
from briefing.reading.contents import ArticleContents, SummaryContents
from briefing.reading.items import ClaimItem
from briefing.reading.lit import found_by_view
from briefing.reading.marks import evidence, marks_in, merged
from briefing.reading.selection import Place, Selection
from briefing.reading.standing import stand_on
from briefing.settings.words import say
from tests.reading.conftest import TEXTS, Walk, bare, claim, small


@pytest.fixture(autouse=True)
def _clock_stands_still(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hits are counted as long as there is time: all of them, whatever else the machine has to do."""
    monkeypatch.setattr("briefing.reading.tally.monotonic", lambda: 0.0)


def panes(walk: Walk) -> tuple[ArticleContents, SummaryContents]:
    shown = contents(walk.reading)
    return shown.article, shown.summary


def test_a_hit_in_the_article_is_the_current_one_there_and_nowhere_else() -> None:
    walk = Walk(None, "full").go("look-for", "الوفد")
    article, summary = panes(walk)
    assert article.lit is not None
    assert summary.lit is not None
    assert ([*article.lit.items], article.lit.item, article.lit.span) == ([2, 3], 2, (10, 15))
    assert (summary.lit.items, summary.lit.item, summary.lit.span) == ([], None, None)
    assert [article.item(at).marks for at in (1, 2, 3)] == [
        (),
        (("current-hit", ((10, 15),)),),
        (("hit", ((10, 15),)),),
    ]
    assert [*article.hits] == [2, 3]
    assert [*article.hit_places(2)] == [10]
    assert article.lit.counted == 2


def test_a_hit_in_the_summary_is_the_current_one_there_and_nowhere_else() -> None:
    walk = Walk(None, "full").go("look-for", "wrote").go("next-hit")
    article, summary = panes(walk)
    assert article.lit is not None
    assert summary.lit is not None
    assert (summary.lit.items, summary.lit.item, summary.lit.span) == ([3, 4], 4, (17, 22))
    assert ([*article.lit.items], article.lit.item, article.lit.span) == ([], None, None)
    items = [summary.item(at) for at in (3, 4)]
    assert all(isinstance(item, ClaimItem) for item in items)
    assert [item.marks for item in items] == [(("hit", ((6, 11),)),), (("current-hit", ((17, 22),)),)]


def test_of_two_hits_in_one_text_one_is_the_current_one() -> None:
    twice = replace(bare().paragraphs[0], text="كتب كتب")
    walk = Walk(replace(bare(), paragraphs=(twice, *bare().paragraphs[1:])), None).go("look-for", "كتب")
    article, _ = panes(walk)
    assert article.item(0).marks == (("hit", ((4, 7),)), ("current-hit", ((0, 3),)))


def test_a_section_lights_its_own_hits() -> None:
    article, _ = panes(Walk(None, "2").go("look-for", "الوفد"))
    assert article.lit is not None
    assert [*article.lit.items] == [0, 1]
    assert found_by_view(Walk(None, "2").go("look-for", "الوفد").reading) == (2, 0, 2)
    one = replace(small(), sections=small().sections[:1])
    assert found_by_view(Walk(one, None).go("look-for", "الوفد").reading) == (2, 0)
    assert found_by_view(Walk(bare(), None).go("look-for", "الوفد").reading) == (), "of one view none is said"


def test_another_section_lights_its_own_hits_of_the_same_search() -> None:
    walk = Walk(None, "2").go("look-for", "الوفد").go("accept-search")
    assert [*panes(walk)[0].hits] == [0, 1]
    assert [*panes(walk.go("open-view", 1))[0].hits] == []
    assert [*panes(walk.go("open-view", 0))[0].hits] == [2, 3]


def test_nothing_is_lit_without_a_search_or_before_a_letter_is_typed() -> None:
    for walk in (Walk(None, "full"), Walk(None, "full").go("look-for", "الوفد").go("look-for", "")):
        article, summary = panes(walk)
        assert (article.lit, summary.lit, article.hits, article.hit_places(0)) == (None, None, (), ())
        assert found_by_view(walk.reading) == ()


def test_hits_are_lit_in_the_bottom_line_and_not_in_its_heading() -> None:
    shown = panes(Walk(section=None).go("look-for", "bottom line"))[1]
    heading, line = shown.item(0), shown.item(1)
    assert (heading.text, heading.marks) == (say("summary.bottom-line"), ())
    assert [*line.marks] == [("current-hit", ((4, 15),))]


# Marks beside hits.


def test_slices_that_touch_become_one() -> None:
    assert merged([(5, 7), (0, 2), (6, 9)]) == ((0, 2), (5, 9))
    assert merged([(1, 3), (2, 4), (4, 6)]) == ((1, 6),)
    assert merged([(0, 9), (2, 4)]) == ((0, 9),)
    assert merged([(0, 2), (5, 9), (6, 7)]) == ((0, 2), (5, 9))
    assert merged([]) == ()


def test_a_quote_that_was_not_given_out_lights_all_of_its_paragraph() -> None:
    assert evidence(small(), claim("A.", (3, ""))) == {3: ((0, len(TEXTS[2])),)}


def test_of_a_part_only_what_lies_in_it_is_marked_in_the_order_of_the_roles() -> None:
    marks = marks_in({"citation": {1: ()}, "evidence": {1: ((0, 4), (6, 9))}}, 1, 2, 8)
    assert marks == (("evidence", ((0, 2), (4, 6))), ("citation", ()))
    assert marks_in({"evidence": {1: ((0, 4),)}}, 1, 4, 8) == ()
    assert marks_in({"evidence": {1: ((0, 4),)}}, 2, 0, 8) == ()


# Standing where there is nothing to stand on.


def test_a_step_out_of_a_section_stays_where_the_next_has_no_words() -> None:
    texts = ("أولا كتب", "…")
    paragraphs = tuple(replace(one, text=text) for one, text in zip(bare().paragraphs, texts, strict=False))
    sections = (Section("a", "A", "", (1,)), Section("b", "B", "", (2,)))
    walk = Walk(replace(bare(), paragraphs=paragraphs, sections=sections), "a")
    for _ in range(5):
        walk.go("next-word")
    assert walk.reading.view == 1
    assert walk.reading.word is not None
    assert walk.reading.word.start == 5


def test_the_first_word_of_the_first_passage_can_be_stood_on() -> None:
    reading = stand_on(Walk(bare(), None).reading, 0, 1).reading
    assert reading.word is not None
    assert (reading.word.item, reading.word.start) == (0, 0)


def test_a_selection_in_the_summary_stays_while_words_of_the_article_are_stood_on() -> None:
    one = Selection(Place(0, 0, 1), Place(0, 1, 2))
    walk = Walk().go("focus", "summary").go("select", "summary", one).go("focus", "article")
    selected = walk.reading.selected
    assert walk.go("next-word").reading.selected == selected


def test_a_long_paragraph_begins_with_a_sentence_however_the_one_before_it_ended() -> None:
    text = "كلمة " * 7000
    paragraphs = tuple(replace(one, text=text) for one in bare().paragraphs[:2])
    briefing = replace(bare(), paragraphs=paragraphs, sections=(Section("text", "", "", (1, 2)),))
    walk = Walk(briefing, None)
    first = walk.reading.open.passage_of(2, 0)
    assert first is not None
    assert walk.reading.open.passage(first).base is not None
    walk.go("put-cursor", "article", first - 1).go("next-sentence")
    assert walk.reading.word is not None
    assert (walk.reading.word.item, walk.reading.word.start) == (first, 0)
