"""Between panes: from a paragraph to the claims resting on it, from a claim or an event to its paragraph."""

import pytest

from briefing.document import Claim
from briefing.tui.timeline import Timeline
from tests.tiers import some_values
from tests.tui.briefings import bundled, plain
from tests.tui.pages import Shown
from tests.tui.reader import Reader, reading
from tests.tui.test_evidence import lit, quoted, step_to

MARK, POINT = "■ ", "• "

LARGER = [pytest.param(size, marks=pytest.mark.whole) for size in ((120, 36), (200, 60))]
OTHER = [pytest.param(size, marks=pytest.mark.whole) for size in ((120, 36), (120, 30), (100, 18))]


def bullets(reader: Reader) -> list[tuple[str, str]]:
    """What stands before each claim whose first row is in sight, and that row."""
    rows = ["".join(cell.text for cell in row[1:-2]) for row in reader.inside(reader.summary)[1:-1]]
    return [(row[:2], row[2:].split("¶")[0].strip()) for row in rows if row.startswith((MARK, POINT))]


def marked(reader: Reader) -> set[str]:
    """First rows of the claims that are marked."""
    return {text for bullet, text in bullets(reader) if bullet == MARK}


def begins(claim: Claim, row: str) -> bool:
    return bool(row) and " ".join(claim.text.split()).startswith(row)


def assert_in_sight(reader: Reader, number: int) -> None:
    """The beginning of a paragraph is painted."""
    assert any(_begins_here(row, number) for row in reader.page())


def _begins_here(row: Shown, number: int) -> bool:
    return row.number == number and row.line is not None and row.line.start == 0


@pytest.mark.parametrize("size", some_values((80, 24), (120, 36)))
async def test_standing_on_a_paragraph_marks_the_claims_that_rest_on_it(size: tuple[int, int]) -> None:
    async with reading(size=size, section="full") as reader:
        claims = reader.section.claims
        await reader.press("tab", "end", "escape")  # until then the bottom line has the room
        for number in reader.section.paragraphs:
            assert reader.number == number
            resting = [claim for claim in claims if number in claim.paragraphs]
            shown = bullets(reader)
            for bullet, row in shown:
                assert bullet == (MARK if any(begins(claim, row) for claim in resting) else POINT), row
            assert bool(marked(reader)) == bool(resting), f"¶{number}: no claim in sight rests on it"
            while reader.number == number and number != reader.section.paragraphs[-1]:
                await reader.press("down")


async def test_the_citation_of_the_paragraph_is_marked() -> None:
    async with reading(size=(200, 60), section="full") as reader:
        await reader.press("down")
        cells = reader.inside(reader.summary)
        text = ["".join(cell.text for cell in row) for row in cells]
        for y, row in enumerate(text):
            for number in (1, 2):
                at = row.find(f"¶{number} ")
                if at >= 0 and row.rstrip("│ ").endswith(("¶1", "¶2")):
                    assert bool(cells[y][at].style.underline) == (number == 2)


async def test_a_click_on_a_paragraph_marks_its_claims() -> None:
    async with reading() as reader:
        column, row = reader.find("¶2 ")
        await reader.click(column - 6, row + 2)
        assert reader.number == 2
        resting = [claim for claim in reader.section.claims if 2 in claim.paragraphs]
        assert marked(reader)
        assert all(any(begins(claim, row) for claim in resting) for row in marked(reader))


async def test_no_claim_is_marked_while_the_summary_leads() -> None:
    async with reading() as reader:
        assert marked(reader)
        await reader.press("tab")
        assert not marked(reader)


async def test_coming_to_the_summary_one_stands_on_a_claim_of_the_paragraph() -> None:
    async with reading() as reader:
        while reader.number != 7:
            await reader.press("down")
        await reader.press("tab")
        claim = reader.claim
        assert claim is not None
        assert 7 in claim.paragraphs


