"""The windows over the reader: where the text comes from, and the names in it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.arabic import layout
from briefing.document import Briefing, CapturedDetail, Name, Origin
from briefing.exporting import names_text, paragraph_text, source_text
from briefing.sources import load
from briefing.tui.panes.list_pane import ListPane
from tests.tiers import some_values
from tests.tui.briefings import bundled, plain
from tests.tui.hostile import TEXT as HOSTILE
from tests.tui.reader import Reader, reading, until

SIZES = [(80, 24), (40, 12), (30, 8), (50, 20), (120, 36), (200, 60)]
#: More than is summed up while somebody waits for the first frame.
LARGE = "سطر من نص طويل جدا\n" * 60_000
LEFT_OUT = CapturedDetail("Menus", ("الرئيسية", "اتصل بنا"), "2 lines")
PAGE = Origin("a.html", "html", sha256="00ff", size=12, encoding="UTF-8", left_out=(LEFT_OUT,))


def painted(text: str) -> str:
    return layout(text, 80)[0].text


def inside(reader: Reader) -> list[str]:
    """The rows of the window's pane."""
    region = reader.app.screen.query_one(ListPane).region
    rows = reader.cells()[region.y : region.bottom]
    return ["".join(cell.text for cell in row[region.x : region.right]) for row in rows]


async def whole(reader: Reader) -> str:
    """All that the window shows from its beginning to its end, its frame left out."""
    pane = reader.app.screen.query_one(ListPane)
    await reader.press("home")
    found = inside(reader)[1:-1]
    while (below := pane.count_rows() - pane.top - pane.page) > 0:
        before = pane.top
        pane.top += min(below, pane.page)
        await reader.settle()
        assert pane.top > before
        found += inside(reader)[1:-1][before - pane.top :]
    return "\n".join(row.strip("│").rstrip() for row in found)


@asynccontextmanager
async def opened(
    key: str, briefing: Briefing | None = None, *, size: tuple[int, int]
) -> AsyncIterator[Reader]:
    async with reading(briefing, size=size, section=None) as reader:
        await reader.press(key)
        assert reader.app.screen is not reader.screen
        yield reader


@pytest.mark.parametrize("size", some_values(*SIZES, some=3))
async def test_a_key_shows_all_there_is_about_the_source(size: tuple[int, int]) -> None:
    provenance = bundled().provenance
    assert provenance is not None
    async with opened("i", size=size) as reader:
        shown = " ".join((await whole(reader)).split())
        for detail in (*provenance.details, *provenance.left_out):
            assert all(word in shown for word in detail.english.split() if len(word) < 9 and word.isalpha())
        assert painted("صبيان نجد") in shown
        assert painted("عودة") not in shown, "what was left out is shown when it is asked for"
        await reader.press("enter")
        assert painted("عودة") in await whole(reader)
        await reader.press("enter")
        assert painted("عودة") not in await whole(reader)
        frame = inside(reader)
        assert frame[0].startswith("╭─ Where it")
        assert "Esc closes" in frame[-1]
        assert {len(row) for row in frame} == {min(size[0], 84)}


@pytest.mark.parametrize("size", some_values(*SIZES, some=3))
async def test_a_key_shows_the_names(size: tuple[int, int]) -> None:
    async with opened("m", size=size) as reader:
        shown = await whole(reader)
        words = " ".join(shown.split())
        for name in bundled().names:
            assert name.english.split()[0] in words
        assert any(row.rstrip().endswith(painted("جو بايدن")) for row in shown.splitlines())


@pytest.mark.parametrize(
    ("key", "closing"), [("i", "i"), ("m", "m"), ("m", "escape"), ("i", "escape"), ("m", "q")]
)
async def test_the_key_itself_closes_it(key: str, closing: str) -> None:
    async with opened(key, size=(80, 24)) as reader:
        before = reader.reading
        await reader.press(closing)
        assert reader.app.screen is reader.screen
        assert reader.reading is before
        assert reader.focused == "article"


async def test_it_is_scrolled_by_keys_and_by_the_wheel_and_a_click_beside_it_closes() -> None:
    async with opened("i", size=(120, 20)) as reader:
        pane = reader.app.screen.query_one(ListPane)
        for key, top in (("j", 1), ("down", 2), ("k", 1), ("up", 0), ("up", 0)):
            await reader.press(key)
            assert pane.top == top
        await reader.press("space")
        assert pane.top == pane.page - 2
        await reader.press("shift+space")
        assert pane.top == 0
        await reader.press("G")
        assert pane.top == pane.count_rows() - pane.page
        await reader.press("g")
        await reader.wheel(60, 9, 2)
        assert pane.top > 0
        await reader.click(60, 9)
        assert reader.app.screen is not reader.screen
        await reader.click(3, 9)
        assert reader.app.screen is reader.screen


