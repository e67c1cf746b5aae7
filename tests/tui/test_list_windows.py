"""One list in all windows: the same keys, mouse and wheel, whatever is listed, and a text under it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from briefing.arabic import layout
from briefing.document import Briefing, Name
from briefing.reading.effects import Copy
from briefing.tui.panes.list_pane import ListPane
from briefing.tui.screens.copy_screen import CopyScreen
from tests.tui.briefings import bundled, plain
from tests.tui.doubled import in_doubled_words
from tests.tui.reader import Reader, reading
from tests.tui.test_addresses import linked

NAMES = tuple(Name("person", f"Name {n}", (f"اسم {n}",), "") for n in range(40))
LINKS = linked(*(f"https://a.example/{n}" for n in range(40)))
WORDS = " ".join(f"word{n}" for n in range(400))


def pane(reader: Reader) -> ListPane:
    return reader.app.screen.query_one(ListPane)


def shown(reader: Reader) -> list[str]:
    """The rows inside the window's frame."""
    region = pane(reader).region
    return [row[region.x + 1 : region.right - 1] for row in reader.rows()[region.y + 1 : region.bottom - 1]]


def current(reader: Reader) -> str:
    """The first row of the item at the cursor."""
    return next(row for row in shown(reader) if row.startswith("▌")).strip("▌ ")


@pytest.mark.parametrize(
    ("key", "briefing", "item"),
    [("a", LINKS, "https://a.example/{}"), ("m", replace(plain("نص"), names=NAMES), "Name {}")],
    ids=["links", "names"],
)
async def test_keys_and_wheel_go_through_all_lists_alike(key: str, briefing: Briefing, item: str) -> None:
    async with reading(briefing, size=(80, 24), section=None) as reader:
        await reader.press(key)
        assert item.format(0) in current(reader)
        for pressed, number in (("up", 0), ("down", 1), ("j", 2), ("k", 1), ("G", 39), ("g", 0), ("end", 39)):
            await reader.press(pressed)
            assert item.format(number) in current(reader), pressed
        assert pane(reader).top + pane(reader).page == pane(reader).count_rows()
        await reader.press("home", "space")
        page, number = pane(reader).page, pane(reader).cursor or 0
        assert 0 < number < page
        assert pane(reader).top == page - 2, "two rows stay in sight"
        await reader.press("pagedown", "shift+space", "pageup")
        assert item.format(0) in current(reader)
        await reader.press(*["pagedown"] * 40)
        assert item.format(39) in current(reader)
        await reader.wheel(40, 8, -2)
        assert pane(reader).cursor == 39, "the wheel scrolls, and nothing else"
        assert pane(reader).top == pane(reader).count_rows() - page - 6
        await reader.resize(80, 12)
        assert item.format(39) in current(reader), "in sight still"


async def test_an_item_higher_than_the_window_is_read_to_its_end() -> None:
    names = (Name("person", "First", ("أول",), WORDS), NAMES[1])
    async with reading(replace(plain("نص"), names=names), size=(60, 16), section=None) as reader:
        await reader.press("m")
        seen = " ".join(shown(reader))
        while "word399" not in seen:
            before = pane(reader).top
            await reader.press("down")
            assert 0 < pane(reader).top - before < pane(reader).page
            seen += " ".join(shown(reader))
        assert all(f"word{n}" in seen for n in range(400))
        assert pane(reader).cursor == 0
        await reader.press("down", "down")
        assert pane(reader).cursor == 1


async def test_a_click_chooses_and_the_second_takes() -> None:
    taken: list[Copy] = []
    async with reading(LINKS, size=(80, 24), section=None) as reader:
        reader.app.hand_out_text = taken.append  # type: ignore[method-assign, assignment]
        await reader.press("a")
        await reader.click(10, pane(reader).region.y + 4)
        assert "example/3" in current(reader)
        under = pane(reader).region.bottom - 3
        await reader.click(10, under)
        await reader.click(10, under)
        assert "example/3" in current(reader), "what stands under the list is not in it"
        assert not taken
        await reader.click(10, pane(reader).region.y + 6)
        await reader.click(10, pane(reader).region.y + 6)
        assert [one.text for one in taken] == ["https://a.example/5"]
        assert reader.app.screen is reader.screen


