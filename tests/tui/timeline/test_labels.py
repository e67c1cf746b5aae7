"""The labels of the axis: where they stand, and that each says its dates by itself."""

from collections import Counter
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.tui.timeline.axis import draw
from briefing.tui.timeline.chart import chart
from briefing.tui.timeline.dated import DatedEvent
from briefing.tui.timeline.labels import BELOW, labels_of, tick_labels
from briefing.tui.timeline.placing import Label, LabelPiece
from briefing.tui.timeline.rows import LaidRow
from tests.tiers import in_full
from tests.tui.timeline.label_judge import labels_in, of_edtf, of_label
from tests.tui.timeline.samples import EVENTS, FEW, MANY_EVENTS, PLAIN, SOME, WIDTHS, bundled, dated

#: Widths from one that is tried to the next.
STEP = 1 if in_full() else 3
ROWS = st.sampled_from([1, 2])


def label_rows(events: tuple[DatedEvent, ...], width: int, height: int) -> list[LaidRow]:
    """The rows of labels of a chart, as they are painted."""
    drawn = chart(events, width, height)
    rows = zip(drawn.parts, drawn.rows(None, PLAIN), strict=True)
    return [row for part, row in rows if part in ("above", "below")]


def painted(row: LaidRow) -> str:
    return "".join(segment.text for segment in row.segments)


def texts(events: tuple[DatedEvent, ...], width: int, height: int = 8) -> list[str]:
    """The labels of events, without those of ticks, in the order of the rows."""
    found = []
    for row in label_rows(events, width, height):
        columns = {one.start for one in row.clickable}
        found += [label for column, label in labels_in(painted(row)) if column in columns]
    return found


def assert_says_what_is_there(events: tuple[DatedEvent, ...], width: int, height: int) -> None:
    """Every painted label says by itself the dates of its events, and how many each date has."""
    by_index = {one.event_index: one.event.date for one in events}
    for row in label_rows(events, width, height):
        for column, label in labels_in(painted(row)):
            said = of_label(label)
            clickable = [one for one in row.clickable if column <= one.start < column + len(label)]
            pieces = sorted({one.start for one in clickable})
            if not pieces:  # a tick
                assert len(said) == 1
                continue
            assert len(said) == len(pieces), label
            for (count, date), start in zip(said, pieces, strict=True):
                own = [one.event_index for one in clickable if one.start == start]
                assert [of_edtf(by_index[index]) for index in own] == [date] * count, label


@pytest.mark.whole
@FEW
@given(MANY_EVENTS, st.integers(60, 250), st.sampled_from([3, 5, 8]))
@example(dated(*["2024-06-10"] * 5), 76, 3)
@example(dated("2024-01-08", "2024-02-27", "2024-02-28", "2024-03-08"), 60, 3)
@example(dated("2024-06-09/2024-06-10", "2024-06-10", "2024-06-11", "2023-06-11", "2014"), 76, 5)
@example(dated("2024?-~06-10", "-9999-01-01"), 60, 3)
@example(dated("1XXX", "19XX", "2024-06-10T09:00:00Z", "2024-06-10T09:01:00Z", "2024-06-10"), 116, 8)
def test_a_label_says_its_dates_by_itself(events: tuple[DatedEvent, ...], width: int, height: int) -> None:
    assert_says_what_is_there(events, width, height)


@pytest.mark.parametrize("width", [60, 76, 116, 196, 246])
@pytest.mark.parametrize("count", [1, 7, 40, 120])
def test_events_of_all_numbers_have_labels_that_say_their_dates(count: int, width: int) -> None:
    events = dated(*(f"2024-{1 + n * 7 % 6:02}-{1 + n * 11 % 28:02}" for n in range(count)))
    assert_says_what_is_there(events, width, 8)
    assert texts(events, width)


@pytest.mark.parametrize("width", range(60, 250, 10))
def test_no_date_is_labelled_twice(width: int) -> None:
    events = dated(*["2024-06-10"] * 3, *["2024?-06-10"] * 2, "2024-06-09", *["2024-06-11"] * 2)
    for height in (3, 8):
        said = Counter(date for label in texts(events, width, height) for _, date in of_label(label))
        assert said
        assert set(said.values()) == {1}


def test_several_events_of_one_day_are_counted() -> None:
    assert texts(dated(*["2024-06-10"] * 5), 76) == ["10 Jun 2024 ×5"]


def test_a_number_of_events_never_seems_to_be_that_of_a_list() -> None:
    for width in range(20, 120, STEP):
        for label in texts(dated("2024-06-09", "2024-06-10", "2024-06-10", "2025-06-10"), width, 3):
            assert not ("," in label and "×" in label.split(", ")[-1])


