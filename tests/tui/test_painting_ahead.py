"""Views are painted before somebody comes to them: unseen, and just as they are when somebody does."""

import pytest
from textual.geometry import Region

from briefing.reading import apply, contents
from briefing.tui.panes.article import Article
from briefing.tui.panes.summary import Summary
from tests.tui.conftest import SIZES, Reader, reading

KEYS = ("2", "3", "4", "0", "1")


async def painted_ahead(reader: Reader) -> None:
    """Wait until nothing more is painted ahead."""
    kept = -1
    while kept != (kept := len(reader.article._kept)):
        await reader.pilot.pause(0.2)


def rows(pane: Article | Summary) -> list[str]:
    return [str(strip) for strip in pane.render_lines(Region(0, 0, *pane.size))]


def fresh(pane: Article | Summary) -> list[str]:
    """The pane's rows, painted anew."""
    pane._kept.clear()
    return rows(pane)


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_painted_ahead_is_what_would_be_painted(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        before = reader.rows()
        await painted_ahead(reader)
        assert reader.rows() == before
        for key in KEYS:
            known = set(reader.article._kept)
            await reader.press(key)
            assert set(reader.article._kept) <= known, "nothing is left to be painted"
        for key in KEYS:
            await reader.press(key)
            for pane in (reader.article, reader.summary):
                if pane.size:
                    assert rows(pane) == fresh(pane)


async def test_nothing_else_changes_by_it() -> None:
    async with reading() as reader:
        await reader.press("down", "down")
        await reader.drag(reader.article.region.x + 20, 4, 6)
        article = reader.article
        before = (article.contents, article.top, article.count_rows(), article._sheet, rows(article))
        article.paint_ahead(contents(apply(reader.reading, "open-view", 2).reading).article)
        assert (article.contents, article.top, article.count_rows(), article._sheet, rows(article)) == before
