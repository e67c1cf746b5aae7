"""The open entry alone, where the lying sidebar has no room for others: its name, and its place among all."""

import pytest
from msgspec.structs import replace

from briefing.reading import contents
from briefing.tui.panes.sidebar_sheet import Tab, tabs_of
from tests.reading.conftest import Walk, small

MANY = replace(
    small(),
    sections=tuple(
        replace(small().sections[0], key=f"s{n}", title=f"Number {n} of many sections") for n in range(1, 31)
    ),
)


@pytest.mark.parametrize(
    ("width", "label"),
    [
        (60, " 3 Number 3 of many sections 3/30 "),
        (34, " 3 Number 3 of many sections 3/30 "),
        (33, " 3 Number 3 of many… 3/30 "),
        (21, " 3 Number 3 of… 3/30 "),
        (20, " 3 Number 3 of man… "),
        (9, " 3… 3/30 "),
    ],
)
def test_its_place_gives_way_to_its_name(width: int, label: str) -> None:
    shown = contents(Walk(MANY, section="s3").reading).sidebar
    tabs = tabs_of(shown, width)
    assert tabs == (Tab(0, len(label), label, 3),)
    assert len(label) <= width
