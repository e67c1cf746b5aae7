"""From section to section: by number, by bracket, in the sidebar, by mouse, by the command line's option."""

import pytest

from tests.tui.briefings import bundled, plain
from tests.tui.reader import Reader, reading

KEYS = ("full", "background", "goals", "groups", "criticism")


def assert_shows(reader: Reader, key: str) -> None:
    """The section is on show: in the frame's title, in the article from its beginning, and in the sidebar."""
    section = reader.section
    assert section.key == key
    frame = "".join(cell.text for cell in reader.inside(reader.article)[0])
    assert frame.startswith(f"╭─ {section.title} ─")
    first = reader.page()[0]
    assert first.number == section.paragraphs[0]
    assert first.line is not None
    assert first.line.start == 0
    assert reader.number == section.paragraphs[0]
    assert reader.sections[reader.sidebar.contents.current] is section


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_number_opens_its_section(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        assert_shows(reader, "background")
        for digit, key in zip("23401", (*KEYS[2:], *KEYS[:2]), strict=True):
            await reader.press(digit)
            assert_shows(reader, key)
            assert reader.focused == "article"


async def test_a_number_without_a_section_does_nothing() -> None:
    async with reading() as reader:
        await reader.press("3", "down")
        before = reader.rows()
        await reader.press("5", "9")
        assert reader.rows() == before


async def test_brackets_step_through_the_sections_and_stop_at_the_ends() -> None:
    async with reading() as reader:
        for _ in range(2):
            await reader.press("left_square_bracket")
            assert_shows(reader, "full")
        for key in (*KEYS[1:], KEYS[-1]):
            await reader.press("right_square_bracket")
            assert_shows(reader, key)
        for key in reversed(KEYS[:-1]):
            await reader.press("left_square_bracket")
            assert_shows(reader, key)


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_the_sidebar_shows_the_section_under_its_cursor(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("shift+tab")
        assert reader.focused == "sidebar"
        await reader.press("home")
        for back, on in (("up", "down"), ("k", "j"), ("left", "right")):
            assert_shows(reader, "full")
            for key in (*KEYS[1:], KEYS[-1]):
                await reader.press(on)
                assert_shows(reader, key)
            await reader.press(back)
            assert_shows(reader, "groups")
            await reader.press("home")
        await reader.press("G")
        assert_shows(reader, "criticism")
        assert reader.focused == "sidebar"
        await reader.press("enter")
        assert reader.focused == "article"
        assert_shows(reader, "criticism")


async def test_the_sidebar_follows_a_number() -> None:
    async with reading() as reader:
        await reader.press("shift+tab", "3", "down")
        assert_shows(reader, "criticism")


@pytest.mark.parametrize("size", [(80, 24), (120, 36)])
async def test_a_click_in_the_sidebar_opens_a_section(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        for digit, key in zip("23401", (*KEYS[2:], *KEYS[:2]), strict=True):
            title = next(section.title for section in reader.sections if section.key == key)
            column, row = reader.find(f"{digit} {title}")
            await reader.click(column + 3, row)
            assert_shows(reader, key)


async def test_a_click_on_the_arabic_name_opens_its_section() -> None:
    async with reading() as reader:
        column, row = reader.find("3 Working groups")
        await reader.click(column + 12, row + 1)
        assert_shows(reader, "groups")


async def test_a_click_beside_the_names_changes_nothing() -> None:
    async with reading(size=(80, 24)) as reader:
        column, row = reader.find("2 DICAS goals")
        await reader.press("3")
        await reader.click(column - 2, row)  # between two names
        assert_shows(reader, "groups")


async def test_the_sidebar_counts_paragraphs() -> None:
    async with reading() as reader:
        rows = ["".join(cell.text for cell in row) for row in reader.inside(reader.sidebar)]
        for section in reader.sections:
            row = next(row for row in rows if f" {section.title} " in row)
            assert row.strip("│ ▁▂▃▄▅▆▇█").split()[-1] == str(len(section.paragraphs))


@pytest.mark.parametrize("key", ["groups", "full"])
async def test_a_reader_opens_at_the_section_asked_for(key: str) -> None:
    async with reading(section=key) as reader:
        assert_shows(reader, key)


async def test_a_section_opened_again_is_where_it_was_left() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("j", "j", "j")
        number = reader.number
        assert number != bundled().section("background").paragraphs[0]
        await reader.press("2", "j", "0", "G")
        await reader.press("1")
        assert reader.number == number
        assert number in [at for at, _ in reader.lines()]
        await reader.press("2")
        assert reader.number == bundled().section("goals").paragraphs[1]
        await reader.press("right_square_bracket")
        assert_shows(reader, "groups")
        await reader.press("0")
        assert reader.number == bundled().paragraphs[-1].number


async def test_a_claim_is_stood_on_again_too() -> None:
    async with reading(size=(120, 36), section="groups") as reader:
        await reader.press("tab", "j")
        item = reader.reading.item
        await reader.press("1", "3")
        assert reader.reading.item == item
        assert reader.reading.marks


async def test_a_plain_text_is_one_section() -> None:
    async with reading(plain("نص أول", "نص ثان")) as reader:
        assert [section.key for section in reader.sections] == ["text"]
        for key in ("0", "1", "2", "right_square_bracket"):
            await reader.press(key)
            assert_shows(reader, "text")
