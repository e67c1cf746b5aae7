"""Going from view to view, pane to pane, item to item."""

import pytest

from briefing.document import Paragraph
from briefing.reading import ACTIONS, Copy, Do, Reveal, SavePicture, apply
from briefing.reading.selection import Place, Selection
from tests.reading.conftest import Walk, bare, small


def selection(item: int, start: int, end: int) -> Selection:
    return Selection(Place(item, start, start + 1), Place(item, end - 1, end))


def test_a_reading_opens_at_the_first_paragraph_with_its_claims_and_event_shown() -> None:
    reading = Walk(section=None).reading
    assert (reading.focus, reading.open.key, reading.number, reading.item) == ("article", "full", 1, None)
    assert (reading.linked, reading.event, dict(reading.marks)) == (1, 0, {})


def test_it_opens_at_the_view_asked_for() -> None:
    reading = Walk(section="second").reading
    assert (reading.open.key, reading.number, reading.linked, reading.event) == ("second", 3, 3, 0)


def test_digits_open_views_and_zero_the_full_article() -> None:
    walk = Walk()
    assert walk.go("open-section", "2").reading.open.key == "second"
    assert walk.go("open-section", "0").reading.open.key == "full"
    assert walk.go("open-section", "1").reading.open.key == "first"
    before = walk.reading
    assert walk.go("open-section", "7").reading == before


def test_full_opens_all_paragraphs() -> None:
    reading = Walk().go("open-full").reading
    assert [paragraph.number for paragraph in reading.open.paragraphs] == [1, 2, 3, 4, 5]


def test_sections_are_stepped_through_and_end() -> None:
    walk = Walk()
    keys = [walk.go("next-section").reading.open.key for _ in range(3)]
    assert keys == ["second", "second", "second"]
    keys = [walk.go("previous-section").reading.open.key for _ in range(3)]
    assert keys == ["first", "full", "full"]


def test_the_view_that_is_open_is_not_opened_anew() -> None:
    walk = Walk().go("put-cursor", "article", 1)
    assert walk.go("open-view", 1).reading.passage == 1
    assert walk.go("open-view", 9).reading.view == 1
    assert walk.go("open-view", -1).reading.view == 1


def test_another_view_begins_at_its_first_paragraph_with_nothing_marked_or_selected() -> None:
    walk = Walk().go("next-pane").go("select", "article", selection(0, 0, 4)).go("focus", "article")
    walk.go("put-cursor", "article", 1).go("next-section")
    reading = walk.reading
    assert (reading.passage, reading.item, reading.selected, walk.lit, walk.cited) == (
        0,
        None,
        None,
        {},
        set(),
    )
    assert reading.linked == 3


def test_in_the_summary_another_view_begins_at_its_first_claim() -> None:
    walk = Walk().go("next-pane").go("next-section")
    assert walk.reading.claim == small().sections[1].claims[0]
    assert walk.lit == {4: ["عاد"], 3: ["وصل"]}
    walk.go("open-full")
    assert walk.reading.claim == small().sections[0].claims[0]


def test_panes_are_gone_round() -> None:
    walk = Walk()
    order = [walk.go("next-pane").reading.focus for _ in range(4)]
    assert order == ["summary", "timeline", "sidebar", "article"]
    order = [walk.go("previous-pane").reading.focus for _ in range(4)]
    assert order == ["sidebar", "timeline", "summary", "article"]


def test_panes_without_anything_in_them_are_passed_over() -> None:
    walk = Walk(bare())
    assert [walk.go("next-pane").reading.focus for _ in range(3)] == ["article"] * 3
    assert walk.reading.panes == ("article",)


def test_t_goes_to_the_timeline_and_back() -> None:
    walk = Walk().go("timeline")
    assert walk.reading.focus == "timeline"
    assert walk.go("timeline").reading.focus == "article"
    assert Walk(bare()).go("timeline").reading.focus == "article"
    assert Walk().go("focus", "summary").go("timeline").reading.focus == "timeline"


def test_escape_goes_to_the_article() -> None:
    assert Walk().go("focus", "sidebar").go("article").reading.focus == "article"


def test_a_place_in_the_sidebar_is_a_view() -> None:
    assert Walk().go("focus", "sidebar").go("put-cursor", "sidebar", 2).reading.open.key == "second"


@pytest.mark.parametrize(
    ("pane", "index"), [("article", 2), ("article", -1), ("summary", 2), ("summary", -1)]
)
def test_a_place_that_is_not_there_changes_nothing(pane: str, index: int) -> None:
    walk = Walk()
    before = walk.reading
    assert walk.go("put-cursor", pane, index).reading == before


