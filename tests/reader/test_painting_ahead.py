"""Sections are painted before somebody comes to them: unseen, and just as they are when somebody does."""

import pytest
from textual.geometry import Region

from briefing.reader.article import Article
from briefing.reader.summary import Summary
from tests.reader.conftest import SIZES, Reader, bundled, reading

KEYS = ("2", "3", "4", "0", "1")


async def painted_ahead(reader: Reader) -> None:
    """Wait until all that is laid out ahead is."""
    while len(reader.article._kept) <= len(KEYS):
        await reader.pilot.pause(0.02)


def fresh(pane: Article | Summary) -> list[str]:
    """The pane's rows, painted anew."""
    kept, pane._rows = pane._rows, {}
    strips = [str(strip) for strip in pane.render_lines(Region(0, 0, *pane.size))]
    pane._rows = kept
    return strips


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_painted_ahead_is_what_would_be_painted(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        before = reader.rows()
        await painted_ahead(reader)
        assert reader.rows() == before
        for key in KEYS:
            known = set(reader.article._kept)
            await reader.press(key)
            assert reader.article.state() in known
            for pane in (reader.article, reader.summary):
                if pane.size:
                    kept = [str(strip) for strip in pane.render_lines(Region(0, 0, *pane.size))]
                    assert kept == fresh(pane)


async def test_nothing_else_changes_by_it() -> None:
    async with reading() as reader:
        await reader.press("down", "down")
        await reader.drag(reader.article.region.x + 20, 4, 6)
        article = reader.article
        state, text, heights = article.state(), article.selected_text(), article._heights
        section = reader.screen.sections[2]
        paragraphs = tuple(bundled().paragraph(number) for number in section.paragraphs)
        article.prepare_section(paragraphs, article.titles)
        assert (article.state(), article.selected_text()) == (state, text)
        assert article._heights is heights
