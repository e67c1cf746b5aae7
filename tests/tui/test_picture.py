"""The picture of the screen: every character in its cell, in the file and as it is drawn."""

import html
import io
import re
from collections.abc import Callable, Iterator, Sequence
from xml.etree import ElementTree

import pytest
import uharfbuzz as hb
from rich.cells import cell_len
from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from briefing.arabic import layout
from briefing.machine.assets import fonts
from briefing.sources import load_bundled
from briefing.tui import BriefingApp
from briefing.tui.picture.png import png
from briefing.tui.picture.svg import IN_FONT, keep_cells, picture
from tests.judges.svg import (
    CHROMIUM,
    CONVERT,
    LIBRSVG,
    Raster,
    drawn_by_chromium,
    drawn_by_librsvg,
    drawn_by_resvg,
)
from tests.needs import needs
from tests.tui.hostile import hostile_briefing
from tests.tui.reader import reading

pytestmark = pytest.mark.whole

COLUMNS = 60
LINES = (
    "أيضًا (DICAS) في الأعوام 2024-2026",
    "قال الوزير: «لا [شيء] <هنا>!»",
    "بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ",
    "plain & simple, no more",
)
# A cluster of these lines: a letter and its marks.
CLUSTER = re.compile("[^\u064b-\u0670][\u064b-\u0670]*")
TEXT = re.compile(
    r'(?P<head><text class="[^"]*-r\d+" x=")(?P<x>[^"]*)(?P<style>"[^>]*?)'
    r' textLength="(?P<length>[^"]*)"[^>]*>(?P<text>[^<]*)</text>'
)


RENDERERS = [
    pytest.param(drawn_by_librsvg, marks=needs(LIBRSVG, CONVERT)),
    pytest.param(drawn_by_chromium, marks=needs(CHROMIUM, CONVERT)),
    pytest.param(drawn_by_resvg, marks=needs(CONVERT)),
]