async def test_it_is_as_high_as_what_it_shows_and_as_the_window_lets_it() -> None:
    async with opened("i", replace(plain("نص"), origin=PAGE), size=(120, 36)) as reader:
        low = len(inside(reader))
        assert low < 20
        await reader.press("enter")
        assert len(inside(reader)) == low + 2
        await reader.resize(60, 12)
        assert len(inside(reader)) == 12
        await reader.resize(120, 36)
        assert len(inside(reader)) == low + 2


@pytest.mark.parametrize("copying", ["c", "y"])
async def test_what_is_shown_is_copied_as_plain_text(copying: str) -> None:
    page = replace(plain("نص"), origin=PAGE)
    for key, briefing, text in (("i", page, source_text(page)), ("m", bundled(), names_text(bundled()))):
        async with opened(key, briefing, size=(120, 36)) as reader:
            await reader.press(copying)
            await until(reader, "Sent to the terminal")
            assert reader.app.clipboard == text


async def test_its_keys_are_named_in_full_at_every_size() -> None:
    async with opened("i", size=(40, 12)) as reader:
        for keys in ("Esc closes · c copies · Enter more", "Esc closes · c copies · Enter less"):
            assert keys in inside(reader)[-1]
            await reader.press("enter")
        await reader.resize(80, 24)
        assert "Enter: what was left out" in inside(reader)[-1]
        await reader.resize(40, 12)
        assert "Enter more" in inside(reader)[-1]


async def test_s_copies_the_paragraph_with_its_source() -> None:
    async with reading(size=(120, 36), section="goals") as reader:
        await reader.press("down", "s")
        await until(reader, "Sent to the terminal")
        paragraph = bundled().paragraph(reader.number or 0)
        assert reader.app.clipboard == paragraph_text(bundled(), paragraph)
        assert reader.app.clipboard.startswith(f"{paragraph.text}\n\nSource: Arabic news article")


async def test_a_plain_copy_of_a_selection_is_the_selection_alone() -> None:
    briefing = replace(plain("نص أول هنا"), origin=PAGE)
    async with reading(briefing, size=(120, 36), section=None) as reader:
        await reader.press("shift+left", "shift+left", "ctrl+c")
        await until(reader, "Sent to the terminal")
        assert reader.app.clipboard == "نص"


async def test_a_large_text_is_summed_up_when_it_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_text(LARGE, "utf-8")
    briefing = load(file)
    assert briefing.origin is not None
    assert briefing.origin.sha256 == ""
    async with opened("i", briefing, size=(120, 36)) as reader:
        await until(reader, "file as it is now)")
        wanted = sha256(file.read_bytes()).hexdigest()
        assert wanted in reader.window_text
        await reader.press("c")
        await until(reader, "Sent to the terminal")
        assert f"- SHA-256: {wanted} (of the file as it is now)\n" in reader.app.clipboard


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda file: file.write_text("غير ذلك", "utf-8"), "the file is not what was read any more"),
        (lambda file: file.unlink(), "the file cannot be read any more"),
    ],
)
async def test_no_checksum_is_told_of_another_file(change, said: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "large.txt"
    file.write_text(LARGE, "utf-8")
    briefing = load(file)
    change(file)
    async with opened("i", briefing, size=(120, 36)) as reader:
        await until(reader, said)
        await reader.press("c")
        await until(reader, "Sent to the terminal")
        assert "SHA-256" not in reader.app.clipboard


async def test_closing_it_at_once_gives_the_checksum_up(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    file.write_text(LARGE, "utf-8")
    async with reading(load(file), size=(80, 24), section=None) as reader:
        for _ in range(5):
            reader.app.simulate_key("i")
            reader.app.simulate_key("escape")
        await reader.settle()
        await reader.app.workers.wait_for_complete()
        assert reader.app.screen is reader.screen


async def test_nothing_in_it_acts() -> None:
    origin = replace(
        PAGE,
        place=f"a{HOSTILE}.html",
        title=HOSTILE,
        author=HOSTILE,
        left_out=(CapturedDetail(HOSTILE, (HOSTILE,), HOSTILE),),
    )
    names = (Name("person", HOSTILE, (HOSTILE,), HOSTILE),)
    for key in ("i", "m"):
        async with opened(key, replace(plain("نص"), origin=origin, names=names), size=(80, 24)) as reader:
            await reader.press("enter" if key == "i" else "j")
            shown = reader.text
            assert not [one for one in shown if ord(one) < 32 and one != "\n"]
            assert "\x7f" not in shown
            assert "\x9b" not in shown


async def test_thousands_of_names_are_laid_out_when_they_are_looked_at() -> None:
    names = tuple(Name("person", f"Name {n}", ("اسم",), "") for n in range(5_000))
    async with opened("m", replace(bundled(), names=names), size=(80, 24)) as reader:
        assert "Name 0" in reader.window_text
        await reader.press("G")
        assert "Name 4999" in reader.window_text


async def test_where_there_are_no_names_that_is_said() -> None:
    async with reading(plain("نص"), size=(80, 24), section=None) as reader:
        await reader.press("m")
        assert reader.app.screen is reader.screen
        assert "This text comes without names." in reader.text
