"""Reading settings, in a pty: a key each, right on every row, kept for the next start, and never copied."""

import asyncio
import base64
import re
import sys
import tomllib
import unicodedata
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.arabic import Presentation, layout
from briefing.exporting import section_text
from briefing.sources import load_bundled
from tests.judges.emulator import Cell
from tests.judges.keys import click, drag
from tests.judges.panes import article_pane, read_through
from tests.judges.quick import QuickEmulator
from tests.judges.rows import Row, judge
from tests.judges.screen import Screen
from tests.needs import needs_library
from tests.tui import texts
from tests.tui.briefings import bundled
from tests.tui.reader import reading

pytestmark = pytest.mark.whole

KASHIDA = "\u0640"
TO_WESTERN = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
VOCALISED = {name: texts.SCRIPTS[name] for name in ("vocalised", "verse", "persian", "urdu")}


class Reader(Screen):
    """`briefing` in a pty, with preferences of its own."""

    def __init__(self, preferences: Path, *arguments: str | Path, size: tuple[int, int] = (100, 36)) -> None:
        command = [sys.executable, "-m", "briefing", *arguments]
        super().__init__(command, *size, env={"BRIEFING_PREFERENCES": str(preferences), "PATH": "/nowhere"})
        self.emulator = QuickEmulator(*size)
        self.wait_for("¶")
        self.wait_until_idle()

    def switch(self, key: str, says: str) -> None:
        """Press the key of a setting, and wait until it says so."""
        self.press(key)
        self.wait_for(says)

    def upper_left(self) -> list[list[Cell]]:
        """What is painted where no notice comes."""
        return [row[:60] for row in self.cells()[:20]]


@pytest.fixture
def preferences(tmp_path: Path) -> Path:
    return tmp_path / "settings" / "preferences.toml"


def written(preferences: Path, **values: str) -> Path:
    preferences.parent.mkdir(exist_ok=True)
    preferences.write_text("".join(f'{key} = "{value}"\n' for key, value in values.items()), "utf-8")
    return preferences


def bare(text: str) -> str:
    """The text without the marks of its Arabic words."""
    return "".join(
        one for one in text if not (unicodedata.combining(one) and "ARABIC" in unicodedata.name(one, ""))
    )


def check(rows: list[Row], paragraphs: dict[int, str]) -> None:
    verdict = judge(rows, paragraphs)
    assert not verdict.faults, "\n".join(verdict.faults)
    assert verdict.rows > len(paragraphs)


def article(tmp_path: Path, named: dict[str, str]) -> tuple[Path, dict[int, str]]:
    file = tmp_path / "مقال.txt"
    file.write_text("\n\n".join(named.values()), "utf-8")
    return file, dict(enumerate(named.values(), 1))


@needs_library("libfribidi.so.0")
@pytest.mark.parametrize("size", [(100, 36), (44, 60)])
def test_without_harakat_every_row_is_right(size: tuple[int, int], tmp_path: Path, preferences: Path) -> None:
    file, paragraphs = article(tmp_path, VOCALISED)
    with Reader(written(preferences, harakat="hidden"), file, size=size) as reader:
        check(read_through(reader, "Text"), {number: bare(text) for number, text in paragraphs.items()})


@needs_library("libfribidi.so.0")
def test_with_other_digits_every_row_is_right(tmp_path: Path, preferences: Path) -> None:
    briefing = load_bundled()
    background = {number: briefing.paragraph(number).text for number in briefing.sections[0].paragraphs}
    with Reader(written(preferences, digits="arabic-indic"), "--section", "1") as reader:
        rows = read_through(reader, "Background")
        assert re.search("[٠-٩]", "".join(row.text for row in rows))
        assert not re.search("[0-9]", "".join(row.text for row in rows))
        check([row._replace(text=row.text.translate(TO_WESTERN)) for row in rows], background)
    file, paragraphs = article(tmp_path, {"years": "الأعوام ٢٠٢٤-٢٠٢٦ وعام ١٩٩٩ ثم ٤٥٪ من (١٢) " * 5})
    with Reader(written(preferences, digits="western"), file) as reader:
        rows = read_through(reader, "Text")
        assert not re.search("[٠-٩]", "".join(row.text for row in rows))
        to_written = {western: indic for indic, western in TO_WESTERN.items()}
        check([row._replace(text=row.text.translate(to_written)) for row in rows], paragraphs)


@needs_library("libfribidi.so.0")
@pytest.mark.parametrize("size", [(100, 36), (120, 36), (200, 60)])
def test_justified_every_row_is_right_and_most_are_full(size: tuple[int, int], preferences: Path) -> None:
    briefing = load_bundled()
    background = {number: briefing.paragraph(number).text for number in briefing.sections[0].paragraphs}
    assert KASHIDA not in "".join(background.values())
    with Reader(written(preferences, lines="justified"), "--section", "1", size=size) as reader:
        rows = read_through(reader, "Background")
    check([row._replace(text=row.text.replace(KASHIDA, "")) for row in rows], background)
    lines = [row for row in rows if row.text]
    begins = [row.start for row in lines]
    full = sum(one == min(begins) for one in begins)
    assert full >= len(lines) - len(background) - 1
    assert sum(KASHIDA in row.text for row in lines) > len(background)