def exported(lines: Sequence[str] = LINES) -> str:
    """The lines as they are painted, in Rich's own SVG: blanks before them, some cells in another colour."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), color_system="truecolor")
    for text in lines:
        cells = [cell.text for cell in layout(text, COLUMNS)[0].cells]
        white, grey = Style(color="#ffffff"), Style(color="#eeeeee")
        parts = [
            ("    " + "".join(cells[:6]), grey),
            ("".join(cells[6:9]), white),
            ("".join(cells[9:]), grey),
        ]
        console.print(Segments(Segment(part, style) for part, style in parts))
    return console.export_svg(title="", unique_id="t")


def cell_by_cell(svg: str) -> str:
    """The same picture with every cluster by itself at its cell: there is nothing to order or to fit."""

    def apart(match: re.Match[str]) -> str:
        clusters = CLUSTER.findall(bare(html.unescape(match["text"])))
        step = float(match["length"]) / len(clusters)
        return "".join(
            f"{match['head']}{float(match['x']) + at * step:g}{match['style']}>{html.escape(cluster)}</text>"
            for at, cluster in enumerate(clusters)
        )

    return TEXT.sub(apart, svg)


def bare(text: str) -> str:
    """A piece of text without the marks that keep its order."""
    return text.strip("\u202d\u202c")


def texts(svg: str) -> Iterator[tuple[str, dict[str, float]]]:
    """Every piece of text on the screen, and the numbers that place it."""
    for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text"):
        if "textLength" in element.attrib:
            yield element.text or "", {name: float(element.attrib[name]) for name in ("x", "y", "textLength")}


def test_every_text_takes_its_cells_and_is_marked_as_ordered() -> None:
    shown = list(texts(keep_cells(exported())))
    assert any(len(bare(text)) > cell_len(bare(text)) for text, _ in shown)  # marks are among them
    cell = shown[0][1]["textLength"] / cell_len(shown[0][0])
    for text, place in shown:
        assert place["textLength"] == pytest.approx(cell_len(bare(text)) * cell, rel=1e-4)
        right_to_left = re.search("[\u0600-\u06ff\ufe70-\ufefc]", text)
        assert text == (f"\u202d{bare(text)}\u202c" if right_to_left else bare(text))


def test_nothing_is_asked_of_the_web_and_the_style_forbids_ordering() -> None:
    svg = keep_cells(exported())
    assert "url(http" not in svg
    assert "@font-face" not in svg
    assert "unicode-bidi: bidi-override; direction: ltr" in svg


async def test_the_picture_of_the_program_holds_its_screen() -> None:
    app = BriefingApp(load_bundled(), 1)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        svg = picture(app, "A title")
        strips = app.screen._compositor.render_strips()
    painted = ["".join(segment.text for segment in strip).replace(" ", "") for strip in strips]
    drawn: dict[float, list[tuple[float, str]]] = {}
    for text, place in texts(svg):
        drawn.setdefault(place["y"], []).append((place["x"], bare(text).replace("\xa0", "")))
    rows = ["".join(text for _, text in sorted(row)) for _, row in sorted(drawn.items())]
    assert rows == [row for row in painted if row]


def test_what_the_font_may_lack_has_a_place_of_its_own() -> None:
    line = "قال: שלום الرَّحْمَٰنِ 日本 ەیەک."
    cells = [*"    ", *(cell.text for cell in layout(line, COLUMNS)[0].cells)]
    row = [part for cell in cells for part in ([cell, ""] if cell_len(cell) == 2 else [cell])]
    width = cell_width()
    pieces = {round(place["x"] / width): bare(text) for text, place in texts(keep_cells(exported([line])))}
    for column, piece in pieces.items():
        assert "".join(row[column:]).startswith(piece.replace("\xa0", " ").rstrip())
    assert [piece for piece in pieces.values() if len(piece) > 4]
    for letter in ("ש", "日", "本", "ە"):
        assert letter in pieces.values()
    assert [piece for piece in pieces.values() if "\u0670" in piece and len(CLUSTER.findall(piece)) == 1]


def cell_width() -> float:
    """What a cell takes in an SVG."""
    text, place = next(texts(keep_cells(exported(["abc"]))))
    return place["textLength"] / cell_len(text)


def test_the_font_has_what_it_is_said_to_have() -> None:
    said = [chr(code) for code in range(0x20, 0x10000) if re.match(f"[{IN_FONT}]", chr(code))]
    for file in fonts():
        face = hb.Face(file.read_bytes())
        font = hb.Font(face)
        assert {ord(one) for one in said} <= set(face.unicodes)
        widths = {font.get_glyph_h_advance(font.get_nominal_glyph(ord(one))) for one in said if cell_len(one)}
        assert len(widths) == 1, file.name


@pytest.mark.parametrize("draw", RENDERERS)
def test_it_is_drawn_as_if_cell_by_cell(draw: Callable[[str], Raster]) -> None:
    kept = keep_cells(exported())
    right = draw(cell_by_cell(kept))
    assert draw(kept).difference(right) < 0.02
    assert draw(exported()).difference(right) > 0.2  # as it was, it is not


@pytest.mark.parametrize("draw", RENDERERS)
async def test_all_panes_are_drawn_as_if_cell_by_cell(draw: Callable[[str], Raster]) -> None:
    """Sidebar, article with lit words, summary, timeline, titles: at once."""
    async with reading(size=(110, 32)) as reader:
        await reader.press("2", "tab", "down")
        kept = picture(reader.app, reader.app.briefing.title.english)
    assert draw(kept).difference(draw(cell_by_cell(kept))) < 0.02


@needs(LIBRSVG, CHROMIUM, CONVERT)
async def test_all_draw_the_same() -> None:
    """As far as they smooth letters alike: where one of them orders what is ordered, 0.28 is different."""
    async with reading(size=(80, 24)) as reader:
        await reader.press("t", "right")
        kept = picture(reader.app, "")
    rasters = [draw(kept) for draw in (drawn_by_librsvg, drawn_by_chromium, drawn_by_resvg)]
    rows = min(raster.height for raster in rasters)
    first, *others = (raster.cut(rows) for raster in rasters)
    for other in others:
        assert first.difference(other) < 0.24


async def test_no_title_and_no_text_breaks_the_file() -> None:
    async with reading(hostile_briefing(), size=(80, 24)) as reader:
        svg = picture(reader.app, "</text><script>1</script> &amp; ]]> \uffff\ufffe\x00\x1b\x9b \ufdd0 [sic]")
    tree = ElementTree.fromstring(svg)
    written = " ".join("".join(element.itertext()) for element in tree.iter()).replace("\xa0", " ")
    assert "</text><script>1</script> &amp; ]]>" in written
    assert "[sic]" in written
    assert not tree.findall(".//{*}script")
    assert not tree.findall(".//{*}a")
    assert not set("\uffff\ufffe\x1b\x9b") & set(svg)


def test_marks_stand_in_a_text_without_latin_letters() -> None:
    """By whose rules resvg would place them."""
    shown = "abc \ufeed\u064e\ufea5\u064e\ufedb\u064e\ufeae\u064e Siemens"
    placed = [(bare(text), place["x"]) for text, place in texts(keep_cells(exported([shown])))]
    assert not [text for text, _ in placed if "\u064e" in text and re.search("[a-zA-Z]", text)]
    assert [text.strip() for text, _ in placed if re.search(r"[a-z]", text)][:2] == ["abc", "Siemens"]


def test_signs_of_the_quran_need_no_font_of_the_machine() -> None:
    assert png(keep_cells(exported(["\ufd3f"]))) != png(keep_cells(exported(["\ue123"])))
