"""The vertical sidebar: the section that is open comes into sight, and stays there."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.reading import contents
from briefing.reading.sidebar import SidebarContents
from briefing.tui.panes.sidebar import Sidebar
from tests.reading.conftest import Walk
from tests.tui.panes.alone import Led
from tests.tui.panes.test_horizontal_sidebar import MANY


class Sample(Led, Sidebar):
    """The sidebar by itself."""


def shown(section: str) -> SidebarContents:
    return contents(Walk(MANY, section=section).reading).sidebar


def sidebar(section: str) -> Sample:
    pane = Sample()
    pane.contents = shown(section)
    pane.sized(24, 10)
    return pane


def is_in_sight(pane: Sample) -> bool:
    return any(row.startswith("▌") for row in (row[1:] for row in pane.rows()[1:-1]))


def test_the_open_section_is_in_sight_from_the_beginning_and_at_every_size() -> None:
    pane = sidebar("s25")
    assert is_in_sight(pane)
    for columns, rows in ((24, 30), (30, 6), (20, 12)):
        pane.sized(columns, rows)
        assert is_in_sight(pane), (columns, rows)


def test_another_section_comes_into_sight_and_the_same_one_leaves_the_list_where_it_was() -> None:
    pane = sidebar("s2")
    views = pane.contents.views
    for current in (25, 3, 30, 1):
        pane.contents = replace(pane.contents, current=current)
        pane.settle()
        assert is_in_sight(pane), current
    pane.contents = replace(pane.contents, current=2)
    pane.settle()
    pane.top = 20
    pane.contents = replace(pane.contents, has_focus=True)
    pane.settle()
    assert pane.top == 20
    pane.contents = replace(pane.contents, found=tuple(range(len(views))))
    pane.settle()
    assert is_in_sight(pane), "what is found moves with the section that it is in"


def test_entries_are_laid_out_anew_once_the_numbers_beside_them_are_wider() -> None:
    pane, shown = sidebar("s2"), sidebar("s2").contents
    hits = replace(shown, found=(3,) * len(shown.views))
    more = replace(shown, found=(30,) * len(shown.views))
    other = replace(shown, views=tuple(shown.views[:3]))
    same = [(shown, shown), (hits, replace(hits, found=(4,) * len(shown.views)))]
    assert [pane.has_same_items(*one) for one in same] == [True, True]
    assert [pane.has_same_items(*one) for one in ((shown, hits), (hits, more), (shown, other))] == [False] * 3
