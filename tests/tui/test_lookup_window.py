"""The window that a word is looked up in: what it says, what of it is kept, and what can be copied."""

from pathlib import Path

import pytest

from briefing.machine.lookup.process import Program
from briefing.settings.lookups import load_lookups
from briefing.tui import BriefingApp
from briefing.tui.screens.lookup_screen import LookupScreen
from tests.reading.test_analyses import ANSWER
from tests.tui.briefings import bundled, plain
from tests.tui.looked_up import answered, opened, said, saying


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "lookups.json"
    monkeypatch.setenv("BRIEFING_LOOKUPS", str(path))
    return path


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


async def test_what_fails_is_told_in_the_window_and_not_kept() -> None:
    async with opened("/no/such/program {word}") as reader:
        assert "No answer" in await answered(reader)
    assert load_lookups() == ()


async def test_no_list_is_kept_where_that_is_off(tmp_path: Path) -> None:
    async with opened(saying(tmp_path, "a book"), lookups="off") as reader:
        await answered(reader)
    assert load_lookups() == ()


async def test_an_analysis_is_shown_beside_the_article_and_kept_with_its_first_meaning(
    tmp_path: Path,
) -> None:
    async with opened(saying(tmp_path, ANSWER)) as reader:
        await reader.press("down")
        word = reader.reading.open.text(1).split()[0]
        shown = await answered(reader)
        window = reader.region(reader.app.screen.query_one("#lookup"))
        assert window.x == reader.region(reader.article).right
        assert "and + book + their" in shown
        await reader.press("escape")
        assert not isinstance(reader.app.screen, LookupScreen)
        await reader.resize(60, 20)
        await reader.press("g")
        row = reader.screen.row_of_word
        await answered(reader)
        window = reader.region(reader.app.screen.query_one("#lookup"))
        assert window.width == 60
        assert not window.y <= row < window.bottom, "the word stays in sight"
        assert window.bottom == 20, "below it there is more room"
    kept = {one.number: one for one in load_lookups()}
    assert kept[2].gloss == "and + book + their"
    assert kept[2].word == word
    assert kept[2].title == bundled().title.shown


async def test_a_program_is_asked_again_until_another_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed, close = list[Program](), Program.close

    def closing(program: Program) -> None:
        closed.append(program)
        close(program)

    monkeypatch.setattr(Program, "close", closing)
    async with opened(saying(tmp_path, "a book")) as reader:
        await answered(reader)
        first = reader.app.screen._program  # type: ignore[attr-defined]
        await reader.press("escape")
        await answered(reader)
        assert reader.app.screen._program is first  # type: ignore[attr-defined]
        await reader.press("escape")
        (tmp_path / "other").mkdir()
        reader.app.act("prefer", {"lookup": saying(tmp_path / "other", "another book")})
        assert closed == []
        assert "another book" in await answered(reader)
        assert closed == [first]
