"""A hit is lit in exactly its cells, in the order in which FriBidi sets the line."""

from __future__ import annotations

import pytest

from tests.judges import fribidi
from tests.needs import needs_library
from tests.tui.briefings import plain
from tests.tui.reader import Reader, reading

LINES = (
    "قال المتحدث إن Tokyo قالت 2024 ثم قال",
    "In Tokyo قال المتحدث and then قالوا again",
    "گفت که ۲۰۲۴ در Tehran کتاب خوب کتابی",
    "הוא אמר 12 פעמים Tokyo שוב אמר",
)
QUERIES = ("قال", "tokyo", "كتاب", "2024", "אמר")


def lit(reader: Reader) -> list[int]:
    """The columns of the screen that are painted as hits, in the article's first row."""
    region, ground = reader.region(reader.article), reader.app.theme_variables["evidence"]
    lighter = (ground.lower(), reader.app.theme_variables["strong-mark"].lower())
    row = reader.cells()[region.y + 1]
    edge = next(x for x in range(region.x, region.right) if row[x].text == "¶")
    grounds = [cell.style.bgcolor for cell in row]
    return [x for x in range(region.x + 1, edge) if (one := grounds[x]) and one.name.lower() in lighter]


@needs_library("libfribidi.so.0")
@pytest.mark.parametrize("text", LINES)
async def test_hits_stand_where_fribidi_sets_them(text: str) -> None:
    async with reading(plain(text), size=(120, 24), section=None) as reader:
        for query in QUERIES:
            await reader.press("slash")
            await reader.write(query)
            search = reader.reading.search
            assert search is not None
            spans = search.tally.units.spans(search.query, 0, 0)
            found = {at for start, end in spans for at in range(start, end)}
            left = reader.page()[0].left
            assert lit(reader) == [left + x for x, at in enumerate(fribidi.order(text)) if at in found]
            await reader.press("escape")


@pytest.mark.parametrize("switches", [0, 1])
async def test_harakat_and_half_a_lam_alef_light_whole_cells(switches: int) -> None:
    text = "قَالَ السَّلَامُ عَلَى الأَوْلَادِ"
    async with reading(plain(text), size=(120, 24), section=None) as reader:
        await reader.press(*["v"] * switches)  # with and without harakat
        for query, cells in (("قال", 3), ("لام", 2), ("ام", 2), ("سلا", 2)):
            await reader.press("slash")
            await reader.write(query)
            assert len(lit(reader)) == cells, query
            await reader.press("escape")
