"""All that is written can be read: measured as WCAG 2 does, in every theme, with every number of colours."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator
from typing import Final, NamedTuple

import pytest
from rich.color import Color, ColorSystem
from rich.style import Style

from briefing.machine.terminal.palette_256 import RGB, nearest_colour, rgb_of
from briefing.tui.contrast import ARTICLE, TEXT, contrast, legible, rgb
from briefing.tui.themes import OWN, THEMES
from tests.tui.cells import Cell
from tests.tui.reader import Reader, reading

pytestmark = pytest.mark.whole


class Colours(NamedTuple):
    """What a terminal makes of its sixteen colours: bold letters may be bright, grounds may be only eight."""

    palette: tuple[str, ...]
    bold_is_bright: bool = False
    bright_grounds: bool = True


_VGA: Final = (
    *("000000", "aa0000", "00aa00", "aa5500", "0000aa", "aa00aa", "00aaaa", "aaaaaa"),
    *("555555", "ff5555", "55ff55", "ffff55", "5555ff", "ff55ff", "55ffff", "ffffff"),
)
_XTERM: Final = (
    *("000000", "cd0000", "00cd00", "cdcd00", "0000ee", "cd00cd", "00cdcd", "e5e5e5"),
    *("7f7f7f", "ff0000", "00ff00", "ffff00", "5c5cff", "ff00ff", "00ffff", "ffffff"),
)
# Terminal.app's on white: a palette for light grounds.
_LIGHT: Final = (
    *("000000", "990000", "00a600", "999900", "0000b2", "b200b2", "00a6b2", "bfbfbf"),
    *("666666", "e50000", "00d900", "e5e500", "0000ff", "e500e5", "00e5e5", "e5e5e5"),
)
PALETTES: Final = {
    "console": Colours(_VGA, bold_is_bright=True, bright_grounds=False),
    "vga": Colours(_VGA),
    "xterm": Colours(_XTERM, bold_is_bright=True),
    "light": Colours(_LIGHT),
}

#: What WCAG asks of drawings.
DRAWN: Final = 3.0
#: The states in which the article is read, whose letters need more contrast.
READ: Final = ("start", "evidence", "word", "search")

#: The colour that is seen for one that is painted: as letters (True, with their style) or as a ground.
Seen = Callable[[Color, Style, bool], RGB]


def as_painted(colour: Color, _: Style, __: bool) -> RGB:
    return tuple(colour.get_truecolor())  # type: ignore[return-value]


def with_256(colour: Color, _: Style, __: bool) -> RGB:
    red, green, blue = colour.get_truecolor()
    return rgb_of(nearest_colour((red, green, blue)))


def with_16(colours: Colours) -> Seen:
    def seen(colour: Color, style: Style, is_letters: bool) -> RGB:
        number = colour.downgrade(ColorSystem.STANDARD).number
        assert number is not None
        if is_letters and style.bold and colours.bold_is_bright:
            number |= 8
        if not is_letters and not colours.bright_grounds:
            number &= 7
        return rgb(f"#{colours.palette[number]}")

    return seen


def ratio(cell: Cell, seen: Seen) -> float:
    style = cell.style
    assert style.color is not None
    assert style.bgcolor is not None
    assert not style.dim
    letters, ground = style.color, style.bgcolor
    if style.reverse:
        letters, ground = ground, letters
    return contrast(seen(letters, style, True), seen(ground, style, False))


def letters_of(rows: list[list[Cell]]) -> Iterator[Cell]:
    seen = (cell for row in rows for cell in row if cell.text.strip())
    return (cell for cell in seen if cell.text[0].isalnum() or cell.text == "━")


async def states(reader: Reader) -> AsyncIterator[tuple[str, list[list[Cell]]]]:
    """All that can be seen: what it is, and its cells."""
    yield "start", reader.cells()
    await reader.press("tab", "down")
    yield "evidence", reader.cells()
    await reader.press("shift+tab", "w", "w")
    yield "word", reader.cells()
    await reader.press("escape", "tab")
    await reader.press("shift+tab", "shift+right", "shift+right", "shift+right")
    yield "selection", reader.cells()
    await reader.press("shift+tab")
    yield "sections", reader.cells()
    await reader.press("t", "right", "right")
    yield "timeline", reader.cells()
    await reader.press("ctrl+p")
    yield "palette's question", inside(reader, "#palette")
    await reader.write("name")
    yield "palette", inside(reader, "#palette")
    await reader.press("escape", "question_mark")
    yield "help", inside(reader, "#help")
    await reader.press("escape", "escape", "0", "slash")
    yield "nothing searched yet", reader.cells()
    await reader.write("ال")
    await reader.press("ctrl+t", "ctrl+t", "ctrl+r")
    yield "search", reader.cells()
    await reader.press("enter", "n")
    yield "search accepted", reader.cells()
    await reader.press("escape", "1")
    for severity in ("information", "warning", "error"):
        reader.app.clear_notifications()
        reader.app.notify("A notice", title="Of something", severity=severity)
        await reader.settle()
        assert "A notice" in reader.text
        yield f"notice ({severity})", reader.cells()


def inside(reader: Reader, selector: str) -> list[list[Cell]]:
    """The cells of what lies over the reader; what is under it is shaded."""
    return reader.inside(reader.app.screen.query_one(selector))


async def check(reader: Reader, ways: dict[str, Seen]) -> None:
    found: dict[tuple[object, ...], str] = {}
    async for state, rows in states(reader):
        article = {id(cell) for row in reader.inside(reader.article)[1:-1] for cell in row}
        seen_cells: dict[tuple[Style, bool], Cell] = {}
        for cell in letters_of(rows):
            is_read = state in READ and id(cell) in article and cell.text[0] >= "آ" and cell.text != "━"
            seen_cells.setdefault((cell.style, is_read), cell)
        for name, seen in ways.items():
            for (style, is_read), cell in seen_cells.items():
                least = DRAWN if cell.text == "━" else ARTICLE if is_read else TEXT
                if (measured := ratio(cell, seen)) < least:
                    pair = (
                        state,
                        name,
                        style.color and style.color.name,
                        style.bgcolor and style.bgcolor.name,
                    )
                    found[pair] = f"{measured:.2f} {cell.text}"
    assert not found, "\n".join(f"{pair}: {what}" for pair, what in found.items())


@pytest.mark.parametrize(
    "theme", [*OWN, *(pytest.param(name, marks=pytest.mark.whole) for name in THEMES if name not in OWN)]
)
async def test_every_theme_can_be_read(theme: str) -> None:
    async with reading(theme=theme) as reader:
        assert reader.app.theme == theme
        await check(reader, {"as painted": as_painted, "256 colours": with_256})


@pytest.mark.parametrize("theme", ["dark", "light", "nord", "solarized-light"])
async def test_with_sixteen_colours_too(theme: str) -> None:
    async with reading(theme=theme, depth="standard") as reader:
        assert reader.app.current_theme.dark == (theme in ("dark", "nord"))
        await check(reader, {name: with_16(colours) for name, colours in PALETTES.items()})


@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_with_sixteen_colours_what_is_lit_selected_or_current_has_another_ground(theme: str) -> None:
    async with reading(theme=theme, depth="standard") as reader:
        plain = reader.app.theme_variables["background"]
        grounds = {}
        async for state, rows in states(reader):
            grounds[state] = {cell.style.bgcolor.name for row in rows for cell in row if cell.style.bgcolor}
        for state in ("evidence", "word", "selection", "sections", "timeline", "palette", "search"):
            assert grounds[state] - {plain}, state


def test_a_colour_that_is_legible_stays_as_it_is() -> None:
    assert legible((0, 0, 0), [(255, 255, 255)], 7) == (0, 0, 0)


def test_a_colour_that_is_not_is_changed_as_little_as_it_takes() -> None:
    ground = (40, 44, 52)
    found = legible((90, 90, 120), [ground], 4.5)
    assert 4.5 <= contrast(found, ground) < 5
