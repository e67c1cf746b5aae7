"""A word is looked up, and stays in sight beside what is said of it."""

import asyncio
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from briefing.document import Briefing
from briefing.settings import Preferences
from briefing.settings.lookups import load_lookups
from briefing.settings.words import say
from briefing.tui import BriefingApp
from briefing.tui.screens.lookup_screen import LookupScreen
from tests.reading.test_analyses import ANSWER
from tests.tui.briefings import bundled, plain
from tests.tui.reader import Reader

BRIEFINGS = (plain("وكتابهم هنا", *["آخر " * 20] * 30), bundled())


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "lookups.json"
    monkeypatch.setenv("BRIEFING_LOOKUPS", str(path))
    return path


def saying(folder: Path, answer: str) -> str:
    (folder / "answer").write_text(answer, "utf-8", newline="")
    code = f"import sys; sys.stdout.buffer.write(open('{folder}/answer', 'rb').read())"
    return f'{sys.executable} -c "{code}" {{bare}}'


@asynccontextmanager
async def opened(
    lookup: str, briefing: Briefing | None = None, *, size: tuple[int, int] = (120, 36), lookups: str = "kept"
) -> AsyncIterator[Reader]:
    preferences = Preferences(lookup=lookup, lookups="off" if lookups == "off" else "kept")
    app = BriefingApp(briefing or bundled(), preferences=preferences)
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        yield reader


async def answered(reader: Reader) -> str:
    await reader.press("K")
    for _ in range(1000):
        await reader.settle()
        window = reader.app.screen
        if not isinstance(window, LookupScreen) or window._items[0].texts != (say("lookup.wait"),):
            break
        await asyncio.sleep(0.01)
    await reader.app.workers.wait_for_complete()  # until it is in the list
    await reader.settle()
    return reader.text


def said(reader: Reader) -> str:
    return "\n".join(one.message for one in reader.app._notifications)


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


async def test_no_control_of_an_answer_acts(tmp_path: Path) -> None:
    async with opened(saying(tmp_path, "\x1b[2J[bold]x\x07\u202e\r\n\tb"), size=(80, 24)) as reader:
        shown = await answered(reader)
        assert "␛[2J[bold]x␇" in shown
        assert not any(ord(one) < 32 and one != "\n" for one in shown)


async def test_c_copies_the_word_and_the_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr(BriefingApp, "hand_out_text", lambda self, effect: copied.append(effect.text))
    async with opened(saying(tmp_path, "a book"), plain("كِتاب")) as reader:
        await answered(reader)
        await reader.press("c")
    assert copied == ["كِتاب\na book"]


@pytest.mark.parametrize(
    ("lookup", "told"),
    [
        ("off", "To look words up"),
        ("'", "a quotation mark is not closed"),
    ],
)
async def test_where_nothing_can_be_asked_a_line_says_what_to_do(lookup: str, told: str) -> None:
    async with opened(lookup) as reader:
        await reader.press("K")
        assert told in said(reader)
        assert not isinstance(reader.app.screen, LookupScreen)


async def test_a_text_without_words_has_nothing_to_look_up(tmp_path: Path) -> None:
    for briefing in (plain("—— … !!"), plain()):
        async with opened(saying(tmp_path, "x"), briefing) as reader:
            await reader.press("K")
            assert "No word stands here" in said(reader)


async def test_what_fails_is_told_in_the_window_and_not_kept() -> None:
    async with opened("/no/such/program {word}") as reader:
        assert "No answer" in await answered(reader)
    assert load_lookups() == ()


async def test_no_list_is_kept_where_that_is_off(tmp_path: Path) -> None:
    async with opened(saying(tmp_path, "a book"), lookups="off") as reader:
        await answered(reader)
    assert load_lookups() == ()


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
