import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.arabic import layout
from briefing.tui.timeline.chart import chart
from briefing.tui.timeline.dated import DatedEvent
from briefing.tui.timeline.page import TimelinePage, drawable, drawn_page, list_page, wanted_height
from briefing.tui.timeline.rows import LaidRow
from tests.tui.timeline.samples import BUNDLED, EVENTS, PLAIN, SOME, bundled, dated

INDICES = range(len(BUNDLED))


def page_of(events: tuple[DatedEvent, ...], selected: int | None, width: int, height: int) -> TimelinePage:
    if drawable(events, width):
        return drawn_page(chart(events, width, height), events, selected, width, height, PLAIN)
    return list_page(events, selected, width, height, PLAIN)


def text_of(row: LaidRow) -> str:
    return "".join(segment.text for segment in (*row.segments, *row.end))


def rows_at(page: TimelinePage, height: int, offset: int = 0) -> list[LaidRow]:
    return [page.row(y, offset, PLAIN) for y in range(height)]


def words(text: str) -> list[str]:
    """The pieces of a text that no line break parts."""
    return text.replace("-", "- ").split()


def read(page: TimelinePage, height: int) -> list[str]:
    """Every row of the body that a reader sees who scrolls to its end, as it is painted, without blanks."""
    seen = {}
    for offset in range(page.last_offset + 1):
        for y, row in enumerate(rows_at(page, height, offset)[len(page.fixed) : len(page.fixed) + page.room]):
            line = "".join(segment.text for segment in row.segments)
            seen[y + offset] = line.removesuffix("↕").removesuffix("↓").removesuffix("↑").strip()
    return [seen[y] for y in sorted(seen)]


@pytest.mark.whole
@SOME
@given(EVENTS, st.integers(20, 220), st.integers(1, 14), st.data())
def test_no_row_is_wider_than_the_pane(
    events: tuple[DatedEvent, ...], width: int, height: int, data: st.DataObject
) -> None:
    selected = data.draw(st.none() | st.integers(0, len(events) - 1))
    page = page_of(events, selected, width, height)
    for offset in (0, page.last_offset):
        for row in rows_at(page, height, offset):
            assert sum(segment.cell_length for segment in row.segments) <= width
            assert all(0 <= one.start <= one.end < width for one in row.clickable)


@pytest.mark.parametrize("width", [60, 76, 116, 196])
@pytest.mark.parametrize("height", [1, 2, 3, 4, 6, 7, 10, 13])
@pytest.mark.parametrize("index", [0, 4, 6])
def test_all_of_the_selected_event_can_be_read_at_every_height(width: int, height: int, index: int) -> None:
    page = page_of(bundled(), index, width, height)
    assert page.room >= 1
    lines = read(page, height)
    event, label = BUNDLED[index], bundled()[index].label
    flat = " ".join(" ".join(lines).split())
    assert label in flat
    assert all(f"¶{number}" in flat for number in event.paragraphs)
    assert bundled()[index].basis in flat
    assert all(word in flat for word in words(event.title) + words(event.note))
    shown = width - 2 if page.last_offset else width
    room = (shown - 3) // 2
    arabic = layout(event.arabic, min(80, shown - 3 - room), "R")
    assert all(any(line.endswith(row.text) for line in lines) for row in arabic)


@pytest.mark.parametrize("index", INDICES)
def test_arabic_stands_flush_right_beside_the_english(index: int) -> None:
    page = page_of(bundled(), index, 116, 13)
    rows = [text_of(row) for row in page.body]
    english = [line.text for line in layout(BUNDLED[index].title, 56, "L")]
    arabic = [line.text for line in layout(BUNDLED[index].arabic, 57, "R")]
    for at, line in enumerate(english):
        assert rows[1 + at].startswith(line)
    for at, line in enumerate(arabic):
        assert rows[1 + at][-len(line) :] == line
        assert sum(segment.cell_length for segment in page.body[1 + at].segments) == 116


def test_what_a_height_has_room_for() -> None:
    def kinds(height: int) -> list[str]:
        lines = [text_of(row) for row in rows_at(page_of(bundled(), 4, 116, height), height)]
        names = {
            "● day": "legend",
            "Mar 2024?": "labels",
            "○━○": "lane",
            "╱╱": "axis",
            "May": "below",
            "year inferred": "head",
            "DICAS": "text",
        }
        return [next((name for sign, name in names.items() if sign in line), "") for line in lines]

    assert kinds(1) == ["text"]
    assert kinds(2) == ["axis", "text"]
    assert kinds(3) == ["labels", "axis", "text"]
    assert kinds(4) == ["labels", "axis", "head", "text"]
    assert kinds(6)[:4] == ["labels", "axis", "below", "head"]
    assert kinds(8)[:5] == ["labels", "lane", "axis", "below", "head"]
    assert kinds(10)[:6] == ["labels", "lane", "axis", "below", "head", "text"]
    assert kinds(11)[-1] == "legend"


