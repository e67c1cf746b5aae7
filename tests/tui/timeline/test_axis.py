from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.tui.timeline.axis import Axis, draw
from briefing.tui.timeline.columns import Columns
from briefing.tui.timeline.dated import DatedEvent
from briefing.tui.timeline.event_marks import EventMark, columns_of
from briefing.tui.timeline.stretches import stretches
from tests.tui.timeline.samples import EVENTS, SOME, WIDTHS, at, bundled, dated

LANES = st.sampled_from([1, 2])


def drawn(axis: Axis, lane: int = 0) -> str:
    return "".join(cell.text for cell in axis.row(lane))


def mark_of(axis: Axis, date: str) -> EventMark:
    return next(mark for mark in axis.marks if mark.dated.event.date == date)


def text_of(axis: Axis, date: str) -> str:
    mark = mark_of(axis, date)
    return drawn(axis, mark.lane)[mark.start : mark.end + 1]


@pytest.mark.whole
@SOME
@given(EVENTS, WIDTHS, LANES)
def test_every_row_fills_the_width_and_every_mark_lies_in_it(
    events: tuple[DatedEvent, ...], width: int, lanes: int
) -> None:
    axis = draw(events, width, lanes)
    assert [mark.dated for mark in axis.marks] == list(events)
    assert axis.lanes <= lanes
    for lane in range(axis.lanes):
        assert all(len(cell.text) == 1 for cell in axis.row(lane))
        assert len(axis.row(lane)) == width
    assert all(0 <= mark.start <= mark.end < width for mark in axis.marks)


@SOME
@given(EVENTS, WIDTHS, LANES)
def test_every_event_shows_on_the_axis(events: tuple[DatedEvent, ...], width: int, lanes: int) -> None:
    axis = draw(events, width, lanes)
    for mark in axis.marks:
        cells = axis.row(mark.lane)[mark.start : mark.end + 1]
        assert all(cell.part in ("event", "extent", "projection") for cell in cells)


@SOME
@given(EVENTS, WIDTHS, LANES)
def test_a_later_event_is_never_left_of_an_earlier_one(
    events: tuple[DatedEvent, ...], width: int, lanes: int
) -> None:
    marks = [mark for mark in draw(events, width, lanes).marks if mark.dated.kind not in ("since", "until")]
    for one in marks:
        for other in marks:
            if one.dated.last < other.dated.first:
                assert one.start <= other.start
                assert one.end <= other.end
    days = {mark.dated.first: mark.start for mark in marks if mark.dated.kind == "day"}
    for mark in marks:
        if mark.dated.kind == "day":
            assert mark.start == days[mark.dated.first]


@SOME
@given(EVENTS, WIDTHS)
def test_each_stretch_is_to_scale(events: tuple[DatedEvent, ...], width: int) -> None:
    for stretch in stretches(events, width):
        columns = columns_of(stretch)
        extent = stretch.last - stretch.first
        marks = [
            one
            for one in stretch.events
            if one.kind in ("day", "range") and extent and len(stretch.events) > 1
        ]
        for one in marks:
            for day in (one.first, one.last):
                ideal = stretch.start + (day - stretch.first) * (stretch.width - 1) / extent
                assert abs(columns(day) - ideal) <= columns.tolerance + 0.5


@SOME
@given(EVENTS, WIDTHS)
def test_stretches_and_breaks_share_out_the_width(events: tuple[DatedEvent, ...], width: int) -> None:
    laid = stretches(events, width)
    assert [one for stretch in laid for one in stretch.events] == list(events)
    assert laid[0].start == 0
    assert laid[-1].start + laid[-1].width <= width
    assert all(a.start + a.width + 4 <= b.start for a, b in pairwise(laid))
    assert all(stretch.width >= 1 for stretch in laid)
    assert all(a.last < b.first for a, b in pairwise(laid))


@SOME
@given(EVENTS, WIDTHS)
def test_marks_on_a_second_lane_share_no_column(events: tuple[DatedEvent, ...], width: int) -> None:
    upper = [mark for mark in draw(events, width, 2).marks if mark.lane == 1]
    assert not [(a, b) for a in upper for b in upper if a is not b and a.overlaps(b)]


@pytest.mark.parametrize("width", [60, 61, 70, 76, 77, 96, 116, 117, 136, 156, 176, 196, 220])
def test_the_bundled_events_are_to_scale_and_apart(width: int) -> None:
    axis = draw(bundled(), width, 1)
    assert drawn(axis).count("╱╱") == len(axis.breaks) == 2
    nine, ten, eleven = (
        mark_of(axis, date) for date in ("2024?-06-09/2024?-06-10", "2024?-06-10", "2024?-06-11")
    )
    assert nine.start < nine.end == ten.start == ten.end < eleven.start
    assert ten.start - nine.start >= 2
    assert eleven.start - ten.start >= 2
    march, april = mark_of(axis, "2024?-03"), mark_of(axis, "2024?-04")
    assert march.end < april.start
    assert abs(march.width - april.width) <= 2
    # To scale: from the first of March to the first of April as far as to 11 June times 31 / 102.
    whole = eleven.start - march.start
    assert abs((april.start - march.start) - whole * 31 / 102) <= 2


