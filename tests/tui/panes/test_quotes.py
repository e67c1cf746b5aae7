"""Quotes in a slip of their own: how high they are, and how they are gone through."""

from __future__ import annotations

from briefing.arabic import AS_WRITTEN, Presentation
from briefing.document.model import Citation
from briefing.tui.panes.quotes import Quotes
from tests.tui.panes.bars_alone import Alone


class Painted(Alone, Quotes):
    """Quotes as they are."""


class Words(Alone, Quotes):
    """So many quotes of a row each."""

    def __init__(self, count: int = 2) -> None:
        super().__init__([Citation(number, "كتب") for number in range(1, count + 1)], AS_WRITTEN)


def test_quotes_are_as_high_as_they_are_and_go_up_and_down() -> None:
    quotes = Words(9).sized(20, 4)
    assert quotes.get_content_height(quotes.size, quotes.size, 20) == 9
    quotes.rows = 5
    assert quotes.get_content_height(quotes.size, quotes.size, 20) == 5
    assert quotes.get_content_height(quotes.size, quotes.size, 0) == 5
    assert [quotes.row(y)[:3] for y in range(4)] == [" ¶1", " ¶2", " ¶3", " ¶4"]
    for step, top in ((1, 3), (1, 5), (1, 5), (-1, 2), (-1, 0), (-1, 0)):
        quotes.scroll_rows(step)
        assert quotes.top == top
    quotes.top = 5
    assert [quotes.row(y)[:3] for y in range(5)] == [" ¶6", " ¶7", " ¶8", " ¶9", "   "]
    quotes.sized(20, 7)
    assert quotes.row(0)[:3] == " ¶3", "no row stays empty that could show a word"
    one = Words(3).sized(20, 1)
    one.scroll_rows(1)
    assert one.top == 1


def test_quotes_are_painted_as_the_article_is_and_laid_out_for_the_width() -> None:
    rows = []
    for presentation in (AS_WRITTEN, Presentation(harakat=False, digits="arabic-indic", justified=False)):
        quotes = Painted([Citation(1, "كَتَبَ 2014 في بيت جديد")], presentation)
        rows.append(quotes.sized(40).row())
    assert rows[0] != rows[1]
    assert "٢٠١٤" in rows[1]
    for columns, height in ((40, 1), (16, 3), (40, 1)):
        assert quotes.get_content_height(quotes.size, quotes.size, columns) == height
        assert len(quotes.sized(columns).row()) == columns
