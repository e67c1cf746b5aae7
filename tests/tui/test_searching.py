"""The search in the reader: typed in the bottom row, lit in its cells, left by Esc or kept by Enter."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from textual import events

from briefing.document import Paragraph, Section
from briefing.machine.terminal.depth import Depth
from briefing.sources import load_bundled
from briefing.tui.panes.pane import Pane
from tests.tiers import some_values
from tests.tui.briefings import plain
from tests.tui.reader import Reader, reading


async def test_a_search_is_typed_in_the_bottom_row_and_goes_back_with_esc() -> None:
    async with reading(size=(120, 36), section=None) as reader:
        reader.article.top, reader.summary.top = 2, 5
        before = reader.reading
        await reader.press("slash")
        await reader.write("missile")
        assert reader.row(-1).startswith(" /missile")
        assert reader.summary.top != 5
        await reader.press("escape")
        assert (reader.reading, reader.focused) == (before, before.focus)
        assert (reader.article.top, reader.summary.top) == (2, 5)
        assert "Help" in reader.row(-1)


async def test_marks_of_direction_that_are_pasted_with_words_are_none_of_them() -> None:
    async with reading(size=(120, 36), section=None) as reader:
        await reader.press("slash")
        await reader.write("اليابان")
        found = reader.row(-1)
        await reader.press(*["backspace"] * len("اليابان"))
        reader._send(events.Paste("\u200fاليابان\u202c"))
        await reader.settle()
        assert reader.row(-1) == found
        assert "\ufffd" not in found


async def test_enter_stays_n_goes_on_and_esc_takes_the_light_away() -> None:
    async with reading(size=(120, 36), section=None) as reader:
        await reader.press("slash")
        await reader.write("japan")
        await reader.press("enter", "n")
        search = reader.reading.search
        assert search is not None
        assert "/japan  2 of " in reader.row(-1)
        assert reader.focused == reader.reading.focus == "summary"
        await reader.press("escape")
        assert reader.reading.search is None
        assert reader.focused == "summary"


async def test_what_was_looked_for_comes_back_with_the_up_arrow() -> None:
    async with reading(size=(80, 24), section=None) as reader:
        await reader.press("slash")
        await reader.write("japan")
        await reader.press("enter", "slash", *"us", "enter", "slash", "up", "up")
        assert reader.row(-1).startswith(" /japan")
        await reader.press("down", "down")
        assert reader.row(-1).startswith(" /Search")


async def test_whole_words_and_expressions_are_chosen_by_keys() -> None:
    async with reading(size=(120, 36), section=None) as reader:
        await reader.press("slash")
        await reader.write("us")
        loose = reader.reading.search
        await reader.press("ctrl+t")
        whole = reader.reading.search
        assert loose is not None
        assert whole is not None
        assert whole.total < loose.total
        await reader.press("ctrl+t", "ctrl+r")
        await reader.write(".(")
        assert "Not an expression" in reader.row(-1)


async def test_the_slash_is_text_in_the_palette_and_in_the_field() -> None:
    async with reading(size=(80, 24), section=None) as reader:
        await reader.press("ctrl+p")
        await reader.write("/")
        assert reader.reading.search is None
        await reader.press("escape", "slash")
        await reader.write("/")
        search = reader.reading.search
        assert search is not None
        assert search.typed == "/"


async def test_arabic_stands_right_in_the_field_with_its_cursor_however_long_it_is() -> None:
    typed = "السلام عليكم ورحمة الله وبركاته يا أهل الدار"
    async with reading(plain("نص"), size=(40, 12), section=None) as reader:
        await reader.press("slash")
        await reader.write(typed)
        assert cursor_of(reader) == "first"
        await reader.press("home")
        assert cursor_of(reader) == "last"
        begun = reader.row(-1)
        await reader.press(*["right"] * 22)
        assert reader.row(-1) == begun, "the beginning stays as long as the cursor is in it"


async def test_a_click_into_a_pane_leaves_the_field_and_stays_there() -> None:
    async with reading(size=(120, 36), section=None) as reader:
        await reader.press("slash", *"japan")
        region = reader.region(reader.summary)
        await reader.click(region.x + 4, region.y + 4)
        assert not reader.screen.query("#search-field")
        assert reader.focused == reader.reading.focus == "summary"
        assert "Help" in reader.row(-1)


def cursor_of(reader: Reader) -> str:
    """Where in the field's row the one cell in reverse stands."""
    field = reader.screen.query_one("#search-field").content_region
    row = reader.cells()[field.y][field.x : field.right]
    (at,) = [at for at, cell in enumerate(row) if cell.style.reverse]
    return {0: "first", field.width - 1: "last"}.get(at, str(at))


