"""From pane to pane, also where the window has room for few of them."""

import pytest
from textual.widget import Widget

from tests.tiers import some_values
from tests.tui.briefings import plain
from tests.tui.reader import Reader, reading

ORDER = ["article", "summary", "timeline", "sidebar"]
# With room for one pane at a time, for two over another, for all; and with the timeline folded away.
WINDOWS = [(50, 20), (64, 17), (80, 24), (120, 36)]


def panes(reader: Reader) -> dict[str, Widget]:
    """The panes by their ids."""
    return {pane: reader.screen.query_one(f"#{pane}") for pane in ORDER}


def assert_has_focus(reader: Reader, pane: str) -> None:
    """The pane has the focus and is wholly in the window."""
    assert reader.focused == pane
    region = reader.region(panes(reader)[pane])
    assert region.area > 0, f"{pane} has the focus and is folded away:\n{reader.text}"
    assert reader.screen.region.contains_region(region)


@pytest.mark.parametrize("size", some_values(*WINDOWS, some=2))
async def test_keys_lead_from_pane_to_pane(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        for pane in ORDER:  # all round
            assert_has_focus(reader, pane)
            await reader.press("tab")
        for pane in ("article", *reversed(ORDER)):  # and back
            assert_has_focus(reader, pane)
            await reader.press("shift+tab")
        await reader.press("escape")
        before = reader.rows()
        for tabs in range(1, len(ORDER)):
            await reader.press(*["tab"] * tabs, "escape")
            assert_has_focus(reader, "article")
        await reader.press("escape", "t")
        assert_has_focus(reader, "timeline")
        await reader.press("t")
        assert_has_focus(reader, "article")
        assert reader.rows() == before


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_frame_of_the_pane_with_the_focus_stands_out(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        for pane in ORDER[:3]:
            assert_has_focus(reader, pane)
            colours = {}
            for name, widget in panes(reader).items():
                corner = reader.inside(widget)[0][0]
                if corner.text == "╭":
                    colours[name] = corner.style.color
            focused = colours.pop(pane)
            assert colours
            assert focused not in colours.values()
            await reader.press("tab")


async def test_a_click_gives_the_focus() -> None:
    async with reading() as reader:
        for name in ("summary", "timeline", "article", "sidebar"):
            region = reader.region(panes(reader)[name])
            await reader.click(region.x + 3, region.y)
            assert_has_focus(reader, name)


@pytest.mark.parametrize("size", [(50, 20), (80, 24)])
async def test_of_a_text_without_sections_claims_and_events_there_is_one_pane(size: tuple[int, int]) -> None:
    async with reading(plain("نص"), size=size) as reader:
        for name in ("summary", "timeline", "sidebar"):
            assert reader.region(panes(reader)[name]).area == 0
        for _ in range(2):
            assert_has_focus(reader, "article")
            await reader.press("tab")
        await reader.press("t")
        assert_has_focus(reader, "article")


async def test_a_pane_that_folds_away_keeps_the_focus_in_sight() -> None:
    async with reading(size=(120, 36)) as reader:
        await reader.press("tab")
        await reader.resize(50, 20)
        assert_has_focus(reader, "summary")
        await reader.resize(120, 36)
        assert_has_focus(reader, "summary")
        await reader.press("t")
        await reader.resize(64, 14)
        assert_has_focus(reader, "timeline")
