"""Searching: from where the reader stands through all there is, and back."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.document import Briefing, Name, Paragraph, Section, Title
from briefing.reading import contents
from briefing.reading.search import ARTICLE, Search
from briefing.reading.selection import Place
from briefing.reading.tally import Tally
from tests.reading.conftest import Walk, bare
from tests.tui.doubled import in_doubled_words


def search_of(walk: Walk) -> Search:
    assert walk.reading.search is not None
    return walk.reading.search


def article(*texts: str, names: tuple[Name, ...] = ()) -> Briefing:
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    half = len(texts) // 2
    sections = (
        Section("a", "A", "", tuple(range(1, half + 1))),
        Section("b", "B", "", tuple(range(half + 1, len(texts) + 1))),
    )
    return replace(bare(), title=Title("", "x"), paragraphs=paragraphs, sections=sections, names=names)


def said(walk: Walk) -> str:
    shown = contents(walk.reading).search
    return shown.said if shown is not None else ""


def test_what_is_typed_is_found_from_where_the_reader_stands_in_the_section_at_hand() -> None:
    walk = Walk(article("كتاب", "قلم", "كِتاب", "الكتاب كتاب"), "b")
    walk.go("look-for", "كتاب")
    assert (walk.reading.view, walk.reading.number, said(walk)) == (2, 3, "2 of 4")
    assert contents(walk.reading).sidebar.found == (4, 1, 3)


def test_next_goes_through_other_sections_and_round() -> None:
    walk = Walk(article("كتاب", "قلم", "كِتاب", "الكتاب كتاب"), "b")
    walk.go("look-for", "كتاب").go("accept-search")
    seen = []
    for _ in range(4):
        walk.go("next-hit")
        seen.append((walk.reading.view, walk.reading.number, said(walk)))
    assert seen == [(2, 4, "3 of 4"), (2, 4, "4 of 4"), (1, 1, "1 of 4, from the top"), (2, 3, "2 of 4")]
    walk.go("previous-hit").go("previous-hit")
    assert (walk.reading.number, said(walk)) == (4, "4 of 4, from the end")


def test_the_only_hit_is_the_next_one() -> None:
    walk = Walk(article("قلم", "كتاب"), "a").go("look-for", "كتاب")
    assert (walk.reading.view, said(walk)) == (2, "1 of 1")
    assert said(walk.go("next-hit")) == "1 of 1, from the top"


def test_esc_goes_back_to_where_one_was_and_enter_stays() -> None:
    walk = Walk(article("قلم", "قلم", "كتاب", "كتاب"), "a")
    before = walk.reading
    walk.go("look-for", "كتا").go("look-for", "كتاب")
    assert walk.reading.view == 2
    walk.go("cancel-search")
    assert walk.reading == before
    walk.go("look-for", "كتاب").go("accept-search").go("article")
    assert (walk.reading.search, walk.reading.view, walk.reading.number) == (None, 2, 3)


def test_what_is_not_found_leaves_the_reader_where_they_were() -> None:
    walk = Walk(article("قلم", "كتاب"), "a").go("look-for", "كت").go("look-for", "كتx")
    assert (walk.reading.view, walk.reading.number, said(walk)) == (1, 1, "No match")
    walk.go("look-for", "")
    assert (walk.reading.number, said(walk)) == (1, "")
    assert walk.go("accept-search").reading.search is None


def test_a_name_leads_to_where_it_is_first_mentioned() -> None:
    names = (Name("person", "Ahmad", ("أحمد",), "poet"),)
    walk = Walk(article("قلم", "قال أحمد", names=names), "a").go("look-for", "poet")
    assert (walk.reading.number, said(walk)) == (2, "1 of 1, name: Ahmad")


def test_this_word_is_searched_in_any_spelling() -> None:
    walk = Walk(article("إِيران بلد", "ايران", "أيران"), None)
    walk.go("search-word")
    assert search_of(walk).typed == "ايران"
    assert (walk.reading.number, said(walk)) == (2, "2 of 3")


def test_hits_are_lit_in_the_passages_in_sight_and_the_current_one_apart() -> None:
    walk = Walk(article("كتاب وكِتابٌ", "قلم"), "a").go("look-for", "كتاب")
    marks = dict(contents(walk.reading).article.item(0).marks)
    assert marks == {"current-hit": ((0, 4),), "hit": ((6, 12),)}


def test_a_bad_expression_is_said_and_a_catastrophic_one_ends() -> None:
    walk = Walk(article("a" * 60 + "b", "قلم 12 ٣٤"), "a")
    walk.go("look-for", "(", False, True)
    assert said(walk) == "Not an expression: a bracket has no partner"
    with in_doubled_words():
        walk.go("look-for", r"\p{x}", False, True)
        assert said(walk) == "Not Not an an expression expression: no no such such property property"
    walk.go("look-for", "(a|aa)+$", False, True)
    assert said(walk) == "Takes too long"
    walk.go("look-for", r"\d+", False, True)
    assert search_of(walk).total == 2
    walk.go("look-for", r"ق.م", True, True)
    assert search_of(walk).total == 1


def test_a_hit_of_an_expression_that_takes_too_long_may_be_gone() -> None:
    walk = Walk(article("a" * 40_000 + " ثم " + "ا" * 40_000), "a")
    walk.go("look-for", "(a+)+$", False, True)
    assert said(walk) == "Takes too long"
    walk.go("next-hit")
    assert contents(walk.reading).article.item(0).text


def test_no_search_yet_is_said() -> None:
    walk = Walk(article("قلم", "كتاب"), "a").go("next-hit")
    assert len(walk.effects) == 1


def test_the_first_hit_is_behind_the_word_that_is_stood_on_or_in_another_passage() -> None:
    briefing = article("قلم", "كتاب", "كتاب قلم كتاب", "قلم كتاب")
    cases = ((0, None, "2 of 4"), (0, 5, "3 of 4"), (0, 9, "3 of 4"), (0, 10, "4 of 4"), (1, 5, "2 of 4"))
    for passage, word, expected in cases:
        walk = Walk(briefing, "b").go("put-cursor", "article", passage)
        if word is not None:
            walk.reading = walk.reading.changed(word=Place(passage, word, word + 3))
        assert said(walk.go("look-for", "كتاب")) == expected, (passage, word)


def test_a_hit_that_is_gone_is_where_its_text_begins() -> None:
    search = search_of(Walk(article("قلم كتاب", "قلم"), "a").go("look-for", "كتاب"))
    spans = [search.tally.units.span(search.query, ARTICLE, 0, nth) for nth in (0, 1, 2)]
    assert spans == [(4, 8), (0, 0), (0, 0)]


def test_nothing_is_said_to_be_found_in_sections_before_something_is_searched_for() -> None:
    walk = Walk(article("قلم", "كتاب", "كتاب", "قلم"), "a")
    assert contents(walk.reading).sidebar.found == ()
    assert contents(walk.go("look-for", "كتاب").reading).sidebar.found == (2, 1, 1)


def test_all_is_counted_once_the_last_name_is() -> None:
    names = tuple(Name("person", f"Name {n}", (f"كتاب{n}",), "") for n in range(3))
    units = search_of(Walk(article("قلم", "كتاب", names=names), "a").go("look-for", "كتاب")).tally.units
    query = search_of(Walk(article("قلم"), None).go("look-for", "Name")).query
    tally = Tally(units, query)
    while not tally.is_whole:
        tally.step(0)
    assert tally.total == 3
