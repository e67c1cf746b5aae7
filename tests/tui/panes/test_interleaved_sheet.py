"""Paragraphs and claims under one another: each as on the sheet of its own, and blank rows between them."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.document import Briefing
from briefing.reading import contents
from briefing.reading.interleaved import InterleavedContents
from briefing.reading.selection import Place, Selection
from briefing.tui.panes.interleaved_sheet import InterleavedSheet
from briefing.tui.panes.summary_sheet import SummaryRow
from tests.reading.conftest import Walk
from tests.reading.test_after_writing import with_claims
from tests.tui.panes.test_sheets import article, looks, painted, summary


def shown(*keys: str, briefing: Briefing | None = None, section: str = "1") -> InterleavedContents:
    walk = Walk(briefing, section).go("take-way", "interleaved")
    for key in keys:
        walk.go(key)
    found = contents(walk.reading).between
    assert found is not None
    return found


def test_a_claim_stands_behind_the_paragraph_that_it_rests_on() -> None:
    sheet = InterleavedSheet(shown(), 40)
    rows = [painted(sheet, at, 0) for at in range(sheet.count)]
    assert [rows[0], rows[3]] == [painted(article(Walk(), 40), at, 0) for at in (0, 1)]
    assert [row.split("¶")[0].strip("■• ") for row in rows[1:3]] == [
        "Ahmad wrote.",
        "Ahmad spoke, and wrote.",
    ]
    assert [sheet.text(at) for at in range(4)] == [
        "أولا كتب أحمد",
        "Ahmad wrote.",
        "Ahmad spoke, and wrote.",
        "ثانيا قال أحمد كلاما",
    ]
    assert [[line.text for line in sheet.lines(at)] for at in (0, 1)] == [
        [line.text for line in article(Walk(), 40).lines(0)],
        [line.text for line in summary(Walk(), 40).lines(0)],
    ]
    assert [sheet.column(at, 0, mirrored=False) for at in range(3)] == [
        article(Walk(), 40).column(0, 0, mirrored=False),
        *[summary(Walk(), 40).column(0, 0, mirrored=False)] * 2,
    ]


def test_a_blank_row_follows_on_each_but_headings_and_the_last() -> None:
    sheet = InterleavedSheet(shown(), 40)
    assert [sheet.height(at) for at in range(sheet.count)] == [2, 2, 2, 1]
    assert [sheet.blank_rows(at) for at in range(sheet.count)] == [1, 1, 1, 0]
    assert [sheet.row(at, 1) for at in range(sheet.count)] == [None] * 4
    full = InterleavedSheet(shown("open-full"), 40)
    assert [full.blank_rows(at) for at in range(full.count)] == [0, *[1] * (full.count - 2), 0]
    assert full.text(0) == "Bottom line"
    ends_with_a_claim = with_claims("They came.")
    second = InterleavedSheet(shown(briefing=ends_with_a_claim, section="2"), 40)
    assert second.text(second.count - 1) == "They came."
    assert [second.blank_rows(at) for at in range(second.count)] == [1, 1, 0]


def test_passages_and_claims_can_be_stood_on_and_nothing_else() -> None:
    full = InterleavedSheet(shown("open-full"), 40)
    assert [full.is_selectable(at) for at in range(3)] == [False, False, True]
    assert all(full.is_selectable(at) for at in range(2, full.count))
    assert [full.together(at) for at in range(full.count)] == [range(at, at + 1) for at in range(full.count)]


def test_what_is_selected_goes_on_from_the_one_to_the_other() -> None:
    whole = replace(shown(), selection=Selection(Place(0, 5, 6), Place(1, 0, 4)))
    sheet = InterleavedSheet(whole, 40)
    rows = [sheet.row(at, 0) for at in range(3)]
    assert isinstance(rows[1], SummaryRow)
    assert [getattr(row, "selected", None) for row in rows] == [((5, 13),), ((0, 4),), ()]
    assert looks(sheet, 0, 0)["selected"]
    assert looks(sheet, 1, 0)["selected"] == "Ahma"
    assert "selected" not in looks(sheet, 2, 0)


def test_the_reader_stands_on_the_passage_or_on_the_claim() -> None:
    walk = Walk().go("take-way", "interleaved")
    for position in (1, 3, 2, 0):
        walk.go("put-cursor", "article", position)
        found = contents(walk.reading).between
        assert found is not None
        assert InterleavedSheet(found, 40).cursor == position
