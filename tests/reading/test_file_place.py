"""What of a `briefing.toml` belongs to what the reader stands on."""

from __future__ import annotations

import pytest
from msgspec.structs import asdict, replace

from briefing.document import Origin
from briefing.document.given import GivenBriefing
from briefing.reading.file_place import Steps, file_place, place_in_json
from briefing.settings.words import say
from tests.reading.conftest import Walk, bare, small


def summary(text: str, section: str = "full") -> Walk:
    """In the summary, on the item that begins so."""
    walk = Walk(None, section).go("focus", "summary")
    at = next(at for at, item in enumerate(walk.reading.open.items) if item.text.startswith(text))
    return walk.go("put-cursor", "summary", at)


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("The bottom line.", ("bottom_line",)),
        (say("summary.bottom-line"), ("sections", 0)),
        ("First", ("sections", 0)),
        ("Second", ("sections", 1)),
        ("Ahmad wrote.", ("sections", 0, "claims", 0)),
        ("Ahmad spoke", ("sections", 0, "claims", 1)),
        ("They came.", ("sections", 1, "claims", 0)),
    ],
)
def test_an_item_of_the_summary(text: str, steps: Steps) -> None:
    assert file_place(summary(text).reading) == steps


def test_the_bottom_line_where_nothing_else_is_in_the_summary() -> None:
    reading = Walk(None, "full").go("focus", "summary").reading
    assert file_place(reading.changed(item=None)) == ("bottom_line",)
    assert file_place(Walk(None, "2").go("focus", "summary").reading.changed(item=None)) == ("sections", 1)


def test_an_event_in_the_timeline_alone() -> None:
    walk = Walk(None, "full").go("show-event", 1)
    assert file_place(walk.go("focus", "timeline").reading) == ("events", 1)
    assert file_place(Walk(None, "2").go("focus", "timeline").reading.changed(event=None)) == ("sections", 1)


def test_a_name_that_one_stands_on_in_the_article() -> None:
    other = replace(small().names[0], english="Zayd", arabic=("زيد",))
    walk = Walk(replace(small(), names=(other, *small().names)), "full").go("last-item")
    assert file_place(walk.go("show-name", ("أحمد",)).reading) == ("names", 1)


def test_the_section_of_the_paragraph_or_the_open_one() -> None:
    full = Walk(None, "full")
    places = [file_place(full.go("put-cursor", "article", at).reading) for at in range(5)]
    assert places == [("sections", 0)] * 2 + [("sections", 1)] * 2 + [()]
    assert file_place(full.go("put-cursor", "article", 2).go("focus", "sidebar").reading) == ()
    assert file_place(Walk(None, "2").go("focus", "sidebar").reading) == ("sections", 1)
    assert file_place(Walk(None, "2").reading) == ("sections", 1)
    assert file_place(Walk(bare(), None).reading) == ("sections", 0)


def test_in_a_json_file_the_paragraphs_have_places_too() -> None:
    full = Walk(None, "full")
    places = [place_in_json(full.go("put-cursor", "article", at).reading) for at in range(5)]
    assert places == [("paragraphs", at) for at in range(5)]
    assert place_in_json(full.go("show-name", ("أحمد",)).reading) == ("names", 0)
    assert place_in_json(full.go("focus", "sidebar").reading) == ()
    given = GivenBriefing(
        **asdict(small()),
        arrived=Origin("a.json", "json"),
        made_of="",
        is_whole=True,
        parts=(),
        has_quotes=True,
        omitted=frozenset((1, 3)),
    )
    places = [place_in_json(Walk(given, "full").go("put-cursor", "article", at).reading) for at in (1, 3, 4)]
    assert places == [("paragraphs", 0), ("paragraphs", 1), ("paragraphs", 2)]
