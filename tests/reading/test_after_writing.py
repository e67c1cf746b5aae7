"""Where the reader stands once something is written."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.document import Briefing
from briefing.reading import Reading
from briefing.reading.after_writing import after
from briefing.reading.effects import Reveal
from briefing.reading.selection import Place, Selection
from briefing.reading.state import Selected
from briefing.writing import edits
from tests.reading.conftest import Walk, claim, event, small

SELECTED = Selected("article", Selection(Place(0, 0, 1), Place(0, 1, 2)))


def said(reading: Reading) -> str:
    return "" if reading.claim is None else reading.claim.text


def with_claims(*texts: str) -> Briefing:
    """The small briefing with other claims in its second section."""
    first, second = small().sections
    claims = tuple(claim(text, (4, "عاد")) for text in texts)
    return replace(small(), sections=(first, replace(second, claims=claims)))


def test_in_the_summary_on_the_claim_that_was_written() -> None:
    briefing = with_claims("One.", "Two  words.", "Two words.")
    reading = Walk(briefing, "2").go("focus", "summary").reading.changed(selected=SELECTED)
    added = after(reading, edits.AddClaim("second", " Two\n words.", ()))
    assert added.reading.claim is briefing.sections[1].claims[2], "the last that says so"
    assert added.reading.selected is None
    assert Reveal("summary", added.reading.item or 0) in added.effects
    assert {*added.reading.marks["evidence"]} == {4}
    for edit, text in (
        (edits.ChangeClaim("second", 0), "One."),
        (edits.ChangeClaim("second", 1), "Two  words."),
        (edits.MoveClaim("first", 0, "second", 1), "Two  words."),
        (edits.AcceptClaim("second", 2), "Two words."),
    ):
        assert said(after(reading, edit).reading) == text, edit


def test_nothing_moves_where_what_was_written_is_gone_again() -> None:
    reading = Walk(with_claims("One."), "2").go("focus", "summary").reading
    for edit in (
        edits.ChangeClaim("second", 1),
        edits.ChangeClaim("second", -1),
        edits.ChangeClaim("gone", 0),
        edits.AddClaim("second", "Other.", ()),
        edits.DeleteClaim("second", 0),
        edits.ChangeEvent(9, event("2024", "It")),
        edits.AddEvent(event("2024", "It")),
        edits.SetBottomLine("It"),
    ):
        assert after(reading, edit).reading == reading, edit
        assert after(reading, edit).effects == (), edit


def test_a_claim_of_another_section_than_the_open_one_moves_nothing() -> None:
    reading = Walk(None, "1").go("focus", "summary").reading
    assert after(reading, edits.ChangeClaim("second", 0)).reading == reading


def test_in_the_article_on_the_evidence_of_the_claim() -> None:
    reading = Walk(None, "full").go("put-cursor", "article", 4).reading
    found = after(reading, edits.ChangeClaim("second", 0))
    assert (found.reading.focus, found.reading.number) == ("article", 3)
    assert said(found.reading) == "They came."
    assert Reveal("summary", found.reading.item or 0) in found.effects
    bare = after(reading, edits.ChangeClaim("first", 0)).reading
    assert bare.number == 1
    first, second = small().sections
    uncited = replace(small(), sections=(first, replace(second, claims=(claim("They came."),))))
    stays = after(
        Walk(uncited, "full").go("put-cursor", "article", 4).reading, edits.ChangeClaim("second", 0)
    )
    assert (stays.reading.number, said(stays.reading)) == (5, "They came.")


def test_elsewhere_the_claim_is_chosen_and_shown() -> None:
    reading = Walk(None, "full").go("focus", "sidebar").reading
    found = after(reading, edits.ChangeClaim("second", 0))
    assert (found.reading.focus, said(found.reading)) == ("sidebar", "They came.")
    assert found.effects == (Reveal("summary", found.reading.item or 0),)


def test_on_the_event_that_was_written() -> None:
    twice = replace(small(), events=(*small().events, event("2031", "Spoke")))
    reading = Walk(twice, "full").go("show-event", 0).reading.changed(selected=SELECTED)
    added = after(reading, edits.AddEvent(event("2031", " Spoke ")))
    assert (added.reading.event, added.reading.selected) == (3, None)
    assert after(reading, edits.ChangeEvent(1, event("2010", "Spoke"))).reading.event == 1
    assert {*added.reading.marks["citation"]} == {*twice.events[3].paragraphs}


def test_the_section_that_was_begun_is_opened_unless_all_of_it_is_read() -> None:
    edit = edits.BeginSection(3, "second")
    assert after(Walk(None, "1").reading, edit).reading.open.key == "second"
    assert after(Walk(None, "full").reading, edit).reading.open.key == "full"
    assert after(Walk(None, "1").reading, edits.BeginSection(3, "gone")).reading.open.key == "first"


def test_what_a_name_was_made_of_is_selected_no_more() -> None:
    reading = Walk(None, "full").reading.changed(selected=SELECTED)
    assert after(reading, edits.AddName(small().names[0])).reading.selected is None
    assert after(reading, edits.SetBottomLine("")).reading.selected == SELECTED


def test_who_writes_in_the_summary_has_left_the_trail_of_another_claim() -> None:
    walk = Walk(with_claims("One.", "Two."), "2").go("focus", "summary").go("open").go("focus", "summary")
    assert walk.reading.trail is not None
    assert after(walk.reading, edits.ChangeClaim("second", 1)).reading.trail is None
