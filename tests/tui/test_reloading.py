"""Another state of the briefing under an open reader: every pane shows it, and every row stays."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.document import Briefing, Citation, Claim, Event, Name, Paragraph
from tests.tiers import some_values
from tests.tui.briefings import bundled, plain
from tests.tui.reader import SIZES, Reader, reading, wait_for_dates


def more(briefing: Briefing) -> Briefing:
    """The briefing with a claim before all others, one more event and a name."""
    first, *others = briefing.sections
    quote = briefing.paragraphs[0].text.split()[0]
    claim = Claim("A claim that is new, and stands before all others.", (Citation(1, quote),))
    return replace(
        briefing,
        sections=(replace(first, claims=(claim, *first.claims)), *others),
        events=(Event("2001", "The newest of events", "", (1,)), *briefing.events),
        names=(Name("place", "Somewhere", (quote,)), *briefing.names),
    )


def rows_in(reader: Reader, pane: str) -> list[str]:
    widget = reader.screen.query_one(f"#{pane}")
    return ["".join(cell.text for cell in row) for row in reader.inside(widget)]


@pytest.mark.whole
@pytest.mark.parametrize("size", [*SIZES, (40, 12)])
async def test_with_the_same_briefing_nothing_is_seen_of_it(size: tuple[int, int]) -> None:
    async with reading(size=size, section=None) as reader:
        await reader.press("pagedown", "down", "w", "tab", "pagedown", "down")
        before = reader.rows()
        reader.app.reload(replace(bundled()))
        await reader.settle()
        await reader.settle()
        assert reader.rows() == before
        await reader.press("t", "right", "escape", "slash", "escape", "1", "0")


async def test_what_is_new_is_seen_and_the_claim_stays_in_its_row() -> None:
    async with reading(size=(120, 36), section=None) as reader:
        await reader.press("tab", "down", "down", "down", "pagedown")
        claim, row = reader.claim, reader.find("▌")[1]
        reader.app.reload(more(bundled()))
        await reader.settle()
        assert reader.claim == claim
        assert reader.find("▌")[1] == row
        await reader.press("home", "up", "up")
        assert "A claim that is new" in reader.text
        await wait_for_dates(reader.pilot)
        await reader.press("t", "g")
        assert "newest of events" in reader.text
        await reader.press("ctrl+p")
        await reader.write("Somewhere")
        assert "Somewhere" in reader.text.split("Somewhere", 1)[1]
        await reader.press("escape", "m")
        assert "Somewhere" in reader.text


@pytest.mark.whole
@pytest.mark.parametrize("key", ["question_mark", "i", "m", "a", "ctrl+p", "slash", "colon"])
async def test_under_an_open_window_or_field(key: str) -> None:
    async with reading(size=(80, 24), section=None) as reader:
        await reader.press(key)
        others = [more(bundled()), plain("نص آخر"), bundled(), plain("a", "b")]
        for briefing in others:
            reader.app.reload(briefing)
            await reader.settle()
            assert len(reader.rows()) == 24
        await reader.press("down", "enter")
        if reader.app.screen is not reader.screen:
            await reader.press("escape")
        await reader.press("escape", "escape")
        reader.app.reload(bundled())
        await reader.settle()
        await reader.press("0", "tab", "down", "t", "left", "enter")


async def test_a_search_goes_on_in_what_is_new() -> None:
    texts = ("أولا كتب أحمد", "ثانيا قال أحمد", "ثالثا")
    async with reading(plain(*texts), size=(80, 24)) as reader:
        await reader.press("slash")
        await reader.write("أحمد")
        await reader.press("enter")
        assert "1/2" in reader.text or "1 of 2" in reader.text
        reader.app.reload(plain("أحمد", *texts))
        await reader.settle()
        assert "2/3" in reader.text or "2 of 3" in reader.text


async def test_from_a_plain_text_to_a_briefing_and_back() -> None:
    async with reading(plain("أولا كتب أحمد", "ثانيا قال"), size=(120, 36)) as reader:
        await reader.press("down")
        claim = Claim("It says so.", (Citation(2, "قال"),))
        text = plain("أولا كتب أحمد", "ثانيا قال")
        claimed = replace(text, sections=(replace(text.sections[0], claims=(claim,)),))
        reader.app.reload(claimed)
        await reader.settle()
        assert "It says so." in reader.text
        assert reader.number == 2
        await reader.press("tab")
        assert reader.claim == claim
        reader.app.reload(text)
        await reader.settle()
        assert "It says so." not in reader.text
        assert reader.focused == "article"


@pytest.mark.parametrize("way", some_values(*range(4), some=2))
async def test_in_every_way_to_read_the_paragraph_stays_in_its_row(way: int) -> None:
    async with reading(size=(120, 36), section=None) as reader:
        await reader.press(*["r"] * way, "backslash", "pagedown", "down", "pagedown")
        stood, pane = reader.number, reader.focused
        row = reader.article.held_item
        paragraphs = [one.text for one in bundled().paragraphs]
        texts = [Paragraph(n, text) for n, text in enumerate([*paragraphs, "نص جديد في الآخر"], 1)]
        reader.app.reload(replace(more(bundled()), paragraphs=tuple(texts)))
        await reader.settle()
        assert (reader.number, reader.focused) == (stood, pane)
        assert row is not None
        assert reader.article.held_item is not None
        assert reader.article.held_item[1] == row[1]


async def test_what_is_on_top_of_the_summary_stays_there_while_one_reads_the_article() -> None:
    async with reading(size=(120, 36), section=None) as reader:
        reader.summary.top = 21
        before = rows_in(reader, "summary")[1:4]
        reader.app.reload(more(bundled()))
        await reader.settle()
        assert rows_in(reader, "summary")[1:4] == before
        assert reader.summary.top != 21, "a claim that is new stands above it"