@pytest.mark.whole
def test_keys_last_until_the_next_start(preferences: Path) -> None:
    with Reader(preferences) as reader:
        before = reader.upper_left()
        for key, says in (("v", "are hidden"), ("d", "Western"), ("d", "Arabic-Indic"), ("f", "kashida")):
            reader.switch(key, says)
        reader.wait_for(lambda _: "justified" in (preferences.read_text() if preferences.exists() else ""))
        assert tomllib.loads(preferences.read_text("utf-8")) == {
            "harakat": "hidden",
            "digits": "arabic-indic",
            "lines": "justified",
        }
        changed = reader.upper_left()
        assert changed != before
    with Reader(preferences) as reader:
        assert reader.upper_left() == changed
        for key, says in (("v", "Harakat are shown"), ("d", "as written"), ("f", "flush right")):
            reader.switch(key, says)
        assert reader.upper_left() == before


@pytest.mark.whole
def test_what_leaves_the_program_is_what_the_author_wrote(preferences: Path) -> None:
    briefing = load_bundled()
    written(preferences, harakat="hidden", digits="arabic-indic", lines="justified")
    whole = "\n\n".join(briefing.paragraph(number).text for number in briefing.sections[0].paragraphs)
    with Reader(preferences, "--section", "1") as reader:
        pane = article_pane(reader.cells(), "Background")
        reader.press("c")
        reader.wait_for(lambda _: len(copied(reader)) == 1)
        reader.press("shift+left", *["shift+down"] * 6)
        reader.press("ctrl+c")
        reader.wait_for(lambda _: len(copied(reader)) == 2)
        reader.send(drag((pane.right - 9, pane.top + 1), (pane.left + 9, pane.top + 3)))
        reader.press("ctrl+c")
        reader.wait_for(lambda _: len(copied(reader)) == 3)
        reader.send(click(pane.left + 9, pane.top + 1) * 3)
        reader.press("ctrl+c")
        reader.wait_for(lambda _: len(copied(reader)) == 4)
        summary, selection, dragged, paragraph = copied(reader)
    assert summary == section_text(briefing, briefing.sections[0])
    assert whole.startswith(selection)
    assert len(selection) > 100
    assert dragged in whole
    assert len(dragged) > 60
    assert paragraph == briefing.paragraph(1).text


def copied(reader: Reader) -> list[str]:
    return [
        base64.b64decode(body.split(";")[2]).decode() for body in reader.emulator.osc if body[:3] == "52;"
    ]


@pytest.mark.parametrize("column", range(3, 34, 6))
async def test_the_mouse_selects_the_authors_words_under_kashida(column: int) -> None:
    async with reading(size=(100, 36)) as reader:
        await reader.press("f", "d", "d")
        left = reader.article.region.x + column
        await reader.drag(left, reader.article.region.y + 2, reader.article.region.y + 4)
        text = reader.selected
        assert text
        assert text in "\n\n".join(paragraph.text for paragraph in reader.reading.open.paragraphs)


@pytest.mark.parametrize("panes", range(4))
async def test_the_keys_work_in_every_pane(panes: int) -> None:
    async with reading() as reader:
        await reader.press(*["tab"] * panes)
        focused = reader.focused
        await reader.press("v", "d", "f")
        assert reader.focused == focused
        assert reader.article.contents.presentation == Presentation(
            harakat=False, digits="western", justified=True
        )


async def test_titles_names_and_events_are_read_the_same() -> None:
    marked = "خَلْفِيَّة 2024"
    briefing = bundled()
    sections = tuple(replace(section, arabic=marked) for section in briefing.sections)
    events = tuple(replace(event, arabic=marked) for event in briefing.events)
    title = replace(briefing.title, arabic=marked)
    async with reading(replace(briefing, title=title, sections=sections, events=events)) as reader:
        hidden = layout(marked, 80, None, Presentation(harakat=False, digits="arabic-indic"))[0].text
        assert layout(marked, 80)[0].text in reader.text
        await reader.press("v", "d", "d")
        reader.app.clear_notifications()
        await reader.settle()
        assert not re.search("[\u064b-\u0652]", reader.text)
        assert reader.text.count(hidden) >= 2 + len(sections)
        await reader.press("v", "d")
        reader.app.clear_notifications()
        await reader.settle()
        assert layout(marked, 80)[0].text in reader.text


async def test_what_cannot_be_kept_is_said() -> None:
    async with reading() as reader:
        await reader.press("f")
        assert reader.app._keeper is not None
        assert await asyncio.to_thread(reader.app._keeper.flush, 30)
        await reader.settle()
        messages = [notice.message for notice in reader.app._notifications]
        assert any(message.startswith("Only until you quit: /dev/null/") for message in messages)
