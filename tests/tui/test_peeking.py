"""The Arabic behind a claim in place under it: joined, right to left, and in the order FriBidi has it in."""

from __future__ import annotations

import pytest

from tests.judges import fribidi
from tests.needs import needs_library
from tests.tiers import some_values
from tests.tui.reader import SIZES, reading


@needs_library(fribidi.SONAME)
@pytest.mark.parametrize("size", some_values((50, 20), *SIZES, some=2))
async def test_the_quotes_of_a_claim_stand_under_it(size: tuple[int, int]) -> None:
    async with reading(section="background", size=size) as reader:
        await reader.press("tab")
        claim = reader.reading.claim
        assert claim is not None
        before = reader.rows()
        await reader.press("o")
        painted = reader.text
        for citation in claim.citations:
            first = " ".join(citation.quote.split()[:2])
            assert fribidi.line(citation.quote, 0, len(first)) in painted
        await reader.press("o")
        assert reader.rows() == before


async def test_the_number_beside_a_quote_leads_to_its_paragraph() -> None:
    async with reading(section="background", size=(120, 36)) as reader:
        await reader.press("tab", "o")
        claim = reader.reading.claim
        assert claim is not None
        region = reader.summary.region
        number = claim.citations[0].paragraph
        rows = reader.cells()
        column, row = next(
            (x, y)
            for y in range(region.y, region.bottom)
            for x in range(region.x, region.right)
            if rows[y][x].text == "¶"
        )
        await reader.click(column, row)
        assert reader.reading.number == number
        assert reader.focused == "article"


async def test_what_is_swept_with_the_mouse_is_the_quote() -> None:
    async with reading(section="background", size=(120, 36)) as reader:
        await reader.press("tab", "o")
        claim = reader.reading.claim
        assert claim is not None
        pane = reader.summary
        quote = claim.citations[0].quote
        item = reader.reading.item
        assert item is not None
        lines = pane._text.lines(item)
        row = next(n for n, line in enumerate(lines) if line.base == "R")
        line = lines[row]
        y = pane.region.y + 1 + pane.rows_of_item(item).start + row - pane.top
        left = pane.region.x + 1 + pane._text.column(item, row, mirrored=False)
        await reader.drag(left + line.width - 1, y, released=False)
        await reader.hover(left, y, button=1)
        selected = reader.selected
        assert selected == quote[: len(selected)]
        assert len(selected) >= min(len(quote), 20)
