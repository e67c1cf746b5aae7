"""The HTML form in Chromium, and before the judges of pages: the Nu HTML checker and axe."""

from __future__ import annotations

import asyncio
import base64
import json
import subprocess
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, Final, get_args

import pytest
import pytest_asyncio
from msgspec.structs import replace

from briefing.document import (
    Briefing,
    CapturedDetail,
    Citation,
    Claim,
    Event,
    Name,
    Paragraph,
    Provenance,
    Title,
)
from briefing.document.model import Inline, ParagraphKind
from briefing.exporting.chosen import Chosen
from briefing.exporting.forms.html import written
from briefing.sources import load_bundled
from tests.exporting.pages import made, one, whole
from tests.exporting.test_html import KINDS
from tests.judges.browser import CHROMIUM, Chromium, Page
from tests.needs import axe, needs, needs_file, nu_checker

pytestmark = needs(CHROMIUM)

# Of what came after 2022 the checker in the package knows nothing.
_YOUNGER: Final = r"CSS:.*|Bad value .graphics-document. .*|Attribute .paint-order. .*"
_VIOLATIONS: Final = """
axe.run().then(found => JSON.stringify(found.violations.map(
  one => [one.id, one.help, one.nodes.map(node => node.html.slice(0, 200))])))
"""
_LIT: Final = """
[...document.querySelectorAll('mark')].filter(mark =>
  getComputedStyle(mark).backgroundColor === 'rgb(255, 215, 94)').map(mark => mark.textContent).join('|')
"""
_WIDE: Final = """
(() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector('.t'));
  const boxes = [...range.getClientRects()];
  return Math.max(...boxes.map(box => box.right)) - Math.min(...boxes.map(box => box.left));
})()
"""
MIXED: Final = made(
    [
        *KINDS,
        Paragraph(14, "رابط إلى مكان", inlines=(Inline(0, 4, "link", "https://a.example/b"),)),
        Paragraph(15, "English between, 123."),
    ],
    [
        Claim("First, with السلام in it", (Citation(1, "عنوان"), Citation(11, "ومائل"))),
        Claim("Second", (Citation(14, "رابط إلى"), Citation(8, "ص\tع")), "likely", "moderate", drafted=True),
        Claim("عربي", (Citation(14, "إلى مكان"),)),
    ],
    [
        Event("2014", "A year"),
        Event("2024?-06-10", "A day\u202e, turned", "يوم", (1, 99), "inferred", "A note"),
        Event("2020~/..", "Since"),
        Event("../2019", "Until"),
        Event("2025/2026", "Expected", basis="projected"),
        Event("XXXX-01-01", "New year"),
    ],
)


@pytest.fixture(scope="module")
def bundled() -> Briefing:
    return load_bundled()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Chromium]:
    async with Chromium() as chromium:
        yield chromium


@pytest_asyncio.fixture(autouse=True, loop_scope="module")
async def _close_pages(chromium: Chromium) -> AsyncIterator[None]:
    yield
    await chromium.close_pages()


async def opened(
    chromium: Chromium, file: Path, chosen: Chosen, *, width: int = 1400, dark: bool = False, at: str = ""
) -> Page:
    """The page of a choice, open in a window of that width."""
    file.write_bytes(written(chosen))
    page = await chromium.open("about:blank", width, 900)
    feature = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
    await page.call("Emulation.setEmulatedMedia", features=[feature])
    await page.call("Page.navigate", url=file.as_uri() + at)
    await page.wait_for_true("location.protocol === 'file:' && document.readyState === 'complete'")
    return page


@needs_file(axe())
@pytest.mark.parametrize(("width", "dark"), [(1400, False), (400, True)])
@pytest.mark.asyncio(loop_scope="module")
async def test_anyone_can_use_it(
    chromium: Chromium, tmp_path: Path, bundled: Briefing, width: int, dark: bool
) -> None:
    script = Path(axe()).read_text(encoding="utf-8")
    for chosen in (whole(bundled), whole(MIXED), whole(made([Paragraph(1, "نص")]))):
        page = await opened(chromium, tmp_path / "a.html", chosen, width=width, dark=dark, at="#c1")
        await page.run(script)
        assert json.loads(await page.run(_VIOLATIONS)) == []
        assert await page.run("document.documentElement.scrollWidth") <= width
        assert len(page.requests) == 1
        assert page.complaints == []