def test_enter_in_the_sidebar_reads_the_section() -> None:
    assert Walk().go("focus", "sidebar").go("open").reading.focus == "article"


def test_enter_in_the_article_changes_nothing() -> None:
    walk = Walk()
    before = walk.reading
    assert walk.go("open").reading == before


def test_enter_on_a_claim_goes_to_its_first_paragraph_and_keeps_its_words_lit() -> None:
    walk = Walk().go("next-pane").go("put-cursor", "summary", 1).go("open")
    assert (walk.reading.focus, walk.reading.number) == ("article", 1)
    assert walk.lit == {2: ["قال", "كلاما"], 1: ["كتب"]}
    assert walk.cited == {1, 2}


def test_pinned_words_stay_lit_until_one_leaves_their_paragraphs() -> None:
    walk = Walk().go("open-full").go("focus", "summary").go("put-cursor", "summary", 4).go("open")
    assert walk.reading.claim is None or walk.lit
    walk.go("put-cursor", "article", 0)
    assert 1 in walk.lit
    walk.go("put-cursor", "article", 1)
    assert 1 in walk.lit
    walk.go("put-cursor", "article", 2)
    assert walk.lit == {}
    walk.go("put-cursor", "article", 1)
    assert walk.lit == {}, "what was left is forgotten"


def test_a_paragraph_of_another_section_is_gone_to_in_the_full_article() -> None:
    walk = Walk().go("go-to", 5)
    assert (walk.reading.open.key, walk.reading.number, walk.reading.linked) == ("full", 5, 5)
    assert walk.reading.event == 2
    assert Reveal("article", 4) in walk.effects


def test_a_paragraph_of_this_section_is_gone_to_here() -> None:
    walk = Walk().go("go-to", 2)
    assert (walk.reading.open.key, walk.reading.number) == ("first", 2)
    assert Reveal("article", 1) in walk.effects


def test_a_paragraph_that_is_nowhere_is_not_gone_to() -> None:
    walk = Walk()
    before = walk.reading
    assert walk.go("go-to", 6).reading == before


def test_a_name_is_lit_wherever_it_stands() -> None:
    walk = Walk(section="second").go("show-name", ("أحمد",))
    assert walk.lit == {1: ["أحمد"], 2: ["أحمد"]}
    assert (walk.reading.number, walk.reading.open.key, walk.reading.focus) == (1, "full", "article")
    before = walk.reading
    assert walk.go("show-name", ("زيد",)).reading == before


def test_every_occurrence_of_a_name_is_found() -> None:
    briefing = small()
    changed = (*briefing.paragraphs[:4], Paragraph(5, "أحمد وأحمد"))
    from msgspec.structs import replace

    walk = Walk(replace(briefing, paragraphs=changed)).go("show-name", ("أحمد",))
    assert walk.lit[5] == ["أحمد", "أحمد"]
    assert walk.reading.marks["evidence"][5] == ((0, 4), (6, 10))


# The timeline.


def timeline() -> Walk:
    return Walk().go("dates-read", (1, 0, 2)).go("timeline")


def test_events_are_stepped_through_in_the_order_of_time() -> None:
    walk = timeline()
    assert walk.reading.event == 0
    assert walk.go("later-event").reading.event == 2
    assert walk.go("later-event").reading.event == 2
    assert [walk.go("earlier-event").reading.event for _ in range(3)] == [0, 1, 1]
    assert walk.go("last-event").reading.event == 2
    assert walk.go("first-event").reading.event == 1


def test_before_the_dates_are_read_no_event_is_stepped_to() -> None:
    walk = Walk().go("timeline")
    for name in ("later-event", "earlier-event", "first-event", "last-event"):
        assert walk.go(name).reading.event == 0


def test_from_no_event_one_steps_to_the_first_or_the_last() -> None:
    for name, expected in (("later-event", 1), ("earlier-event", 2)):
        walk = timeline()
        walk.reading = walk.reading.changed(event=None)
        assert walk.go(name).reading.event == expected


def test_an_event_marks_its_paragraphs_and_shows_the_first_that_is_here() -> None:
    walk = timeline().go("select-event", 1)
    assert (walk.cited, walk.lit) == ({2, 4}, {})
    assert walk.effects == (Reveal("article", 1),)
    walk = Walk(section="second").go("select-event", 1)
    assert walk.effects == (Reveal("article", 1),)
    assert Walk().go("select-event", 2).effects == ()


def test_the_event_that_is_selected_is_not_selected_anew() -> None:
    walk = timeline().go("select-event", 1).go("focus", "article").go("put-cursor", "article", 1)
    assert walk.reading.event == 1
    assert walk.go("select-event", 1).cited == set()
    assert walk.go("select-event", 3).reading.event == 1
    assert walk.go("select-event", -1).reading.event == 1