async def test_a_click_on_a_claim_lights_up_its_words() -> None:
    async with reading() as reader:
        second = reader.section.claims[1]
        column, row = reader.find(f"{POINT}{second.text[:12]}")
        await reader.click(column + 5, row + 1)
        assert reader.focused == "summary"
        assert reader.claim == second
        assert lit(reader) == quoted(reader, second.citations)
        assert lit(reader)


async def test_enter_on_a_claim_goes_to_its_paragraph() -> None:
    async with reading(size=(80, 24)) as reader:
        for claim in reader.section.claims:
            await reader.press("tab")
            await step_to(reader, claim)
            await reader.press("enter")
            assert reader.focused == "article"
            assert reader.number == claim.paragraphs[0]
            assert reader.number in {row.number for row in reader.page()}


async def test_the_words_stay_lit_when_enter_leads_to_them() -> None:
    async with reading() as reader:
        claim = reader.section.claims[1]
        await reader.press("tab")
        await step_to(reader, claim)
        await reader.press("enter")
        assert lit(reader) == quoted(reader, claim.citations)
        assert lit(reader)


async def test_enter_on_an_event_goes_to_its_paragraph() -> None:
    events = bundled().events
    async with reading(size=(80, 24)) as reader:
        for index, event in enumerate(events):  # written in date order
            await reader.press("t", "home", *["right"] * index)
            assert (reader.focused, reader.event) == ("timeline", index)
            await reader.press("enter")
            assert reader.focused == "article"
            assert reader.number == event.paragraphs[0]
            assert_in_sight(reader, event.paragraphs[0])


def timeline_row(reader: Reader, text: str) -> int:
    """The screen row of the timeline's text that holds `text`."""
    top = reader.region(reader.screen.query_one(Timeline)).y
    return next(y for y, row in enumerate(reader.rows()) if y > top and text in row)


@pytest.mark.parametrize("size", [(80, 24), *LARGER])
async def test_enter_goes_through_the_paragraphs_of_an_event_and_says_where(size: tuple[int, int]) -> None:
    events = bundled().events
    index = max(range(len(events)), key=lambda index: len(events[index].paragraphs))
    numbers = events[index].paragraphs
    assert len(numbers) > 1
    async with reading(size=size) as reader:
        await reader.press("t", "home", *["right"] * index)
        for at, number in enumerate((*numbers, numbers[0])):
            await reader.press("enter")
            assert (reader.focused, reader.number, reader.event) == ("article", number, index)
            assert_in_sight(reader, number)
            place = f"({at % len(numbers) + 1} of {len(numbers)})"
            assert timeline_row(reader, place)


@pytest.mark.parametrize("size", [(80, 24), *LARGER])
async def test_a_number_of_the_timeline_leads_to_its_paragraph(size: tuple[int, int]) -> None:
    events = bundled().events
    async with reading(size=size) as reader:
        for index, event in enumerate(events):
            for number in event.paragraphs:
                await reader.press("t", "home", *["right"] * index)
                y = timeline_row(reader, f"¶{number}")
                x = reader.row(y).index(f"¶{number}")
                await reader.click(x + 1, y)
                assert (reader.focused, reader.number, reader.event) == ("article", number, index)
                await reader.press("escape", "1")


@pytest.mark.parametrize("size", [(80, 50), *LARGER])
async def test_a_number_of_the_summary_leads_to_its_paragraph(size: tuple[int, int]) -> None:
    async with reading(size=size, section="full") as reader:
        claims = [claim for claim in reader.section.claims if len(claim.paragraphs) > 1]
        clicked: set[int] = set()
        for claim in claims:
            for number in claim.paragraphs:
                await reader.press("escape", "tab", "home")
                await step_to(reader, claim)
                region = reader.region(reader.summary)
                cited = " ".join(f"¶{one}" for one in claim.paragraphs)
                rows = [row[region.x : region.right] for row in reader.rows()]
                current = [y for y, row in enumerate(rows) if row[1] == "▌" and cited in row]
                if not current:  # of a claim that is higher than the pane
                    continue
                clicked.add(number)
                column = rows[current[0]].index(f"¶{number}")
                await reader.click(region.x + column, current[0])
                assert (reader.focused, reader.number) == ("article", number)
                assert reader.claim == claim
                assert lit(reader) or number != claim.paragraphs[0]
        assert len(clicked) > 1


