"""Peeking at the Arabic behind a claim: it stands under it, and copies are the author's words."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.reading import Notify, Reveal, contents
from briefing.reading.copying import selected_text
from briefing.reading.items import ClaimItem
from briefing.reading.selection import Place, Selection
from tests.reading.conftest import Walk


def test_the_quotes_stand_under_the_claim_until_they_are_hidden_again() -> None:
    walk = Walk().go("focus", "summary").go("put-cursor", "summary", 1).go("peek")
    assert [effect.item for effect in walk.effects if isinstance(effect, Reveal)] == [1, 1]
    item = contents(walk.reading).summary.item(1)
    assert isinstance(item, ClaimItem)
    assert item.text == "Ahmad spoke, and wrote.\nقال\nكتب\nكلاما"
    assert [(one.number, item.text[one.start : one.end]) for one in item.quotes] == [
        (2, "قال"),
        (1, "كتب"),
        (2, "كلاما"),
    ]
    other = contents(walk.reading).summary.item(0)
    assert isinstance(other, ClaimItem)
    assert other.quotes == ()
    hidden = contents(walk.go("peek").reading).summary.item(1)
    assert hidden == replace(item, text="Ahmad spoke, and wrote.", quotes=())


def test_more_than_one_stays_open_and_in_every_view() -> None:
    walk = Walk().go("focus", "summary").go("peek").go("put-cursor", "summary", 1).go("peek").go("open-full")
    items = [contents(walk.reading).summary.item(n) for n in range(len(walk.reading.open.items))]
    assert sum(isinstance(item, ClaimItem) and bool(item.quotes) for item in items) == 2


def test_without_a_claim_that_is_said() -> None:
    walk = Walk(section=None).go("focus", "summary")
    walk.reading = walk.reading.changed(item=0)
    walk.go("peek")
    assert [type(effect) for effect in walk.effects] == [Notify]
    assert not walk.reading.peeked


def test_what_is_selected_of_a_quote_is_copied_as_its_author_wrote_it() -> None:
    walk = Walk().go("focus", "summary").go("put-cursor", "summary", 1).go("peek")
    item = contents(walk.reading).summary.item(1)
    assert isinstance(item, ClaimItem)
    quote = item.quotes[2]
    first, last = Place(1, quote.start, quote.start + 1), Place(1, quote.end - 1, quote.end)
    walk.go("select", "summary", Selection(first, last))
    assert selected_text(walk.reading) == "كلاما"
    assert walk.go("peek").reading.selected is None
