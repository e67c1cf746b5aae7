"""Any window: every row as wide as the window, frames closed, nothing over anything else."""

from itertools import combinations

import pytest
from textual.geometry import Region

from tests.tiers import in_full
from tests.tui.briefings import plain
from tests.tui.reader import Reader, reading

pytestmark = pytest.mark.whole

SIZES = [(20, 6), (39, 12), (40, 12), (63, 30), (40, 11), (64, 12), (80, 24), (99, 17), (100, 18)]
SIZES += [(220, 70), (40, 70), (169, 12), (170, 36)]


def panes(reader: Reader) -> dict[str, Region]:
    """Where the panes are that are in sight."""
    ids = ("sidebar", "article", "summary", "timeline")
    regions = {pane: reader.region(reader.screen.query_one(f"#{pane}")) for pane in ids}
    return {pane: region for pane, region in regions.items() if region.area}


def assert_fits(reader: Reader, columns: int, rows: int) -> None:
    """What holds in every window and state."""
    cells = reader.cells()
    assert [len(row) for row in cells] == [columns] * rows, f"rows of another width than {columns}"
    if columns < 40 or rows < 12:
        assert reader.row(0).rstrip() == f"Window too small: {columns}x{rows}"[:columns]
        assert "╭" not in reader.text
        return
    assert "too small" not in reader.text
    assert "q Quit" in reader.row(rows - 1)
    shown = panes(reader)
    assert ("sidebar" in shown) == reader.reading.outline.has_choice
    assert {"article", "summary"} & set(shown)
    assert reader.focused in shown
    for region in shown.values():
        assert Region(0, 0, columns, rows - 1).contains_region(region)
    for (one, first), (other, second) in combinations(shown.items(), 2):
        assert not first.overlaps(second), f"{one} lies over {other}"
    for pane, region in shown.items():
        if pane != "sidebar" or region.height > 1:
            assert_closed(reader, pane, region)
    if "article" in shown:
        reader.page()


def assert_closed(reader: Reader, pane: str, region: Region) -> None:
    """The frame goes all the way round, and there is room in it."""
    cells = reader.cells()
    corners = "".join(
        cells[y][x].text for y in (region.y, region.bottom - 1) for x in (region.x, region.right - 1)
    )
    assert corners == "╭╮╰╯", f"{pane}: {corners}"
    for y in range(region.y + 1, region.bottom - 1):
        sides = cells[y][region.x].text + cells[y][region.right - 1].text
        assert sides == "││", f"{pane}, row {y}: {sides}"
    bottom = "".join(cell.text for cell in cells[region.bottom - 1][region.x + 1 : region.right - 1])
    assert set(bottom) == {"─"}, f"{pane}: {bottom}"
    assert region.height >= 4, f"{pane} has no room"
    assert region.width >= 24


@pytest.mark.parametrize("keys", [("0",), ("tab",), ("t",)], ids=["article", "summary", "timeline"])
async def test_every_size_one_after_the_other(keys: tuple[str, ...]) -> None:
    async with reading(size=(120, 36)) as reader:
        await reader.press(*keys)
        for columns, rows in SIZES if keys == ("0",) else SIZES[:: 2 if in_full() else 4]:
            await reader.resize(columns, rows)
            assert_fits(reader, columns, rows)


@pytest.mark.parametrize("size", [(20, 6), (40, 12), (200, 60)])
async def test_a_window_of_that_size_from_the_start(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        assert_fits(reader, *size)
        await reader.press("0", "down", "end")
        assert_fits(reader, *size)


async def test_a_plain_text_in_every_size() -> None:
    text = plain("نص قصير (DICAS) 2024.", "سطر\nوسطر آخر", "كلمة" * 60)
    async with reading(text) as reader:
        for columns, rows in SIZES[::3]:
            await reader.resize(columns, rows)
            cells = reader.cells()
            assert [len(row) for row in cells] == [columns] * rows
            for region in panes(reader).values():
                assert Region(0, 0, columns, rows).contains_region(region)


async def test_the_titles_are_on_top_where_there_is_room() -> None:
    async with reading(size=(200, 60)) as reader:
        title = reader.app.briefing.title
        assert reader.row(0).strip().startswith(title.english)
        await reader.resize(80, 24)
        assert reader.row(0).strip().startswith("US looks to Japan")
        await reader.resize(80, 14)
        assert "1 Background" in reader.row(0)


async def test_a_wider_window_shows_more_keys() -> None:
    async with reading(size=(220, 36)) as reader:
        keys = {}
        for columns in (220, 120, 80, 40):
            await reader.resize(columns, 36)
            keys[columns] = [
                word for word in ("Section", "Pane", "Copy", "Help", "Quit") if word in reader.row(35)
            ]
        assert keys[220] == ["Section", "Pane", "Copy", "Help", "Quit"]
        assert set(keys[40]) <= set(keys[80]) <= set(keys[120])
        assert "Quit" in keys[40]


async def test_too_small_a_window_forgets_nothing() -> None:
    async with reading(size=(120, 36)) as reader:
        await reader.press("2", "down", "tab", "down")
        before = reader.rows()
        await reader.resize(30, 10)
        assert "Window too small" in reader.text
        await reader.resize(120, 36)
        assert reader.rows() == before
        assert reader.focused == "summary"


async def test_at_80_columns_a_line_of_arabic_has_room() -> None:
    async with reading(size=(80, 24)) as reader:
        widest = max(row.line.width for row in reader.page() if row.line is not None)
        assert widest >= 28


async def test_lines_are_not_longer_than_the_eye_can_follow() -> None:
    async with reading(size=(220, 70)) as reader:
        assert max(row.line.width for row in reader.page() if row.line is not None) <= 80