async def test_pages_and_wheel_go_through_what_would_be_copied() -> None:
    async with reading(plain(WORDS), size=(60, 16), section=None) as reader:
        await reader.press("C")
        assert isinstance(reader.app.screen, CopyScreen)
        rows = len(reader.app.screen.entries)
        assert "word0 word1" in reader.text
        await reader.press("pagedown")
        page = shown(reader)[rows + 1 :]
        assert pane(reader).under_top == len(page)
        assert pane(reader).cursor == 0
        assert "word0 word1 " not in reader.text
        await reader.wheel(20, 12, 1)
        assert shown(reader)[rows + 1 : -3] == page[3:]
        await reader.wheel(20, 2, 1)
        assert shown(reader)[rows + 1 : -3] == page[3:]
        await reader.press(*["space"] * 20)
        assert "Source:" in reader.text or "word399" in shown(reader)[-1]
        await reader.resize(120, 30)
        assert shown(reader)[-1].strip(), "no more of it is scrolled away than there is"
        await reader.press("pageup", "down", "up")
        assert "word0 word1" in reader.text, "another text, or the same again, from its beginning"


@pytest.mark.parametrize("key", ["a", "C", "m", "i"])
async def test_a_window_is_whole_however_low(key: str) -> None:
    briefing = replace(LINKS, names=NAMES)
    async with reading(briefing, size=(80, 24), section=None) as reader:
        await reader.press(key)
        for size in ((40, 12), (30, 8), (20, 5), (20, 3), (6, 5), (8, 2)):
            await reader.resize(*size)
            await reader.press("down", "end", "pageup", "pagedown", "m", "m")
            if size[1] > 2:
                rows = reader.window_text.splitlines()
                assert [len(row) for row in reader.cells()] == [size[0]] * size[1]
                assert sum("╭" in row for row in rows) == sum("╰" in row for row in rows) == 1
                assert all(row.strip()[-1:] in ("╮", "│", "╯", "") for row in rows), "closed at both sides"
        await reader.resize(80, 24)
        await reader.press("escape")
        assert reader.app.screen is reader.screen


async def test_mirrored_a_text_under_a_list_keeps_its_own_side() -> None:
    arabic = layout("كلمة", 10)[0].text
    with in_doubled_words():
        async with reading(plain("كلمة"), size=(60, 16), section=None) as reader:
            await reader.press("C")
            rows = shown(reader)
            divider = next(at for at, row in enumerate(rows) if set(row) == {"─"})
            assert all(row.endswith(("▐", " ")) and row[0] == " " for row in rows[:divider])
            assert rows[0].rstrip().endswith("▐")
            assert rows[divider + 1].rstrip().endswith(f"«{arabic}» 1¶")
            source = next(row for row in rows if "Source" in row)
            assert source.strip("│").index("Source") < 3
            assert "Whole briefing" in rows[divider - 1].rstrip("▐ ")[-40:]


async def test_another_entry_shows_another_text_under_the_list() -> None:
    async with reading(plain("كلمة"), size=(60, 16), section=None) as reader:
        await reader.press("C")
        rows = shown(reader)
        assert "«" in rows[4]
        await reader.press("down")
        assert "«" not in shown(reader)[4]
        await reader.press("up")
        assert shown(reader) == rows
        await reader.press("s")
        assert shown(reader) != rows
        await reader.press("s")
        assert shown(reader) == rows


async def test_all_that_is_bundled_is_listed_in_every_window() -> None:
    for key in ("m", "i", "C"):
        async with reading(bundled(), size=(80, 24), section=None) as reader:
            await reader.press(key)
            assert reader.rows()[pane(reader).region.bottom - 1].startswith("╰")