def test_one_row_of_detail_has_both_languages() -> None:
    line = text_of(page_of(bundled(), 4, 76, 3).row(2, 0, PLAIN))
    assert line.startswith("○ 10 Jun 2024?  DICAS is launched")
    assert "…" in line
    assert layout("إطلاق", 20, "R")[0].text in line
    assert line.endswith("↓")


def test_without_a_selection_the_legend_is_there() -> None:
    line = text_of(page_of(bundled(), None, 76, 3).row(2, 0, PLAIN))
    for signs in ("● day", "├◆┤ month or year", "●━● range", "○ ◇ inferred", "┄░░ projection", "╱╱ gap"):
        assert signs in line


def test_arrows_say_that_there_is_more() -> None:
    page = page_of(bundled(), 4, 76, 6)
    assert page.last_offset > 1
    assert [text_of(row)[-1] for row in rows_at(page, 6)[3:]].count("↓") == 1
    assert text_of(page.row(3, 1, PLAIN)).endswith("↑")
    assert text_of(page.row(5, 1, PLAIN)).endswith("↓")
    assert not text_of(page.row(5, page.last_offset, PLAIN)).endswith("↓")


@pytest.mark.parametrize("width", [60, 76, 116, 156, 196])
def test_at_the_wanted_height_nothing_scrolls(width: int) -> None:
    height = wanted_height(bundled(), width, PLAIN)
    assert height <= 14
    assert all(page_of(bundled(), index, width, height).last_offset == 0 for index in INDICES)


def test_narrow_it_is_a_list_with_everything_in_it() -> None:
    page = page_of(bundled(), 4, 46, 12)
    assert page.is_list
    lines = read(page, 12)
    flat = " ".join(" ".join(lines).split())
    for one in bundled():
        assert one.label in flat
        assert all(word in flat for word in words(one.event.title))
        for line in layout(one.event.arabic, 44, "R"):
            assert line.text in lines
    assert BUNDLED[4].note[:20] in flat
    assert BUNDLED[3].note[:20] not in flat
    assert "hollow" in flat


def test_a_list_is_right_aligned_where_it_is_arabic() -> None:
    page = page_of(bundled(), None, 46, 100)
    arabic = {line.text for line in layout(BUNDLED[0].arabic, 46, "R")}
    rows = [row for row in page.body if text_of(row).strip() in arabic]
    assert len(rows) == len(arabic)
    assert all(text_of(row).endswith(text_of(row).strip()) for row in rows)
    assert all(sum(segment.cell_length for segment in row.segments) == 46 for row in rows)


def test_without_a_date_to_draw_it_is_a_list() -> None:
    events = dated("XXXX-06", "whenever")
    page = page_of(events, 1, 116, 10)
    assert page.is_list
    assert any("whenever" in text_of(row) for row in page.body)


def test_control_characters_never_reach_a_row() -> None:
    events = dated("2024")
    hostile = events[0].event.__class__(
        date="2024",
        title="a\x1b[31mb\tc\x07",
        arabic="أ\x1b]0;x\x07ب",
        paragraphs=(1,),
        basis="stated",
        note="\x9b1m",
    )
    events = (events[0]._replace(event=hostile),)
    for width in (40, 76):
        for height in (3, 12):
            for row in rows_at(page_of(events, 0, width, height), height):
                assert all(ord(c) >= 32 and not 0x7F <= ord(c) < 0xA0 for c in text_of(row))


@pytest.mark.whole
@SOME
@given(EVENTS, st.integers(60, 200), st.integers(3, 12))
def test_every_event_can_be_clicked_on(events: tuple[DatedEvent, ...], width: int, height: int) -> None:
    page = page_of(events, None, width, height)
    clickable = {one.event_index for row in rows_at(page, height) for one in row.clickable}
    assert clickable == {one.event_index for one in events}


def test_where_events_share_a_cell_the_smaller_comes_first() -> None:
    page = page_of(bundled(), None, 116, 3)
    axis = page.row(1, 0, PLAIN)
    column = text_of(axis).index("◎")
    assert axis.events_at(column) == [4, 3]
    assert axis.events_at(column - 1) == [3]
