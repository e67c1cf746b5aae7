"""The summary's pane by itself: clicks on numbers, and items by their place where not all of them stand."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.reading import contents
from briefing.reading.effects import Reveal
from briefing.reading.selection import Place, Selection
from briefing.tui.panes.article import Article
from briefing.tui.panes.summary import Summary
from briefing.tui.panes.together import Together
from tests.reading.conftest import Walk
from tests.tui.panes.alone import Led

#: Items of the view with all claims: two headings more than stand beside the article.
TOGETHER = (0, 1, 3, 4, 6)


class Sample(Led, Summary):
    """The summary by itself."""

    def row_with(self, words: str) -> int:
        """The row of the window in which words stand."""
        return next(y for y, row in enumerate(self.rows()) if words in row)


class Beside(Led, Article):
    """The article beside it."""


def walked() -> Walk:
    return Walk().go("open-full").go("focus", "summary")


def panes(walk: Walk | None = None, *, together: bool = False, rows: int = 30) -> tuple[Sample, Beside]:
    shown = contents((walk or walked()).reading)
    article, summary = Beside(), Sample()
    article.contents = shown.article
    article.sized(40, rows)
    summary.contents = shown.summary
    summary.sized(40, rows)
    if together:
        summary.align(article)
    summary.settle()
    summary.told()
    return summary, article


def test_a_click_on_a_number_leads_to_the_paragraph_and_one_beside_it_to_the_claim() -> None:
    for together in (False, True):
        summary, _ = panes(together=together)
        row = summary.row_with("They came.")
        for column, number in ((32, 3), (33, 3), (35, 4), (36, 4)):
            summary.click(column, row)
            assert summary.told() == [("follow", 6, number)], (column, together)
        for column in (34, 31, 37):
            summary.click(column, row)
            assert ("follow", 6, 3) not in summary.told()
    summary, _ = panes()
    summary.click(34, summary.row_with("They came."))
    assert summary.told() == [("put-cursor", 6)]


def test_in_a_mirrored_pane_numbers_lead_there_too() -> None:
    summary, _ = panes()
    summary.mirrored = True
    row = summary.row_with("They came.")
    line = summary.rows()[row]
    summary.click(line.index("¶4"), row)
    assert summary.told() == [("follow", 6, 4)]


def test_items_stand_by_place_where_claims_stand_beside_the_article() -> None:
    apart, _ = panes()
    together, _ = panes(together=True)
    assert (apart.is_aligned, together.is_aligned) == (False, True)
    assert [apart.item_of(at) for at in range(7)] == [*range(7)]
    assert [together.item_of(at) for at in range(5)] == [*TOGETHER]
    assert [together.position_of(item) for item in (0, 2, 3, 6)] == [0, None, 2, 4]
    together.put_cursor(4)
    assert together.told() == [("put-cursor", 6)]


def test_what_is_selected_there_is_told_by_item_and_shown_by_place() -> None:
    places = Selection(Place(2, 0, 1), Place(4, 5, 6))
    items = Selection(Place(3, 0, 1), Place(6, 5, 6))
    summary, _ = panes(together=True)
    summary.select(places)
    assert summary.told() == [("select", items)]
    summary.contents = replace(summary.contents, selection=items)
    assert summary.selection == places
    summary.select(places)
    assert summary.told() == [], "it is selected"
    summary.contents = replace(summary.contents, selection=Selection(Place(2, 0, 1), Place(6, 5, 6)))
    assert summary.selection is None, "one end does not stand here"
    summary.select(None)
    assert summary.told() == []


def test_hits_are_marked_at_the_place_of_their_item() -> None:
    walk = walked().go("look-for", "came")
    rows = []
    for together in (False, True):
        summary, _ = panes(walk, together=together, rows=5)
        assert [*summary._items_hit()] == [4 if together else 6]
        rows.append([*summary.bar_marks()])
    assert rows[0] == [2]
    assert all(rows)


def test_what_is_named_comes_into_sight_by_its_place() -> None:
    summary, _ = panes(together=True, rows=5)
    for item, is_shown in ((6, True), (2, False)):
        summary.top = 0
        summary.reveal(Reveal("summary", item))
        assert any("They came." in row for row in summary.rows()) is is_shown


def test_beside_one_another_the_pane_that_the_reader_is_in_is_seen_to_first() -> None:
    order: list[str] = []
    summary, article = panes(together=True)
    pair = Together(article, summary)
    for pane, name in ((article, "article"), (summary, "summary")):
        pane.reveal = lambda _, name=name: order.append(name)  # type: ignore[method-assign, misc]
    both = (Reveal("article", 0), Reveal("summary", 3))
    pair.reveal(both)
    pair.reveal(both[::-1])
    assert order == ["summary", "article"] * 2
    summary.align(None)
    order.clear()
    pair.reveal(both)
    assert order == ["article", "summary"], "apart it does not matter"


def test_the_claim_that_is_stood_on_stays_in_sight_unless_it_follows_on_the_bottom_line() -> None:
    for item, is_shown in ((6, True), (3, False)):
        summary, _ = panes(walked().go("put-cursor", "summary", item))
        summary.sized(40, 5)
        assert any("▌" in row for row in summary.rows()) is is_shown, item


def test_panes_that_come_to_stand_beside_one_another_are_painted_anew() -> None:
    summary, article = panes()
    before = summary.rows()
    summary.repainted.clear()
    summary.align(article)
    assert summary.repainted
    assert summary.rows() != before


def test_what_is_measured_above_moves_the_summary_along_only_where_it_stands_beside() -> None:
    for together in (True, False):
        summary, article = panes(together=together, rows=5)
        pair = Together(article, summary)
        summary.top = 2
        pair._remeasured(1)
        assert summary.top == (3 if together else 2)


def test_the_claim_comes_back_into_sight_after_its_evidence_and_only_then() -> None:
    for together, reveals, times in (
        (True, (Reveal("article", 0), Reveal("summary", 3)), 1),
        (True, (Reveal("summary", 3),), 0),
        (False, (Reveal("article", 0), Reveal("summary", 3)), 0),
    ):
        back: list[bool] = []
        summary, article = panes(together=together)
        summary.bring_back = lambda back=back: back.append(True)  # type: ignore[method-assign, misc]
        Together(article, summary).reveal(reveals)
        assert len(back) == times
