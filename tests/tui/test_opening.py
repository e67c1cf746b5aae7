"""What a document opens on: a briefing on the whole of it, its bottom line in sight; another on its text."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.document import Section
from briefing.settings import Preferences
from briefing.tui import BriefingApp
from tests.tui.briefings import bundled, plain
from tests.tui.reader import Reader, reading

BESIDE = [(80, 24), (120, 36), (200, 60), (64, 20), (100, 12)]
ALONE = [(50, 20), (40, 12), (63, 60)]
#: How the bottom line begins, in any width that a pane may have.
BEGINS = "The United States is"


def top_of_summary(reader: Reader) -> list[str]:
    rows = ["".join(cell.text for cell in row[1:-2]).strip() for row in reader.inside(reader.summary)]
    return rows[1:3]


def assert_answers_first(reader: Reader) -> None:
    heading, line = top_of_summary(reader)
    assert heading == "Bottom line"
    assert line.startswith(BEGINS)


@pytest.mark.parametrize("size", BESIDE)
async def test_a_briefing_opens_on_the_whole_of_it(size: tuple[int, int]) -> None:
    async with reading(size=size, section=None) as reader:
        assert reader.section.key == "full"
        assert (reader.focused, reader.number) == ("article", 1)
        assert reader.lines()[0] == (1, 0)
        assert_answers_first(reader)
        assert reader.reading.views[0] is reader.reading.open
        if size == (200, 60):
            for section in bundled().sections:
                if section.claims[0].text[:30] in reader.text:
                    reader.find(f" {section.title} ")


@pytest.mark.parametrize("size", ALONE)
async def test_where_one_pane_shows_it_is_the_one_that_answers(size: tuple[int, int]) -> None:
    async with reading(size=size, section=None) as reader:
        assert reader.focused == "summary"
        assert not reader.region(reader.article)
        assert_answers_first(reader)
        await reader.press("escape")
        assert (reader.focused, reader.number, reader.section.key) == ("article", 1, "full")
        assert reader.lines()[0] == (1, 0)


@pytest.mark.parametrize("size", ALONE)
async def test_a_section_that_is_asked_for_opens_on_its_text_there(size: tuple[int, int]) -> None:
    async with reading(size=size, section="goals") as reader:
        assert (reader.focused, reader.section.key) == ("article", "goals")


@pytest.mark.parametrize(
    "size", [BESIDE[0], *(pytest.param(size, marks=pytest.mark.whole) for size in BESIDE[1:])]
)
async def test_the_bottom_line_stays_until_the_reader_moves_in_the_summary(size: tuple[int, int]) -> None:
    async with reading(size=size, section=None) as reader:
        for key in (*["down"] * 8, "end", "home", *["pagedown"] * 3, "t", "left", "right", "escape"):
            await reader.press(key)
            assert_answers_first(reader)
        await reader.press("tab", "escape", "home", *["down"] * 9)  # there and back is no step
        await reader.press("2", "0", "down")
        assert reader.section.key == "full"


async def test_it_stays_in_a_window_that_becomes_smaller() -> None:
    async with reading(size=(40, 12), section=None) as reader:
        for size in ((120, 36), (40, 12), (63, 14), (200, 60), (40, 12)):
            await reader.resize(*size)
            assert_answers_first(reader)


async def test_once_the_reader_has_moved_there_the_claims_follow_the_article() -> None:
    async with reading(size=(80, 24), section=None) as reader:
        await reader.press("tab", *["down"] * 12, "escape", "end")
        assert top_of_summary(reader)[0] != "Bottom line"
        assert reader.number == 14
        assert any("■" in "".join(cell.text for cell in row) for row in reader.inside(reader.summary))


async def test_the_wheel_over_the_summary_is_not_taken_back() -> None:
    async with reading(size=(80, 24), section=None) as reader:
        region = reader.region(reader.summary)
        await reader.wheel(region.x + 3, region.y + 3, 3)
        scrolled = top_of_summary(reader)
        assert scrolled[0] != "Bottom line"
        await reader.press("down", "down", "end")
        assert top_of_summary(reader) == scrolled


async def test_it_is_there_where_one_section_covers_everything() -> None:
    first = bundled().sections[0]
    numbers = tuple(range(1, 15))
    whole = replace(bundled(), sections=(Section("all", "All", "", numbers, first.claims),))
    async with reading(whole, section=None) as reader:
        assert [section.key for section in reader.sections] == ["full", "all"]
        assert reader.section.key == "full"
        assert_answers_first(reader)
        await reader.press("1")
        assert reader.section.key == "all"
        await reader.press("0")
        assert reader.section.key == "full"


async def test_a_briefing_without_sections_has_nothing_to_choose_from() -> None:
    async with reading(replace(bundled(), sections=()), section=None) as reader:
        assert_answers_first(reader)
        assert not reader.region(reader.sidebar)
        await reader.press("1", "0", "right_square_bracket")
        assert reader.section.key == "full"


@pytest.mark.parametrize("size", [(120, 36), (40, 12)])
async def test_a_document_without_claims_opens_on_its_text(size: tuple[int, int]) -> None:
    parts = tuple(Section(str(n), f"Part {n}", "", (n,)) for n in (1, 2))
    texts = replace(plain("نص أول", "نص ثان"), sections=parts)
    async with reading(texts, size=size, section=None) as reader:
        assert [section.key for section in reader.sections] == ["full", "1", "2"]
        assert (reader.section.key, reader.focused) == ("1", "article")
    async with reading(plain("نص أول", "نص ثان"), size=size, section=None) as reader:
        assert (reader.section.key, reader.focused) == ("text", "article")


@pytest.mark.parametrize(("opens", "key"), [("auto", "full"), ("full", "full"), ("first", "background")])
async def test_the_preferences_open_it_elsewhere(opens: str, key: str) -> None:
    preferences = Preferences(opens=opens)  # type: ignore[arg-type]
    app = BriefingApp(bundled(), preferences=preferences)
    assert app.reading.open.key == key
    assert BriefingApp(bundled(), 3, preferences=preferences).reading.open.key == "groups"
    whole = BriefingApp(plain("نص"), preferences=preferences)
    assert whole.reading.open.key == "text"
