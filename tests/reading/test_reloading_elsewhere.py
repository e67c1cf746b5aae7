"""Another state of the briefing under a reading that goes on: what was left in other views."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.document import Paragraph
from briefing.document.growing import GrowingParagraphs
from briefing.machine import large_bytes
from briefing.reading import apply
from briefing.reading.followed import Followed
from briefing.reading.reloading import reloaded
from briefing.reading.selection import Place
from briefing.reading.views import Outline
from briefing.sources import large_text, load
from tests.reading.conftest import TEXTS, Walk, claim, small
from tests.reading.test_growing_view import WORDS


def test_a_view_that_was_left_is_come_back_to_where_its_paragraph_and_claim_are_now() -> None:
    walk = Walk(section="first").go("put-cursor", "article", 1).go("focus", "summary")
    walk.go("put-cursor", "summary", 1).go("focus", "article").go("next-section")
    first, second = small().sections
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(("جديد", *TEXTS), 1))
    moved = replace(
        small(),
        paragraphs=paragraphs,
        sections=(
            replace(first, paragraphs=(1, 2, 3), claims=(claim("New."), *first.claims)),
            replace(second, paragraphs=(4, 5), claims=()),
        ),
        events=(),
    )
    after = reloaded(walk.reading, moved)
    assert after.open.key == "second"
    back = apply(after, "previous-section").reading
    assert (back.open.key, back.number, back.item) == ("first", 3, 2)


def test_the_event_whose_paragraphs_are_gone_through_is_followed() -> None:
    for index, event in enumerate(small().events):
        walk = Walk().go("focus", "timeline").go("select-event", index).go("open")
        assert walk.reading.trail is not None
        assert walk.reading.trail.origin is event
        events = (replace(small().events[0], title="New", date="1999"), *small().events)
        after = reloaded(walk.reading, replace(small(), events=events))
        assert after.trail is not None
        assert after.trail.origin is events[index + 1]


def test_in_a_text_that_is_counted_anew_the_reader_waits_for_where_they_were(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n\n".join(f"{at} {WORDS}" for at in range(1, 200)), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(large_bytes, "LARGE", 1000)
        patch.setattr(large_text, "CHUNK", 1 << 12)
        walk, again = Walk(load(path), None), load(path)
        paragraphs = walk.reading.briefing.paragraphs
        assert isinstance(paragraphs, GrowingParagraphs)
        while paragraphs.count_on():
            pass
        walk.go("counted", paragraphs.counted)
        first = reloaded(walk.reading, again)
        assert first.awaited is None, "the reader stood at the beginning"
        walk.go("put-cursor", "article", 150)
        number = walk.reading.number
        after = reloaded(walk.reading, again)
        assert not after.passage
        assert after.awaited is not None
        assert after.awaited.at.number == number
        assert reloaded(after, load(path)).awaited == after.awaited, "they wait still"


def test_who_goes_through_mentions_goes_on_in_what_is_new() -> None:
    walk = Walk(section=None).go("show-name", ("أحمد",))
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(("جديد", *TEXTS), 1))
    sections = (replace(small().sections[0], paragraphs=(1, 2, 3), claims=()),)
    moved = replace(small(), paragraphs=paragraphs, sections=sections, events=())
    after = reloaded(walk.reading, moved)
    assert after.number == 2
    there = apply(after, "open").reading
    assert (there.number, there.standing_word) == (3, Place(2, 10, 14))


def test_of_a_view_that_was_left_the_paragraph_before_the_one_that_is_gone_from_it_is_come_back_to() -> None:
    first, second = small().sections
    before = replace(
        small(), sections=(replace(first, paragraphs=(1, 2, 3)), replace(second, paragraphs=(4,)))
    )
    walk = Walk(before, "first").go("put-cursor", "article", 2).go("next-section")
    after = replace(small(), sections=(first, replace(second, paragraphs=(3, 4))))
    back = apply(reloaded(walk.reading, after), "previous-section").reading
    assert (back.open.key, back.number) == ("first", 2)


def test_what_stood_behind_the_last_passage_is_taken_for_the_beginning() -> None:
    view = Outline(small()).views[1]
    followed = Followed(Outline(small()), Outline(small()))
    assert [followed.passage(view, index, view) for index in (None, 0, 1, 2, 9)] == [0, 0, 1, 0, 0]
