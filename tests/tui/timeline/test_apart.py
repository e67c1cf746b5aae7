"""Events of unknown year stand in a group behind the axis, which the others keep."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.document import Event
from briefing.tui.timeline.chart import Chart, chart
from briefing.tui.timeline.dated import DatedEvent, date_events
from briefing.tui.timeline.legend import legend
from briefing.tui.timeline.page import drawable
from briefing.tui.timeline.rows import LaidRow
from briefing.tui.timeline.timeline_looks import TimelineLooks
from tests.tui.settling import press, settle
from tests.tui.timeline.samples import BUNDLED, PLAIN, SOME, bundled, dated, event
from tests.tui.timeline.test_widget import Host, click, lines, settled, styles_of

YEARLESS = ("XXXX-06", "XXXX-06-10", "XXXX-07/XXXX-09")
MIXED = (*BUNDLED, *(event(date) for date in YEARLESS))
CAPTION = "year unknown"

_DATES = st.sampled_from(["2014", "2024?-03", "2024-06-10", "2024-06-10/2024-06-12", "2023-01-01/.."])
_EVENTS = st.lists(
    st.builds(
        event, _DATES | st.sampled_from(YEARLESS), st.sampled_from(["stated", "inferred", "projected"])
    ),
    min_size=1,
    max_size=60,
).map(date_events)


def rows_of(drawn: Chart, selected: int | None = None, looks: TimelineLooks = PLAIN) -> dict[str, LaidRow]:
    return dict(zip(drawn.parts, drawn.rows(selected, looks), strict=True))


def text_of(row: LaidRow) -> str:
    return "".join(segment.text for segment in row.segments)


@pytest.mark.parametrize("width", [60, 76, 116, 196])
@pytest.mark.parametrize("height", [2, 3, 5, 8, 12])
def test_the_others_keep_their_axis(width: int, height: int) -> None:
    events = date_events(MIXED)
    assert drawable(events, width)
    drawn = chart(events, width, height)
    alone = chart(bundled(), drawn.apart.start - 4, height)
    rows, own = rows_of(drawn), rows_of(alone)
    assert rows.keys() == own.keys()
    for part, row in rows.items():
        left = text_of(row)[: drawn.apart.start - 4]
        assert left.rstrip() == text_of(own[part]).rstrip()
        assert [one for one in row.clickable if one.end < drawn.apart.start] == list(own[part].clickable)
    assert text_of(rows["axis"])[drawn.apart.start - 4 :] == "  ┊ ◆ ● ●"
    if height > 2:
        assert text_of(rows["above"])[drawn.apart.start - 4 :] == f"    {CAPTION}"
    assert "X" not in "".join(map(text_of, rows.values()))


@pytest.mark.whole
@SOME
@given(_EVENTS, st.integers(60, 220), st.integers(2, 12))
@example(dated("2024", *["XXXX-06-10"] * 50), 60, 3)
def test_every_event_can_be_clicked_on_and_every_row_keeps_to_the_width(
    events: tuple[DatedEvent, ...], width: int, height: int
) -> None:
    if not drawable(events, width):
        assert all(one.date is None for one in events)
        return
    drawn = chart(events, width, height)
    rows = rows_of(drawn)
    assert all(len(text_of(row)) <= width for row in rows.values())
    clickable = {one.event_index for one in rows["axis"].clickable if one.start >= drawn.apart.start}
    assert clickable >= {one.event_index for one in events if one.date is None}
    signs = set("".join(entry.signs for entry in legend()))
    for row in rows.values():
        for one in row.clickable:
            assert 0 <= one.start <= one.end < width
    for one in rows["axis"].clickable:
        if one.start >= drawn.apart.start > 0:
            assert text_of(rows["axis"])[one.start] in signs


def test_without_unknown_years_nothing_stands_apart() -> None:
    drawn = chart(bundled(), 116, 8)
    assert not drawn.apart.events
    assert CAPTION not in "".join(map(text_of, rows_of(drawn).values()))


def test_more_than_have_room_share_cells() -> None:
    drawn = chart(dated("2024", *["XXXX-06-10"] * 50), 60, 3)
    axis = rows_of(drawn)["axis"]
    cells = text_of(axis)[drawn.apart.start :]
    assert set(cells) == {"◉", " "}
    assert len(cells) <= 15
    assert sorted(one.event_index for one in axis.clickable if one.start >= drawn.apart.start) == [
        *range(1, 51)
    ]


async def test_keys_go_through_them_after_the_others() -> None:
    app = Host(events=MIXED)
    async with app.run_test(size=(120, 12)) as pilot:
        timeline = await settled(pilot)
        await press(app, *["right"] * len(MIXED))
        assert [index for _, index in app.said] == list(range(len(MIXED)))
        assert any("Jul–Sep XXXX" in line for line in lines(timeline))
        row = next(y for y, line in enumerate(lines(timeline)) if "┊" in line)
        assert lines(timeline)[row].rstrip().endswith("┊ ◆ ● ●")
        assert "╱╱" in lines(timeline)[row]


async def test_the_selected_one_stands_out_in_its_group() -> None:
    app = Host(events=MIXED, rows=3)
    async with app.run_test(size=(120, 12)) as pilot:
        timeline = await settled(pilot)
        app.select(7)
        await settle(app)
        assert {style.reverse for style in styles_of(timeline, 1, "┊ ◆")} == {None, True}
        app.select(8)
        await settle(app)
        assert not any(style.reverse for style in styles_of(timeline, 1, "┊ ◆"))
        assert any(style.reverse for style in styles_of(timeline, 1, "┊ ◆ ●"))


async def test_clicks_select_and_open_them() -> None:
    app = Host(events=MIXED, rows=3)
    async with app.run_test(size=(120, 12)) as pilot:
        timeline = await settled(pilot)
        mark = lines(timeline)[1].index("┊ ◆") + 2
        for _ in range(2):
            await click(pilot, mark, 1)
        assert app.said == [("selected", 7), ("opened", 7)]
        app.said.clear()
        caption = lines(timeline)[0].index(CAPTION)
        for _ in range(3):
            await click(pilot, caption, 0)
        assert app.said == [("selected", 8), ("selected", 9), ("selected", 7)]


def test_a_projection_of_unknown_year_is_shaded() -> None:
    events: list[Event] = [event("2024"), event("XXXX-06", "projected"), event("XXXX-06-10", "inferred")]
    axis = text_of(rows_of(chart(date_events(events), 76, 3))["axis"])
    assert axis.endswith("┊ ░ ○")
