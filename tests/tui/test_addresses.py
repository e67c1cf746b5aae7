"""Links: their addresses on demand, in a window and by a click; copied whole, never opened, never sent."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.arabic import layout
from briefing.document import Briefing, Paragraph
from briefing.document.model import Inline
from briefing.reading.addresses import show_address, show_links
from briefing.reading.effects import Copy, Do, Notify
from briefing.tui.panes.article import Article
from briefing.tui.screens.links_screen import LinksScreen
from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen
from tests.reading.conftest import Walk, small
from tests.tui.briefings import plain
from tests.tui.doubled import in_doubled_words
from tests.tui.reader import Reader, reading
from tests.tui.set_apart import LINK, everything

LONG = "https://example.org/" + "/".join(f"part-{number}" for number in range(200))
EVIL = "https://example.org/\u202egnp\u0007\x1b]8;;https://evil.example\x1b\\[link=x]y"


def linked(*addresses: str) -> Briefing:
    """A paragraph for each address, its words `رابط`."""
    texts = [f"نص فيه رابط رقم {number} ثم بقية" for number in range(1, len(addresses) + 1)]
    paragraphs = tuple(
        Paragraph(number, text, inlines=(Inline(7, 11, "link", address),))
        for number, (text, address) in enumerate(zip(texts, addresses, strict=True), 1)
    )
    return replace(plain(*texts), paragraphs=paragraphs)


def test_an_action_for_a_section_that_has_some_or_none() -> None:
    assert show_links(Walk(everything()).reading).effects == (Do("links"),)
    assert show_links(Walk().reading).effects == (Notify("This text comes without links."),)
    first, *others = small().paragraphs
    part = replace(small(), paragraphs=(replace(first, inlines=(Inline(0, 2, "link", LINK),)), *others))
    assert show_links(Walk(part, part.sections[1].key).reading).effects == (
        Notify("This section comes without links."),
    )


def test_the_address_at_a_character() -> None:
    walk = Walk(linked(LINK))
    told = [show_address(walk.reading, 0, start).effects for start in (6, 7, 10, 11)]
    assert told == [(), (Notify(LINK),), (Notify(LINK),), ()]


@pytest.mark.parametrize("size", [(40, 12), (60, 16)])
async def test_hosts_are_told_apart_and_all_keys_named_in_a_small_window(size: tuple[int, int]) -> None:
    hosts = ("a.example", "xn--mgbh0fb.example")
    path = "/a-long-name/that-is-cut-off/somewhere"
    async with reading(linked(*(f"https://{host}{path}" for host in hosts)), size=size) as reader:
        await reader.press("a")
        rows = reader.window_text.splitlines()
        for number, host in enumerate(hosts, 1):
            [row] = [row for row in rows if f"¶{number} " in row]
            assert f"https://{host}"[:14] in row
        assert "Esc closes · Enter copies it" in reader.text


@pytest.mark.whole
@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 36)])
async def test_the_window_lists_them_and_takes_one(
    size: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []
    async with reading(linked("https://a.example/1", LONG, "https://c.example"), size=size) as reader:
        monkeypatch.setattr(reader.app, "hand_out_text", lambda effect: taken.append(effect.text))
        assert size[0] < 80 or "a Links" in reader.rows()[-1]
        for key, moves in (("enter", ["down"]), ("y", ["j"]), ("enter", ["end", "up"]), ("y", ["up", "G"])):
            await reader.press("a", *moves)
            assert isinstance(reader.app.screen, LinksScreen)
            assert [len(row) for row in reader.cells()] == [size[0]] * size[1]
            await reader.press(key)
            assert not isinstance(reader.app.screen, LinksScreen)
        assert taken == [LONG, LONG, LONG, "https://c.example"]
        for key in ("escape", "a", "q"):
            await reader.press("a", key)
            assert reader.app.screen is reader.screen
        assert len(taken) == 4


async def test_the_whole_address_stands_under_the_list() -> None:
    address = "https://example.org/a/" + "x" * 150 + "/finis"
    async with reading(linked("https://a.example", address), size=(80, 24)) as reader:
        await reader.press("a")
        assert "finis" not in reader.text
        await reader.press("down")
        assert "finis" in reader.text
        await reader.press("escape")
    async with reading(linked(LONG), size=(80, 24)) as reader:
        await reader.press("a")
        assert "…" in reader.text


async def test_what_makes_an_address_look_like_another_is_named_in_its_place() -> None:
    async with reading(linked(EVIL), size=(120, 24)) as reader:
        await reader.press("a")
        assert "https://example.org/<U+202E>gnp␇␛]8;;https://evil.example␛\\[link=x]y" in reader.text


async def test_mirrored_it_stands_the_other_way_round() -> None:
    with in_doubled_words():
        async with reading(linked("https://a.example", LINK), size=(80, 24)) as reader:
            await reader.press("a", "down")
            row = next(row for row in reader.rows() if "▐" in row)
            words = layout("رابط", 10)[0].text
            assert row.index(LINK) < row.index(words) < row.index("¶2")
            assert [len(cells) for cells in reader.cells()] == [80] * 24
            assert "Links Links" in reader.text


async def test_the_palette_takes_its_place() -> None:
    async with reading(linked(LINK), size=(80, 24)) as reader:
        await reader.press("a", "ctrl+p")
        assert not isinstance(reader.app.screen, LinksScreen)
        assert "Addresses of the links" in reader.text
        await reader.press("escape")
        assert reader.app.screen is reader.screen


@pytest.mark.whole
async def test_a_great_many_are_listed_in_no_time() -> None:
    async with reading(linked(*(f"https://a.example/{number}" for number in range(3000)))) as reader:
        await reader.press("a", "end")
        assert "https://a.example/2999" in reader.text
        await reader.press("pageup", "home")
        assert "¶1 " in reader.text


async def click_on(reader: Reader, character: int) -> list[str]:
    """Click on the cell of a character of the first paragraph; returns the notices."""
    reader.app.clear_notifications()
    article = reader.screen.query_one(Article)
    sheet = article._text
    line = sheet.lines(0)[0]
    (column, _), *_ = line.columns(character, character + 1)
    region = reader.region(article)
    at = region.x + 1 + sheet.column(0, 0, mirrored=False) + column
    await reader.click(at, region.y + 1)
    return [said.message.replace("\n", "") for said in reader.app._notifications]


async def test_a_click_on_a_link_tells_its_address() -> None:
    async with reading(linked(LINK), size=(80, 24)) as reader:
        assert [await click_on(reader, at) for at in (5, 7, 9, 10, 12)] == [[], [LINK], [LINK], [LINK], []]
    async with reading(linked("https://a.example/" + EVIL[20:]), size=(80, 24)) as reader:
        (said,) = await click_on(reader, 8)
        assert not {"\x1b", "\x07", "\u202e"} & set(said)
        assert "[link=x]y" in said


async def test_what_is_copied_is_the_address_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[Copy] = []
    async with reading(linked(EVIL), size=(80, 24)) as reader:
        monkeypatch.setattr(reader.app, "hand_out_text", made.append)
        await reader.press("a")
        assert not {"\x1b", "\x07", "\u202e"} & set(reader.text)
        await reader.press("y")
        assert [(one.text, one.what) for one in made] == [(EVIL, "Address")]


@pytest.mark.whole
def test_no_link_of_the_terminals_is_ever_sent(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text(f"# عنوان\n\nنص فيه [رابط]({LINK}) و<https://b.example/>.\n", "utf-8")
    with Screen([sys.executable, "-m", "briefing", file], 80, 24) as screen:
        screen.emulator = QuickEmulator(80, 24)
        screen.wait_for("¶2")
        screen.wait_until_idle()
        screen.press("a")
        screen.wait_for(LINK)
        screen.press("escape")
        screen.wait_for(lambda seen: "Esc closes" not in seen.text and "a Links" in seen.text)
        output = screen.output
    assert b"\x1b]8" not in output
    assert b"\x1b[4" in output, "underlined"