async def test_a_hit_in_an_event_shows_the_timeline() -> None:
    briefing = load_bundled()
    event = replace(briefing.events[3], title="Zanzibar")
    briefing = replace(briefing, events=(*briefing.events[:3], event, *briefing.events[4:]))
    async with reading(briefing, size=(120, 36), section=None) as reader:
        await reader.press("slash")
        await reader.write("zanz")
        await reader.press("enter")
        assert reader.reading.event == 3
        assert reader.focused == "timeline"
        assert "in an event" in reader.row(-1)


async def test_sections_say_how_much_was_found_in_them() -> None:
    paragraphs = tuple(Paragraph(number, "قلم" if number != 3 else "كتاب " * 12) for number in range(1, 5))
    sections = tuple(Section(str(n), f"Title {n}", "", (n,)) for n in range(1, 5))
    briefing = replace(load_bundled(), paragraphs=paragraphs, sections=sections, names=(), events=())
    for size in ((120, 36), (80, 24)):
        async with reading(briefing, size=size, section=None) as reader:
            await reader.press("slash")
            await reader.write("كتاب")
            assert "12" in "".join(reader.row(at) for at in range(12))
            assert reader.reading.number == 3
            await reader.press("escape")
            assert reader.reading.number == 1


def bar(reader: Reader, pane: Pane) -> list[int]:
    """The rows of a pane's scroll bar that have a mark."""
    return [y for y, row in enumerate(reader.inside(pane)[1:-1]) if row[-2].text == "━"]


async def test_hits_are_marked_in_the_scroll_bar_where_they_stand() -> None:
    texts = ["كتاب " * 40] * 30
    texts[0], texts[29] = f"زرافة {texts[0]}", f"{texts[29]} زرافة"
    async with reading(plain(*texts), size=(80, 24), section=None) as reader:
        assert not bar(reader, reader.article)
        await reader.press("slash")
        await reader.write("زرافة")
        assert bar(reader, reader.article) == [0, reader.article.page - 1]
        await reader.press("escape")
        assert not bar(reader, reader.article)


async def test_a_claims_hits_are_marked_in_the_pane_that_shows_them() -> None:
    async with reading(size=(120, 36), section=None) as reader:
        last = reader.section.claims[-1].text
        await reader.press("slash")
        await reader.write(last[:30])
        assert bar(reader, reader.summary)[-1] >= reader.summary.page - 4
        assert not bar(reader, reader.article)
        await reader.press("enter", "r")
        assert reader.reading.way == "interleaved"
        assert bar(reader, reader.article)


@pytest.mark.parametrize("depth", ["standard", "none"])
async def test_marks_are_seen_with_few_colours_and_none(depth: Depth) -> None:
    async with reading(plain(*["كتاب " * 40] * 30), size=(80, 24), section=None, depth=depth) as reader:
        await reader.press("slash")
        await reader.write("كتاب")
        assert bar(reader, reader.article) == [*range(reader.article.page)]


@pytest.mark.parametrize("size", some_values((120, 36), (200, 60)))
async def test_hits_are_lit_in_the_texts_of_the_timeline(size: tuple[int, int]) -> None:
    briefing = load_bundled()
    event = replace(briefing.events[3], title="See Zanzibar", arabic="رأى زِنجبار", note="Zanzibar again")
    briefing = replace(briefing, events=(*briefing.events[:3], event, *briefing.events[4:]))
    async with reading(briefing, size=size, section=None) as reader:
        await reader.press("slash")
        await reader.write("zanz")
        await reader.press("enter")
        assert lit_in(reader, "#timeline") == "ZanzZanz"
        await reader.press("slash")
        await reader.write("زنج")
        await reader.press("enter")
        assert sorted(lit_in(reader, "#timeline")) == sorted("ﺯﻧﺠ")
        await reader.press("escape")
        assert not lit_in(reader, "#timeline")


def lit_in(reader: Reader, selector: str) -> str:
    """The letters without marks in a pane that are painted as hits."""
    ground = reader.app.theme_variables["evidence"]
    cells = [cell for row in reader.inside(reader.screen.query_one(selector)) for cell in row]
    return "".join(
        cell.text[:1] for cell in cells if cell.style.bgcolor and cell.style.bgcolor.name.lower() == ground
    )
