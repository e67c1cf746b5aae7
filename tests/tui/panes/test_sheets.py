"""Contents laid out at a width: every row has a value, and is painted from that value alone."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace
from rich.style import Style

from briefing.arabic import layout
from briefing.document import Paragraph
from briefing.reading import contents
from briefing.reading.selection import Place, Selection
from briefing.tui.looks import NAMES
from briefing.tui.panes.article_sheet import ArticleRow, ArticleSheet
from briefing.tui.panes.row import placed
from briefing.tui.panes.sheet import Sheet
from briefing.tui.panes.sidebar_sheet import SidebarSheet, Tab, tab_row, tabs_of
from briefing.tui.panes.summary_sheet import SummarySheet
from tests.reading.conftest import Walk, bare, claim, small


class Looks(dict[str, Style]):
    """The program's looks by name; one that its table lacks is said."""

    def __missing__(self, name: str) -> Style:
        pytest.fail(f"briefing/tui/looks.py has no look {name!r}")


#: Every look has a colour of its own, so that a style says which looks it was made of.
LOOKS = Looks({name: Style(color=f"color({16 + at})") for at, name in enumerate(NAMES)})
COLOURS = {style.color: name for name, style in LOOKS.items()}


def article(walk: Walk, width: int = 30) -> ArticleSheet:
    return ArticleSheet(contents(walk.reading).article, width)


def summary(walk: Walk, width: int = 30) -> SummarySheet:
    return SummarySheet(contents(walk.reading).summary, width)


def sidebar(walk: Walk, width: int = 20) -> SidebarSheet:
    return SidebarSheet(contents(walk.reading).sidebar, width)


def painted(sheet: Sheet, index: int, inside: int, *, mirrored: bool = False) -> str:
    value = sheet.row(index, inside)
    assert value is not None
    return "".join(s.text for s in placed(sheet.paint(value, LOOKS), sheet.width, mirrored=mirrored))


def looks(sheet: Sheet, index: int, inside: int) -> dict[str, str]:
    """By look, the text painted in it."""
    value, found = sheet.row(index, inside), dict[str, str]()
    assert value is not None
    for segment in placed(sheet.paint(value, LOOKS), sheet.width, mirrored=False):
        name = COLOURS[segment.style.color] if segment.style else ""
        found[name] = found.get(name, "") + segment.text
    return found


# The article.


def test_a_paragraph_is_flush_right_beside_its_number() -> None:
    row = painted(article(Walk()), 0, 0)
    assert row.endswith(" ¶1 ")
    assert len(row) == 30
    assert row[-5] != " "
    assert row.startswith(" ")


def test_only_the_first_line_has_the_number() -> None:
    sheet = article(Walk(), 14)
    assert sheet.height(1) == len(sheet.lines(1))
    assert len(sheet.lines(1)) > 1
    assert "¶2" in painted(sheet, 1, 0)
    assert "¶" not in painted(sheet, 1, 1)


def test_a_blank_row_parts_paragraphs_and_none_follows_the_last() -> None:
    sheet = article(Walk())
    assert [sheet.height(0), sheet.height(1)] == [2, 1]
    assert sheet.row(0, 1) is None


def test_a_row_says_only_what_is_marked_in_its_own_line() -> None:
    walk = Walk().go("next-pane")
    plain, lit = article(Walk(), 14), article(walk, 14)
    last = len(lit.lines(0)) - 1
    rows = [lit.row(0, inside) for inside in range(last + 1)]
    marks = [dict(row.marks) for row in rows if isinstance(row, ArticleRow)]
    assert sum(bool(one.get("evidence")) for one in marks) == 1
    changed = [inside for inside in range(last + 1) if rows[inside] != plain.row(0, inside)]
    assert changed[0] == 0, "its number is cited now"


def test_lit_and_selected_words_have_their_look() -> None:
    walk = Walk().go("next-pane").go("select", "article", Selection(Place(0, 0, 1), Place(0, 3, 4)))
    found = looks(article(walk), 0, 0)
    assert len(found["lit"]) == len("كتب")
    assert len(found["selected"]) == len("أولا") - 1, "lam-alef takes one cell"
    assert found["cited"] == "¶1"


def test_the_number_one_stands_at_has_its_look() -> None:
    assert looks(article(Walk()), 0, 0)["number-under-cursor"] == "¶1"
    assert "number-under-cursor" not in looks(article(Walk()), 1, 0)
    assert "number-under-cursor" not in looks(article(Walk().go("next-pane")), 0, 0)


