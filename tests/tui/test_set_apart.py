"""Headings, lists, quotes, code, tables and notes in the article: right on every row, copied as written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from rich.segment import Segment
from rich.style import Style

from briefing.arabic import Line
from briefing.document import Briefing, Paragraph
from briefing.document.model import Inline, InlineKind, ParagraphKind
from briefing.reading import contents
from briefing.reading.copying import selected_text
from briefing.reading.selection import Place, Selection
from briefing.tui.panes.article_sheet import ArticleRow, ArticleSheet
from briefing.tui.panes.flush_lines import FlushLine
from briefing.tui.panes.row import placed
from tests.judges import rows as judge
from tests.needs import needs_library
from tests.reading.conftest import Walk
from tests.tui.briefings import plain
from tests.tui.panes.test_sheets import LOOKS
from tests.tui.reader import reading
from tests.tui.set_apart import everything, unset

INLINES: list[InlineKind] = [*get_args(InlineKind)]
KINDS: list[ParagraphKind] = [*get_args(ParagraphKind)]
WIDTHS = (30, 38, 44, 60, 77, 90, 130)


def sheet_of(briefing: Briefing, width: int) -> ArticleSheet:
    return ArticleSheet(contents(Walk(briefing).reading).article, width)


def segments(sheet: ArticleSheet, index: int, inside: int) -> list[Segment]:
    value = sheet.row(index, inside)
    return [] if value is None else placed(sheet.paint(value, LOOKS), sheet.width, mirrored=False)


def painted(sheet: ArticleSheet, index: int, inside: int) -> str:
    return "".join(segment.text for segment in segments(sheet, index, inside))


def lines(sheet: ArticleSheet) -> Iterator[tuple[int, int, Line]]:
    for index in range(sheet.count):
        for inside, line in enumerate(sheet.lines(index)):
            yield index, inside, line


@pytest.mark.parametrize("width", WIDTHS)
def test_every_line_stands_where_the_sheet_says_and_every_row_is_as_wide(width: int) -> None:
    sheet = sheet_of(everything(), width)
    for index, inside, line in lines(sheet):
        row = painted(sheet, index, inside)
        assert len(row.replace("\u0651", "")) == width, row
        column = sheet.column(index, inside, mirrored=False)
        assert column >= 1
        assert row[column : column + line.width] == line.text
        after = row[column + line.width :] if line.base == "R" else row[:column]
        assert not re.search(r"[^\W\d_]{2,}", after), "nothing but labels and bars stands at its side"


@pytest.mark.parametrize("width", WIDTHS)
def test_lines_are_all_of_the_text_in_order(width: int) -> None:
    sheet = sheet_of(everything(), width)
    for index in range(sheet.count):
        text = sheet.text(index)
        assert "".join(text[line.start : line.end] for line in sheet.lines(index)) == text
        for line in sheet.lines(index):
            cells = sorted((cell.start, cell.end) for cell in line.cells)
            assert all(line.start <= start < end <= line.end for start, end in cells)
            assert all(one[1] <= other[0] for one, other in pairwise(cells))


@needs_library("libfribidi.so.0")
@pytest.mark.parametrize("width", WIDTHS)
def test_every_row_is_fribidis(width: int) -> None:
    sheet = sheet_of(everything(), width)
    for index, inside, line in lines(sheet):
        text, kind = sheet.text(index), everything().paragraphs[index].kind
        if kind == "row" and line.start == 0 and line.end == len(text):
            cells = [judge.seen(cell) for cell in text.split("\t")]
            shown = [part for part in re.split(" {3,}", line.text.strip()) if part]
            assert shown == [cell for cell in (cells if line.base == "L" else cells[::-1]) if cell]
            continue
        begin = max(text.rfind(end, 0, line.start) for end in "\n\t") + 1
        stop = min(at for end in "\n\t" if (at := text.find(end, line.start)) >= 0 or (at := len(text)))
        if kind not in ("row", "code"):
            begin, stop = 0, len(text)
        elif kind == "code":
            begin, stop = text.rfind("\n", 0, line.start) + 1, (text + "\n").index("\n", line.start)
        part = text[begin:stop]
        wanted = judge.seen(
            part, line.start - begin, min(line.end, stop) - begin, 0 if kind == "code" else None
        )
        assert line.text.strip() == wanted, (index, inside)


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_set_apart_changes_no_cell(width: int) -> None:
    whole = everything()
    bare = replace(whole, paragraphs=tuple(replace(one, inlines=()) for one in whole.paragraphs))
    first, second = sheet_of(whole, width), sheet_of(bare, width)
    for index, inside, _ in lines(first):
        assert painted(first, index, inside) == painted(second, index, inside)


def styles(sheet: ArticleSheet, index: int) -> set[tuple[str, Style | None]]:
    found = [one for inside in range(sheet.height(index)) for one in segments(sheet, index, inside)]
    return {(one.text, one.style) for one in found if one.text.strip()}


def test_words_have_their_looks_and_evidence_lies_over_them() -> None:
    sheet = sheet_of(everything(), 90)
    found = {(text.strip(), style) for text, style in styles(sheet, 1)}
    for shown, look in (("code --flag", "code"), ("\ufe94\ufee0\ufe8b\ufe8e\ufee3", "emphasis-rtl")):
        assert (shown, LOOKS["text"] + LOOKS[look]) in found
    value = sheet.row(1, 0)
    assert isinstance(value, ArticleRow)
    lit = replace(value, marks=(("evidence", ((0, 200),)),))
    colours = {one.style for one in placed(sheet.paint(lit, LOOKS), 90, mirrored=False) if one.style}
    assert LOOKS["text"] + LOOKS["strong"] not in colours


def test_headings_stand_out_by_level() -> None:
    sheet = sheet_of(everything(), 60)
    at = [index for index, one in enumerate(everything().paragraphs) if one.kind == "heading"]
    under = [painted(sheet, index, len(sheet.lines(index))).strip()[:1] for index in at]
    assert under == ["━", "─", "╌", "", "", ""]
    assert [sheet.column(index, 0, mirrored=False) + sheet.lines(index)[0].width for index in at[3:]] == [
        60 - 5,
        60 - 8,
        60 - 11,
    ]
    assert {segments(sheet, index, 0)[2].style for index in at} == {LOOKS["heading"]}


def test_a_table_is_in_columns_where_it_fits() -> None:
    at = [index for index, one in enumerate(everything().paragraphs) if one.kind == "row"]
    wide, narrow = sheet_of(everything(), 60), sheet_of(everything(), 38)
    assert [len(wide.lines(index)) for index in at[:4]] == [1] * 4
    edges = {wide.column(index, 0, mirrored=False) + wide.lines(index)[0].width for index in at[:4]}
    assert len(edges) == 1, "flush right"
    assert [wide.height(index) for index in at[:4]] == [1, 1, 1, 2], "a blank row under the last"
    assert len(wide.lines(at[5])) > 2, "cell by cell"
    assert [len(narrow.lines(index)) for index in at[:3]] == [3, 3, 3]
    assert all(isinstance(line, FlushLine) and line.base == "R" for line in narrow.lines(at[2]))


def test_code_is_filled_by_nothing() -> None:
    walk = Walk(everything()).go("switch-lines").go("switch-digits").go("switch-digits")
    sheet = ArticleSheet(contents(walk.reading).article, 44)
    at = next(index for index, one in enumerate(everything().paragraphs) if one.kind == "code")
    assert "\u0640" in "".join(painted(sheet, 1, inside) for inside in range(3))
    assert "\u0640" not in "".join(line.text for line in sheet.lines(at))
    assert "x = 1" in painted(sheet, at, sheet.height(at) - 3)
    assert all(line.base == "L" for line in sheet.lines(at))


def test_code_in_an_item_stands_where_the_words_of_the_item_do() -> None:
    paragraphs = (
        Paragraph(1, "An item.", "item", 1, "•"),
        Paragraph(2, "one", "code", 1),
        Paragraph(3, "An inner item.", "item", 2, "1."),
        Paragraph(4, "two", "code", 2),
        Paragraph(5, "none", "code"),
    )
    sheet = sheet_of(apart(paragraphs), 44)
    rows = [painted(sheet, index, 0) for index in range(5)]
    columns = [row.index(sign) for row, sign in zip(rows, ("An", "┊", "An", "┊", "┊"), strict=True)]
    assert columns[0] == columns[1]
    assert columns[2] == columns[3] > columns[0]
    assert columns[4] < columns[0]
    assert all(row.count("┊") == 1 for row in (rows[1], rows[3], rows[4]))


NUMBERS = (
    Paragraph(1, "تقرير", "heading", 1),
    Paragraph(2, "2024", "heading", 2),
    Paragraph(3, "5", "item", 1, "•"),
    Paragraph(4, "نعم", "item", 1, "•"),
    Paragraph(5, "-5%", "quote", 1),
    Paragraph(6, "x = 1", "code"),
    Paragraph(7, "[2]", "note", 0, "[1]"),
    Paragraph(8, "السنة\tالعدد", "row"),
    Paragraph(9, "2024\t(12)", "row"),
)


def apart(paragraphs: tuple[Paragraph, ...]) -> Briefing:
    return replace(plain(*(one.text for one in paragraphs)), paragraphs=paragraphs)


@pytest.mark.parametrize("width", [44, 20])
def test_what_has_no_letter_stands_where_the_text_around_it_begins(width: int) -> None:
    reading = Walk(apart(NUMBERS)).go("switch-digits").go("switch-digits").reading
    sheet = ArticleSheet(contents(reading).article, width)
    rows = [painted(sheet, index, 0).split("¶")[0].rstrip() for index in range(len(NUMBERS))]
    assert {len(row) for index, row in enumerate(rows) if NUMBERS[index].kind != "code"} == {len(rows[0])}
    assert [rows[index].split()[0] for index in (1, 2, 4)] == ["٢٠٢٤", "٥", "-٥%"], "in FriBidi's order"
    assert rows[5].lstrip("┊ ") == "x = 1"
    assert "٢٠٢٤" in rows[8]
    assert painted(sheet, 1, 1).rstrip().endswith("────")


def test_amid_english_it_stands_at_the_left() -> None:
    english = tuple(replace(one, text="English") if one.number in (1, 4) else one for one in NUMBERS[:5])
    sheet = sheet_of(apart(english), 44)
    assert painted(sheet, 1, 0).lstrip().startswith("2024 ")
    assert painted(sheet, 2, 0).lstrip().startswith("• 5 ")


# What leaves.


def copied(briefing: Briefing, selection: Selection) -> str:
    return selected_text(Walk(briefing).go("select", "article", selection).reading)


@st.composite
def documents(draw: st.DrawFn) -> Briefing:
    texts = draw(st.lists(st.text("aبلا \t\n1َ()", min_size=1, max_size=12), min_size=1, max_size=6))
    paragraphs = []
    for number, text in enumerate(texts, 1):
        ends = draw(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=3))
        kinds = draw(st.lists(st.sampled_from(INLINES), min_size=3))
        inlines = tuple(
            Inline(min(end), min(max(end), len(text)), kind, "https://a.example" if kind == "link" else "")
            for end, kind in zip(ends, kinds, strict=False)
            if min(end) < min(max(end), len(text))
        )
        label = draw(st.sampled_from(["", "•", "3.", "[12]"]))
        set_as = draw(st.sampled_from(KINDS))
        paragraphs.append(Paragraph(number, text, set_as, draw(st.integers(0, 7)), label, inlines))
    return replace(plain(*texts), paragraphs=tuple(paragraphs))


@given(documents(), st.data())
def test_copying_is_unchanged_by_how_a_text_is_set(briefing: Briefing, data: st.DataObject) -> None:
    count = len(briefing.paragraphs)
    ends = [data.draw(st.integers(0, count - 1)), data.draw(st.integers(0, count - 1))]
    places = []
    for index in ends:
        start = data.draw(st.integers(0, len(briefing.paragraphs[index].text) - 1))
        places.append(Place(index, start, start + 1))
    selection = Selection(*places)
    assert copied(briefing, selection) == copied(unset(briefing), selection)


@pytest.mark.whole
@given(documents(), st.integers(20, 60))
def test_any_document_can_be_laid_out(briefing: Briefing, width: int) -> None:
    sheet = sheet_of(briefing, width)
    for index in range(sheet.count):
        text = sheet.text(index)
        assert "".join(text[line.start : line.end] for line in sheet.lines(index)) == text
        assert sheet.far_height(index) == sheet.height(index)
        for inside in range(sheet.height(index)):
            value = sheet.row(index, inside)
            if value is not None:
                assert len(painted(sheet, index, inside)) >= width
                used = sum(one.cell_length for one in sheet.paint(value, LOOKS).fill)
                assert used <= max(width, 24)


async def test_a_whole_list_is_copied_without_its_labels() -> None:
    async with reading(everything(), size=(80, 60)) as reader:
        for _ in range(4):
            await reader.press("down")
        column, row = reader.find(".1")
        await reader.drag(column, row, row + 3)
        assert reader.selected.startswith("بند داخلي أول\n\nبند طويل")


@pytest.mark.whole
async def test_the_selection_goes_through_all_of_it_by_keys() -> None:
    """From the first line to the last: rules, blank rows and tables hold nothing up."""
    async with reading(everything(), size=(80, 24)) as reader:
        await reader.press("shift+down")
        for _ in range(100):
            before = reader.selected
            await reader.press("shift+down")
            if reader.selected == before:
                break
        assert "Second note" in reader.selected
        assert reader.selected in "\n\n".join(one.text for one in everything().paragraphs)