def test_enter_on_an_event_goes_to_its_first_paragraph() -> None:
    walk = timeline().go("last-event").go("open")
    assert (walk.reading.focus, walk.reading.number, walk.reading.open.key) == ("article", 5, "full")


def test_keys_of_the_timeline_do_nothing_elsewhere() -> None:
    walk = Walk().go("dates-read", (1, 0, 2))
    assert walk.go("later-event").reading.event == 0


def test_the_palette_shows_an_event() -> None:
    walk = Walk().go("show-event", 1)
    assert (walk.reading.focus, walk.reading.event, walk.cited) == ("timeline", 1, {2, 4})


# What only the front end does.


def test_what_is_asked_of_the_front_end() -> None:
    for name in ("help", "palette", "suspend", "quit"):
        assert Walk().go(name).effects == (Do(name),)
    assert Walk(section="second").go("picture").effects == (SavePicture("second"),)


def test_what_depends_on_the_screen_changes_nothing_here() -> None:
    reading = Walk().reading
    for name, action in ACTIONS.items():
        if action.run is None:
            assert apply(reading, name) == (reading, ())


# Copying.


def copied(walk: Walk) -> tuple[str, str]:
    """What the last action puts on the clipboard, and what that is called."""
    (effect,) = walk.effects
    assert isinstance(effect, Copy)
    return effect.text, effect.what


def test_the_selection_is_copied_as_the_author_wrote_it() -> None:
    walk = Walk().go("select", "article", selection(0, 5, 8)).go("copy-selection")
    assert copied(walk) == ("كتب", "Selection")


def test_a_selection_over_paragraphs_has_a_blank_line_between_them() -> None:
    over = Selection(Place(0, 9, 10), Place(1, 4, 5))
    walk = Walk().go("select", "article", over).go("copy-selection")
    assert copied(walk) == ("أحمد\n\nثانيا", "Selection")


def test_a_claim_is_selected_without_its_line_ends() -> None:
    walk = Walk().go("select", "summary", selection(1, 0, 23)).go("copy-selection")
    assert copied(walk) == ("Ahmad spoke, and wrote.", "Selection")


def test_only_one_pane_has_a_selection() -> None:
    walk = Walk().go("select", "article", selection(0, 0, 4)).go("select", "summary", None)
    assert walk.reading.selected is not None
    assert walk.go("select", "article", None).reading.selected is None
    walk.go("select", "article", selection(0, 0, 4)).go("select", "summary", selection(0, 0, 5))
    assert copied(walk.go("copy-selection")) == ("Ahmad", "Selection")


def test_nothing_selected_and_no_claim_are_said() -> None:
    assert "Nothing is selected" in str(Walk().go("copy-selection").effects)
    assert "No claim is selected" in str(Walk().go("copy-claim").effects)


def test_a_claim_is_copied_with_its_evidence() -> None:
    walk = Walk().go("next-pane").go("copy-claim")
    assert copied(walk) == ("Ahmad wrote.\n¶1 «كتب»\n\nSource: a.toml", "Claim")


def test_a_summary_is_copied_under_its_title() -> None:
    text, what = copied(Walk(section="second").go("copy-summary"))
    assert what == "Summary of Second"
    assert "They came. ¶3 ¶4" in text


def test_the_cursor_stays_on_what_there_is() -> None:
    walk = Walk().go("put-cursor", "article", 1)
    for index in (-1, 2, 9):
        assert walk.go("put-cursor", "article", index).reading.number == 2
    assert walk.go("put-cursor", "article", 0).reading.number == 1
    walk.go("next-pane").go("put-cursor", "summary", 1)
    for index in (-1, 2, 9):
        assert walk.go("put-cursor", "summary", index).reading.item == 1
    assert walk.go("put-cursor", "summary", 0).reading.item == 0


def test_an_event_that_rests_on_nothing_leads_nowhere() -> None:
    from msgspec.structs import replace

    from tests.reading.conftest import event

    walk = Walk(replace(small(), events=(event("2010", "Alone"), event("2011", "Other", 2))))
    walk.go("timeline").go("select-event", 1).go("select-event", 0)
    before = walk.reading
    assert walk.go("open").reading is before
    assert walk.effects == ()


def test_stepping_through_events_ends_at_both_ends() -> None:
    walk = Walk().go("dates-read", (1, 0, 2)).go("timeline").go("first-event")
    assert walk.reading.event == 1
    assert walk.go("earlier-event").reading.event == 1
    assert walk.go("later-event").reading.event == 0
    assert walk.go("last-event").reading.event == 2
    assert walk.go("later-event").reading.event == 2
    assert walk.go("earlier-event").reading.event == 0
