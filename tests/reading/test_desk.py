"""What is filled in or written where the reader stands: slips and edits, without a screen or a file."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from briefing.document import Briefing, Origin
from briefing.document.model import Citation
from briefing.reading import Reading
from briefing.reading.desk import name_slip, place_of, section_here
from briefing.reading.effects import Notify, OpenSlip, Turn, Write
from briefing.reading.quotes_here import MOST
from briefing.reading.selection import Place, Selection
from briefing.reading.slips import BASES, KINDS, Slip, SlipField
from briefing.settings.words import say
from briefing.writing import edits
from tests.reading.conftest import Walk, claim, small
from tests.tui.briefings import plain


def sections(briefing: Briefing | None = None) -> Walk:
    return Walk(briefing, "1")


def full(briefing: Briefing | None = None) -> Walk:
    return Walk(briefing, "full")


def opened(walk: Walk, action: str, *arguments: Any) -> Slip:
    (effect,) = walk.go(action, *arguments).effects
    assert isinstance(effect, OpenSlip)
    return effect.slip


def written(walk: Walk, action: str, *arguments: Any) -> edits.Edit:
    (effect,) = walk.go(action, *arguments).effects
    assert isinstance(effect, Write)
    return effect.edit


def said(walk: Walk, action: str, *arguments: Any) -> str:
    (effect,) = walk.go(action, *arguments).effects
    assert isinstance(effect, Notify)
    return effect.words


def on_claim(number: int, briefing: Briefing | None = None) -> Walk:
    """In the summary of the full article, on a claim, counted from 0."""
    walk = full(briefing).go("focus", "summary")
    claims = [at for at, item in enumerate(walk.reading.open.items) if hasattr(item, "citations")]
    return walk.go("put-cursor", "summary", claims[number])


def words(pane: str, item: int, start: int, end: int) -> tuple[Any, ...]:
    return "select", pane, Selection(Place(item, start, start + 1), Place(item, end - 1, end))


# Claims.


def test_a_claim_has_the_sentence_at_hand_or_what_is_selected() -> None:
    slip = opened(sections(), "add-claim")
    assert slip == Slip(
        "add-claim",
        (SlipField("text"),),
        (Citation(1, "أولا كتب أحمد"),),
        proposed=True,
        section="first",
    )
    slip = opened(full().go(*words("article", 3, 0, 5)), "add-claim")
    assert (slip.citations, slip.proposed, slip.section) == ((Citation(4, "رابعا"),), False, "second")


def test_a_claim_can_be_added_beside_the_one_that_led_here() -> None:
    slip = opened(on_claim(1), "add-claim")
    assert slip.beside == ("first", 1)
    assert slip.beside_text == "Ahmad spoke,  and\nwrote."
    assert opened(sections(), "add-claim").beside_text == ""


def test_no_words_and_too_many_are_said() -> None:
    assert said(Walk(plain("..."), None), "add-claim") == say("desk.no-words")
    assert said(Walk(plain("..."), None), "add-event") == say("desk.no-words")
    long = Walk(plain("كلام " * MOST), None)
    assert said(long, "add-claim") == said(long, "add-event") == say("desk.too-long")


def test_a_claim_belongs_to_the_open_section_or_to_the_one_that_has_its_words() -> None:
    reading = full().reading
    cites = [tuple(Citation(number, "") for number in numbers) for numbers in ((1, 2), (4,), (2, 3), (5,))]
    assert [section_here(reading, one) for one in cites] == ["first", "second", "first", ""]
    twice = replace(small(), sections=(replace(small().sections[0], key="zero"), *small().sections))
    assert section_here(Walk(twice, "2").reading, cites[0]) == "first", "the open one"
    assert section_here(Walk(twice, "full").reading, cites[0]) == "zero"


def test_a_claim_is_changed_in_its_place() -> None:
    slip = opened(on_claim(1), "edit")
    assert slip.fields == (SlipField("text", "Ahmad spoke, and wrote."),)
    assert (slip.kind, slip.section, slip.index) == ("change-claim", "first", 1)
    assert slip.citations == small().sections[0].claims[1].citations
    assert written(on_claim(2), "delete") == edits.DeleteClaim("second", 0)


def test_in_the_article_the_claim_is_the_one_that_led_there() -> None:
    walk = on_claim(2).go("open")
    assert walk.reading.focus == "article"
    assert opened(walk, "edit").section == "second"
    assert said(walk.go("put-cursor", "article", 0), "edit") == say("desk.nothing-here")
    assert said(full(), "delete") == say("desk.nothing-here")


def test_a_claim_moves_through_its_section_and_into_the_next() -> None:
    move = edits.MoveClaim
    assert written(on_claim(0), "move-claim-on") == move("first", 0, "first", 1)
    assert written(on_claim(1), "move-claim-back") == move("first", 1, "first", 0)
    assert written(on_claim(1), "move-claim-on") == move("first", 1, "second", 0)
    assert written(on_claim(2), "move-claim-back") == move("second", 0, "first", 2)
    assert said(on_claim(0), "move-claim-back") == say("desk.first-claim")
    assert said(on_claim(2), "move-claim-on") == say("desk.last-claim")
    assert said(full(), "move-claim-on") == say("desk.no-claim")


def test_a_drafted_claim_is_accepted_and_no_other() -> None:
    first, second = small().sections
    drafted = replace(second, claims=(replace(second.claims[0], drafted=True),))
    briefing = replace(small(), sections=(first, drafted))
    assert written(on_claim(2, briefing), "accept") == edits.AcceptClaim("second", 0)
    assert said(on_claim(1, briefing), "accept") == say("desk.not-drafted")
    assert said(full(briefing), "accept") == say("desk.no-claim")


def test_a_claim_that_says_what_another_does_is_told_from_it() -> None:
    first, second = small().sections
    same = claim("They came.", (3, "وصل"))
    briefing = replace(small(), sections=(replace(first, claims=(same,)), replace(second, claims=(same,))))
    reading = full(briefing).reading
    assert place_of(reading, briefing.sections[1].claims[0]) is not None
    assert place_of(reading, claim("They came.", (3, "وصل"))) is None, "it is none of the briefing's"


# Events.


def fields(slip: Slip) -> dict[str, str]:
    return slip.values


def test_an_event_has_the_first_date_of_the_words() -> None:
    briefing = plain("قال في مكان ما كلاما كثيرا في 10 يونيو 2024 ثم في عام 2025.", "بلا تاريخ هنا")
    slip = opened(Walk(briefing, None), "add-event")
    assert (slip.kind, slip.proposed) == ("add-event", True)
    assert slip.fields == (
        SlipField("date", "2024-06-10"),
        SlipField("title"),
        SlipField("basis", "stated", BASES),
        SlipField("note"),
    )
    (quote,) = slip.citations
    assert quote.quote == briefing.paragraphs[0].text
    other = opened(Walk(briefing, None).go("put-cursor", "article", 1), "add-event")
    assert fields(other) == {"date": "", "title": "", "basis": "stated", "note": ""}
    chosen = opened(Walk(briefing, None).go(*words("article", 0, 46, 58)), "add-event")
    assert (fields(chosen)["date"], chosen.proposed) == ("2025", False)


@pytest.mark.parametrize(
    ("text", "date", "basis", "note"),
    [
        ("وصل في العاشر من يونيو", "XXXX-06-10", "inferred", ""),
        ("في 5 محرم 1445 هـ وصل", "2023-07-~23", "inferred", "Hijri 1445-01-05"),
        ("يوم الاثنين وفي 10 يونيو 2024", "2024-06-10", "stated", ""),
        ("وصل يوم الاثنين", "", "inferred", "a Monday"),
    ],
)
def test_a_date_that_has_to_be_worked_out_is_inferred(text: str, date: str, basis: str, note: str) -> None:
    found = fields(opened(Walk(plain(text), None), "add-event"))
    assert (found["date"], found["basis"]) == (date, basis)
    assert found["note"].startswith(note)
    assert bool(found["note"]) == bool(note)


def test_an_event_is_changed_and_deleted_on_the_timeline() -> None:
    event = replace(small().events[1], title="Spoke,\n  he", note=" a  note ", basis="inferred")
    walk = (
        full(replace(small(), events=(small().events[0], event))).go("show-event", 1).go("focus", "timeline")
    )
    slip = opened(walk, "edit")
    assert (slip.kind, slip.index) == ("change-event", 1)
    assert fields(slip) == {"date": "2010", "title": "Spoke, he", "basis": "inferred", "note": "a note"}
    assert written(walk, "delete") == edits.DeleteEvent(1)


# Names.


def test_a_name_has_the_word_at_hand_or_is_the_known_one() -> None:
    walk = full().go("next-word")
    slip = opened(walk, "add-name")
    form = slip.values["forms"]
    assert slip == Slip(
        "add-name",
        (
            SlipField("english"),
            SlipField("kind", KINDS[0], KINDS),
            SlipField("role"),
            SlipField("forms", form),
        ),
        (Citation(1, form),),
    )
    known = opened(full().go(*words("article", 0, 9, 13)), "add-name")
    assert (known.kind, known.index) == ("change-name", 0)
    assert known.values == {"english": "Ahmad", "kind": "person", "role": "", "forms": "أحمد"}
    assert known == name_slip(full().reading, 0)
    assert said(on_claim(0).go(*words("summary", 2, 0, 5)), "add-name") == say("desk.no-words")
    assert said(Walk(plain(""), None), "add-name") == say("desk.no-words")


def test_the_second_of_the_names_is_changed_and_deleted() -> None:
    first = small().names[0]
    other = replace(first, english="Zayd", arabic=("زيد", "زَيد"), role="a  role")
    walk = full(replace(small(), names=(first, other)))
    assert opened(walk, "edit-name", other).values["forms"] == "زيد ، زَيد"
    assert opened(walk, "edit-name", other).values["role"] == "a role"
    assert opened(walk, "edit-name", other).index == 1
    assert written(walk, "delete-name", other) == edits.DeleteName(1)
    gone = replace(other, role="another")
    assert said(walk, "edit-name", gone) == said(walk, "delete-name", gone) == say("desk.no-name")


# Sections, titles, the bottom line.


def test_a_section_begins_at_the_paragraph_or_is_renamed_where_it_begins() -> None:
    slip = opened(full().go("put-cursor", "article", 1), "begin-section")
    assert slip == Slip("begin-section", (SlipField("title"), SlipField("arabic")), paragraph=2)
    renamed = opened(full().go("put-cursor", "article", 2), "begin-section")
    assert (renamed.kind, renamed.section) == ("rename-section", "second")
    assert renamed.values == {"title": "Second", "arabic": "الثاني"}
    third = small().paragraphs[2]
    heading = replace(small(), paragraphs=(*small().paragraphs[:2], replace(third, kind="heading", level=1)))
    text = replace(heading, sections=small().sections, origin=Origin("a.md", "markdown"))
    slip = opened(Walk(text, "full").go("put-cursor", "article", 2), "begin-section")
    assert (slip.kind, slip.paragraph) == ("begin-section", 3), "nobody has named the sections of a text"
    assert slip.values == {"title": "", "arabic": "ثالثا وصل الوفد"}


def test_where_there_is_no_paragraph_no_section_begins() -> None:
    assert said(Walk(plain(), None), "begin-section") == say("desk.no-paragraph")


def test_the_sidebar_changes_titles_and_joins_sections() -> None:
    walk = Walk(None, "2").go("focus", "sidebar")
    assert opened(walk, "edit").values == {"title": "Second", "arabic": "الثاني"}
    assert opened(walk, "edit").section == "second"
    assert written(walk, "delete") == edits.JoinSection("second")
    title = opened(full().go("focus", "sidebar"), "edit")
    assert (title.kind, title.values) == ("set-title", {"title": "A title", "arabic": "عنوان"})
    assert said(full().go("focus", "sidebar"), "delete") == say("desk.nothing-here")


def item_that_says(reading: Reading, text: str) -> int:
    return next(at for at, item in enumerate(reading.open.items) if item.text == text)


def test_the_bottom_line_and_headings_of_the_summary() -> None:
    walk = full(replace(small(), bottom_line="The  bottom\nline.")).go("focus", "summary")
    heading = item_that_says(walk.reading, say("summary.bottom-line"))
    for at in (heading, item_that_says(walk.reading, "The  bottom\nline.")):
        there = walk.go("put-cursor", "summary", at)
        assert opened(there, "edit") == opened(full(there.reading.briefing), "bottom-line")
        assert opened(there, "edit").values == {"text": "The bottom line."}
        assert written(there, "delete") == edits.SetBottomLine("")
    second = next(at for at, item in enumerate(walk.reading.open.items) if item.text.startswith("Second"))
    there = walk.go("put-cursor", "summary", second)
    assert opened(there, "edit").section == "second"
    assert said(there, "delete") == say("desk.nothing-here")


def test_what_was_done_is_taken_back_and_done_again() -> None:
    assert full().go("undo").effects == (Turn("undo"),)
    assert full().go("redo").effects == (Turn("redo"),)
