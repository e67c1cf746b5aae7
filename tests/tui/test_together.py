"""Article and summary scrolling together: claims beside the paragraphs that they rest on."""

import asyncio
from pathlib import Path

import pytest

from briefing.document import Claim
from briefing.reading.marks import evidence
from briefing.settings.file import load_preferences
from tests.tiers import some_of, some_values
from tests.tui.briefings import plain
from tests.tui.reader import SIZES, Reader, reading

SECTIONS = (None, "background", "goals", "groups", "criticism")


@pytest.fixture(autouse=True)
def _own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_PREFERENCES", str(tmp_path / "preferences.toml"))


def rows_of_claim(reader: Reader) -> range:
    """The rows of the window in which the claim stands that the reader is on."""
    cursor = reader.summary.cursor
    assert cursor is not None
    rows = reader.summary.rows_of_item(cursor)
    return range(rows.start - reader.summary.top, rows.stop - reader.summary.top)


def row_of_number(reader: Reader, number: int) -> int:
    """The row of the article's page at which a paragraph begins."""
    index = reader.reading.open.passage_of(number)
    assert index is not None
    return reader.article.rows_of_item(index).start - reader.article.top


def claim_is_in_sight(reader: Reader) -> bool:
    """Whether a row of the claim that the reader stands on is seen."""
    return rows_of_claim(reader).start < reader.summary.page and rows_of_claim(reader).stop > 0


@pytest.mark.parametrize("size", some_values(*SIZES))
async def test_the_key_has_them_scroll_together_and_apart_again(size: tuple[int, int]) -> None:
    async with reading(size=size, section=None) as reader:
        before = reader.inside(reader.summary)
        reader.article.top = 7
        assert reader.summary.top == 0
        await reader.press("backslash")
        assert reader.summary.top == reader.article.top == 7
        await reader.press("home")
        assert reader.reading.preferences.scrolling == "together"
        for _ in range(500):  # it is saved in the background
            if load_preferences().preferences.scrolling == "together":
                break
            await asyncio.sleep(0.01)
        assert load_preferences().preferences.scrolling == "together"
        assert "beside" in " ".join(note.message for note in reader.app._notifications)
        for _ in range(4):
            await reader.press("pagedown")
            assert reader.summary.top == reader.article.top
        on_top = reader.summary.item_of(reader.summary.item_at(reader.summary.top)[0])
        await reader.press("backslash")
        assert reader.summary.item_of(reader.summary.item_at(reader.summary.top)[0]) == on_top > 0
        await reader.press("backslash", "end")
        assert reader.summary.top == reader.article.top > 0
        await reader.press("home", "backslash")
        assert str(reader.reading.preferences.scrolling) == "apart"
        assert reader.summary.top == 0
        assert reader.inside(reader.summary) == before
        await reader.press("pagedown")
        assert reader.summary.top != reader.article.top


@pytest.mark.parametrize(
    ("size", "section"),
    some_of(
        ((120, 36), None),
        *(((80, 24), section) for section in SECTIONS),
        ((200, 60), None),
        *(((120, 36), section) for section in SECTIONS[1:]),
        *(((200, 60), section) for section in SECTIONS[1:]),
        some=6,
    ),
)
async def test_a_claim_stands_beside_its_paragraph_and_its_evidence_is_seen(
    size: tuple[int, int], section: str | None
) -> None:
    async with reading(size=size, section=section) as reader:
        await reader.press("backslash", "tab", "home")
        seen = []
        while reader.claim is not None and reader.claim not in seen:
            seen.append(reader.claim)
            first = reader.claim.paragraphs[0]
            if reader.summary.top == reader.article.top:
                assert rows_of_claim(reader).start >= row_of_number(reader, first)
            spans = evidence(reader.reading.briefing, reader.claim)[first]
            row = reader.article.row_of_place(
                reader.article._text, reader.reading.open.passage_of(first) or 0, spans[0][0]
            )
            assert 0 <= row_of_number(reader, first) + row < reader.article.page
            for _ in range(40):  # through claims taller than the pane, too
                await reader.press("down")
                if reader.claim is not seen[-1]:
                    break
            assert claim_is_in_sight(reader)
        assert {*seen} == {item for item in reader.reading.open.items if isinstance(item, Claim)}


async def test_selecting_and_citations_know_the_claim_under_the_mouse() -> None:
    async with reading(size=(120, 36), section=None) as reader:
        await reader.press("backslash", "tab", "end")
        claim = reader.claim
        assert claim is not None
        word = max(claim.text.split()[:4], key=len)
        column, row = reader.find(word)
        await reader.click(column + 1, row)
        await reader.click(column + 1, row)
        assert reader.claim is claim
        assert reader.selected.strip(".,") == word.strip(".,")
        await reader.press("enter")
        assert reader.number == claim.paragraphs[0]
        await reader.press("backspace")
        assert reader.claim is claim


@pytest.mark.parametrize("way", [["r"], ["r", "r"], ["z"]])
async def test_nothing_is_aligned_where_one_text_is_seen(way: list[str]) -> None:
    async with reading(size=(120, 36), section=None) as reader:
        await reader.press("backslash")
        assert reader.summary.is_aligned
        await reader.press(*way)
        assert not reader.summary.is_aligned
        await reader.press("end", "home", "tab", "end", "o", "home", "escape")


async def test_another_size_and_another_view_keep_them_together() -> None:
    async with reading(size=(120, 36), section=None) as reader:
        await reader.press("backslash", "pagedown")
        for size in ((200, 60), (80, 24), (50, 20), (40, 12), (120, 36)):
            await reader.resize(*size)
            if size[0] >= 64:
                assert reader.summary.is_aligned
                assert reader.summary.top == reader.article.top
            else:
                assert not reader.summary.is_aligned
        await reader.press("2", "pagedown", "0")
        assert reader.summary.top == reader.article.top


async def test_the_wheel_over_either_scrolls_both() -> None:
    async with reading(size=(120, 36), section=None) as reader:
        await reader.press("backslash")
        for pane in (reader.summary, reader.article):
            region = reader.region(pane)
            before = reader.article.top
            await reader.wheel(region.x + 5, region.y + 5, 2)
            assert reader.summary.top == reader.article.top > before


async def test_hits_are_marked_at_the_rows_in_which_claims_stand() -> None:
    async with reading(size=(120, 36), section=None) as reader:
        await reader.press("backslash", "slash")
        await reader.write("Japan")
        await reader.press("enter")
        order = reader.reading.open.interleaving.items
        hit = [order[position] for position in reader.summary._items_hit()]
        assert {*hit} == {*reader.summary.contents.hits} & {*order}
        assert [reader.summary._hit_rows(position) for position in reader.summary._items_hit()]
        assert reader.summary.bar_marks()


async def test_a_text_without_claims_offers_nothing_of_it() -> None:
    async with reading(plain("كلمة", "نص آخر"), section=None) as reader:
        before = reader.rows()
        await reader.press("backslash")
        reader.app.clear_notifications()
        await reader.settle()
        assert reader.rows() == before
