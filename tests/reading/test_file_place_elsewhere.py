"""What of a `briefing.toml` belongs to what the reader stands on, where two answers are at hand."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.reading.file_place import file_place, place_in_json
from briefing.reading.views import Heading, Prose
from tests.reading.conftest import Walk, small


def test_in_the_article_it_is_no_claim_that_one_stood_on_in_the_summary() -> None:
    walk = Walk(None, "full").go("put-cursor", "article", 2).go("focus", "summary")
    walk.go("put-cursor", "summary", walk.reading.open.items.index(small().sections[0].claims[0]))
    assert file_place(walk.reading) == ("sections", 0, "claims", 0)
    walk.go("focus", "article")
    assert file_place(walk.reading) == ("sections", walk.reading.number in (3, 4))


def test_in_the_other_panes_it_is_no_paragraph() -> None:
    walk = Walk(None, "full").go("put-cursor", "article", 2).go("focus", "sidebar")
    assert walk.reading.number == 3
    assert place_in_json(walk.reading) == ()
    assert place_in_json(walk.go("focus", "summary").reading) == file_place(walk.reading)


def test_a_heading_in_the_words_of_the_bottom_line_is_still_a_heading() -> None:
    walk = Walk(replace(small(), bottom_line="Second"), "full").go("focus", "summary")
    at = max(at for at, item in enumerate(walk.reading.open.items) if isinstance(item, Heading))
    assert walk.reading.open.items[at].text == "Second"
    assert file_place(walk.go("put-cursor", "summary", at).reading) == ("sections", 1)


def test_what_is_said_where_nothing_is_known_stands_nowhere() -> None:
    sections = (replace(small().sections[0], claims=()), small().sections[1])
    walk = Walk(replace(small(), sections=sections), "1").go("focus", "summary")
    reading = walk.reading.changed(item=0)
    assert isinstance(reading.open.items[0], Prose)
    assert file_place(reading) == ()


def test_a_title_over_no_claims_leads_nowhere() -> None:
    long = replace(small().sections[0], title="A title that is longer than thirty letters", claims=())
    walk = Walk(replace(small(), sections=(long, small().sections[1])), "1").go("focus", "summary")
    reading = walk.reading.changed(item=0)
    assert isinstance(reading.open.items[0], Heading)
    assert file_place(reading) == ()
