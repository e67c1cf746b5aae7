"""Every field of what a row of a window's list is painted from shows in it."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from rich.cells import cell_len

from briefing.arabic import AS_WRITTEN, Presentation
from briefing.reading.listed import FactItem, ListContents, Option, Under
from briefing.reading.titles import Titles
from briefing.tui.panes.facts_sheet import FactRow, FactsSheet
from briefing.tui.panes.hint import Hint, hint_row
from briefing.tui.panes.options_sheet import OptionRow, OptionsSheet
from briefing.tui.panes.row import placed
from briefing.tui.panes.under_rows import UnderRow, under_lines, under_row
from tests.tui.panes.bars_alone import mirrored
from tests.tui.panes.test_every_field import STYLES, shown

BARE = Presentation(harakat=False, digits="written", justified=False)
MARKED = "كَتَبَ أحمد كتابا طويلا جدا في بيت جديد هناك"
FACT = FactItem("label", (MARKED, "English"))
OPTION = Option("words", "¶2", "https://example.org/a/b/c/d/e/f")
UNDER = Under(f"(English)\n{MARKED}", 3)
TITLES = Titles("", "")


def options(*items: Option, cursor: int | None = None) -> ListContents[Option]:
    return ListContents(TITLES, items, cursor=cursor)


def facts(*items: FactItem, cursor: int | None = None, **others: Any) -> ListContents[FactItem]:
    return ListContents(TITLES, items, cursor=cursor, **others)


@pytest.mark.parametrize(
    ("field", "other"),
    [("words", "other"), ("place", "¶3"), ("target", "https://a.example"), ("is_current", True)],
)
def test_every_field_of_an_option(field: str, other: Any) -> None:
    assert {*Option._fields} == {"words", "place", "target", "is_current"}
    sheet = OptionsSheet(options(OPTION), 40)
    changed = OptionRow(OPTION._replace(**{field: other}), 3)
    assert shown(sheet.paint(changed, STYLES), 40) != shown(sheet.paint(OptionRow(OPTION, 3), STYLES), 40)


def test_options_stand_under_one_another_whatever_their_places() -> None:
    sheet = OptionsSheet(options(OPTION, OPTION._replace(place="¶123"), cursor=1), 40)
    rows = ["".join(text for text, _ in shown(sheet.paint(sheet.row(at, 0), STYLES), 40)) for at in (0, 1)]
    assert rows == [" ¶2   words             https://example…", "▌¶123 words             https://example…"]
    assert (sheet.count, sheet.cursor, sheet.height(1), sheet.blank_rows(0)) == (2, 1, 1, 0)
    lit = STYLES["heading"] + STYLES["under-cursor"]
    assert sheet.paint(sheet.row(1, 0), STYLES).blank == lit, "the whole of the row"
    assert sheet.paint(sheet.row(0, 0), STYLES).blank == STYLES["text"]
    alone = OptionsSheet(options(Option("Whole briefing"), cursor=0), 12)
    (text, _), *_ = shown(alone.paint(alone.row(0, 0), STYLES), 12)
    assert text.startswith("▌ Whole") or text == "▌"


def test_a_target_that_just_has_room_is_not_cut() -> None:
    rows = []
    for cells in (17, 18):
        sheet = OptionsSheet(options(Option("words", "¶3", "x" * cells)), 40)
        rows.append("".join(text for text, _ in shown(sheet.paint(sheet.row(0, 0), STYLES), 40)))
    assert rows == [f" ¶3 words              {'x' * 17}", f" ¶3 words              {'x' * 16}…"]


def test_a_mirrored_list_has_its_places_at_the_right_and_its_targets_at_the_left() -> None:
    lists = (
        OptionsSheet(options(OPTION, Option("words", "¶3", "abc"), cursor=1), 40),
        FactsSheet(facts(FactItem("label", ("text",)), cursor=0), 40),
    )
    with mirrored():
        rows = [
            "".join(
                one.text for one in placed(sheet.paint(sheet.row(at, 0), STYLES), sheet.width, mirrored=True)
            )
            for sheet in lists
            for at in range(sheet.count)
        ]
    assert rows == [
        "https://example.…  words            ¶2  ",
        "              abc  words            ¶3 ▐",
        " text                             label▐",
    ]


@pytest.mark.parametrize(
    ("words", "width", "row"),
    [
        ("words here", 20, "╰───── words here ─╯"),
        ("words here", 12, "╰─ words… ─╯"),
        ("words here", 11, "╰─ word… ─╯"),
        ("words here", 10, "╰────────╯"),
        ("", 20, "╰──────────────────╯"),
    ],
)
def test_a_frame_says_what_the_keys_do_where_there_is_room(words: str, width: int, row: str) -> None:
    painted = hint_row(Hint(words, True), width, STYLES)
    assert "".join(text for text, _ in shown(painted, width)) == row


@pytest.mark.parametrize("width", [1, 2, 3, 5, 9, 12, 40])
def test_an_option_is_as_wide_as_there_is_room(width: int) -> None:
    for option in (OPTION, Option(MARKED), Option("Whole briefing"), Option("", "¶1", MARKED)):
        sheet = OptionsSheet(options(option), width)
        row = shown(sheet.paint(sheet.row(0, 0), STYLES), width)
        assert sum(cell_len(text) for text, _ in row) == width


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("item", FACT._replace(label="other")),
        ("item", FACT._replace(texts=("Other",))),
        ("item", FACT._replace(is_current=True)),
        ("item", FACT._replace(kind="heading")),
        ("item", FACT._replace(kind="line")),
        ("inside", 1),
        ("presentation", BARE),
    ],
)
def test_every_field_of_a_fact(field: str, other: Any) -> None:
    assert {*FactRow._fields} == {"item", "inside", "presentation"}
    assert {*FactItem._fields} == {"label", "texts", "kind", "ends", "is_current"}
    sheet, row = FactsSheet(facts(FACT), 40), FactRow(FACT, 0, AS_WRITTEN)
    before, after = (sheet.paint(one, STYLES) for one in (row, row._replace(**{field: other})))
    assert shown(before, 40) != shown(after, 40)


def test_a_fact_that_ends_has_a_blank_row_and_can_be_chosen_where_there_is_a_cursor() -> None:
    sheet = FactsSheet(facts(FACT, FACT._replace(ends=True), cursor=1), 60)
    assert sheet.height(1) == sheet.height(0) + 1
    assert (sheet.blank_rows(0), sheet.blank_rows(1)) == (0, 1)
    assert sheet.row(1, sheet.height(1) - 1) is None
    assert sheet.is_selectable(0)
    assert sheet.cursor == 1
    assert not FactsSheet(facts(FACT), 60).is_selectable(0)
    assert sheet.row(0, 0) != sheet.row(1, 0), "one is chosen"
    bare = FactsSheet(facts(FACT, presentation=BARE), 60)
    assert bare.row(0, 0) != FactsSheet(facts(FACT), 60).row(0, 0)


@pytest.mark.parametrize(
    ("field", "other"),
    [
        ("under", UNDER._replace(text="Other")),
        ("under", UNDER._replace(base="R")),
        ("presentation", BARE),
        ("at", 1),
        ("is_cut", True),
    ],
)
def test_every_field_of_a_row_of_the_text_under_a_list(field: str, other: Any) -> None:
    assert {*UnderRow._fields} == {"under", "presentation", "at", "is_cut"}
    row = UnderRow(UNDER, AS_WRITTEN, 0)
    if field == "presentation":
        row = row._replace(at=1)
    before, after = (shown(under_row(one, 30, STYLES), 30) for one in (row, row._replace(**{field: other})))
    assert before != after


def test_all_of_a_lists_contents_is_known_here() -> None:
    fields = {"titles", "items", "hint", "presentation", "cursor", "under", "has_focus"}
    assert {*ListContents.__struct_fields__} == fields
    assert options(OPTION, cursor=0).item(0).is_current
    assert not replace(options(OPTION, cursor=0), cursor=None).item(0).is_current


def test_a_text_under_a_list_keeps_a_margin_and_is_cut_where_it_ends() -> None:
    under = Under("x" * 100, 2, "L")
    rows = [UnderRow(under, AS_WRITTEN, 0), UnderRow(under, AS_WRITTEN, 1, is_cut=True)]
    painted = [under_row(row, 30, STYLES) for row in rows]
    texts = ["".join(text for text, _ in shown(row, 30)) for row in painted]
    assert texts == [f" {'x' * 28} ", f" {'x' * 27}… "]
    assert {row.blank for row in painted} == {STYLES["text"]}
    assert len(under_lines(Under("", 1), AS_WRITTEN, 30)) == 1
    assert [line.base for line in under_lines(UNDER, AS_WRITTEN, 60)] == ["L", "R"]
