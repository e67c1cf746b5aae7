"""`briefing serve` in a real browser: the Arabic on the page, the keys, the visitors, copying, saving."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import pytest_asyncio

from briefing.arabic import layout
from briefing.document import FULL_KEY, Briefing, full_article
from briefing.exporting import claim_text, section_text
from briefing.sources import load_bundled
from tests.judges.browser import CHROMIUM, Chromium, Page
from tests.judges.panes import article_pane, article_rows, called
from tests.judges.rows import judge
from tests.needs import needs, needs_file, needs_library
from tests.web.misread import ARABIC, TOOLS, misread
from tests.web.served import Served

pytestmark = [needs(CHROMIUM), pytest.mark.asyncio(loop_scope="module")]

# The clipboard as the browser has it: the page has put its own in front of it.
READ = "Object.getOwnPropertyDescriptor(Navigator.prototype, 'clipboard').get.call(navigator).readText()"
NOTICE = "document.getElementById('notice').textContent"


@pytest.fixture(scope="module")
def bundled() -> Briefing:
    return load_bundled()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The server, on a host that has a clipboard tool: one that leaves a trace."""
    folder = tmp_path_factory.mktemp("served")
    for tool in ("xclip", "xsel", "wl-copy", "tmux"):
        (folder / tool).write_text(f'#!/bin/sh\ntouch "{folder}/touched"\n')
        (folder / tool).chmod(0o755)
    host = {
        "DISPLAY": ":0",
        "WAYLAND_DISPLAY": "wayland-0",
        "TMUX": "/tmp/none,1,0",
        "PATH": f"{folder}:/usr/bin:/bin",
        "BRIEFING_PREFERENCES": str(folder / "preferences.toml"),
    }
    with Served(folder, env=host) as served:
        yield served


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Chromium]:
    async with Chromium() as chromium:
        yield chromium


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def page(chromium: Chromium, served: Served) -> Page:
    """A visitor's page, for all tests that leave it as it was."""
    page = await opened(chromium, served)
    page.lasting = True
    await page.allow("clipboard-read")
    return page


@pytest_asyncio.fixture(autouse=True, loop_scope="module")
async def _close_pages(chromium: Chromium) -> AsyncIterator[None]:
    """Every other page is for one test: an open one goes on being painted."""
    yield
    await chromium.close_pages()


async def clear(page: Page) -> None:
    """Take away what the page said before."""
    await page.run("document.getElementById('notice').textContent = ''")


async def opened(chromium: Chromium, served: Served, width: int = 1200, height: int = 720) -> Page:
    page = await chromium.open(served.url, width, height)
    await page.wait_for("1 of 7")
    return page


@needs_library("libfribidi.so.0")
@pytest.mark.parametrize(("size", "key"), [((1200, 2200), FULL_KEY), ((760, 2000), "background")])
async def test_every_row_of_the_article_is_right(
    chromium: Chromium, served: Served, bundled: Briefing, size: tuple[int, int], key: str
) -> None:
    """In the cells of xterm.js: FriBidi's lines, of all paragraphs, in order."""
    page = await opened(chromium, served, *size)
    section = full_article(bundled) if key == FULL_KEY else bundled.section(key)
    await page.press("0" if key == FULL_KEY else "1")
    await page.wait_for(f"─ {section.title} ─")
    rows, _ = article_rows(await page.cells(), section.title)
    verdict = judge(rows, {number: bundled.paragraph(number).text for number in section.paragraphs})
    assert not verdict.faults, "\n".join(verdict.faults)
    assert verdict.rows > 30


async def test_it_works_without_any_network_and_without_complaint(page: Page, served: Served) -> None:
    assert all(url.startswith((served.url, served.url.replace("http", "ws"))) for url in page.requests)
    assert await page.run("document.fonts.check(\"16px 'Roboto Mono'\", 'ﻻ')")
    assert await page.run("[...document.fonts].map(font => font.status)") == ["loaded", "loaded"]
    assert page.complaints == []


@needs(*TOOLS)
@needs_file(ARABIC)
@pytest.mark.parametrize("options", [(), ("--disable-3d-apis",)], ids=["canvas", "text"])
async def test_what_is_seen_reads_as_the_author_wrote_it(
    options: tuple[str, ...], served: Served, bundled: Briefing, tmp_path: Path
) -> None:
    """Where the browser has no canvas to draw on, rows are text, which it would order again."""
    async with Chromium(*options) as browser:
        page = await browser.open(served.url, 1000, 1000)
        await page.wait_for("1 of 7")
        assert bool(await page.run("!!document.querySelector('.xterm-rows')")) == bool(options)
        await page.press("2")
        await page.wait_for("─ DICAS goals ─")
        words = "\n".join(bundled.paragraph(n).text for n in bundled.section("goals").paragraphs)
        assert await read_off(page, tmp_path / "right.png", words) < 0.15
        if options:
            await page.run(
                "const style = document.createElement('style');"
                "style.textContent = '.xterm-rows, .xterm-rows * { unicode-bidi: normal !important }';"
                "document.querySelector('link[href=\"page.css\"]').disabled = true;"
                "document.head.append(style)"
            )
            assert await read_off(page, tmp_path / "wrong.png", words) > 0.5


