"""Selecting text with mouse and keys gives the author's words back, and shows where a reader expects it."""

import pytest
from textual import events
from textual.pilot import Pilot

from briefing.arabic import layout
from briefing.document import Briefing, Paragraph, Section, Title
from briefing.reading.copying import selected_text
from briefing.reading.selection import Place, Selection, word_at
from briefing.sources import load_bundled
from briefing.tui import BriefingApp
from briefing.tui.panes.article import Article
from briefing.tui.panes.article_sheet import ArticleSheet
from briefing.tui.panes.summary import Summary
from briefing.tui.panes.text_view import TextView
from tests.tui.settling import press, settle

SIZE = (120, 36)
MIXED = "الأعوام 2024-2026 في (DICAS) وكلمات أخرى"


def briefing_of(*texts: str) -> Briefing:
    paragraphs = tuple(Paragraph(number, text) for number, text in enumerate(texts, 1))
    section = Section("text", "Text", "النص", tuple(range(1, len(texts) + 1)))
    return Briefing(Title("t", ""), "", None, paragraphs, (section,), (), (), "t.txt")


def cell_of(article: Article, row: int, index: int) -> int:
    """The column in the pane at which the cluster that begins at `index` is painted."""
    sheet = ArticleSheet(article.contents, article.text_width)
    ((first, _),) = sheet.lines(0)[row].columns(index, index + 1)
    return sheet.column(0, row, mirrored=False) + first + 1


def selected(app: BriefingApp) -> str:
    """The author's words that are selected."""
    return selected_text(app.reading)


async def drag(pilot: Pilot[None], pane: TextView, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press the left button at one cell of the pane, and release it at another."""
    for kind, at in ((events.MouseDown, start), (events.MouseMove, end), (events.MouseUp, end)):
        offset = pane.region.offset + at
        pilot.app.post_message(
            kind(None, *offset, 0, 0, 1, False, False, False, screen_x=offset.x, screen_y=offset.y)
        )
        await settle(pilot.app)


async def test_dragging_over_changes_of_direction_selects_a_logical_range() -> None:
    app = BriefingApp(briefing_of(MIXED))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot.app)
        article = app.screen.query_one(Article)
        for first, last in [(0, 5), (3, 12), (10, 20), (25, 2)]:
            columns = [(cell_of(article, 0, index), 1) for index in (first, last)]
            await drag(pilot, article, columns[0], columns[1])
            low, high = sorted((first, last))
            (line,) = layout(MIXED, 80)
            spans = [(cell.start, cell.end) for cell in line.cells]
            start = next(start for start, end in spans if start <= low < end)
            stop = next(end for start, end in spans if start <= high < end)
            assert selected(app) == MIXED[start:stop]
            shown = article.contents.item(0).selected
            assert shown is not None
            assert line.columns(*shown)


async def test_two_clicks_select_a_word_and_three_the_paragraph() -> None:
    app = BriefingApp(load_bundled(), 1)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot.app)
        article = app.screen.query_one(Article)
        text = app.briefing.paragraphs[0].text
        at = (cell_of(article, 0, text.index("السلطات") + 2), 1)
        await pilot.click(article, offset=at, times=2)
        assert selected(app) == "السلطات"
        await pilot.click(article, offset=at, times=3)
        assert selected(app) == text
        await pilot.click(article, offset=(40, 9))
        assert article.selection is None


async def test_a_selection_over_paragraphs_has_a_blank_line_between_them() -> None:
    app = BriefingApp(briefing_of("أولا ثانيا", "ثالثا رابعا"))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot.app)
        article = app.screen.query_one(Article)
        await drag(pilot, article, (cell_of(article, 0, 5), 1), (2, 3))
        assert selected(app) == "ثانيا\n\nثالثا رابعا"


async def test_shift_and_arrows_follow_the_paragraphs_direction() -> None:
    app = BriefingApp(briefing_of("سلام يا عالم", "plain English"))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot.app)
        article = app.screen.query_one(Article)
        await press(app, "shift+left", "shift+left")
        assert selected(app) == "سلا"  # lam and alef: one cluster, one step
        await press(app, "shift+right")
        assert selected(app) == "س"
        await press(app, "shift+down")
        assert selected(app).startswith("سلام يا عالم\n\n")
        await press(app, "escape", "down")
        article.select(None)
        await press(app, *["shift+right"] * 6)
        assert selected(app) == "plain "[:6]


async def test_ctrl_c_copies_the_authors_words(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PATH", "DISPLAY", "WAYLAND_DISPLAY", "TMUX"):
        monkeypatch.delenv(name, raising=False)
    app = BriefingApp(load_bundled(), 1)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot.app)
        article = app.screen.query_one(Article)
        await pilot.click(article, offset=(40, 1), times=3)
        await press(app, "ctrl+c")
        await app.workers.wait_for_complete()
        await settle(pilot.app)
        assert app.clipboard == app.briefing.paragraphs[0].text


async def test_the_summary_can_be_selected_too() -> None:
    app = BriefingApp(load_bundled(), 1)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot.app)
        summary = app.screen.query_one(Summary)
        await pilot.click(summary, offset=(6, 1), times=3)
        assert selected(app) == app.briefing.sections[0].claims[0].text
        await press(app, "2")
        assert summary.selection is None


def test_a_selection_reads_the_same_in_either_direction() -> None:
    first, last = Place(0, 2, 3), Place(2, 5, 7)
    for selection in (Selection(first, last), Selection(last, first)):
        assert [selection.in_item(item, 10) for item in range(4)] == [(2, 10), (0, 10), (0, 7), None]
        assert list(selection.items) == [0, 1, 2]


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("كلمة (DICAS)، أخرى", 7, "DICAS"),
        ("بِسْمِ اللَّهِ", 2, "بِسْمِ"),
        ("می\u200cخواهم بروم", 4, "می\u200cخواهم"),
        ("a\nb", 2, "b"),
    ],
)
def test_words(text: str, at: int, word: str) -> None:
    assert text[slice(*word_at(text, at))] == word
