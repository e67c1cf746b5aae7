"""The horizontal sidebar: entries as the vertical one has them, or the open one alone with its place."""

import pytest
from msgspec.structs import replace

from briefing.reading import contents
from briefing.tui.painting import one_line
from briefing.tui.panes.sidebar_sheet import Tab, tab_row, tabs_of
from tests.reading.conftest import Walk, small
from tests.tui.panes.test_sheets import LOOKS, horizontal

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


def test_the_horizontal_sidebar_is_mirrored_entry_by_entry() -> None:
    assert horizontal(Walk(), 40, mirrored=True) == "  Second 2    First 1    Full article 0 "
    assert horizontal(Walk(), 18, mirrored=True) == "  2   First 1   0 "


def test_horizontal_entries_have_the_looks_of_vertical_ones() -> None:
    shown = contents(Walk().go("focus", "sidebar").reading).sidebar
    row = tab_row(shown, tabs_of(shown, 60), LOOKS)
    styles = {segment.text: segment.style for segment in row.start if segment.text.strip()}
    assert styles["First"] == LOOKS["heading"] + LOOKS["under-cursor"]
    assert styles["Second"] == styles["2"] == LOOKS["text"]
    assert row.blank == LOOKS["text"]
    assert [segment.text for segment in row.start if not segment.text.strip()].count("  ") == 2


def test_a_section_named_in_arabic_alone_lies_behind_its_key_if_it_has_one() -> None:
    first, _ = small().sections
    unnamed = tuple(replace(first, key=f"s{n}", title="") for n in range(1, 11))
    shown = contents(Walk(replace(small(), sections=unnamed), section="s3").reading).sidebar
    name = one_line("الأول", 20, "R").text
    tabs = tabs_of(shown, 120)
    assert [tab.label for tab in tabs[1:4]] == [f" {n} {name} " for n in (1, 2, 3)]
    assert tabs[10].label == f" {name} "
