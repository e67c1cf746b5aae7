"""The command palette finds places of the briefing and goes there."""

from __future__ import annotations

import pytest
from textual import events

from briefing.arabic import layout
from briefing.document import Briefing, Name
from briefing.reading.marks import occurrences
from briefing.tui.palette.screen import PaletteScreen
from tests.tui.briefings import bundled, plain
from tests.tui.reader import Reader, reading, until
from tests.tui.test_evidence import lit


async def choose(reader: Reader, query: str, expected: str) -> None:
    """Open the palette, type, and take the first thing found, which is to be the one expected."""
    await reader.press("ctrl+p")
    await reader.write(query)
    await until(reader, expected)
    await reader.press("enter")
    assert reader.app.screen is reader.screen, "the palette is still open"
    await reader.settle()


@pytest.mark.whole
async def test_a_section() -> None:
    async with reading() as reader:
        for query, title, key in (("critic", "Criticism", "criticism"), ("full a", "Full article", "full")):
            await choose(reader, query, f"Section: {title}")
            assert reader.section.key == key
            assert reader.page()[0].number == reader.section.paragraphs[0]


@pytest.mark.whole
async def test_an_event() -> None:
    index, event = next((n, one) for n, one in enumerate(bundled().events) if one.basis == "projected")
    async with reading(size=(80, 24)) as reader:
        await choose(reader, "pentagon exp", f"Event: {event.title}"[:30])
        assert reader.focused == "timeline"
        assert reader.event == index


def name(english: str) -> Name:
    return next(one for one in bundled().names if one.english == english)


@pytest.mark.whole
async def test_a_name_is_lit_wherever_it_stands() -> None:
    emanuel = name("Rahm Emanuel")
    spans = occurrences(bundled(), emanuel.arabic)
    assert spans
    async with reading(size=(200, 60)) as reader:
        await choose(reader, "rahm", "Name: Rahm Emanuel")
        assert reader.focused == "article"
        assert reader.number == min(spans)
        stood = reader.reading.standing_word
        assert stood is not None
        top = reader.region(reader.article).y + 1
        expected = {
            (x, y)
            for y, row in enumerate(reader.page(), top)
            if row.line is not None and row.number is not None and row.number in spans
            for start, end in spans[row.number]
            if (row.number, start) != (reader.number, stood.start)  # in the look of the word stood on
            for first, past in row.line.columns(start, end)
            for x in range(row.left + first, row.left + past)
        }
        assert expected
        assert lit(reader) == expected


@pytest.mark.whole
async def test_a_name_of_another_section_opens_the_full_article() -> None:
    matsuoka = name("Misato Matsuoka")
    numbers = occurrences(bundled(), matsuoka.arabic)
    async with reading() as reader:
        await choose(reader, "matsuoka", "Name: Misato Matsuoka")
        assert reader.section.key == "full"
        assert reader.number == min(numbers)


@pytest.mark.whole
async def test_what_would_take_painted_shapes_for_text_is_not_offered() -> None:
    async with reading() as reader:
        await reader.press("ctrl+p")
        await reader.write("theme")
        await until(reader, "Change the current theme")
        await reader.press(*["backspace"] * 4)
        await reader.write("screenshot")
        await until(reader, "No matches found")
        await reader.press("escape")
        assert reader.app.screen is reader.screen


# What is typed, and what is found.


@pytest.mark.whole
async def test_a_name_is_found_by_either_script_however_it_is_spelt() -> None:
    async with reading() as reader:
        for typed in (
            "رام",
            "إيمانويل",
            "ايمانويل",
            "اِيمانـويل",
            "rahm",
            "RÁHM",
            "rhm",
            "emanuel rahm",
            "nre",
        ):
            await reader.press("ctrl+p")
            await reader.write(typed)
            assert under_cursor(reader) == "Name: Rahm Emanuel", typed
            await reader.press("escape")


@pytest.mark.whole
async def test_arabic_is_joined_and_ordered_in_the_list_and_in_the_field() -> None:
    async with reading() as reader:
        await reader.press("ctrl+p")
        await reader.write("إيمانويل")
        seen = layout("إيمانويل", 20)[0].text
        assert reader.row(1).count(seen) == 1
        assert seen in reader.row(3)


@pytest.mark.whole
async def test_places_come_first_then_commands_and_quit_is_the_last() -> None:
    async with reading(size=(200, 60)) as reader:
        await reader.press("ctrl+p")
        assert reader.row(3).find("Section: Full article") > 0
        await reader.press("end")
        assert "▌Quit" in reader.text
        first = [kind for kind in ("Name: ", "Keys ", "Theme ", "Quit ") if kind in reader.text]
        assert sorted(first, key=reader.text.index) == first
        assert first[-1] == "Quit "


@pytest.mark.whole
async def test_what_is_matched_is_marked() -> None:
    async with reading() as reader:
        await reader.press("ctrl+p")
        await reader.write("kishida")
        column, row = reader.find("Kishida")
        await reader.press("down")
        cells = reader.cells()[row]
        assert all(cell.style.bold for cell in cells[column : column + 7])
        assert not cells[column - 3].style.bold


# Moving.


async def test_the_keys_of_the_list() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("ctrl+p")
        assert under_cursor(reader) == "Section: Full article"
        await reader.press("down")
        assert under_cursor(reader) == "Section: Background"
        await reader.press("up")
        assert under_cursor(reader) == "Section: Full article"
        await reader.press("up")
        assert under_cursor(reader) == "Quit"
        await reader.press("home")
        assert under_cursor(reader) == "Section: Full article"
        await reader.press("pagedown", "pageup")
        assert under_cursor(reader) == "Section: Full article"
        await reader.press("end", "pagedown")
        assert under_cursor(reader) == "Quit"
        await reader.press("ctrl+p")
        assert reader.app.screen is reader.screen


