"""The bottom row says what can be done now; the help and the way out stay where they are."""

from __future__ import annotations

import pytest

from tests.tiers import some_values
from tests.tui.reader import SIZES, reading


@pytest.mark.parametrize("size", some_values((50, 20), *SIZES, some=2))
async def test_it_follows_the_reader_and_the_way_out_stays(size: tuple[int, int]) -> None:
    async with reading(section="background", size=size) as reader:
        rows = [reader.rows()[-1]]
        await reader.press("tab")
        rows.append(reader.rows()[-1])
        await reader.press("t")
        rows.append(reader.rows()[-1])
        assert "Enter Evidence" in rows[1]
        assert "Enter Paragraph" in rows[2]
        assert "Evidence" not in rows[0] + rows[2]
        assert len({row.index("q Quit") for row in rows}) == 1
        assert len({row.index("? Help") for row in rows}) == 1
        assert all(row.rstrip().endswith("q Quit") for row in rows)


async def test_a_click_does_what_it_says() -> None:
    async with reading(section="background", size=(120, 36)) as reader:
        await reader.press("tab")
        await reader.click(reader.rows()[-1].index("o Quotes"), 35)
        assert reader.reading.peeked
        await reader.click(reader.rows()[-1].index("Evidence"), 35)
        assert reader.focused == "article"


async def test_the_help_begins_with_the_pane_at_hand() -> None:
    async with reading(section="background", size=(120, 60)) as reader:
        await reader.press("tab", "question_mark")
        painted = reader.text
        places = [painted.index(words) for words in ("Here: Summary", "The Arabic words", "  Panes")]
        assert places == sorted(places)
        await reader.press("escape", "t", "question_mark")
        assert "Here: Timeline" in reader.text
