from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.timeline.axis import draw
from briefing.tui.timeline.dated import Dated
from briefing.tui.timeline.labels import ABOVE, BELOW, labels_of, tick_labels
from briefing.tui.timeline.placing import Label
from tests.tui.timeline.samples import EVENTS, SOME, WIDTHS, bundled, dated

ROWS = st.sampled_from([1, 2])


def texts(events: tuple[Dated, ...], width: int, rows: int) -> dict[str, str]:
    axis = draw(events, width, rows)
    dates = {mark.dated.place: mark.dated.event.date for mark in axis.marks}
    return {dates[label.place]: label.text for label in labels_of(axis, rows)}


@SOME
@given(EVENTS, WIDTHS, ROWS)
def test_labels_never_overlap_and_never_leave_the_width(
    events: tuple[Dated, ...], width: int, rows: int
) -> None:
    axis = draw(events, width, rows)
    labels = labels_of(axis, rows)
    assert {label.row for label in labels} <= set(range(rows))
    assert len({label.place for label in labels}) == len(labels)
    spans = [(label.row, label.left, label.right) for label in labels]
    ticks = tick_labels(axis, labels)
    spans += [(BELOW, tick.column, tick.column + len(tick.label) - 1) for tick in ticks]
    assert all(0 <= left <= right < width for _, left, right in spans)
    for (row, _, right), (next_row, left, _) in pairwise(sorted(spans)):
        assert row != next_row or right + 1 < left


@SOME
@given(EVENTS, WIDTHS, ROWS)
def test_a_label_stands_beside_its_mark_in_the_order_of_the_marks(
    events: tuple[Dated, ...], width: int, rows: int
) -> None:
    axis = draw(events, width, rows)
    labels = labels_of(axis, rows)
    for label in labels:
        mark = axis.mark(label.place)
        assert mark is not None
        assert mark.left - 2 <= label.right
        assert label.left <= mark.right + 2
    order = [one.place for one in events]
    for row in (ABOVE, BELOW):
        own = [order.index(label.place) for label in labels if label.row == row]
        assert own == sorted(own)


@pytest.mark.parametrize("rows", [1, 2])
def test_every_bundled_event_is_labelled(rows: int) -> None:
    unlabelled = [
        w for w in range(70, 221) if len(labels_of(draw(bundled(), w, rows), rows)) < len(bundled())
    ]
    assert unlabelled == []


def test_the_words_where_there_is_room_for_them() -> None:
    assert texts(bundled(), 160, 2) == {
        "2014": "2014",
        "2024?-03": "Mar 2024?",
        "2024?-04": "Apr",
        "2024?-06-09/2024?-06-10": "9–10 Jun",
        "2024?-06-10": "10 Jun",
        "2024?-06-11": "11 Jun",
        "2025?-~12/2026?-~06": "c. Dec 2025?–Jun 2026?",
    }


def test_the_words_where_there_is_little() -> None:
    words = texts(bundled(), 76, 1)
    assert words["2024?-06-10"] == "10"
    assert words["2024?-06-11"] == "11 Jun"
    assert words["2025?-~12/2026?-~06"] == "2025–26?"


@SOME
@given(EVENTS, WIDTHS, ROWS)
def test_the_first_event_of_a_year_is_never_labelled_without_it(
    events: tuple[Dated, ...], width: int, rows: int
) -> None:
    axis = draw(events, width, rows)
    words = {label.place: label.text for label in labels_of(axis, rows)}
    years = set()
    for one in events:
        assert one.date is not None
        day = one.date.start or one.date.end
        assert day is not None
        if day.year not in years and one.place in words:
            assert words[one.place] in one.date.label or str(day.year) in words[one.place]
            if one.date.short_label != one.date.label:
                assert words[one.place] != one.date.short_label
        years.add(day.year)


def test_labels_that_would_read_as_one_date_are_kept_apart() -> None:
    for width in range(30, 120):
        labels = labels_of(draw(dated("1916-05-16", "1917-11-02", "1948-05-14", "2011"), width, 1), 1)
        for before, after in pairwise(labels):
            assert after.left - before.right > 2


def test_a_label_of_a_crowd_that_has_no_room_is_left_out() -> None:
    crowd = dated(*(f"2024-05-{day:02}" for day in range(1, 29)))
    labels = labels_of(draw(crowd, 30, 1), 1)
    assert 0 < len(labels) < len(crowd)


def test_tick_labels_give_way_to_events() -> None:
    axis = draw(dated("2001-06-01", "2003-12-20", "2006-06"), 70, 1)
    ticks = [tick.label for tick in axis.ticks]
    year = next(tick for tick in axis.ticks if tick.label == "2003")
    free = [tick.label for tick in tick_labels(axis, [])]
    taken = [tick.label for tick in tick_labels(axis, [Label(0, "20 Dec 2003", BELOW, year.column - 3)])]
    assert free == ticks
    assert "2003" not in taken
