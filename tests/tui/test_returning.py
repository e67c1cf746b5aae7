"""A document opened again shows what it showed when it was left."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from briefing.document import Briefing
from briefing.settings.position_keeper import PositionKeeper
from briefing.settings.positions import Position, Spot, load_positions, save_position
from briefing.sources import load
from briefing.tui import BriefingApp
from tests.tiers import some_values
from tests.tui.briefings import bundled, plain
from tests.tui.reader import Reader


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "positions.json"
    monkeypatch.setenv("BRIEFING_POSITIONS", str(path))
    return path


@asynccontextmanager
async def opened(
    briefing: Briefing, section: int | None = None, *, size: tuple[int, int] = (120, 36), anew: bool = False
) -> AsyncIterator[Reader]:
    """A reader that keeps where it is left."""
    app = BriefingApp(briefing, section, keeper=PositionKeeper(briefing, anew=anew))
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        while briefing.events and not reader.reading.order:  # then the panes have the room that they keep
            await reader.pilot.pause(0.01)
        await reader.settle()
        yield reader


def inside(reader: Reader) -> list[str]:
    """The rows of the article's pane."""
    return ["".join(cell.text for cell in row) for row in reader.inside(reader.article)]


@pytest.mark.parametrize("size", some_values((80, 24), (40, 12), (120, 36), (200, 60), some=2))
async def test_the_same_rows_come_back(size: tuple[int, int]) -> None:
    async with opened(bundled(), size=size) as reader:
        reader.screen.do("focus", "article")
        await reader.press("3", *["down"] * 4, "pagedown", "down")
        reader.screen.do("focus", "summary")
        await reader.press("down", "down", "down")
        before, stood = inside(reader), (reader.section.key, reader.number, reader.claim, reader.focused)
        assert reader.focused == "summary"
    async with opened(bundled(), size=size) as reader:
        assert (reader.section.key, reader.number, reader.claim, reader.focused) == stood
        assert inside(reader) == before
        assert "▌" in reader.text


async def test_so_do_they_in_the_middle_of_a_long_paragraph() -> None:
    briefing = plain("كلمة " * 20_000, "آخر")
    async with opened(briefing, size=(80, 24)) as reader:
        await reader.press(*["pagedown"] * 9)
        before = reader.rows()
    async with opened(briefing, size=(80, 24)) as reader:
        assert reader.rows() == before


async def test_in_another_width_the_same_text_is_on_top() -> None:
    briefing = plain(*["كلمة طويلة أخرى " * 40] * 30)
    async with opened(briefing, size=(120, 36)) as reader:
        await reader.press(*["pagedown"] * 4)
        number, first = reader.number, reader.article.place_on_top
    async with opened(briefing, size=(200, 60)) as reader:
        assert reader.number == number
        top = reader.article.place_on_top
        assert first is not None
        assert top is not None
        assert top[0] == first[0]
        assert top[1] <= first[1]


async def test_a_section_that_is_asked_for_wins() -> None:
    async with opened(bundled()) as reader:
        await reader.press("3", "down", "down")
    async with opened(bundled(), 2) as reader:
        assert (reader.reading.view, reader.reading.passage) == (2, 0)
        assert reader.reading.seen


async def test_anew_is_at_the_beginning_and_writes_over() -> None:
    async with opened(bundled()) as reader:
        await reader.press("3", "G")
    async with opened(bundled(), anew=True) as reader:
        assert (reader.reading.view, reader.reading.passage) == (0, 0)
        seen = reader.reading.seen
    kept = load_positions()
    assert len(kept) == 1
    assert kept[0].seen == seen


async def test_a_large_text_comes_back_once_it_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("\n\n".join(f"فقرة رقم {n} " + "كلام " * 12 for n in range(1, 40_001)), "utf-8")
    async with opened(load(path)) as reader:
        while reader.reading.counted is not None and reader.reading.counted.percent < 100:
            await asyncio.sleep(0.01)
        reader.screen.do("go-to", 31_234)
        await reader.settle()
        before = reader.rows()
    async with opened(load(path)) as reader:
        while reader.reading.counted is not None and reader.reading.counted.percent < 100:
            await asyncio.sleep(0.01)
        await reader.settle()
        assert reader.number == 31_234
        assert reader.rows()[2:-2] == before[2:-2]


async def test_left_before_it_is_counted_it_stays_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_text("\n\n".join(f"فقرة رقم {n} " + "كلام " * 12 for n in range(1, 40_001)), "utf-8")
    keeper = PositionKeeper(load(path))
    keeper.keep(Position(0, "", at=Spot(31_234))).join()
    async with opened(load(path)) as reader:
        reader.screen.counting.goes_on = False
    assert load_positions()[0].at == Spot(31_234)


@pytest.mark.parametrize(
    "position",
    [
        Position(
            0, "", section="ffff", at=Spot(9999, 5), top=Spot(9999), item=999, event=999, focus="nowhere"
        ),
        Position(0, "", at=Spot(1, 1 << 40, 1 << 40), top=Spot(1, 1 << 40), item=0, focus="summary"),
        Position(0, "", at=Spot(0, 9), top=Spot(2, 10_000), focus="timeline", seen=((5, 2), (1, 1 << 50))),
    ],
)
@pytest.mark.parametrize("text", ["bundled", "empty", "word"])
async def test_a_hostile_position_does_no_harm(position: Position, text: str) -> None:
    briefing = {"bundled": bundled(), "empty": plain(), "word": plain("كلمة")}[text]
    keeper = PositionKeeper(briefing)
    keeper.keep(position).join()
    async with opened(briefing, size=(80, 24)) as reader:
        assert reader.text.strip()
        await reader.press("down", "tab", "down")
    assert load_positions()


async def test_a_broken_file_is_told_once_and_the_reader_goes_on(file: Path) -> None:
    file.write_text("{")
    keeper = PositionKeeper(bundled())
    assert keeper.complaint.count("\n") == 0
    async with opened(bundled()) as reader:
        assert reader.reading.passage == 0
    assert load_positions()


# Progress.


async def test_the_sidebar_says_what_was_in_sight() -> None:
    async with opened(bundled(), size=(120, 36)) as reader:
        views = reader.reading.views
        entry = reader.sidebar.contents.item
        assert entry(0).seen
        assert entry(0).seen < 8
        last = max(range(1, len(views)), key=lambda index: min(views[index].numbers))
        assert entry(last).seen == 0
        await reader.press(str(last))
        for _ in range(60):
            await reader.press("pagedown")
        assert reader.sidebar.contents.item(last).seen == 8
        assert "█" in "".join(row[0:24] for row in reader.rows())
        assert reader.sidebar.contents.item(0).seen < 8


def names(reader: Reader) -> list[str]:
    """The rows of the sidebar without its signs."""
    rows = ["".join(cell.text for cell in row) for row in reader.inside(reader.sidebar)]
    return [row[1:-2].rstrip(" ▁▂▃▄▅▆▇█") for row in rows]


async def test_no_row_of_the_sidebar_moves_by_it() -> None:
    async with opened(bundled(), size=(120, 36)) as reader:
        before = names(reader)
        await reader.press("G")
        assert names(reader) == before


async def test_a_reader_without_a_keeper_keeps_nothing(file: Path) -> None:
    async with BriefingApp(bundled()).run_test(size=(80, 24)) as pilot:
        await pilot.press("down")
    assert not file.exists()


def test_two_documents_are_two_places(file: Path) -> None:
    save_position(Position(1, "aa"))
    save_position(Position(1, "bb"))
    assert len(load_positions()) == 2