def test_digits_are_painted_as_preferred() -> None:
    briefing = replace(small(), paragraphs=(Paragraph(1, "عام 2014"), *small().paragraphs[1:]))
    walk = Walk(briefing)
    assert "2014" in painted(article(walk), 0, 0)
    assert "٢٠١٤" in painted(article(walk.go("switch-digits").go("switch-digits")), 0, 0)


def test_a_line_stands_where_the_sheet_says() -> None:
    sheet = article(Walk())
    row = painted(sheet, 0, 0)
    column = sheet.column(0, 0, mirrored=False)
    assert row[column : column + sheet.lines(0)[0].width] == sheet.lines(0)[0].text


def test_the_cells_beside_the_text_are_the_panes_ground() -> None:
    for width in (20, 30, 120):
        sheet = article(Walk(), width)
        value = sheet.row(0, 0)
        assert value is not None
        row = sheet.paint(value, LOOKS)
        assert sum(segment.cell_length for segment in row.fill) == width
        assert all(segment.style is not None for segment in row.fill)
        assert (row.base, row.blank) == ("L", LOOKS["text"])


def test_the_gutter_has_room_for_the_longest_number_and_a_blank_behind_it() -> None:
    shown = contents(Walk().reading).article
    sheets = [ArticleSheet(replace(shown, number_digits=digits), 40) for digits in (1, 3)]
    columns = [sheet.column(0, 0, mirrored=False) + sheet.lines(0)[0].width for sheet in sheets]
    assert columns == [36, 34]
    assert [painted(sheet, 0, 0)[columns[at] :] for at, sheet in enumerate(sheets)] == [" ¶1 ", " ¶1   "]
    assert sheets[0].row(0, 0) != sheets[1].row(0, 0), "the room for numbers is a part of the value"


def test_what_is_measured_far_off_is_what_is_there() -> None:
    sheets = (article(Walk(), 14), summary(Walk(), 24), summary(Walk().go("open-full"), 20), sidebar(Walk()))
    for sheet in sheets:
        assert sheet.count > 1
        for index in range(sheet.count):
            assert sheet.far_height(index) == sheet.height(index)


def test_a_line_of_foreign_base_is_painted_as_its_passage_says() -> None:
    item = contents(Walk().reading).article.item(0)
    sheet = article(Walk())
    value = sheet.row(0, 0)
    assert isinstance(value, ArticleRow)
    assert value.base == item.base
    shown = painted(sheet, 0, 0)
    row = "".join(s.text for s in placed(sheet.paint(replace(value, base="L"), LOOKS), 30, mirrored=False))
    assert row != shown
    assert row[1:].startswith(sheet.lines(0)[0].text), "flush left"


def test_passages_of_one_paragraph_go_together() -> None:
    long = " ".join(["كلمة"] * 10_000)
    briefing = replace(small(), paragraphs=(Paragraph(1, long), *small().paragraphs[1:]))
    sheet = article(Walk(briefing))
    own = sheet.together(0)
    assert len(own) == sheet.count - 1 > 1
    assert sheet.together(sheet.count - 1) == range(sheet.count - 1, sheet.count)
    assert [sheet.row(index, 0).number is None for index in (0, 1)] == [False, True]  # type: ignore[union-attr]


# The summary.


def test_a_claim_has_a_bullet_and_its_citations_at_the_end_of_the_last_line() -> None:
    sheet = summary(Walk(), 40)
    assert painted(sheet, 0, 0) == "■ Ahmad wrote.                       ¶1 "
    assert painted(sheet, 1, 0) == "■ Ahmad spoke, and wrote.         ¶1 ¶2 "


def test_citations_without_room_take_a_row_of_their_own() -> None:
    sheet = summary(Walk(), 28)
    assert [painted(sheet, 1, inside) for inside in range(2)] == [
        "■ Ahmad spoke, and wrote.   ",
        "                      ¶1 ¶2 ",
    ]
    assert sheet.row(1, 2) is None
    assert (sheet.height(1), summary(Walk(), 40).height(1)) == (2, 1)


def test_the_claim_one_stands_on_has_a_bar() -> None:
    sheet = summary(Walk().go("next-pane"), 28)
    assert painted(sheet, 0, 0).startswith("▌ Ahmad wrote.")
    assert painted(sheet, 1, 0).startswith("• ")
    assert looks(sheet, 0, 0)["bright"] == "▌ "


def test_the_citation_of_the_paragraph_one_reads_has_its_look() -> None:
    found = looks(summary(Walk().go("put-cursor", "article", 1), 40), 1, 0)
    assert (found["cited"], found["dim"]) == ("¶2", "¶1")


def test_headings_and_prose_are_told_apart() -> None:
    sheet = summary(Walk().go("open-full"))
    assert looks(sheet, 0, 0)["heading"].strip() == "Bottom line"
    assert sheet.height(0) == 1
    assert sheet.height(1) == 2
    assert [index for index in range(sheet.count) if sheet.is_selectable(index)] == [3, 4, 6]


