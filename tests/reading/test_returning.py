"""A document opened again: the reading is where it was left, as far as the document still has that."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.reading import Reading, open_reading
from briefing.reading.effects import Reveal
from briefing.reading.result import Result
from briefing.reading.returning import position_of, returned, section_digest
from briefing.reading.selection import Place
from briefing.settings.positions import Position, Spot
from tests.reading.conftest import Walk, bare, small

NEW = Position(0, "")


def back(position: Position) -> Reading:
    return returned(open_reading(small()), position, asked=False).reading


def left() -> Walk:
    """A reader who has come far."""
    walk = Walk(section="second").go("put-cursor", "article", 1).go("next-word").go("next-word")
    walk.go("focus", "summary").go("timeline").go("select-event", 2).go("seen", 0, 1)
    return walk.go("focus", "summary")


def test_all_of_where_one_stood_comes_back() -> None:
    before = left().reading
    position = position_of(before, NEW, (1, 6))
    assert (position.at.number, position.top) == (4, Spot(4, 6))
    after = returned(open_reading(small()), position, asked=False)
    there = after.reading
    assert (there.view, there.passage, there.item, there.focus, there.event, there.seen) == (
        before.view,
        before.passage,
        before.item,
        "summary",
        before.event,
        ((3, 4),),
    )
    assert there.standing_word == before.standing_word is not None
    assert after.effects[-2:] == (Reveal("article", 1, 6, at_edge=True), Reveal("summary", 0))
    nowhere = returned(open_reading(small()), replace(position, top=Spot()), asked=False)
    assert nowhere.effects[-2] == Reveal("article", 1)


def test_where_no_claim_was_stood_on_only_the_summary_begins_with_one() -> None:
    second = section_digest("second")
    assert back(Position(0, "", second, focus="summary")).item == 0
    assert back(Position(0, "", second, focus="article")).item is None
    assert back(Position(0, "", second, item=0, focus="article")).item == 0
    assert back(Position(0, "", second, event=2, focus="timeline")).event == 2


def test_what_is_no_longer_there_is_left_as_it_is_opened() -> None:
    opened = open_reading(small()).reading
    many, events = len(opened.open.items), len(small().events)
    gone = Position(0, "", "0" * 16, Spot(6, 0), Spot(6, 0), many, events, "nothing", ((1, 1),))
    there = back(gone)
    assert (there.view, there.passage, there.item, there.event, there.focus) == (
        opened.view,
        opened.passage,
        opened.item,
        opened.event,
        opened.focus,
    )
    assert there.seen == ((1, 1),)
    assert there.awaited is None
    other = returned(open_reading(bare()), Position(0, "", focus="timeline"), asked=False).reading
    assert other.focus == "article"


def test_a_word_that_is_no_longer_whole_is_not_stood_on() -> None:
    text = small().paragraph(4).text
    second = section_digest("second")
    for start, length, word in (
        (0, 5, Place(1, 0, 5)),
        (len(text) - 3, 3, Place(1, len(text) - 3, len(text))),
        (len(text) - 3, 4, None),
        (0, 0, None),
    ):
        there = back(Position(0, "", second, Spot(4, start, length)))
        assert (there.passage, there.word) == (1, word), (start, length)


def test_where_a_section_is_asked_for_only_what_was_seen_comes_back() -> None:
    opened = open_reading(small(), 1)
    there = returned(opened, position_of(left().reading, NEW, None), asked=True)
    assert there.reading == opened.reading.changed(seen=((3, 4),))
    assert there.effects == opened.effects


def test_a_place_that_is_no_longer_there_is_the_beginning_of_its_section() -> None:
    opened = Walk(section="second").go("put-cursor", "article", 1).reading
    position = replace(position_of(opened, NEW, None), at=Spot(99))
    found = returned(Result(opened), position, asked=False).reading
    assert (found.open.key, found.passage) == ("second", 0)
