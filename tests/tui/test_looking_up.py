"""A word is looked up, and stays in sight beside what is said of it."""

import sys
from pathlib import Path

import pytest

from briefing.document import Briefing
from briefing.settings import Preferences
from briefing.settings.lookups import load_lookups
from briefing.tui import BriefingApp
from briefing.tui.screens.lookup_screen import LookupScreen
from tests.reading.test_analyses import ANSWER
from tests.tui.briefings import bundled, plain
from tests.tui.looked_up import answered, opened, said, saying
from tests.tui.reader import Reader

BRIEFINGS = (plain("وكتابهم هنا", *["آخر " * 20] * 30), bundled())


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "lookups.json"
    monkeypatch.setenv("BRIEFING_LOOKUPS", str(path))
    return path


@pytest.mark.parametrize(
    "size",
    [(40, 12), (120, 36), *(pytest.param(one, marks=pytest.mark.whole) for one in ((80, 24), (200, 60)))],
)
@pytest.mark.parametrize("at", [0, 1])
@pytest.mark.parametrize("briefing", BRIEFINGS, ids=["plain", "bundled"])
async def test_an_analysis_is_shown_beside_the_word(
    tmp_path: Path, size: tuple[int, int], briefing: Briefing, at: int
) -> None:
    async with opened(saying(tmp_path, ANSWER), briefing, size=size) as reader:
        reader.screen.do("focus", "article")
        await reader.settle()
        if at:
            await reader.press("G")
        row = reader.screen.row_of_word
        shown = await answered(reader)
        window = reader.app.screen
        assert isinstance(window, LookupScreen)
        assert "wakit" not in shown
        assert "and + book + their" in shown
        assert not window.query_one("#lookup").region.contains(reader.article.region.right - 6, row)
        await reader.press("escape")
        assert not isinstance(reader.app.screen, LookupScreen)
    (kept,) = load_lookups()
    assert kept.gloss == "and + book + their"
    assert kept.number == (len(briefing.paragraphs) if at else 1)
    assert kept.title == briefing.title.shown


async def test_a_text_without_words_has_nothing_to_look_up(tmp_path: Path) -> None:
    for briefing in (plain("—— … !!"), plain()):
        async with opened(saying(tmp_path, "x"), briefing) as reader:
            await reader.press("K")
            assert "No word stands here" in said(reader)


async def test_keys_are_taken_while_it_is_asked(tmp_path: Path) -> None:
    async with opened(f'{sys.executable} -c "import time; time.sleep(60)" {{word}}') as reader:
        await reader.press("K", "escape", "down")
        assert reader.reading.passage == 1


async def test_a_visitor_starts_no_program(tmp_path: Path) -> None:
    from briefing.web.visitor import VisitorApp

    marker = tmp_path / "ran"
    app = VisitorApp(bundled(), preferences=Preferences(lookup=f"touch {marker} {{word}}"))
    app.get_driver_class = BriefingApp(bundled()).get_driver_class  # type: ignore[method-assign]
    async with app.run_test(size=(80, 24)) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        await reader.press("K")
        assert "not looked up here" in said(reader)
    assert not marker.exists()
