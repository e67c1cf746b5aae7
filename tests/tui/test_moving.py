"""Moving inside the article and the summary: nothing is skipped, and the cursor stays in sight."""

import sys

import pytest

from briefing.document import Briefing
from tests.judges.quick import QuickEmulator
from tests.judges.screen import Screen
from tests.tiers import some_values
from tests.tui.briefings import bundled, plain
from tests.tui.reader import Reader, reading

# A paragraph of several screens between short ones, and one at the end.
LONG = plain(
    "الفقرة الأولى قصيرة.",
    " ".join(f"كلمة{number} طويلة" for number in range(150)),
    "الفقرة الثالثة قصيرة.",
    "والرابعة.",
)
LONG_AT_THE_END = plain("الفقرة الأولى قصيرة.", " ".join(f"كلمة{number} طويلة" for number in range(150)))
TEXTS = {"the article": bundled(), "a long paragraph": LONG, "a long paragraph at the end": LONG_AT_THE_END}
SMALL = (80, 20)


def assert_cursor_in_sight(reader: Reader) -> None:
    assert reader.number in {number for number, _ in reader.lines()}, "the cursor is out of sight"


async def go_through(reader: Reader, key: str) -> list[tuple[int, int]]:
    """Press a key until nothing changes, and return every line that came into sight, in the order it did."""
    seen = reader.lines()
    for _ in range(200):
        before = reader.cells()
        await reader.press(key)
        assert_cursor_in_sight(reader)
        seen += [line for line in reader.lines() if line not in seen]
        if reader.cells() == before:
            return seen
    raise AssertionError(f"{key} comes to no end")


@pytest.mark.parametrize("briefing", TEXTS.values(), ids=TEXTS.keys())
@pytest.mark.parametrize("key", ["down", "pagedown"])
async def test_every_line_comes_into_sight_on_the_way_down(briefing: Briefing, key: str) -> None:
    async with reading(briefing, size=SMALL) as reader:
        assert await go_through(reader, key) == reader.all_lines()
        assert reader.number == reader.section.paragraphs[-1]


@pytest.mark.parametrize("key", ["up", "pageup"])
async def test_every_line_comes_into_sight_on_the_way_up(key: str) -> None:
    async with reading(LONG, size=SMALL) as reader:
        beginning = reader.lines()
        await reader.press("end")
        assert sorted(await go_through(reader, key)) == reader.all_lines()
        assert reader.lines() == beginning
        assert reader.number == reader.section.paragraphs[0]


async def test_home_and_end() -> None:
    async with reading(LONG_AT_THE_END, size=SMALL) as reader:
        beginning = reader.lines()
        for first, last in (("home", "end"), ("g", "G")):
            await reader.press(last)
            assert reader.lines()[-1] == reader.all_lines()[-1]
            assert reader.number == 2
            await reader.press(first)
            assert reader.lines() == beginning
            assert reader.number == 1


async def test_letters_do_what_the_arrows_do() -> None:
    async with reading(size=SMALL) as reader, reading(size=SMALL) as other:
        for letter, arrow in (("j", "down"), ("space", "pagedown"), ("k", "up"), ("shift+space", "pageup")):
            before = reader.cells()
            await reader.press(letter)
            await other.press(arrow)
            assert reader.cells() == other.cells() != before


async def test_a_step_goes_to_the_next_paragraph_and_back() -> None:
    async with reading(size=(200, 60)) as reader:
        numbers = list(reader.section.paragraphs)
        for number in numbers:
            assert reader.number == number
            await reader.press("down")
        for number in reversed(numbers):
            assert reader.number == number
            await reader.press("up")


async def test_a_page_keeps_two_rows_of_the_one_before() -> None:
    async with reading(LONG, size=SMALL) as reader:
        before = reader.lines()
        await reader.press("pagedown")
        assert reader.lines()[:2] == before[-2:]


async def test_a_pane_that_shows_everything_does_not_scroll() -> None:
    text = plain("سطر", "سطر آخر", "وثالث")
    async with reading(text, size=SMALL) as reader:
        for key in ("end", "pagedown", "down", "down", "down"):
            await reader.press(key)
            assert reader.lines() == reader.all_lines()
        assert reader.number == 3


@pytest.mark.parametrize("key", ["down", "pagedown"])
async def test_every_claim_comes_into_sight_whole(key: str) -> None:
    async with reading(size=SMALL, section="full") as reader:
        await reader.press("tab")
        painted = " ".join(_summary_rows(reader))
        for _ in range(80):
            before = reader.cells()
            await reader.press(key)
            painted += " ".join(_summary_rows(reader)) + " "
            if reader.cells() == before:
                break
        for claim in reader.section.claims:
            for number in claim.paragraphs:
                assert f"¶{number}" in painted
            words = claim.text.split()
            assert " ".join(words[-2:]) in painted or words[-1] in painted


def _summary_rows(reader: Reader) -> list[str]:
    return ["".join(cell.text for cell in row[1:-2]) for row in reader.inside(reader.summary)[1:-1]]


async def test_the_place_is_kept_when_the_window_changes() -> None:
    async with reading(size=(120, 36), section="full") as reader:
        await reader.press("pagedown", "pagedown")
        number = reader.number
        for size in ((80, 30), (100, 30), (64, 24), (120, 36)):
            await reader.resize(*size)
            assert reader.number == number, f"at {size}"
            assert_cursor_in_sight(reader)


@pytest.mark.parametrize("keys", some_values("0jjjjj", "4k", "3j", "1jj", "0G", some=2))
async def test_the_current_paragraph_stays_current_at_every_size(keys: str) -> None:
    async with reading(size=(100, 30)) as reader:
        await reader.press(*keys)
        number = reader.number
        for size in ((63, 20), (64, 20), (40, 12), (200, 60), (80, 24), (100, 30)):
            await reader.resize(*size)
            assert reader.number == number, f"at {size}"
            assert_cursor_in_sight(reader)


async def test_what_was_scrolled_out_of_sight_is_not_fetched_back_by_another_size() -> None:
    async with reading(size=(100, 30), section="full") as reader:
        reader.article.top = reader.article.count_rows()
        await reader.settle()
        last = reader.lines()[-1][0]
        await reader.resize(90, 30)
        assert (reader.number, reader.lines()[-1][0]) == (1, last)


@pytest.mark.whole
def test_keys_typed_ahead_reach_the_pane_they_are_for() -> None:
    """Faster than the program paints: to the timeline, and two events on."""
    with Screen([sys.executable, "-m", "briefing"], 120, 36) as screen:
        screen.emulator = QuickEmulator(120, 36)
        screen.wait_for("1 of 7")
        screen.press("0", "t", "right", "right")
        screen.wait_for("3 of 7")