def test_selected_words_of_a_claim_have_their_look() -> None:
    walk = Walk().go("next-pane").go("select", "summary", Selection(Place(0, 0, 1), Place(0, 4, 5)))
    assert looks(summary(walk), 0, 0)["selected"] == "Ahmad"


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("width", [20, 28, 40, 120])
def test_a_claims_line_stands_where_the_sheet_says(width: int, mirrored: bool) -> None:
    sheet = summary(Walk().go("open-full"), width)
    for index in range(sheet.count):
        for inside, line in enumerate(sheet.lines(index)):
            row = painted(sheet, index, inside, mirrored=mirrored)
            column = sheet.column(index, inside, mirrored=mirrored)
            assert row[column : column + line.width] == line.text
            assert len(row) == width


@pytest.mark.parametrize("mirrored", [False, True])
@pytest.mark.parametrize("width", [20, 31, 60, 120])
def test_so_does_a_line_that_runs_from_right_to_left(width: int, mirrored: bool) -> None:
    texts = ("قال أحمد كلاما", "كتب أحمد كتابا طويلا جدا في بيت جديد هناك ثم عاد")
    claims = tuple(claim(text, (1, "كتب"), (2, "قال")) for text in texts)
    sections = (replace(small().sections[0], claims=claims), small().sections[1])
    briefing = replace(small(), sections=sections, bottom_line=texts[1])
    sheet = summary(Walk(briefing).go("open-full"), width)
    lines = [(index, inside) for index in range(sheet.count) for inside in range(len(sheet.lines(index)))]
    assert {sheet.lines(index)[inside].base for index, inside in lines} == {"L", "R"}
    for index, inside in lines:
        line, row = sheet.lines(index)[inside], painted(sheet, index, inside, mirrored=mirrored)
        column = sheet.column(index, inside, mirrored=mirrored)
        assert row[column : column + line.width] == line.text


def test_the_claim_one_stands_on_has_its_ground_only_while_keys_go_there() -> None:
    led, left = Walk().go("next-pane"), Walk().go("next-pane").go("article")
    assert "Ahmad wrote." in looks(summary(led), 0, 0)["under-cursor"]
    assert "under-cursor" not in looks(summary(left), 0, 0)
    assert "Ahmad wrote." in looks(summary(left), 0, 0)["text"]


def test_a_marked_claim_has_a_bullet_that_is_seen() -> None:
    sheet = summary(Walk(), 40)
    assert looks(sheet, 0, 0)["heading"] == "■ "
    assert looks(summary(Walk().go("next-pane"), 40), 1, 0)["quiet"] == "• "


def test_citations_that_just_have_room_stay_on_the_line() -> None:
    assert [summary(Walk(), width).height(1) for width in (32, 33)] == [2, 1]
    assert painted(summary(Walk(), 33), 1, 0) == "■ Ahmad spoke, and wrote.  ¶1 ¶2 "


def test_every_cell_has_a_style() -> None:
    for walk in (Walk(), Walk().go("next-pane"), Walk().go("open-full"), Walk(bare())):
        for sheet in (summary(walk, 20), sidebar(walk), article(walk, 20)):
            for value in filter(None, values(sheet)):
                row = sheet.paint(value, LOOKS)
                cells = placed(row, sheet.width, mirrored=False)
                assert all(segment.style is not None for segment in cells if segment.text), value
                assert row.blank is not None


# The sidebar.


def test_an_entry_has_key_name_and_count_and_the_open_one_a_bar() -> None:
    sheet = sidebar(Walk())
    assert painted(sheet, 0, 0) == " 0 Full article   5 "
    assert painted(sheet, 1, 0) == "▌1 First          2 "
    assert painted(sheet, 2, 0) == " 2 Second         2 "
    assert painted(sheet, 1, 0, mirrored=True) == " 2          First 1▐"
    assert painted(sheet, 1, 1).startswith("▌")
    assert sheet.row(1, 2) is None
    assert [sheet.height(index) for index in range(3)] == [3, 3, 2]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (60, " 0 Full article    1 First    2 Second "),
        (38, " 0 Full article   1 First   2 Second "),
        (36, " 0 Full article  1 First  2 Second "),
        (35, " 0 Full article  1 First  2 Second "),
        (34, " 0    1 First    2 "),
        (15, " 0  1 First  2 "),
        (9, " 1 First "),
    ],
)
def test_horizontal_entries_give_up_their_names(width: int, expected: str) -> None:
    shown = contents(Walk().reading).sidebar
    row = tab_row(shown, tabs_of(shown, width), LOOKS)
    painted = "".join(segment.text for segment in placed(row, width, mirrored=False))
    assert painted.rstrip() == expected.rstrip()


