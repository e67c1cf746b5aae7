"""From claim to claim on one paragraph, and what is lit and shown of each."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.document import Briefing
from briefing.reading import Notify, Reveal
from briefing.reading.peeking import peek, summary_text
from briefing.settings.words import say
from tests.reading.conftest import Walk, claim, small


def three() -> Briefing:
    """Three claims on the first paragraph, the third on the second as well."""
    claims = (claim("A.", (1, "كتب")), claim("B.", (1, "أولا")), claim("C.", (1, "أحمد"), (2, "قال")))
    return replace(small(), sections=(replace(small().sections[0], claims=claims), small().sections[1]))


def test_each_of_them_has_its_turn() -> None:
    walk, seen = Walk(three()), list[int | None]()
    for _ in range(5):
        walk.go("claim-here")
        seen.append(walk.reading.item)
    assert seen == [0, 1, 2, 0, 1]


def test_who_stands_on_none_comes_to_the_first() -> None:
    walk = Walk(three()).go("focus", "summary")
    walk.reading = walk.reading.changed(item=None)
    assert walk.go("claim-here").reading.item == 0


def test_another_claim_than_the_one_that_led_here_leads_on_by_itself() -> None:
    walk = Walk(three()).go("focus", "summary").go("put-cursor", "summary", 2).go("open")
    assert walk.reading.trail is not None
    walk.go("claim-here")
    assert (walk.reading.item, walk.reading.trail is None) == (2, False), "back where it came from"
    last = walk.go("claim-here").reading
    assert last.item == 0
    assert last.trail is None


def test_the_words_of_the_claim_come_into_sight_before_it_does() -> None:
    walk = Walk(three()).go("claim-here")
    panes = [effect.pane for effect in walk.effects if isinstance(effect, Reveal)]
    assert (panes[0], panes[-1]) == ("article", "summary")
    assert walk.lit == {1: ["كتب"]}


def test_quotes_that_were_not_given_out_cannot_be_peeked_at() -> None:
    held_back = replace(three().sections[0], claims=(claim("A.", (1, ""), (2, "")),))
    walk = Walk(replace(three(), sections=(held_back, three().sections[1])), "1").go("focus", "summary")
    assert peek(walk.reading) == (walk.reading, (Notify(say("peek.not-given")),))
    one = replace(held_back, claims=(claim("A.", (1, ""), (2, "قال")),))
    walk = Walk(replace(three(), sections=(one, three().sections[1])), "1").go("focus", "summary")
    assert summary_text(walk.go("peek").reading, 0) == "A.\nقال", "those that were, can"


def test_the_last_letter_of_the_quotes_comes_into_sight_and_then_the_claim() -> None:
    walk = Walk(three()).go("focus", "summary").go("put-cursor", "summary", 2).go("peek")
    end = len("C.\nأحمد\nقال") - 1
    assert walk.effects == (Reveal("summary", 2, end), Reveal("summary", 2))