async def read_off(page: Page, picture: Path, words: str) -> float:
    """How much of the words is not read off the article's pane."""
    await asyncio.sleep(0.5)  # a frame or two
    await page.picture(picture)
    cells = await page.cells()
    pane = article_pane(cells, "DICAS goals")
    _, edge = article_rows(cells, "DICAS goals")
    place = await page.run(
        "(({x, y, width, height}) => [x, y, width, height])"
        "(document.querySelector('.xterm-screen').getBoundingClientRect())"
    )
    wide, high = place[2] / len(cells[0]), place[3] / len(cells)
    box = (pane.left * wide, pane.top * high, (edge - pane.left) * wide, (pane.bottom - pane.top) * high)
    x, y, width, height = map(round, (place[0] + box[0], place[1] + box[1], box[2], box[3]))
    return await asyncio.to_thread(misread, picture, (x, y, width, height), words)


async def test_keys_and_visitors_that_do_not_meet(chromium: Chromium, served: Served) -> None:
    one, other = await opened(chromium, served), await opened(chromium, served)
    await one.press("2")
    await one.wait_for("─ DICAS goals ─")
    await other.press("0", "t", "ArrowRight", "ArrowRight")
    await other.wait_for("3 of 7")
    assert called(await one.cells(), "DICAS goals")
    assert called(await other.cells(), "Full article")
    there, before = set(served.folder.iterdir()), await other.rows()
    await one.press("d")  # other digits, and a preference
    await one.wait_for("Digits")
    assert not any("Only until you quit" in row for row in await one.rows())
    assert await other.rows() == before
    assert set(served.folder.iterdir()) == there
    await one.press("?")
    await one.wait_for("─ Keys")
    assert not any("─ Keys" in row for row in await other.rows())
    await one.press("Escape")
    await one.wait_for("─ Keys", gone=True)
    await one.press("q")
    await one.wait_for_true("document.body.classList.contains('-closed')")
    await other.press("1")
    await other.wait_for("─ Background ─")
    assert one.complaints == other.complaints == []


async def test_it_wraps_anew_for_another_window(page: Page) -> None:
    before = await page.rows()
    for width, height in ((760, 500), (1200, 720)):
        size: dict[str, Any] = {"width": width, "height": height}
        await page.call("Emulation.setDeviceMetricsOverride", deviceScaleFactor=1, mobile=False, **size)
        await page.wait_until(
            lambda rows, wide=width == 1200: (rows == before) if wide else len(rows[0]) < len(before[0]),
            "columns",
        )


async def test_copying_fills_the_browsers_clipboard(page: Page, served: Served, bundled: Briefing) -> None:
    await page.allow("clipboard-write")
    await page.press("1")
    await page.wait_for("─ Background ─")
    await page.press("c")
    await page.wait_for_true(f'{NOTICE} === "Copied to this browser\'s clipboard"')
    assert await page.run(READ) == section_text(bundled, bundled.section("background"))
    await page.wait_for("Sent to your browser")
    await page.press("Tab", "ArrowDown", "y")
    wanted = claim_text(bundled, bundled.section("background").claims[1])
    await page.wait_for_true(f"{READ}.then(text => text === {json.dumps(wanted)})")
    assert not (served.folder / "touched").exists()


async def test_where_the_browser_forbids_it_the_old_way_is_gone(
    page: Page, served: Served, bundled: Briefing
) -> None:
    await page.allow("clipboard-write", "denied")
    await clear(page)
    await page.press("3", "c")
    await page.wait_for_true(f'{NOTICE} === "Copied to this browser\'s clipboard"')
    assert await page.run(READ) == section_text(bundled, bundled.section("groups"))


async def test_where_nothing_works_it_says_so_and_offers_the_text(
    page: Page, served: Served, bundled: Briefing
) -> None:
    await page.allow("clipboard-write", "denied")
    await clear(page)
    await page.run("document.execCommand = () => false")
    await page.press("4", "c")
    await page.wait_for_true("document.getElementById('copy').open")
    assert await page.run(NOTICE) == "Not copied"
    wanted = section_text(bundled, bundled.section("criticism"))
    assert await page.run("document.querySelector('#copy textarea').value") == wanted
    assert await page.run("getSelection().toString() || document.activeElement.value") == wanted
    await page.run("delete document.execCommand")
    await page.press("Escape")
    await page.wait_for_true("!document.getElementById('copy').open")
    await page.press("1")
    await page.wait_for("─ Background ─")


async def test_shapes_are_not_copied(page: Page, served: Served) -> None:
    await page.allow("clipboard-write")
    await clear(page)
    await page.press("c")
    await page.wait_for_true(f"{NOTICE} !== ''")
    before = await page.run(READ)
    await page.run("judged.terminal.selectAll(); document.execCommand('copy')")
    await page.run("judged.terminal.clearSelection()")
    assert "Not copied" in await page.run(NOTICE)
    assert await page.run(READ) == before


async def test_a_picture_goes_to_the_browser_and_to_no_file_of_the_host(
    page: Page, served: Served, tmp_path: Path
) -> None:
    there = set(served.folder.iterdir())
    await page.save_downloads(tmp_path)
    await page.press("2")
    await page.wait_for("─ DICAS goals ─")
    await page.press("p")
    await page.wait_for("briefing-goals.svg")
    saved = tmp_path / "briefing-goals.svg"
    for _ in range(200):
        if saved.exists() and saved.stat().st_size:
            break
        await asyncio.sleep(0.05)
    words = " ".join("".join(element.itertext()) for element in ElementTree.parse(saved).iter())
    assert "DICAS\xa0goals" in words
    assert "".join(cell.text for cell in layout("أهداف", 20)[0].cells) in words
    assert set(served.folder.iterdir()) == there


async def test_the_palette_offers_nothing_that_writes(page: Page, served: Served) -> None:
    await page.type("\x10")
    await page.wait_for("Search")
    await page.type("screenshot")
    await page.wait_for("No matches")
    await page.press("Escape")