def test_horizontal_entries_say_which_columns_they_take() -> None:
    shown = contents(Walk().reading).sidebar
    assert tabs_of(shown, 60)[:2] == (Tab(0, 16, " 0 Full article ", 0), Tab(18, 27, " 1 First ", 1))
    assert tabs_of(shown, 36)[1].start == 16
    assert tabs_of(shown, 9) == (Tab(0, 9, " 1 First ", 1),)


def test_a_long_name_leaves_room_for_the_count() -> None:
    sections = (
        replace(small().sections[0], title="Averylongnameofasection"),
        small().sections[1],
    )
    sheet = sidebar(Walk(replace(small(), sections=sections)))
    row = painted(sheet, 1, 0)
    assert (len(row), row[-3:]) == (20, " 2 ")
    assert row == "▌1 Averylongnameo 2 ", "it goes on in the next row"
    assert painted(sheet, 1, 1) == "▌  fasection        "


def test_a_long_arabic_name_is_cut_to_its_row_and_stands_at_its_right() -> None:
    long = "من في عن ما هو يا أو قد لم لن كم بل" * 3
    sections = (replace(small().sections[0], arabic=long), small().sections[1])
    rows = [painted(sidebar(Walk(replace(small(), sections=sections))), 1, inside) for inside in range(1, 5)]
    assert {(len(row), row[0], row[-1]) for row in rows} == {(20, "▌", " ")}
    assert rows[0][1:-1] == "".join(cell.text for cell in layout(long, 18, "R")[0].cells).rjust(18)
    assert [row.count("…") for row in rows] == [0, 0, 0, 1]
    short = painted(sidebar(Walk()), 1, 1)
    assert (short[-1], short[-2] != " ", short[1:10].strip()) == (" ", True, "")


def test_an_entry_without_an_arabic_name_has_one_row() -> None:
    sections = (replace(small().sections[0], arabic=""), small().sections[1])
    sheet = sidebar(Walk(replace(small(), sections=sections)))
    assert [sheet.height(index) for index in range(3)] == [3, 2, 2]
    assert sheet.row(1, 1) is None
    assert sheet.row(1, 0) is not None


def test_the_looks_of_entries() -> None:
    sheet, led = sidebar(Walk()), sidebar(Walk().go("focus", "sidebar"))
    assert "First" in looks(sheet, 1, 0)["heading"]
    assert "Second" in looks(sheet, 2, 0)["text"]
    assert looks(sheet, 2, 0)["dim"].split() == ["2", "2"], "key and count"
    assert set(looks(sheet, 1, 1)) == {"heading"}, "the open one's Arabic name is as bright"
    assert looks(sheet, 2, 1)["dim"].strip()
    assert "First" in looks(led, 1, 0)["under-cursor"]
    assert "under-cursor" not in looks(led, 2, 0)


def horizontal(walk: Walk, width: int, *, mirrored: bool = False) -> str:
    shown = contents(walk.reading).sidebar
    row = tab_row(shown, tabs_of(shown, width), LOOKS)
    return "".join(segment.text for segment in placed(row, width, mirrored=mirrored))


def test_a_section_past_the_ninth_has_a_name_and_no_key() -> None:
    sections = tuple(replace(small().sections[0], key=f"s{n}", title=f"S{n}") for n in range(1, 12))
    walk = Walk(replace(small(), sections=sections), section="s10")
    shown = contents(walk.reading).sidebar
    assert (shown.item(9).digit, shown.item(10).digit) == ("9", "")
    assert painted(sidebar(walk), 10, 0) == "▌  S10            2 "
    assert horizontal(walk, 6) == " S10  "
    tabs = tabs_of(shown, 200)
    assert [tab.label for tab in tabs][9:12] == [" 9 S9 ", " S10 ", " S11 "]
    narrow = tabs_of(shown, 60)
    assert [tab.view for tab in narrow] == [*range(12)]
    assert horizontal(walk, 60).split() == [*"0123456789", "S10", "11"], "what has no key has its number"


# Values.


def values(sheet: Any) -> list[object]:
    return [sheet.row(index, inside) for index in range(sheet.count) for inside in range(sheet.height(index))]


def test_what_one_sees_change_has_another_value_and_nothing_else_has() -> None:
    before, after = article(Walk()), article(Walk().go("put-cursor", "article", 1))
    pairs = zip(values(before), values(after), strict=True)
    changed = [at for at, (one, other) in enumerate(pairs) if one != other]
    assert changed == [0, 2], "the numbers of the two paragraphs"
