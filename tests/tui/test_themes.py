"""Dark, light and without colour: what is selected can always be told."""

from pathlib import Path
from typing import NamedTuple

import pytest
from textual.widget import Widget

from briefing.settings import Preferences, load_preferences
from briefing.tui import BriefingApp
from tests.tui.briefings import bundled
from tests.tui.cells import Cell
from tests.tui.reader import Reader, reading

pytestmark = pytest.mark.whole


class Look(NamedTuple):
    """A cell less its colours."""

    text: str
    bold: bool
    underline: bool
    reverse: bool


def look(cell: Cell) -> Look:
    style = cell.style
    return Look(cell.text, bool(style.bold), bool(style.underline), bool(style.reverse))


def looks(reader: Reader, widget: Widget) -> list[list[Look]]:
    return [[look(cell) for cell in row] for row in reader.inside(widget)]


@pytest.mark.parametrize("light", [False, True], ids=["dark", "light"])
async def test_text_stands_out_from_its_ground(light: bool) -> None:
    async with reading(light=light) as reader:
        await reader.press("tab")
        for row in reader.cells():
            for cell in row:
                if cell.text.strip() and cell.text.isalnum():
                    assert contrast(cell) >= 3, cell


def contrast(cell: Cell) -> float:
    """How much letter and ground differ, as WCAG 2 has it: from 1 to 21."""
    assert cell.style.color is not None
    assert cell.style.bgcolor is not None
    light, dark = sorted(
        (_luminance(colour.get_truecolor()) for colour in (cell.style.color, cell.style.bgcolor)),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: tuple[int, int, int]) -> float:
    parts = [part / 255 / 12.92 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


async def test_light_is_lighter_than_dark() -> None:
    grounds = []
    for light in (False, True):
        async with reading(light=light) as reader:
            ground = reader.inside(reader.article)[1][1].style.bgcolor
            assert ground is not None
            grounds.append(_luminance(ground.get_truecolor()))
    assert grounds[0] < 0.1 < 0.8 < grounds[1]


async def test_another_theme_is_taken_on_everywhere() -> None:
    async with reading() as reader:
        before = reader.cells()
        reader.app.theme = "briefing-light"
        await reader.settle()
        after = reader.cells()
        async with reading(light=True) as other:
            assert after == other.cells()
        assert [[cell.text for cell in row] for row in after] == [
            [cell.text for cell in row] for row in before
        ]


@pytest.mark.parametrize("theme", ["nord", "textual-light"])
async def test_a_theme_of_textuals_own_can_be_read_in(theme: str) -> None:
    async with reading() as reader:
        reader.app.theme = theme
        await reader.press("tab")
        for row in reader.inside(reader.article)[1:-1]:
            assert all(contrast(cell) > 2 for cell in row if cell.text.isalnum())


@pytest.fixture
def _no_color(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")


SELECTIONS = {
    "the paragraph": ((), "article", "down"),
    "the words behind a claim": (("tab",), "article", "down"),
    "the claim": ((), "summary", "down"),
    "the claims of a paragraph": (("escape",), "summary", "down"),
    "the event": (("t",), "timeline", "right"),
    "the paragraphs of an event": ((), "article", "right"),
    "the section": (("escape",), "sidebar", "2"),
}


@pytest.mark.usefixtures("_no_color")
@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_without_colour_one_sees_what_is_selected(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        for selection, (keys, pane, key) in SELECTIONS.items():
            await reader.press(*keys)
            widget = reader.screen.query_one(f"#{pane}")
            before = looks(reader, widget)
            await reader.press(key)
            assert looks(reader, widget) != before, selection


@pytest.mark.usefixtures("_no_color")
async def test_without_colour_one_sees_where_keys_go() -> None:
    async with reading() as reader:
        seen = []
        for _ in range(4):
            seen.append([[look(cell) for cell in row] for row in reader.cells()])
            await reader.press("tab")
        assert all(one != other for n, one in enumerate(seen) for other in seen[:n])


@pytest.mark.usefixtures("_no_color")
async def test_no_color_leaves_no_colour_at_all() -> None:
    async with reading() as reader:
        for keys in (("tab", "down"), ("t",), ("ctrl+p",), ("escape", "question_mark")):
            await reader.press(*keys)
            styles = {cell.style for row in reader.cells() for cell in row}
            assert not [style for style in styles if style.color is not None or style.bgcolor is not None]


@pytest.mark.usefixtures("_no_color")
async def test_without_colour_what_is_lit_selected_and_dim_differs_by_attributes() -> None:
    async with reading() as reader:
        looks = reader.article.looks
        names = ("text", "quiet", "lit", "selected", "cited")
        found = [looks[name] for name in names]
        told = {(one.bold, one.dim, one.underline, one.reverse) for one in found}
        assert len(told) == len(names)
        assert not looks["lit"].underline, "a line would swallow the dots below letters"


async def test_with_colours_evidence_has_no_line_under_it_either() -> None:
    async with reading() as reader:
        assert not reader.article.looks["lit"].underline


async def test_a_theme_that_is_chosen_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BRIEFING_PREFERENCES", str(tmp_path / "preferences.toml"))
    async with reading() as reader:
        reader.app.choose_theme("nord")
        await reader.settle()
        assert (reader.app.theme, reader.reading.preferences.theme) == ("nord", "nord")
        reader.app.choose_theme("light")
        await reader.settle()
        assert reader.app.theme == "briefing-light"
    assert load_preferences().preferences.theme == "light"


async def test_the_kept_theme_comes_back_and_an_option_counts_more() -> None:
    kept = Preferences(theme="gruvbox")
    for option, theme in ((None, "gruvbox"), ("dark", "briefing-dark"), ("auto", "briefing-dark")):
        app = BriefingApp(bundled(), theme=option, preferences=kept)
        async with app.run_test():
            assert app.theme == theme
            assert app.reading.preferences.theme == "gruvbox"
