"""The selected event in full: where its parts stand, in how much room, and all of it mirrored."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from msgspec.structs import replace
from rich.segment import Segment

from briefing.tui.timeline.dated import DatedEvent, date_events
from briefing.tui.timeline.detail import full_rows, head_rows, short_row
from briefing.tui.timeline.legend import legend_rows
from tests.tui.panes.bars_alone import mirrored
from tests.tui.timeline.samples import event
from tests.tui.timeline.test_charts import PALETTE

AT_TWO = PALETTE._replace(at=1)


def dated(date: str, title: str, *paragraphs: int, arabic: str = "ما حدث", note: str = "") -> DatedEvent:
    (one,) = date_events([replace(event(date, "stated", title, arabic), paragraphs=paragraphs, note=note)])
    return one


NOTED = dated("2024-06-10", "Two rows of English words to read", 2, 12, 6, note="A note.")
BARE = dated("2025", "What happened", arabic="")
ONCE = dated("2014", "What happened", 2)


def texts(rows: Iterable[Iterable[Segment]]) -> list[str]:
    """What is painted, each Arabic letter as a tilde."""
    whole = ("".join(segment.text for segment in row) for row in rows)
    return [
        "".join("~" if "\u0600" < sign < "\u2000" or sign > "\ufb00" else sign for sign in row)
        for row in whole
    ]


@pytest.mark.parametrize(
    ("width", "rows", "reflected"),
    [
        (
            60,
            ["● 10 Jun 2024   stated   ¶2 ¶12 ¶6 (2 of 3)           2 of 3"],
            ["2 of 3           (2 of 3) ¶2 ¶12 ¶6   stated   10 Jun 2024 ●"],
        ),
        (
            40,
            ["● 10 Jun 2024   stated   ¶2 ¶12   2 of 3", "¶6 (2 of 3)                     "],
            ["2 of 3   ¶2 ¶12   stated   10 Jun 2024 ●", "                     (2 of 3) ¶6"],
        ),
        (
            31,
            ["● 10 Jun 2024   stated   2 of 3", "¶2 ¶12 ¶6 (2 of 3)     "],
            ["2 of 3   stated   10 Jun 2024 ●", "     (2 of 3) ¶2 ¶12 ¶6"],
        ),
        (
            30,
            ["● 10 Jun 2024   stated   ¶2   ", "¶12 ¶6 (2 of 3)               "],
            ["   ¶2   stated   10 Jun 2024 ●", "               (2 of 3) ¶12 ¶6"],
        ),
    ],
)
def test_how_many_there_are_stands_at_the_end_where_there_is_room(
    width: int, rows: list[str], reflected: list[str]
) -> None:
    assert texts(head_rows(NOTED, width, AT_TWO, "2 of 3")) == rows
    with mirrored():
        assert texts(head_rows(NOTED, width, AT_TWO, "2 of 3")) == reflected


def test_of_one_paragraph_it_is_not_said_which() -> None:
    (row,) = texts(head_rows(ONCE, 40, PALETTE._replace(at=0)))
    assert row.strip() == "◆ 2014   stated   ¶2"
    (row,) = texts(head_rows(NOTED, 60, PALETTE))
    assert row.strip() == "● 10 Jun 2024   stated   ¶2 ¶12 ¶6"


def test_in_a_mirrored_interface_texts_stay_on_their_sides_and_dates_stand_at_the_right() -> None:
    with mirrored():
        assert texts(full_rows(NOTED, 2, 3, 60, AT_TWO)) == [
            "2 of 3           (2 of 3) ¶2 ¶12 ¶6   stated   10 Jun 2024 ●",
            "Two rows of English words to                          ~~~ ~~",
            "read                                                        ",
            "A note.                                                     ",
        ]
        assert texts(full_rows(BARE, 2, 3, 60, AT_TWO)) == [
            "2 of 3                                       stated   2025 ◆",
            "What happened                                               ",
        ]


@pytest.mark.parametrize(
    ("width", "noted", "bare"),
    [
        (
            60,
            "Two rows of English words to read      ~~~ ~~  10 Jun 2024 ●",
            "What happened                                         2025 ◆",
        ),
        (33, "Two rows of…        10 Jun 2024 ●", "What happened              2025 ◆"),
        (20, "       10 Jun 2024 ●", "What…         2025 ◆"),
        (12, "   10 Jun… ●", "      2025 ◆"),
    ],
)
def test_a_mirrored_row_has_its_date_at_the_right(width: int, noted: str, bare: str) -> None:
    with mirrored():
        assert texts([short_row(NOTED, width, AT_TWO), short_row(BARE, width, AT_TWO)]) == [noted, bare]


def test_a_mirrored_legend_has_its_signs_at_the_right() -> None:
    plain = texts(legend_rows(40, PALETTE))
    with mirrored():
        reflected = texts(legend_rows(40, PALETTE))
    assert plain[0].startswith("● ")
    assert reflected[0].endswith(" ●")
    assert [len(row) for row in plain] == [len(row) for row in reflected]
    assert [sorted(row.split()) for row in plain][:1] == [sorted(row.split()) for row in reflected][:1]