def test_a_break_stands_where_time_is_left_out() -> None:
    axis = draw(bundled(), 118, 1)
    first, second = axis.breaks
    assert mark_of(axis, "2014").end < first[0] <= first[1] < mark_of(axis, "2024?-03").start
    assert mark_of(axis, "2024?-06-11").end < second[0]
    assert second[1] < mark_of(axis, "2025?-~12/2026?-~06").start
    for left, right in axis.breaks:
        assert "╱╱" in drawn(axis)[left : right + 1]


def test_no_break_where_events_are_spread_evenly() -> None:
    assert draw(dated("2000", "2005", "2010", "2015"), 100, 1).breaks == ()
    assert draw(dated("2000-01-01", "2024-01-01"), 100, 1).breaks == ()


def test_a_shape_for_each_kind_filled_if_stated() -> None:
    dates = ("2024-01-05", "2024-03", "2024-06-01/2024-06-20")
    stated, inferred = draw(dated(*dates), 120, 1), draw(dated(*dates, basis="inferred"), 120, 1)
    assert [text_of(stated, date)[0] for date in dates] == ["●", "├", "●"]
    assert [text_of(inferred, date)[0] for date in dates] == ["○", "├", "○"]
    assert text_of(stated, "2024-03").strip("├─┤") == "◆"
    assert text_of(inferred, "2024-03").strip("├─┤") == "◇"
    assert text_of(stated, "2024-03")[-1] == "┤"
    assert text_of(stated, dates[2])[1:-1].strip("━") == ""
    assert text_of(inferred, dates[2]) == text_of(stated, dates[2]).replace("●", "○")


def test_open_ends_have_arrows() -> None:
    axis = draw(dated("../2020", "2021-06-01", "2023-01-01/.."), 100, 1)
    assert text_of(axis, "../2020") == "◂●"
    assert text_of(axis, "2023-01-01/..") == "●▸"


def test_a_projection_is_shaded_and_the_line_before_it_dotted() -> None:
    axis = draw(bundled(), 118, 1)
    row, projection = drawn(axis), mark_of(axis, "2025?-~12/2026?-~06")
    assert set(text_of(axis, projection.dated.event.date)) == {"░"}
    assert set(row[mark_of(axis, "2024?-06-11").end + 1 : projection.start]) == {"┄", "╱"}
    assert "┄" not in row[: mark_of(axis, "2024?-06-11").start]
    assert "░" not in row[: projection.start]


def test_events_that_overlap_are_told_apart() -> None:
    one, two = draw(bundled(), 118, 1), draw(bundled(), 118, 2)
    assert text_of(one, "2024?-06-09/2024?-06-10") == "○━◎"
    assert text_of(one, "2024?-06-10") == "◎"
    assert two.lanes == 2
    assert text_of(two, "2024?-06-09/2024?-06-10") == "○━○"
    assert text_of(two, "2024?-06-10") == "○"
    assert [mark.dated.event.date for mark in two.marks if mark.lane] == ["2024?-06-09/2024?-06-10"]


def test_several_in_one_cell_are_filled_if_one_is_stated() -> None:
    assert "◉" in drawn(draw(dated("2024-05-05", "2024-05-05"), 60, 1))
    assert "◎" in drawn(draw(dated("2024-05-05", "2024-05-05", basis="inferred"), 60, 1))


@SOME
@given(EVENTS, WIDTHS)
def test_ticks_lie_between_the_marks_in_order(events: tuple[DatedEvent, ...], width: int) -> None:
    axis = draw(events, width, 1)
    columns = [tick.column for tick in axis.ticks]
    assert columns == sorted(set(columns))
    taken = {column for mark in axis.marks for column in range(mark.start, mark.end + 1)}
    assert not taken.intersection(columns)


def test_ticks_are_first_days_of_months_years_or_decades() -> None:
    def labels(*dates: str) -> list[str]:
        return [tick.label for tick in draw(dated(*dates), 100, 1).ticks]

    assert labels("2023-11-20", "2024-02-10", "2024-03-10") == ["Dec 2023", "2024", "Feb 2024", "Mar 2024"]
    assert labels("2001-06", "2004-03", "2006-06") == ["2002", "2003", "2004", "2005", "2006"]
    assert labels("1931", "1956", "1978") == [
        "1935",
        "1940",
        "1945",
        "1950",
        "1955",
        "1960",
        "1965",
        "1970",
        "1975",
    ]
    assert draw(dated("2024-06-01", "2024-06-20"), 100, 1).ticks == ()


def test_a_tick_stands_on_its_day() -> None:
    columns = Columns(
        at(dated("2024-01-01"), "2024-01-01").first, at(dated("2024-12-31"), "2024-12-31").first, 0, 366
    )
    axis_day = at(dated("2024-03-01"), "2024-03-01").first
    assert columns(axis_day) == 60
