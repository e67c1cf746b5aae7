"""Paragraphs of every form on the article's sheet: what stands before their text, and the rows under them."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.arabic import AS_WRITTEN, Presentation
from briefing.document import Briefing, Paragraph, Section
from briefing.document.growing import Counted
from briefing.reading import contents
from briefing.reading.forms import Form
from briefing.tui.panes.article_sheet import ArticleSheet
from briefing.tui.panes.margins import margin_of, margin_segments
from tests.reading.conftest import Walk, bare
from tests.tui.panes.test_sheets import LOOKS, article, looks, painted


def of(*paragraphs: Paragraph) -> Briefing:
    """A text of these and nothing else."""
    numbers = tuple(one.number for one in paragraphs)
    return replace(bare(), paragraphs=paragraphs, sections=(Section("text", "", "", numbers),))


FORMS = of(
    Paragraph(1, "a\tb", kind="row"),
    Paragraph(2, "long words here\tother words", kind="row"),
    Paragraph(3, "x\ty", kind="row"),
    Paragraph(4, "quoted", kind="quote", level=1),
    Paragraph(5, "item", kind="item", level=1, label="1."),
    Paragraph(6, "نص", kind="quote", level=2),
    Paragraph(7, "plain"),
)
WIDE = """
 a                 b                                     ¶1
 long words here   other words                           ¶2
 x                 y                                     ¶3

 │ quoted                                                ¶4

  1. item                                                ¶5

                                                  ﺺﻧ │ │ ¶6

 plain                                                   ¶7
"""
NARROW = """
 a                 ¶1
   b

 long words here   ¶2
   other words

 x                 ¶3
   y

 │ quoted          ¶4

  1. item          ¶5

            ﺺﻧ │ │ ¶6

 plain             ¶7
"""


def rows(sheet: ArticleSheet) -> list[str]:
    """Every row, those of no value as blank ones."""
    places = [(index, inside) for index in range(sheet.count) for inside in range(sheet.height(index))]
    return [painted(sheet, *at).rstrip() if sheet.row(*at) is not None else "" for at in places]


@pytest.mark.parametrize(("width", "expected"), [(60, WIDE), (22, NARROW)], ids=["wide", "narrow"])
def test_forms_are_told_apart_by_what_stands_before_them_and_by_blank_rows(width: int, expected: str) -> None:
    sheet = article(Walk(FORMS, None), width)
    assert rows(sheet) == expected.strip("\n").splitlines()
    assert [sheet.far_height(at) for at in range(7)] == [sheet.height(at) for at in range(7)]
    assert [sheet.blank_rows(at) for at in range(7)] == (
        [0, 0, 1, 1, 1, 1, 0] if width == 60 else [1, 1, 1, 1, 1, 1, 0]
    )


def test_what_stands_before_a_text_is_quiet_and_no_part_of_it() -> None:
    sheet = article(Walk(FORMS, None), 60)
    assert looks(sheet, 3, 0)["quiet"].split("¶")[0].strip() == "│"
    assert looks(sheet, 4, 0)["quiet"].split("¶")[0].strip() == "1."
    assert [sheet.text(at) for at in (3, 4, 5)] == ["quoted", "item", "نص"]
    for at in range(7):
        row, line = painted(sheet, at, 0), sheet.lines(at)[0]
        column = sheet.column(at, 0, mirrored=False)
        assert row[column : column + line.width] == line.text


@pytest.mark.parametrize(
    ("hang", "texts"),
    [(0, []), (1, [" "]), (2, ["…", " "]), (3, ["1.", " "]), (4, [" ", "1.", " "])],
)
def test_a_label_has_the_cells_that_texts_hang_by(hang: int, texts: list[str]) -> None:
    form = Form("item", 1, "1.", hang)
    pieces = margin_segments(form, margin_of(form, 20), "L", LOOKS, AS_WRITTEN, first=True)
    assert [one.text for one in pieces] == texts
    later = margin_segments(form, margin_of(form, 20), "L", LOOKS, AS_WRITTEN, first=False)
    assert "".join(one.text for one in later) == " " * hang


def test_of_a_text_that_is_still_counted_not_all_is_measured() -> None:
    shown = contents(Walk(bare()).reading).article
    whole = ArticleSheet(shown, 40)
    assert (whole.is_whole, whole.is_measured_whole, whole.count) == (True, True, 5)
    for percent in (50, 100):
        counted = replace(shown, counted=Counted(percent, 1, 3, "", "", 0))
        sheet = ArticleSheet(counted, 40)
        assert (sheet.is_whole, sheet.is_measured_whole) == (percent == 100, False)


def test_code_is_filled_by_nothing_and_its_digits_are_its_own() -> None:
    code = "قال 2014 كتابا طويلا جدا في بيت جديد هناك"
    walk = Walk(of(Paragraph(1, code, kind="code"), Paragraph(2, code)), None)
    shown = contents(walk.reading).article
    presented = [
        Presentation(True, *way) for way in (("written", False), ("arabic-indic", False), ("written", True))
    ]
    sheets = [ArticleSheet(replace(shown, presentation=one), 24) for one in presented]
    assert len({str([line.text for line in sheet.lines(0)]) for sheet in sheets}) == 1
    assert len({str([line.text for line in sheet.lines(1)]) for sheet in sheets}) == 3