@needs("java")
@needs_file(nu_checker())
def test_it_is_valid(tmp_path: Path, bundled: Briefing) -> None:
    chosen = {
        "bundled": whole(bundled),
        "mixed": whole(MIXED),
        "section": one(bundled, "goals"),
        "claims": whole(bundled, frozenset(["claims"])),
        "names": whole(bundled, frozenset(["names", "timeline"])),
        "empty": whole(made([])),
        "plain": whole(made([Paragraph(1, "</script>&amp;<!-- \u202e"), Paragraph(2, "\n")])),
    }
    files = [tmp_path / f"{name}.html" for name in chosen]
    for file, one_chosen in zip(files, chosen.values(), strict=True):
        file.write_bytes(written(one_chosen))
    how = ["java", "-jar", nu_checker(), "--errors-only", "--filterpattern", _YOUNGER, *map(str, files)]
    judged = subprocess.run(how, capture_output=True, text=True, timeout=120, check=False)
    assert (judged.returncode, judged.stderr) == (0, "")


@pytest.mark.asyncio(loop_scope="module")
async def test_what_is_copied_is_the_article_in_its_order(
    chromium: Chromium, tmp_path: Path, bundled: Briefing
) -> None:
    page = await opened(chromium, tmp_path / "a.html", whole(bundled))
    await page.run("getSelection().selectAllChildren(document.querySelector('.article'))")
    copied = await page.run("getSelection().toString()")
    assert copied.split("\n\n") == [paragraph.text for paragraph in bundled.paragraphs]
    page = await opened(chromium, tmp_path / "a.html", whole(MIXED))
    await page.run("getSelection().selectAllChildren(document.querySelector('.article'))")
    copied = await page.run("getSelection().toString()")
    for paragraph in MIXED.paragraphs:
        assert paragraph.text in copied
    assert "¶" not in copied


@pytest.mark.asyncio(loop_scope="module")
async def test_letters_join_across_marks(chromium: Chromium, tmp_path: Path) -> None:
    """Marks that begin and end within words leave a text as wide as it is; letters that are parted do not."""
    words = "تجري السلطاتُ الأميركية محادثات (DICAS) لتعزيز 2024-2026 التعاون لا إلى"
    spans = [(1, 9), (3, 16), (6, 12), (18, 30), (32, 60), (45, 69), (0, len(words)), (66, 67)]
    claims = [Claim("C", (Citation(1, words[start:end]),)) for start, end in spans]
    page = await opened(chromium, tmp_path / "a.html", whole(made([Paragraph(1, words)], claims)))
    assert await page.run("document.querySelectorAll('mark').length") > 10
    await page.run("document.querySelector('.t').style.whiteSpace = 'nowrap'")
    marked = await page.run(_WIDE)
    await page.run("document.querySelector('.t').textContent = document.querySelector('.t').textContent")
    assert abs(await page.run(_WIDE) - marked) < 1
    await page.run(
        "document.querySelector('.t').replaceChildren(...[...document.querySelector('.t').textContent].map("
        "one => Object.assign(document.createElement('span'), {textContent: one})));"
        "document.querySelectorAll('.t span').forEach(one => one.style.display = 'inline-block')"
    )
    assert abs(await page.run(_WIDE) - marked) > 20


async def picture(page: Page, selector: str) -> bytes:
    box = await page.run(
        "(({x, y, width, height}) => ({x, y, width, height, scale: 2}))"
        f"(document.querySelector({json.dumps(selector)}).getBoundingClientRect())"
    )
    await asyncio.sleep(0.1)
    return base64.b64decode((await page.call("Page.captureScreenshot", clip=box))["data"])


@pytest.mark.asyncio(loop_scope="module")
async def test_evidence_is_lit_without_a_script(
    chromium: Chromium, tmp_path: Path, bundled: Briefing
) -> None:
    claims = [claim for section in bundled.sections for claim in section.claims]
    page = await opened(chromium, tmp_path / "a.html", whole(bundled))
    assert await page.run(_LIT) == ""
    wanted = sorted(citation.quote for citation in claims[0].citations)

    async def lit() -> list[str]:
        await asyncio.sleep(0.1)
        return sorted((await page.run(_LIT)).split("|"))

    await page.run("document.querySelector('#c1 a').focus()")
    assert await lit() == wanted
    await page.run("document.activeElement.blur()")
    assert await lit() == [""]
    await point(page, "#c1 .claim")
    assert await lit() == wanted
    await point(page, "h1")
    assert await lit() == [""]
    await point(page, "#e1-1 a")
    assert await lit() == wanted
    await page.run("document.querySelector('#c3 a').click()")
    await page.wait_for_true("location.hash === '#e3-1'")
    await point(page, ".n")
    assert await lit() == sorted(citation.quote for citation in claims[2].citations)
    edge = "getComputedStyle(document.querySelector('#c3')).borderInlineStartColor"
    assert await page.run(edge) == "rgb(179, 71, 11)"
    await page.call("Emulation.setEmulatedMedia", media="print")
    line = "getComputedStyle(document.querySelector('mark')).textDecorationLine"
    assert await page.run(line) == "underline"
    numbers = "getComputedStyle(document.querySelector('mark[data-ends]'), '::after').content"
    assert "1" in await page.run(numbers)