def under_cursor(reader: Reader) -> str:
    [row] = [row for row in reader.window_text.splitlines()[2:-1] if "▌" in row]
    return row.partition("▌")[2].partition("  ")[0].strip()


AT_ONCE = (
    "pagedown", "pageup", "enter", "home", "end", "up", "down", "escape", "ctrl+p", "backspace", "x",
    "pageup pagedown up enter", "x enter escape", "z q j k pagedown enter", "escape escape",
    "enter ctrl+p enter", "ctrl+p ctrl+p ctrl+p", "tab shift+tab question_mark", "ctrl+c ctrl+x ctrl+v",
)  # fmt: skip


@pytest.mark.whole
@pytest.mark.parametrize("size", [(40, 12), (120, 36)], ids=str)
async def test_keys_that_come_before_it_is_painted(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        for keys in AT_ONCE:
            for key in ("ctrl+p", *keys.split()):
                reader._send(events.Key(key, key if len(key) == 1 else None))
            await reader.settle()
            assert reader.app._exception is None, keys
            assert reader.app.return_code is None, keys
            while reader.app.screen is not reader.screen:
                await reader.press("escape")


@pytest.mark.whole
async def test_a_word_typed_at_once_is_all_there() -> None:
    async with reading() as reader:
        for key in ("ctrl+p", *"critic", "enter"):
            reader._send(events.Key(key, key if len(key) == 1 else None))
        await reader.settle()
        assert reader.section.key == "criticism"


async def test_a_click_takes_what_it_is_on_and_the_wheel_scrolls() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("ctrl+p")
        await reader.wheel(20, 10, 1)
        assert "Section: Background" not in reader.text
        await reader.wheel(20, 10, -1)
        await reader.click(*reader.find("Section: Criticism"))
        assert reader.app.screen is reader.screen
        assert reader.section.key == "criticism"
    async with reading() as reader:
        await reader.press("ctrl+p")
        await reader.click(2, 30)
        assert reader.app.screen is reader.screen


@pytest.mark.whole
async def test_over_the_help_it_takes_its_place() -> None:
    async with reading() as reader:
        await reader.press("question_mark", "ctrl+p")
        assert isinstance(reader.app.screen, PaletteScreen)
        assert len(reader.app.screen_stack) == 2
        await choose_now(reader, "critic")
        assert reader.section.key == "criticism"


async def choose_now(reader: Reader, query: str) -> None:
    await reader.write(query)
    await reader.press("enter")


@pytest.mark.whole
async def test_what_is_pasted_has_no_controls() -> None:
    async with reading() as reader:
        await reader.press("ctrl+p")
        reader._send(events.Paste("a\x1b]8;;x\x07\x9bb\u202ec" + "W" * 10_000))
        await reader.settle()
        assert "\x1b" not in reader.text
        assert "a␛]8;;x␇" in reader.text
        assert "No matches found" in reader.text
        await reader.press("enter", "pagedown", "end", "up")
        assert isinstance(reader.app.screen, PaletteScreen)


# Sizes.


@pytest.mark.whole
async def test_nothing_found() -> None:
    async with reading(size=(40, 12)) as reader:
        await reader.press("ctrl+p")
        await reader.write("xyzzy")
        assert "No matches found" in reader.text
        await reader.press("up", "down", "pageup", "pagedown", "home", "end", "enter")
        assert "No matches found" in reader.text


@pytest.mark.whole
async def test_one_found() -> None:
    async with reading(size=(40, 12)) as reader:
        await reader.press("ctrl+p")
        await reader.write("kishida")
        await reader.press("up", "down", "pageup", "pagedown", "home", "end")
        assert under_cursor(reader) == "Name: Fumio Kishida"


@pytest.mark.whole
@pytest.mark.parametrize("size", [(1, 1), (3, 2), (10, 4), (40, 12)], ids=str)
async def test_a_window_that_gets_small(size: tuple[int, int]) -> None:
    async with reading() as reader:
        await reader.press("ctrl+p")
        await reader.resize(*size)
        await reader.press("down", "pagedown", "end", "home", "a")
        await reader.resize(200, 60)
        assert "Section: " in reader.text


def crowded(count: int) -> Briefing:
    text = plain("قال الوزير هنا.")
    names = tuple(
        Name(kind="person", english=f"Yūsuf number {n} of the many", arabic=("الوزير",), role="Minister")
        for n in range(count)
    )
    return Briefing(
        title=text.title,
        bottom_line="",
        provenance=None,
        paragraphs=text.paragraphs,
        sections=text.sections,
        events=(),
        names=names,
        path="a.txt",
    )


@pytest.mark.whole
async def test_thousands_of_names() -> None:
    async with reading(crowded(5_000)) as reader:
        await reader.press("ctrl+p")
        await reader.write("yusuf 4999")
        assert under_cursor(reader).startswith("Name: Yūsuf number 4999")
        await reader.press(*["backspace"] * 4)
        await reader.press("end")
        assert under_cursor(reader).startswith("Name: Yūsuf number 4999")
        await reader.press("pageup", "home")
        assert under_cursor(reader).startswith("Name: Yūsuf number 0")


# Themes.


@pytest.mark.whole
async def test_a_theme_is_chosen_in_the_same_list() -> None:
    async with reading() as reader:
        await choose_theme(reader)
        await reader.write("briefing-light")
        await reader.press("enter")
        assert reader.app.theme == "briefing-light"
        assert reader.app.screen is reader.screen


async def choose_theme(reader: Reader) -> None:
    await reader.press("ctrl+p")
    await reader.write("theme")
    await reader.press("enter")
    assert "As the terminal: dark or light  in use" in reader.text
