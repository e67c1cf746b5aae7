"""What one pane shows of what is done in another."""

from briefing.reading import Reveal
from tests.reading.conftest import Walk, bare, small


def test_the_article_leads_to_claims_and_event() -> None:
    walk = Walk().go("put-cursor", "article", 1)
    assert (walk.reading.number, walk.reading.linked, walk.reading.event) == (2, 2, 1)
    assert (walk.lit, walk.cited) == ({}, set())
    assert walk.effects == (Reveal("summary", 1),), "the first claim on the paragraph comes into sight"


def test_the_same_paragraph_again_reveals_nothing() -> None:
    assert Walk().go("put-cursor", "article", 0).effects == ()


def test_a_paragraph_without_claims_reveals_none() -> None:
    walk = Walk().go("open-full").go("put-cursor", "article", 4)
    assert (walk.reading.linked, walk.effects) == (5, ())


def test_a_paragraph_without_an_event_leaves_the_one_selected() -> None:
    walk = Walk().go("put-cursor", "article", 1).go("put-cursor", "article", 0)
    assert walk.reading.event == 1


def test_selecting_a_claim_selects_its_event() -> None:
    walk = Walk().go("focus", "summary")
    assert walk.reading.event == 0, "no event rests on its paragraph"
    assert walk.go("put-cursor", "summary", 1).reading.event == 1
    walk = Walk(section="second").go("focus", "summary")
    assert walk.reading.event == 0, "of an event on each of its paragraphs, the first paragraph's"


def test_coming_to_the_summary_one_stands_on_the_first_claim_of_the_paragraph() -> None:
    assert Walk().go("put-cursor", "article", 1).go("next-pane").reading.item == 1
    assert Walk().go("next-pane").reading.item == 0
    full = Walk().go("open-full").go("put-cursor", "article", 4).go("next-pane")
    assert full.reading.item == 3, "without one, on the first claim: past headings and bottom line"


def test_coming_back_to_the_summary_one_stands_where_one_stood() -> None:
    walk = Walk().go("next-pane").go("put-cursor", "summary", 1).go("article").go("focus", "summary")
    assert walk.reading.item == 1


def test_a_claim_lights_its_words_and_marks_their_paragraphs() -> None:
    walk = Walk().go("next-pane").go("put-cursor", "summary", 1)
    assert walk.lit == {2: ["قال", "كلاما"], 1: ["كتب"]}
    assert walk.cited == {1, 2}
    assert walk.reading.linked is None


def test_the_last_of_the_words_is_revealed_before_the_first() -> None:
    walk = Walk().go("next-pane").go("put-cursor", "summary", 1)
    text = small().paragraphs[1].text
    assert walk.effects == (
        Reveal("article", 1, text.index("كلاما") + len("كلاما") - 1),
        Reveal("article", 0, small().paragraphs[0].text.index("كتب")),
    )


def test_words_of_one_paragraph_are_revealed_from_the_last_to_the_first() -> None:
    text = small().paragraphs[0].text
    start = text.index("كتب")
    assert Walk().go("next-pane").effects == (Reveal("article", 0, start + 2), Reveal("article", 0, start))


def test_words_that_the_view_does_not_show_are_not_revealed() -> None:
    walk = Walk().go("next-pane")
    walk.reading = walk.reading.changed(view=2, item=None)
    from briefing.reading.linking import lit

    assert lit(walk.reading, {1: ((0, 3),)}).effects == ()


def test_back_in_the_article_nothing_is_lit() -> None:
    walk = Walk().go("next-pane").go("article")
    assert (walk.lit, walk.cited, walk.reading.linked) == ({}, set(), 1)


def test_the_sidebar_and_the_timeline_leave_what_is_lit() -> None:
    walk = Walk().go("next-pane").go("timeline")
    assert walk.lit == {1: ["كتب"]}
    assert walk.go("focus", "sidebar").lit == {1: ["كتب"]}


def test_a_text_without_claims_has_nothing_to_link() -> None:
    walk = Walk(bare()).go("put-cursor", "article", 2)
    assert (walk.reading.linked, walk.reading.event, walk.effects) == (3, None, ())