async def point(page: Page, selector: str) -> None:
    """Move the pointer over an element."""
    element = f"document.querySelector({json.dumps(selector)})"
    await page.run(f"{element}.scrollIntoView({{block: 'center'}})")
    place: dict[str, Any] = await page.run(
        "(({x, y, width, height}) => ({x: x + width / 2, y: y + height / 2}))"
        f"({element}.getClientRects()[0])"
    )
    await page.call("Input.dispatchMouseEvent", type="mouseMoved", **place)


@pytest.mark.asyncio(loop_scope="module")
async def test_a_direction_ends_with_the_text_that_it_is_in(chromium: Chromium, tmp_path: Path) -> None:
    """Overrides and isolates that nobody closes turn nothing round but their own text."""
    calm = [Paragraph(1, "abc def"), Paragraph(2, "نص آخر (DICAS)")]
    wild = [Paragraph(1, "abc \u202e\u2067\u202bdef"), calm[1]]

    def about(paragraphs: list[Paragraph], controls: str) -> Briefing:
        events = [Event("2014", f"A {controls}year", note=controls)]
        return made(paragraphs, [Claim(f"Claim {controls}", (Citation(2, "آخر"),))], events)

    pictures = []
    for briefing in (about(calm, ""), about(wild, "\u202e\u2067\u2069\u2069\u202b")):
        page = await opened(chromium, tmp_path / "a.html", whole(briefing))
        places = (".n", "#p2 .t", "#c1 .cites", ".when", ".legend")
        pictures.append([await picture(page, place) for place in places])
    assert pictures[0] == pictures[1]


@pytest.mark.asyncio(loop_scope="module")
async def test_the_drawn_timeline_keeps_its_words_inside_and_apart(
    chromium: Chromium, tmp_path: Path, bundled: Briefing
) -> None:
    long = "A very long title of an event, which goes on and on without any end, وفيه كلمات عربية أيضا"
    lone = made([], events=[Event("2024", long)])
    many = made([], events=[Event(f"{1700 + 3 * at}", long[at % 40 :]) for at in range(60)])
    for briefing in (bundled, MIXED, lone, many):
        page = await opened(chromium, tmp_path / "a.html", whole(briefing))
        found = json.loads(
            await page.run(
                "JSON.stringify([...document.querySelectorAll('svg text')].map(one => one.getBBox())"
                ".map(({x, y, width, height}) => [x, y, x + width, y + height]))"
            )
        )
        assert len(found) > 2
        assert all(left >= 0 and right <= 900 for left, _, right, _ in found)
        for at, one_box in enumerate(found):
            for other in found[:at]:
                across = min(one_box[2], other[2]) - max(one_box[0], other[0])
                down = min(one_box[3], other[3]) - max(one_box[1], other[1])
                assert across <= 0 or down <= 3, (one_box, other)


@pytest.mark.asyncio(loop_scope="module")
async def test_no_word_is_too_long_for_a_narrow_window(chromium: Chromium, tmp_path: Path) -> None:
    latin, arabic = "abc" * 700, "سلام" * 500
    kinds: tuple[ParagraphKind, ...] = get_args(ParagraphKind)
    paragraphs = [
        Paragraph(at, text, kind, 9, text[:60])
        for at, (kind, text) in enumerate([(kind, text) for kind in kinds for text in (latin, arabic)], 1)
    ]
    briefing = made(
        paragraphs,
        [Claim(latin, (Citation(1, latin), Citation(2, arabic))), Claim(arabic, ())],
        [Event("2024", latin, arabic, tuple(range(1, 40)), note=latin)],
    )
    briefing = replace(
        briefing,
        title=Title(latin, arabic),
        bottom_line=latin,
        names=(Name("person", latin, (arabic, latin), arabic),),
        sections=(replace(briefing.sections[0], title=arabic, arabic=arabic),),
        provenance=Provenance(latin, arabic, (CapturedDetail(latin, (arabic, latin), latin),), (), (arabic,)),
    )
    for width in (320, 800, 1400):
        page = await opened(chromium, tmp_path / "a.html", whole(briefing), width=width)
        assert await page.run("document.documentElement.scrollWidth") <= width
