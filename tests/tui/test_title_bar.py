"""The top row: both titles as far as there is room, what is told of the text beside them."""

from __future__ import annotations

from briefing.arabic import Presentation
from briefing.document import Title
from briefing.reading.contents import TitleContents
from briefing.tui.painting import one_line
from briefing.tui.panes.title_bar import TitleBar
from tests.reading.conftest import small
from tests.tui.reader import Reader, reading

ENGLISH, ARABIC = "A title of some words", "عنوان من بعض الكلمات"
PAINTED = one_line(ARABIC, 100, "R").text


async def shown(reader: Reader, english: str, arabic: str, encoding: str = "", counting: str = "") -> str:
    bar = reader.screen.query_one(TitleBar)
    bar.contents = TitleContents(Title(english, arabic), Presentation(), encoding, counting)
    await reader.settle()
    return reader.row(0).strip()


async def test_what_is_told_stands_where_the_titles_leave_room() -> None:
    async with reading(small(), size=(80, 24)) as reader:
        assert (await shown(reader, ENGLISH, ARABIC)).split("   ")[0] == ENGLISH
        both = await shown(reader, ENGLISH, ARABIC, "UTF-16LE")
        assert both.startswith(f"{ENGLISH}   UTF-16LE   ")
        assert both.endswith(PAINTED)
        row = await shown(reader, ENGLISH, "", "UTF-16LE")
        assert row.startswith(f"{ENGLISH}    ")
        assert row.endswith("   UTF-16LE")
        row = await shown(reader, "", ARABIC, "UTF-16LE")
        assert row.startswith("UTF-16LE   ")
        assert row.endswith(PAINTED)
        counted = await shown(reader, ENGLISH, ARABIC, "UTF-16LE", "12 %")
        assert counted.startswith(f"12 %   {ENGLISH}   UTF-16LE   ")
        assert (await shown(reader, "", ARABIC, "", "12 %")).startswith("12 %    ")
        assert "UTF-16LE" not in await shown(reader, ENGLISH * 3, ARABIC, "UTF-16LE")


async def test_where_there_is_no_room_for_both_each_has_half_or_what_the_other_leaves() -> None:
    async with reading(small(), size=(43, 24)) as reader:
        width = len(reader.row(0)) - 2
        whole = len(ENGLISH) + 3 + len(PAINTED)
        assert whole > width
        row = await shown(reader, ENGLISH, ARABIC)
        english, arabic = (part.strip() for part in (row.split("   ", 1)[0], row.rsplit("   ", 1)[-1]))
        assert english.endswith("…")
        assert arabic.startswith("…") or arabic == PAINTED
        half = (width - 3) // 2
        assert half - 6 <= len(english) <= half
        row = await shown(reader, ENGLISH, "عنوان")
        assert row.startswith(f"{ENGLISH}   ")
        row = await shown(reader, "A", ARABIC * 3)
        assert row.startswith("A   ")
        assert len(row) > width - 12, "the Arabic has what the English leaves"
        row = await shown(reader, ENGLISH * 3, "عنوان")
        assert row.endswith(one_line("عنوان", 20, "R").text)
        assert len(row.split("…")[0]) > half, "and the English what the Arabic leaves"
