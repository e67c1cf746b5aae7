"""Slips: what is missing in one, the edits that one becomes, and what is kept of one that was left."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.document import Briefing, Event, Name
from briefing.document.model import Citation, Title
from briefing.reading.desk import name_slip, section_slip
from briefing.reading.filled_slips import UnfitSlipError, edit_of, new_key
from briefing.reading.kept_slips import kept_fields, taken_up
from briefing.reading.slips import BASES, FieldFault, Slip, SlipField, SlipKind
from briefing.settings.words import say
from briefing.writing import edits
from tests.reading.conftest import Walk, small

CLAIM = Slip("add-claim", (SlipField("text"),), (Citation(1, "كتب"),), proposed=True, section="first")
EVENT = Slip(
    "add-event",
    (SlipField("date"), SlipField("title"), SlipField("basis", "stated", BASES), SlipField("note")),
    (Citation(2, "قال أحمد"), Citation(2, "كلاما"), Citation(4, "عاد")),
)
FILLED = {"date": " 2024 ", "title": "It\n came", "basis": "inferred", "note": " so "}
NAME = {"english": " Ahmad  B ", "kind": "place", "role": "a  role", "forms": "أحمد ب ، أحمد؛  زيد ؛ أحمد"}


# What is missing.


def test_a_slip_begins_in_the_first_field_that_is_needed_and_empty() -> None:
    assert EVENT.first == "date"
    assert replace(EVENT, fields=(SlipField("note"), SlipField("date"))).first == "date"
    dated = (SlipField("date", "2024"), SlipField("note"), SlipField("title"))
    assert replace(EVENT, fields=dated).first == "title"
    assert name_slip(Walk().reading, 0).first == "english"
    assert section_slip(small().sections[0]).first == "title"


@pytest.mark.parametrize(
    ("kind", "values", "field"),
    [
        ("add-claim", {"text": " "}, "text"),
        ("change-claim", {"text": ""}, "text"),
        ("add-event", {"date": "", "title": "It"}, "date"),
        ("change-event", {"date": "2024", "title": " "}, "title"),
        ("add-name", {"english": ""}, "english"),
        ("change-name", {"english": ""}, "english"),
        ("begin-briefing", {"folder": ""}, "folder"),
        ("copy-briefing", {"folder": ""}, "folder"),
        ("begin-section", {"title": " ", "arabic": ""}, "title"),
    ],
)
def test_what_is_needed_is_said_when_it_is_sent_and_not_before(
    kind: SlipKind, values: dict[str, str], field: str
) -> None:
    slip = Slip(kind, tuple(SlipField(name) for name in values))
    assert slip.fault(values) == FieldFault(field, say(f"slip.needed.{field}"))
    assert slip.fault(values, typing=True) is None
    assert slip.fault(dict.fromkeys(values, "2024")) is None


def test_what_may_be_empty_is_no_fault() -> None:
    empty: tuple[tuple[SlipKind, dict[str, str]], ...] = (
        ("begin-section", {"title": "", "arabic": "عنوان"}),
        ("rename-section", {"title": "", "arabic": ""}),
        ("set-bottom-line", {"text": ""}),
        ("add-event", {"date": "2024", "title": "It", "note": ""}),
    )
    for kind, values in empty:
        assert Slip(kind, ()).fault(values) is None, kind


def test_a_date_that_is_none_is_said_at_once() -> None:
    for typing in (True, False):
        fault = EVENT.fault({"date": "2024-13", "title": "It"}, typing=typing)
        assert fault is not None
        assert fault.field == "date"
        assert "2024-13" in fault.words


# What it becomes.


def made(slip: Slip, values: dict[str, str], briefing: Briefing | None = None) -> edits.Edit:
    return edit_of(slip, values, briefing or small())


def test_a_claim_goes_to_its_section_or_to_the_one_that_has_all_its_words() -> None:
    add = edits.AddClaim
    values = {"text": " He\n wrote. "}
    assert made(CLAIM, values) == add("first", "He wrote.", CLAIM.citations)
    elsewhere = replace(CLAIM, citations=(Citation(4, "عاد"),))
    assert made(elsewhere, values) == add("second", "He wrote.", elsewhere.citations)
    twice = replace(small(), sections=(replace(small().sections[0], key="zero"), *small().sections))
    assert made(CLAIM, values, twice) == add("first", "He wrote.", CLAIM.citations)
    assert made(replace(CLAIM, section="gone"), values, twice) == add("zero", "He wrote.", CLAIM.citations)
    for citations, words in (
        ((Citation(2, "قال"), Citation(3, "وصل")), say("desk.two-sections", numbers="¶2, ¶3")),
        ((Citation(5, "انتهى"),), say("desk.no-section", numbers="¶5")),
        ((Citation(1, "ليس هنا"),), say("desk.gone", number=1)),
    ):
        with pytest.raises(UnfitSlipError) as error:
            made(replace(CLAIM, citations=citations), values)
        assert str(error.value) == words


def test_words_are_found_where_they_have_come_to() -> None:
    for number in (5, 6, 99):
        moved = replace(CLAIM, citations=(Citation(number, "كتب"),))
        edit = made(moved, {"text": "He wrote."})
        assert edit == edits.AddClaim("first", "He wrote.", (Citation(1, "كتب"),))
    last = replace(CLAIM, citations=(Citation(5, "خامسا"),))
    with pytest.raises(UnfitSlipError, match="¶5"):
        made(last, {"text": "It is in no section."})
    same = replace(small(), paragraphs=(*small().paragraphs[:4], replace(small().paragraphs[4], text="كتب")))
    stays = replace(CLAIM, citations=(Citation(5, "كتب"),))
    with pytest.raises(UnfitSlipError, match="¶5"):
        made(stays, {"text": "Where they stand they are left."}, same)


def test_words_beside_are_added_to_the_claim_once() -> None:
    known = small().sections[0].claims[0].citations
    slip = replace(CLAIM, beside=("first", 0), citations=(*known, Citation(2, "كلاما")))
    edit = edit_of(slip, {"text": "never mind"}, small(), beside=True)
    assert edit == edits.ChangeClaim("first", 0, citations=(*known, Citation(2, "كلاما")))
    assert isinstance(edit_of(slip, {"text": "It"}, small()), edits.AddClaim)
    assert isinstance(edit_of(CLAIM, {"text": "It"}, small(), beside=True), edits.AddClaim)
    with pytest.raises(UnfitSlipError, match=say("desk.quoted-already")):
        edit_of(replace(slip, citations=known), {"text": ""}, small(), beside=True)


def test_events_have_the_words_they_are_about() -> None:
    expected = Event("2024", "It came", "قال أحمد … كلاما … عاد", (2, 4), "inferred", "so")
    assert made(EVENT, FILLED) == edits.AddEvent(expected)
    change = made(replace(EVENT, kind="change-event", index=1), FILLED)
    old = small().events[1]
    assert change == edits.ChangeEvent(
        1, Event("2024", "It came", old.arabic, old.paragraphs, "inferred", "so")
    )


def test_a_name_that_is_known_is_given_the_other_forms_too() -> None:
    forms = ("أحمد ب", "أحمد", "زيد")
    slip = Slip("add-name", ())
    assert made(slip, NAME) == edits.AddName(Name("place", "Ahmad B", forms, "a role"))
    changed = made(replace(slip, kind="change-name", index=3), NAME)
    assert changed == edits.ChangeName(3, Name("place", "Ahmad B", forms, "a role"))
    known = made(slip, {**NAME, "english": "AHMAD"})
    assert known == edits.ChangeName(0, Name("person", "Ahmad", ("أحمد", "أحمد ب", "زيد"), "a role"))
    with_role = replace(small(), names=(replace(small().names[0], role="old"),))
    edit = made(slip, {**NAME, "english": "ahmad"}, with_role)
    assert isinstance(edit, edits.ChangeName)
    assert edit.name.role == "old"
    with pytest.raises(UnfitSlipError, match=say("desk.no-forms")):
        made(slip, {**NAME, "forms": " ، ; ؛"})


def test_titles_lines_and_sections() -> None:
    both = {"title": " A  title ", "arabic": "عنوان"}
    assert made(Slip("set-title", ()), both) == edits.SetTitle(Title("A title", "عنوان"))
    rename = edits.RenameSection("second", "A title", "عنوان")
    assert made(section_slip(small().sections[1]), both) == rename
    begun = edits.BeginSection(4, "a-title", "A title", "عنوان")
    assert made(Slip("begin-section", (), paragraph=4), both) == begun
    assert made(Slip("set-bottom-line", ()), {"text": "a\n b"}) == edits.SetBottomLine("a b")
    change = made(replace(CLAIM, kind="change-claim", index=1), {"text": "a\n b"})
    assert change == edits.ChangeClaim("first", 1, "a b")


@pytest.mark.parametrize(
    ("title", "taken", "key"),
    [
        ("The  Long Way, of It: all", set(), "the-long-way-of"),
        ("עברית فقط", set(), "section"),
        ("2024", set(), "section-2024"),
        ("Full", set(), "full-2"),
        ("A", {"a", "a-2", "a-4"}, "a-3"),
        ("abcdefghij " * 4, set(), "abcdefghij-abcdefghij-abcdefgh"),
        (f"{'a' * 29} b", set(), "a" * 29),
    ],
)
def test_a_section_has_a_key_of_its_own(title: str, taken: set[str], key: str) -> None:
    assert new_key(title, taken) == key


# What is kept.


def test_what_was_changed_is_kept_with_the_words_and_taken_up_again() -> None:
    assert kept_fields(CLAIM, {"text": ""}) == {}
    kept = kept_fields(EVENT, {**EVENT.values, "title": "It"})
    assert kept.keys() == {"title", "quotes"}
    assert kept_fields(replace(EVENT, citations=()), {"title": "It"}) == {"title": "It"}
    kept = kept_fields(replace(CLAIM, citations=(Citation(4, "عاد"), Citation(1, "كتب"))), {"text": "It"})
    taken = taken_up(CLAIM, kept, small())
    assert taken == replace(CLAIM, citations=(Citation(4, "عاد"), Citation(1, "كتب")))
    chosen = replace(CLAIM, proposed=False)
    assert taken_up(chosen, kept, small()) == chosen, "somebody has selected others meanwhile"
    assert taken_up(CLAIM, {"text": "It"}, small()) == CLAIM


@pytest.mark.parametrize(
    "quotes",
    [
        "no JSON",
        "[]",
        '[{"paragraph": 1, "quote": "ليس هنا"}]',
        '[{"paragraph": 0, "quote": "كتب"}]',
        '[{"paragraph": 6, "quote": "كتب"}]',
        '[{"paragraph": 1, "quote": "كتب"}, {"paragraph": -1, "quote": ""}]',
    ],
)
def test_words_that_are_no_longer_there_are_not_taken_up(quotes: str) -> None:
    assert taken_up(CLAIM, {"text": "It", "quotes": quotes}, small()) == CLAIM


def test_words_of_the_first_and_the_last_paragraph_are() -> None:
    for number, quote in ((1, "أولا"), (5, "خامسا")):
        kept = {"quotes": f'[{{"paragraph": {number}, "quote": "{quote}"}}]'}
        assert taken_up(CLAIM, kept, small()).citations == (Citation(number, quote),)


def test_what_a_slip_is_kept_by_tells_one_claim_from_another_and_new_ones_not() -> None:
    first = replace(CLAIM, kind="change-claim", index=0)
    others = (replace(first, citations=(Citation(4, "عاد"),)), replace(first, section="second"))
    assert len({one.key for one in (first, *others)}) == 3
    assert replace(first, index=1).key == first.key, "by what it quotes: another may stand at its place now"
    assert CLAIM.key == replace(CLAIM, section="second", index=4).key
    about_one, about_two = section_slip(small().sections[0]), section_slip(small().sections[1])
    assert about_one.key != about_two.key
    assert about_one.key == replace(about_one, fields=(SlipField("title", "Other"),)).key


def test_the_same_words_in_another_paragraph_are_another_claims() -> None:
    first = replace(CLAIM, kind="change-claim")
    assert first.key != replace(first, citations=(Citation(2, "كتب"),)).key
    assert first.key != replace(first, citations=(Citation(1, "أحمد"),)).key
    unquoted = replace(first, citations=(), fields=(SlipField("text", "He wrote."),))
    assert unquoted.key != replace(unquoted, fields=(SlipField("text", "He spoke."),)).key
