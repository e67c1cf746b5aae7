"""The ways to read on the screen: what is shown in each, in windows of all sizes."""

from pathlib import Path

import pytest

from briefing.settings.choices import ReadingWay
from briefing.settings.file import load_preferences
from tests.tiers import some_values
from tests.tui.briefings import plain
from tests.tui.reader import SIZES, Reader, reading

PANES = ("sidebar", "article", "summary", "timeline")


@pytest.fixture(autouse=True)
def _own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_PREFERENCES", str(tmp_path / "preferences.toml"))


def shown(reader: Reader) -> set[str]:
    """The panes that are seen."""
    return {pane for pane in PANES if reader.region(reader.screen.query_one(f"#{pane}")).area}


async def take(reader: Reader, way: ReadingWay) -> None:
    """Press the key until that way is taken."""
    while reader.reading.way != way:
        await reader.press("r")


@pytest.mark.parametrize("size", some_values((80, 24), (50, 20), *SIZES[1:], some=2))
async def test_one_language_alone(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await take(reader, "arabic")
        assert shown(reader) == {"sidebar", "article", "timeline"}
        await take(reader, "english")
        assert shown(reader) == {"sidebar", "summary", "timeline"}
        assert reader.focused == "summary"
        await reader.press("enter")
        assert shown(reader) == {"sidebar", "article", "timeline"}
        assert reader.focused == "article"
        await reader.press("escape")
        assert shown(reader) == {"sidebar", "summary", "timeline"}


async def test_the_way_is_kept_for_the_next_time() -> None:
    async with reading() as reader:
        await take(reader, "arabic")
    assert load_preferences().preferences.way == "arabic"


@pytest.mark.parametrize("size", some_values((80, 24), (40, 12), *SIZES[1:]))
async def test_zen_shows_nothing_but_the_text_in_the_middle(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        before = reader.rows()
        await reader.press("z")
        assert shown(reader) == {"article"}
        reader.app.clear_notifications()
        await reader.settle()
        assert not set(reader.text) & set("╭╮╰╯│─")
        assert reader.region(reader.article).size == size
        rows = [row for row in reader.rows() if row.strip()]
        left = min(len(row) - len(row.lstrip()) for row in rows)
        right = min(len(row) - len(row.rstrip()) for row in rows)
        assert abs(left - right) <= 8
        await reader.press("z")
        reader.app.clear_notifications()
        await reader.settle()
        # More of the text was in sight meanwhile, and the sidebar says so.
        signs = dict.fromkeys(map(ord, "▁▂▃▄▅▆▇█"), " ")
        assert [row.translate(signs) for row in reader.rows()] == [row.translate(signs) for row in before]


async def test_every_key_works_in_zen() -> None:
    async with reading() as reader:
        await reader.press("z", "2")
        assert reader.section.key == "goals"
        await reader.press("down", "tab", "down")
        assert shown(reader) == {"summary"}
        await reader.press("enter")
        assert shown(reader) == {"article"}
        await reader.press("t")
        assert shown(reader) == {"article", "timeline"}
        await reader.press("question_mark", "escape", "escape")
        assert shown(reader) == {"article"}
        await reader.press("escape")
        assert shown(reader) == set(PANES)


async def test_a_double_click_in_the_middle_selects_the_word_under_it() -> None:
    text = plain("كلمة واحدة هنا", "English words here")
    async with reading(text, size=(200, 60), section=None) as reader:
        await reader.press("z")
        column, row = reader.find("words")
        await reader.click(column + 1, row)
        await reader.click(column + 1, row)
        assert reader.selected == "words"


@pytest.mark.parametrize("size", some_values((80, 24), (50, 20), *SIZES[1:], some=2))
async def test_claims_between_the_paragraphs(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await take(reader, "interleaved")
        assert shown(reader) == {"sidebar", "article", "timeline"}
        await reader.press("down")
        assert reader.claim is reader.section.claims[0]
        assert reader.number == 1
        assert "▌" in reader.text
        await reader.press("o", "o", "down")
        assert (reader.number, reader.reading.focus) == (2, "article")
        await reader.press("up", "enter")
        assert (reader.number, reader.reading.focus) == (1, "article")
        await reader.press("end", "home", "tab", "escape", "r", "r", "r")
        assert reader.reading.way == "side-by-side"
