"""A claim that nobody has accepted, in the reader: a word and a sign of its own, until it is accepted."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.document import Briefing
from tests.reading.conftest import small
from tests.tui.reader import SIZES, reading


def with_a_draft() -> Briefing:
    """The small briefing, its second claim a draft."""
    first, second = small().sections
    claims = (first.claims[0], replace(first.claims[1], drafted=True))
    return replace(small(), sections=(replace(first, claims=claims), second))


@pytest.mark.parametrize("size", [(50, 20), *SIZES])
async def test_a_draft_is_told_by_a_word(size: tuple[int, int]) -> None:
    async with reading(with_a_draft(), section="first", size=size) as reader:
        await reader.press("tab")
        assert reader.text.count("draft ¶1 ¶2") == 1
        assert reader.text.count("◦") == 1
        await reader.press("o")
        assert reader.text.count("draft") == 1, "the word stays when quotes are shown"
        await reader.press("down", "o")
        assert reader.text.count("draft") == 1, "it is the claim's, not that of its quotes"


async def test_where_no_claim_is_a_draft_nothing_says_so() -> None:
    async with reading(small(), section="first", size=(120, 36)) as reader:
        assert "draft" not in reader.text
        assert "◦" not in reader.text


@pytest.mark.parametrize("width", range(12, 60, 7))
async def test_the_word_is_never_cut_off(width: int) -> None:
    from briefing.reading import contents
    from briefing.tui.panes.row import placed
    from briefing.tui.panes.summary_sheet import SummarySheet
    from tests.reading.conftest import Walk
    from tests.tui.panes.test_every_field import STYLES

    summary = contents(Walk(with_a_draft()).reading).summary
    sheet = SummarySheet(summary, width)
    rows = []
    for index in range(sheet.count):
        for inside in range(sheet.height(index)):
            value = sheet.row(index, inside)
            if value is not None:
                row = placed(sheet.paint(value, STYLES), width, mirrored=False)
                rows.append("".join(segment.text for segment in row))
    assert all(len(row) == width for row in rows)
    assert sum("draft" in row for row in rows) == 1
