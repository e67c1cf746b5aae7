"""The ways to read: which panes each has, what leads from one language to the other, the way out of zen."""

from typing import Any

from briefing.reading import Keep, Notify, Reveal, open_reading
from briefing.reading.ways import WAYS
from briefing.settings import Preferences
from briefing.settings.choices import ReadingWay
from briefing.settings.words import say
from tests.reading.conftest import Walk, bare, small


def walk(way: ReadingWay, **preferences: Any) -> Walk:
    """A walk that begins as a person begins who prefers that way."""
    found = Walk()
    found.reading, found.effects = open_reading(small(), 1, Preferences(way=way, **preferences))
    return found


def test_a_key_goes_through_the_ways_and_each_is_kept_and_told_once() -> None:
    walk = Walk()
    for way in (*WAYS[1:], WAYS[0]):
        walk.go("next-way")
        assert walk.reading.way == way
        assert [one for one in walk.effects if isinstance(one, Keep | Notify)] == [
            Keep({"way": way}, say(f"now.way.{way}"))
        ]


def test_a_text_without_a_summary_has_one_way_and_says_so() -> None:
    walk = Walk(bare(), None).go("next-way")
    assert walk.effects == (Notify(say("summary.none")),)
    assert walk.reading.preferences.way == "side-by-side"


def test_one_language_alone_is_opened_at_its_text_and_tab_leads_to_no_other() -> None:
    assert walk("arabic").reading.panes == ("sidebar", "article", "timeline")
    assert walk("english").reading.panes == ("sidebar", "summary", "timeline")
    assert walk("english").reading.focus == "summary"
    assert walk("english").reading.claim is not None


def test_a_citation_leads_from_the_english_alone_to_its_quote_and_back() -> None:
    english = walk("english").go("open")
    assert (english.reading.focus, english.reading.number) == ("article", 1)
    assert english.lit == {1: ["كتب"]}
    for back in ("article", "next-pane", "previous-pane"):
        assert english.go(back).reading.focus == "summary"
        english.go("open")


def test_what_leads_to_the_text_leads_to_the_language_that_is_read() -> None:
    english = walk("english")
    for pane in ("sidebar", "timeline"):
        assert english.go("focus", pane).go("article").reading.focus == "summary"
    assert english.go("timeline").go("timeline").reading.focus == "summary"
    assert english.go("focus", "sidebar").go("open").reading.focus == "summary"


def test_taking_a_way_gives_the_focus_to_what_it_shows() -> None:
    assert Walk().go("focus", "summary").go("take-way", "arabic").reading.focus == "article"
    assert Walk().go("take-way", "english").reading.focus == "summary"
    assert Walk().go("timeline").go("take-way", "english").reading.focus == "timeline"


def test_zen_has_only_the_text_and_says_once_how_to_leave_it() -> None:
    walk = Walk().go("timeline").go("zen")
    assert walk.reading.zen
    assert walk.reading.focus == "article"
    assert walk.reading.panes == ("article", "summary")
    assert Notify(say("now.zen")) in walk.effects
    assert not any(isinstance(one, Keep) for one in walk.effects)
    assert not walk.go("zen").reading.zen


def test_escape_leads_to_the_text_first_and_out_of_zen_then() -> None:
    walk = Walk().go("zen").go("timeline")
    assert walk.go("article").reading.focus == "article"
    assert walk.reading.zen
    assert not walk.go("article").reading.zen


def test_a_text_without_a_summary_can_be_read_in_zen() -> None:
    walk = Walk(bare(), None).go("zen")
    assert walk.reading.panes == ("article",)
    assert not walk.go("article").reading.zen


def revealed(walk: Walk) -> list[tuple[str, int]]:
    return [(one.pane, one.item) for one in walk.effects if isinstance(one, Reveal)]


def test_what_one_stands_on_stays_in_sight_in_every_way() -> None:
    walk = Walk().go("put-cursor", "article", 1).go("focus", "summary").go("put-cursor", "summary", 1)
    assert revealed(walk.go("take-way", "interleaved")) == [("summary", 1)], "the claim, which has the focus"
    walk.go("focus", "article").go("take-way", "side-by-side")
    assert revealed(walk) == [("article", 1), ("summary", 1)]
    assert revealed(walk.go("take-way", "interleaved")) == [("article", 1)]
    bare_walk = Walk(bare(), None).go("put-cursor", "article", 2).go("zen")
    assert revealed(bare_walk) == [("article", 2)]
