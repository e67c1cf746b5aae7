"""From a paragraph to the claims that rest on it, where none does, and where one rests on little."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.document import Briefing, Citation, Claim
from briefing.reading import Notify, Reveal, contents
from briefing.reading.items import ClaimItem
from briefing.reading.resting import weakness
from tests.reading.conftest import Walk, bare, claim, small


def said(walk: Walk) -> list[str]:
    return [effect.words for effect in walk.effects if isinstance(effect, Notify)]


def test_from_a_paragraph_to_the_claims_on_it_one_by_one() -> None:
    walk = Walk().go("claim-here")
    assert (walk.reading.focus, walk.reading.item) == ("summary", 0)
    assert Reveal("summary", 0) in walk.effects
    assert walk.lit == {1: ["كتب"]}
    assert walk.go("claim-here").reading.item == 1
    assert walk.go("claim-here").reading.item == 0, "round and round"


def test_from_each_claim_on_a_paragraph_to_the_next_and_from_the_last_to_the_first() -> None:
    claims = tuple(claim(f"Claim {n}.", (1, "كتب")) for n in range(3))
    walk = Walk(replace(small(), sections=(replace(small().sections[0], claims=claims),)))
    come_to = [walk.go("claim-here").reading.item for _ in range(5)]
    assert come_to == [0, 1, 2, 0, 1]


def test_back_to_the_claim_that_led_here() -> None:
    walk = Walk().go("focus", "summary").go("put-cursor", "summary", 1).go("open")
    assert (walk.reading.focus, walk.reading.number) == ("article", 1)
    walk.go("claim-here")
    assert (walk.reading.focus, walk.reading.item) == ("summary", 1), "not the first on that paragraph"
    assert walk.go("open").reading.number == 2, "and on from there"


def test_back_to_the_event_that_led_here() -> None:
    walk = Walk(section=None).go("open-event", 1)
    assert walk.reading.number == 2
    walk.go("claim-here")
    assert (walk.reading.focus, walk.reading.event) == ("timeline", 1)
    assert walk.go("open").reading.number == 4


def test_where_no_claim_rests_that_is_said() -> None:
    walk = Walk(section=None).go("put-cursor", "article", 4).go("claim-here")
    assert said(walk) == ["No claim rests on ¶5."]
    assert walk.reading.focus == "article"
    assert said(Walk(bare()).go("claim-here")) == ["This text comes without claims."]
    walk = Walk().go("put-cursor", "article", 1).go("claim-here").go("claim-here")
    assert said(walk) == ["No other claim rests on ¶2."]


def test_bare_paragraphs_are_marked_and_counted_once_that_is_wanted() -> None:
    walk = Walk(section=None)
    assert "bare" not in contents(walk.reading).article.marks
    assert contents(walk.reading).sidebar.item(0).bare is None
    shown = contents(walk.go("show-resting").reading)
    assert shown.article.item(4).marks == (("bare", ()),)
    assert not shown.article.item(0).marks
    assert [shown.sidebar.item(n).bare for n in range(3)] == [1, 0, 0]
    assert said(walk) == ["□ 1 of 5 paragraphs under no claim, ? 3 of 3 claims weak"]
    assert "bare" not in contents(walk.go("show-resting").reading).article.marks


def test_a_text_without_claims_has_nothing_to_show() -> None:
    walk = Walk(bare()).go("show-resting")
    assert said(walk) == ["This text comes without claims."]
    assert not walk.reading.shows_resting


def quoting(quote: str) -> tuple[Briefing, Claim]:
    claim = Claim("One.", (Citation(2, quote),))
    return replace(small(), sections=(replace(small().sections[0], claims=(claim,)),)), claim


@pytest.mark.parametrize(
    ("quote", "reasons"),
    [
        ("ثانيا قال أحمد", ()),
        ("قال", ("of ¶2 only one word is quoted",)),
        ("قال أحمد", ("of ¶2 only two words are quoted",)),
        ("ا", ("of ¶2 only one word is quoted", "the words quoted stand 5 times in ¶2")),
    ],
)
def test_what_is_weak(quote: str, reasons: tuple[str, ...]) -> None:
    assert weakness(*quoting(quote)) == reasons


def test_why_a_claim_is_weak_is_said_to_who_stands_on_it() -> None:
    walk = Walk().go("focus", "summary").go("put-cursor", "summary", 1)
    assert not said(walk), "not unless it is wanted"
    walk.go("show-resting").go("put-cursor", "summary", 0)
    assert said(walk) == ["Weak evidence: of ¶1 only one word is quoted"]
    item = contents(walk.reading).summary.item(0)
    assert isinstance(item, ClaimItem)
    assert item.is_weak
