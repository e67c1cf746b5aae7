"""From a claim or an event to its paragraphs, one after the other."""

from msgspec.structs import replace

from briefing.document import Briefing
from briefing.reading import Reveal
from tests.reading.conftest import Walk, claim, event, small


def several() -> Briefing:
    """Events that share paragraphs, and a claim on two paragraphs of its section."""
    events = (event("2010", "First", 2), event("2020", "Second", 2, 4, 5), event("2030", "Third", 4))
    return replace(small(), events=events)


def on_second() -> Walk:
    return Walk(several()).go("dates-read", (0, 1, 2)).go("timeline").go("select-event", 1)


def here(walk: Walk) -> tuple[str, int | None, int | None]:
    return walk.reading.focus, walk.reading.number, walk.reading.event


def test_enter_goes_through_the_paragraphs_of_an_event_and_keeps_it() -> None:
    walk = on_second()
    seen = [here(walk.go("open")) for _ in range(4)]
    assert seen == [("article", number, 1) for number in (2, 4, 5, 2)]


def test_enter_goes_on_from_the_timeline_too() -> None:
    walk = on_second()
    seen = [here(walk.go("focus", "timeline").go("open")) for _ in range(4)]
    assert seen == [("article", number, 1) for number in (2, 4, 5, 2)]


def test_the_first_paragraph_again_after_another_event_was_chosen() -> None:
    walk = on_second().go("open").go("open").go("timeline").go("select-event", 2).go("select-event", 1)
    assert here(walk.go("open")) == ("article", 2, 1)


def test_enter_in_the_article_goes_on_only_from_where_it_led() -> None:
    walk = on_second().go("open").go("open-full").go("put-cursor", "article", 2)
    before = walk.reading
    assert walk.go("open").reading == before


def test_an_event_stays_selected_while_the_reader_is_on_a_paragraph_of_it() -> None:
    walk = on_second().go("open").go("focus", "summary").go("put-cursor", "summary", 1)
    assert walk.reading.event == 1
    assert walk.go("focus", "article").reading.event == 1


def test_enter_goes_through_the_paragraphs_of_a_claim_and_keeps_it() -> None:
    walk = Walk().go("next-pane").go("put-cursor", "summary", 1)
    for number in (1, 2, 1):
        walk.go("open")
        assert (walk.reading.number, walk.reading.item) == (number, 1)
        assert walk.lit == {2: ["قال", "كلاما"], 1: ["كتب"]}
        assert Reveal("summary", 0) not in walk.effects, "another claim on the paragraph"
    walk.go("focus", "summary").go("open")
    assert (walk.reading.number, walk.reading.item) == (2, 1)


def test_the_words_of_the_paragraph_come_into_sight() -> None:
    walk = Walk().go("next-pane").go("put-cursor", "summary", 1).go("open").go("open")
    shown = [effect for effect in walk.effects if isinstance(effect, Reveal) and effect.pane == "article"]
    assert {effect.item for effect in shown} == {1}


def test_a_claim_is_kept_in_the_full_article_too() -> None:
    first = small().sections[0]
    far = claim("Far.", (1, "كتب"), (5, "انتهى"))
    walk = Walk(replace(small(), sections=(replace(first, claims=(*first.claims, far)), small().sections[1])))
    walk.go("next-pane").go("put-cursor", "summary", 2).go("open").go("open")
    assert (walk.reading.open.key, walk.reading.number, walk.reading.claim) == ("full", 5, far)
    assert walk.go("open").reading.number == 1


def test_a_number_leads_to_its_paragraph() -> None:
    walk = Walk(several()).go("follow", "timeline", 1, 5)
    assert here(walk) == ("article", 5, 1)
    assert here(walk.go("open")) == ("article", 2, 1)
    walk = Walk().go("follow", "summary", 1, 2)
    assert (walk.reading.focus, walk.reading.number, walk.reading.item) == ("article", 2, 1)


def test_a_number_that_is_not_there_leads_nowhere() -> None:
    for arguments in (("timeline", 1, 3), ("timeline", 9, 1), ("summary", 0, 2), ("summary", -1, 1)):
        walk = Walk(several())
        before = walk.reading
        assert walk.go("follow", *arguments).reading is before


def test_a_trail_is_left_with_its_claim() -> None:
    walk = Walk().go("focus", "summary").go("put-cursor", "summary", 1).go("open").go("focus", "summary")
    trail = walk.reading.trail
    assert trail is not None
    assert walk.go("put-cursor", "summary", 1).reading.trail == trail
    assert walk.go("put-cursor", "summary", 0).reading.trail is None