def test_times_of_day_are_kept_and_in_order() -> None:
    dates = ("2024-06-10T14:30:00Z", "2024-06-10T09:05:30Z", "2024-06-10T16:00:00+09:00")
    events = dated(*dates)
    assert [one.event_index for one in events] == [2, 1, 0]
    assert sorted(texts(events, 116)) == [
        "10 Jun 2024 09:05:30 UTC",
        "10 Jun 2024 14:30 UTC",
        "10 Jun 2024 16:00 UTC+9",
    ]
    axis = draw(events, 116, 1)
    assert len({mark.start for mark in axis.marks}) == 3


@SOME
@given(EVENTS, WIDTHS, ROWS)
def test_labels_never_overlap_and_never_leave_the_width(
    events: tuple[DatedEvent, ...], width: int, rows: int
) -> None:
    axis = draw(events, width, rows)
    labels = labels_of(axis, rows)
    assert {label.row for label in labels} <= set(range(rows))
    named = [index for label in labels for piece in label.pieces for index in piece.events]
    assert len(set(named)) == len(named)
    spans = [(label.row, label.start, label.end) for label in labels]
    ticks = tick_labels(axis, labels)
    spans += [(BELOW, tick.column, tick.column + len(tick.label) - 1) for tick in ticks]
    assert all(0 <= start <= end < width for _, start, end in spans)
    for (row, _, end), (next_row, start, _) in pairwise(sorted(spans)):
        assert row != next_row or end + 2 < start


@SOME
@given(EVENTS, WIDTHS, ROWS)
def test_a_label_stands_beside_its_mark_in_the_order_of_the_marks(
    events: tuple[DatedEvent, ...], width: int, rows: int
) -> None:
    axis = draw(events, width, rows)
    order = [one.event_index for one in events]
    seen: dict[int, list[int]] = {0: [], 1: []}
    for label in labels_of(axis, rows):
        reach = 2 + 8 * (len(label.pieces) - 1)
        for piece in label.pieces:
            marks = [mark for mark in axis.marks if mark.dated.event_index in piece.events]
            assert min(mark.start for mark in marks) - reach <= piece.end
            assert piece.start <= max(mark.end for mark in marks) + reach
            seen[label.row].append(order.index(piece.events[0]))
    assert all(own == sorted(own) for own in seen.values())


@pytest.mark.parametrize(("rows", "least"), [(1, 102), (2, 66)])
def test_every_bundled_event_is_labelled(rows: int, least: int) -> None:
    def labelled(width: int) -> int:
        labels = labels_of(draw(bundled(), width, rows), rows)
        return sum(len(piece.events) for label in labels for piece in label.pieces)

    assert [width for width in range(least, 250, STEP) if labelled(width) < len(bundled())] == []


def test_the_words_where_there_is_room_for_them() -> None:
    assert texts(bundled(), 160) == [
        "2014",
        "Mar 2024?",
        "Apr 2024?",
        "9–10 Jun 2024?",
        "c. Dec 2025?–Jun 2026?",
        "10, 11 Jun 2024?",
    ]


def test_neighbours_share_a_label_where_there_is_little() -> None:
    assert texts(bundled(), 76, 5)[3:] == ["9–10, 10, 11 Jun 2024?", "c. Dec 2025?–Jun 2026?"]
    assert texts(dated("1990", "2024-03", "2024-04", "2060"), 26, 3)[1] == "Mar, Apr 2024"
    assert texts(dated("1990", "2024-02-27", "2024-03-08", "2060"), 34, 3)[1] == "27 Feb, 8 Mar 2024"


def test_dates_that_would_be_misread_in_a_list_share_no_label() -> None:
    for dates in (
        ("2024-06-10~", "2024-06-11"),  # c. of both?
        ("2024-06", "2024-06-10"),  # Jun, 10 Jun 2024
        ("2024?-06-10", "2024-06-11"),
        ("2023-12-31", "2024-01-01"),
        ("2024-06-10T10:00:00", "2024-06-11"),
        ("2024-06-10/..", "2024-06-11"),
    ):
        for width in range(20, 80, STEP):
            assert not any("," in label for label in texts(dated(*dates, "1990", "2060"), width, 3))


def test_a_label_of_a_crowd_that_has_no_room_is_left_out() -> None:
    crowd = dated(*(f"2024-05-{day:02}" for day in range(1, 29)))
    named = [piece for label in labels_of(draw(crowd, 30, 1), 1) for piece in label.pieces]
    assert 0 < len(named) < len(crowd)


def test_tick_labels_give_way_to_events() -> None:
    axis = draw(dated("2001-06-01", "2003-12-20", "2006-06"), 70, 1)
    ticks = [tick.label for tick in axis.ticks]
    year = next(tick for tick in axis.ticks if tick.label == "2003")
    free = [tick.label for tick in tick_labels(axis, [])]
    label = Label(BELOW, (LabelPiece((0,), "20 Dec 2003", year.column - 3),))
    taken = [tick.label for tick in tick_labels(axis, [label])]
    assert free == ticks
    assert "2003" not in taken