@pytest.mark.parametrize("size", [(80, 24), (64, 20), *OTHER])
async def test_nothing_jumps_when_the_timeline_takes_the_focus_or_another_event(
    size: tuple[int, int],
) -> None:
    async with reading(size=size, section="full") as reader:
        await reader.press("down", "down")
        timeline = reader.screen.query_one(Timeline)

        def places() -> object:
            panes = (reader.article, reader.summary, timeline)
            return [reader.region(pane) for pane in panes], reader.lines()

        before = places()
        await reader.press("t")
        assert places() == before
        for _ in bundled().events:
            await reader.press("left")
            assert places()[0] == before[0]  # type: ignore[index]
        await reader.press("t")
        assert places()[0] == before[0]  # type: ignore[index]


async def test_every_event_is_one_step_from_the_next() -> None:
    async with reading() as reader:
        await reader.press("t", "home")
        seen = [reader.event]
        for _ in range(len(bundled().events) - 1):
            await reader.press("right")
            seen.append(reader.event)
        assert sorted(seen) == list(range(len(bundled().events)))
        await reader.press("right")
        assert reader.event == seen[-1]
        for event in reversed(seen[:-1]):
            await reader.press("left")
            assert reader.event == event


async def test_an_event_of_another_section_opens_the_full_article() -> None:
    events = bundled().events
    away = next(index for index, event in enumerate(events) if event.paragraphs == (9,))
    async with reading() as reader:
        await reader.press("t", "home", *["right"] * away)
        assert reader.event == away
        await reader.press("enter")
        assert reader.section.key == "full"
        assert reader.number == 9
        assert_in_sight(reader, 9)


async def test_stepping_through_events_marks_their_paragraphs() -> None:
    async with reading(size=(200, 60), section="full") as reader:
        await reader.press("t", "home")
        for _ in bundled().events:
            await reader.press("right")
            wanted = set(bundled().events[reader.event].paragraphs)
            top = reader.region(reader.article).y + 1
            numbers = {
                row.number: bool(reader.cells()[y][row.right + 1].style.underline)
                for y, row in enumerate(reader.page(), top)
                if row.line is not None and row.line.start == 0
            }
            assert {number for number, under in numbers.items() if under} == wanted & numbers.keys()
            assert wanted & numbers.keys()


async def test_standing_on_a_paragraph_selects_an_event_that_rests_on_it() -> None:
    async with reading(section="full") as reader:
        for number in reader.section.paragraphs:
            resting = [event for event in bundled().events if number in event.paragraphs]
            if resting:
                assert bundled().events[reader.event] in resting
            while reader.number == number and number != reader.section.paragraphs[-1]:
                await reader.press("down")


async def test_a_text_without_claims_has_no_links_to_trip_over() -> None:
    async with reading(plain("نص أول", "نص ثان")) as reader:
        await reader.press("down", "enter", "y", "t", "tab", "enter", "up", "escape")
        assert reader.focused == "article"


async def test_another_section_opened_from_the_summary_has_its_first_claim_selected() -> None:
    async with reading() as reader:
        await reader.press("tab", "2")
        first = reader.section.claims[0]
        assert (reader.focused, reader.claim) == ("summary", first)
        assert lit(reader) == quoted(reader, first.citations)
        copied: list[object] = []
        reader.app.hand_out_text = copied.append  # type: ignore[method-assign, assignment]
        await reader.press("y")
        assert len(copied) == 1, "the claim, not the word that there is none"
        await reader.press("enter")
        assert (reader.focused, reader.number) == ("article", first.paragraphs[0])
