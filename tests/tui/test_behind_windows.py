"""The reader behind an open window: there, dimmed, and not a letter of it other than without the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from briefing.document import Briefing
from briefing.machine.terminal import STRATEGIES, strategy
from briefing.machine.terminal.cells import cells_of as sent_cells
from briefing.machine.terminal.depth import Depth
from briefing.tui.contrast import contrast
from briefing.tui.textual_private.see_through import SeeThroughScreen, with_blank
from tests.judges.fribidi import SONAME
from tests.machine.terminal import models
from tests.needs import needs_library
from tests.tui.briefings import bundled, plain
from tests.tui.cells import Cell, cells_of
from tests.tui.reader import SIZES, Reader, reading, until, wait_for_dates
from tests.tui.texts import MIXED, SCRIPTS

WINDOWS = ("question_mark", "i", "m", "C", "ctrl+p")
pytestmark = pytest.mark.whole

UNSEEN = plain(*SCRIPTS.values(), *MIXED.values(), "中文👍🏽 كلمة " * 40)


def outside(reader: Reader) -> Iterator[tuple[int, int]]:
    """The rows and columns behind and beside the window, without those that are blank for its frame."""
    window, (columns, rows) = reader.window, reader.size
    for y in range(rows):
        beside = range(window.x - 1, window.right + 1) if window.y <= y < window.bottom else ()
        yield from ((y, x) for x in range(columns) if x not in beside)


def check(reader: Reader, before: list[list[Cell]]) -> int:
    """Fail if a cell behind is another, but where a wide letter is cut; return how many there are."""
    cells, there = reader.cells(), [*outside(reader)]
    edges = (reader.window.x - 2, reader.window.right + 1)
    for y, x in there:
        is_half = x in edges and (not before[y][x].text or not before[y][min(x + 1, len(before[y]) - 1)].text)
        assert cells[y][x].text == before[y][x].text or is_half, (y, x)
    for y in range(reader.window.y, reader.window.bottom):
        for x in (reader.window.x - 1, reader.window.right):
            assert not 0 <= x < reader.size[0] or cells[y][x].text == " ", (y, x)
    return len(there)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("briefing", [bundled(), UNSEEN], ids=["bundled", "unseen"])
async def test_the_reader_is_there_behind_every_window(briefing: Briefing, size: tuple[int, int]) -> None:
    async with reading(replace(briefing, names=bundled().names), size=size, section=None) as reader:
        before, seen = reader.cells(), 0
        for key in WINDOWS:
            await reader.press(key)
            assert reader.app.screen is not reader.screen, key
            seen += check(reader, before)
            await reader.press("escape")
            assert reader.cells() == before, key
        assert seen >= 2 * size[0] * len(WINDOWS)


@needs_library(SONAME)
@pytest.mark.parametrize("size", [(120, 36)])
async def test_every_terminal_shows_rows_with_a_window_in_them_as_they_were_painted(
    size: tuple[int, int],
) -> None:
    async with reading(plain(*SCRIPTS.values()), size=size, section=None) as reader:
        rows = []
        for page in range(4):
            await reader.press(*["pagedown"] * page, "ctrl+p" if page % 2 else "question_mark")
            rows += [[*row] for row in reader.app.screen._compositor.render_strips()]
            await reader.press("escape")
    for name in STRATEGIES:
        treatment = strategy(name).row_treatment()
        for row in rows:
            sent = row if treatment is None else list(treatment(sent_cells(row)))
            assert models.MODELS[name](sent) == models.obedient(row), name


def stands_out(style: Style) -> float:
    """The contrast of letters to their ground."""
    assert style.color is not None
    assert style.bgcolor is not None
    return contrast(tuple(style.color.get_truecolor()), tuple(style.bgcolor.get_truecolor()))  # type: ignore[arg-type]


@pytest.mark.parametrize("light", [False, True], ids=["dark", "light"])
@pytest.mark.parametrize("depth", ["truecolor", "256", "standard", "none"])
async def test_what_is_behind_stands_back(depth: Depth, light: bool) -> None:
    async with reading(size=(120, 36), depth=depth, light=light) as reader:
        before = reader.cells()
        await reader.press("ctrl+p")
        cells = reader.cells()
        behind = [(before[y][x], cells[y][x]) for y, x in outside(reader) if cells[y][x].text.strip()]
        assert behind
        for was, now in behind:
            assert not now.style.reverse
            assert not now.style.bold or depth in ("truecolor", "256")
            if depth == "none":
                assert now.style.dim
            elif now.text.isalpha():
                assert 1.5 < stands_out(now.style) < stands_out(was.style), now
        window = reader.window
        shown = [one for row in cells[window.y : window.bottom] for one in row[window.x : window.right]]
        if depth != "none":
            assert min(stands_out(one.style) for one in shown if one.text.isalpha()) > 4.5


async def test_what_changes_behind_is_seen_there() -> None:
    async with reading(size=(200, 60), section="1") as reader:
        await reader.press("C", "question_mark")  # a window over a window
        reader.app.reload(replace(bundled(), title=replace(bundled().title, english="Another title")))
        await until(reader, "Another title")
        assert "Another title" in reader.row(0)
        await reader.press("escape")
        assert "Another title" in reader.row(0)
        await reader.press("escape")
        await wait_for_dates(reader.pilot)  # which are read anew, too
        await reader.settle()
        before = reader.cells()
        await reader.press("C")
        check(reader, before)


async def test_windows_in_other_sizes() -> None:
    async with reading(size=(200, 60)) as reader:
        before = {(200, 60): reader.cells()}
        for size in ((80, 24), (120, 36), (40, 12)):
            await reader.resize(*size)
            before[size] = reader.cells()
        for key in WINDOWS:
            await reader.press(key)
            for size, alone in before.items():
                await reader.resize(*size)
                await reader.settle()
                check(reader, alone)
            await reader.press("escape")


async def test_a_key_in_a_window_paints_nothing_behind_it(monkeypatch: pytest.MonkeyPatch) -> None:
    painted = []
    paint = SeeThroughScreen._rows_behind
    monkeypatch.setattr(SeeThroughScreen, "_rows_behind", lambda self: painted.append(1) or paint(self))  # type: ignore[func-returns-value]
    async with reading(size=(120, 36)) as reader:
        for opened, keys in (
            ("m", ["down", "up", "end"]),
            ("C", ["down", "m", "s"]),
            ("ctrl+p", ["a", "down"]),
        ):
            await reader.press(opened)
            await reader.settle()
            assert painted, "the window is open"
            for _ in range(3):  # dates that are read only now are painted behind, too, once
                painted.clear()
                await reader.press(*keys)
                if not painted:
                    break
            assert not painted, opened
            await reader.press("escape")


def test_a_cut_takes_no_mark_off_a_letter() -> None:
    text, style = "اًبٍّجَِّ中ّد👍ه", Style(bold=True)
    row = Strip([Segment(text[:4], style), Segment(text[4:], style), Segment("   ", style)])
    whole = cells_of(tuple((one.text, style) for one in row))
    for begin in range(row.cell_length):
        for end in range(begin + 1, row.cell_length + 1):
            cut = cells_of(tuple((one.text, style) for one in with_blank(row, begin, end, style)))
            assert len(cut) == row.cell_length
            for x, (is_now, was) in enumerate(zip(cut, whole, strict=True)):
                if begin <= x < end:
                    assert is_now.text == " "
                else:
                    assert is_now == was or not (was.text and is_now.text.strip()), (begin, end, x)
