"""What the windows list of a text's source, and of the names in it, item by item."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.document import CapturedDetail, Name, Provenance
from briefing.exporting.tracing_words import ENGLISH
from briefing.reading.facts import hides_lines, name_items, source_items
from briefing.reading.listed import FactItem
from briefing.reading.mentions import NameTable
from tests.reading.conftest import small

LEFT_OUT = CapturedDetail("Menus", ("الرئيسية", " ", "اتصل بنا"), "2 lines")
BESIDE = CapturedDetail("Caption", ("صورة",))
KNOWN = Provenance("A newspaper", "", (BESIDE,), (LEFT_OUT,), ("Who wrote it.", "When."))


def test_a_source_is_listed_group_by_group_with_a_blank_row_between_them() -> None:
    heading = {
        name: FactItem(ENGLISH[f"trace.{name}"], kind="heading")
        for name in ("details", "left-out", "unknown")
    }
    assert source_items(replace(small(), provenance=KNOWN)) == (
        FactItem(ENGLISH["trace.source"], ("A newspaper",)),
        FactItem(ENGLISH["trace.file"], ("a.toml",), ends=True),
        heading["details"],
        FactItem("Caption", ("صورة",), ends=True),
        heading["left-out"],
        FactItem("Menus", ("2 lines",), ends=True),
        heading["unknown"],
        FactItem("", ("Who wrote it.",), "line"),
        FactItem("", ("When.",), "line"),
    )


def test_what_was_left_out_is_listed_line_by_line_when_it_is_asked_for() -> None:
    items = source_items(replace(small(), provenance=KNOWN), opened=True)
    assert FactItem("Menus", ("2 lines", "الرئيسية", "اتصل بنا"), ends=True) in items
    assert FactItem("Caption", ("صورة",), ends=True) in items


def test_groups_without_anything_are_not_there() -> None:
    items = source_items(replace(small(), provenance=Provenance("A newspaper")))
    assert [(item.label, item.ends) for item in items] == [
        (ENGLISH["trace.source"], False),
        (ENGLISH["trace.file"], False),
    ]


def test_a_checksum_made_later_takes_its_place() -> None:
    items = source_items(small(), "00ff")
    assert FactItem(ENGLISH["trace.sha256"], ("00ff",)) in [item._replace(ends=False) for item in items]
    assert not any(item.label == ENGLISH["trace.sha256"] for item in source_items(small()))


def test_only_lines_that_were_left_out_can_be_shown() -> None:
    assert hides_lines(replace(small(), provenance=KNOWN))
    assert not hides_lines(small())
    without = replace(KNOWN, left_out=(replace(LEFT_OUT, captured=()),))
    assert not hides_lines(replace(small(), provenance=without))


def test_names_are_listed_with_what_is_known_of_them_and_how_often_they_stand_there() -> None:
    names = (
        Name("person", "Ahmad", ("أحمد", "احمد"), "A writer"),
        Name("body", "The delegation", ("الوفد",), ""),
        Name("place", "Najd", ("نجد",), ""),
        Name("person", "", ("خامسا",), ""),
    )
    briefing = replace(small(), names=names)
    items = name_items(briefing, NameTable([name.arabic for name in names]))
    assert items == (
        FactItem("person", ("Ahmad", "أحمد", "احمد", "A writer", "2 mentions"), ends=True),
        FactItem("body", ("The delegation", "الوفد", "2 mentions"), ends=True),
        FactItem("place", ("Najd", "نجد", "not in the text by this name"), ends=True),
        FactItem("person", ("خامسا", "1 mention")),
    )


def test_forms_of_one_name_that_overlap_are_one_mention() -> None:
    name = Name("person", "Ahmad", ("كتب أحمد", "أحمد"), "")
    (item,) = name_items(replace(small(), names=(name,)), NameTable([name.arabic]))
    assert item.texts[-1] == "2 mentions", "of three"
