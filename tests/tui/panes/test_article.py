"""The article's pane by itself: what it says stands at its upper edge, and which passages are in sight."""

from __future__ import annotations

from msgspec.structs import replace
from textual.geometry import Size

from briefing.reading import contents
from briefing.tui.panes.article import Article
from tests.reading.conftest import Walk
from tests.tui.panes.alone import Led
from tests.tui.panes.texts_alone import COLUMNS, ROWS, written


class Sample(Led, Article):
    """The article by itself."""


def article(*texts: str) -> Sample:
    pane = Sample()
    pane.contents = contents(Walk(written(*texts), None).reading).article
    pane.sized(COLUMNS, ROWS)
    return pane


TWO_ROWS = "كلمة أولى هنا وكلمة ثانية هناك"


def test_at_the_upper_edge_stands_a_line_or_what_follows_on_the_blank_row() -> None:
    pane = article(*[TWO_ROWS] * 20)
    first, second = pane._text.lines(0)[:2]
    assert (first.start, len(pane._text.lines(0))) == (0, 2)
    expected = [None, (0, second.start), (1, 0), (1, 0), (1, second.start), (2, 0)]
    for top, place in enumerate(expected):
        pane.top = top
        assert pane.place_on_top == place, top
    assert article("كلمة").place_on_top is None
    assert Sample().place_on_top is None


def test_the_passages_in_sight_to_their_end_are_told() -> None:
    pane = article(*[TWO_ROWS] * 20)
    assert ("seen", 2) in pane.told(), "of ten rows three passages have three each"
    pane.top = 1
    pane.settle()
    assert pane.told()[-1] == ("seen", 3), "the blank row under the last need not be seen"


def test_what_is_not_seen_is_not_told() -> None:
    pane = article(*[TWO_ROWS] * 20)
    pane.told()
    for is_hidden in (False, True):
        pane.top += 1
        pane.display = not is_hidden
        pane.settle()
        assert bool(pane.told()) is not is_hidden
    pane.display = True
    pane.top += 1
    pane.own = Size(COLUMNS, 2)
    pane._extent = pane.own
    pane.settle()
    assert pane.told() == [], "no row is in sight"
    assert Sample().new_sight() is None


def test_what_is_said_of_the_reader_s_place_stands_in_the_lower_row_of_the_frame() -> None:
    pane = article(TWO_ROWS)
    assert pane.rows()[-1].strip("╰─╯") == ""
    pane.contents = replace(pane.contents, status="a name")
    assert pane.rows()[-1].endswith(" a name ─╯")
    assert len(pane.rows()) == ROWS
