"""A claim lights up its words: exactly the cells of its quotes, in every section and size."""

from collections.abc import Sequence

import pytest

from briefing.document import Citation, Claim
from tests.tui.briefings import bundled
from tests.tui.reader import Reader, reading

Place = tuple[int, int]


def lit(reader: Reader) -> set[Place]:
    """The cells of the article's text that stand out by their ground."""
    region, page = reader.region(reader.article), reader.page()
    edge = max(row.right for row in page)
    cells = reader.cells()
    return {
        (x, y)
        for y in range(region.y + 1, region.bottom - 1)
        for x in range(region.x + 1, edge)
        if (ground := cells[y][x].style.bgcolor) is not None
        and ground.name.lower() == reader.app.theme_variables["evidence"]
    }


def quoted(reader: Reader, citations: tuple[Citation, ...]) -> set[Place]:
    """The cells in sight that show the quotes, by the text engine."""
    top = reader.region(reader.article).y + 1
    return {
        (x, y)
        for y, row in enumerate(reader.page(), top)
        for citation in citations
        if row.line is not None and row.number == citation.paragraph
        for first, past in row.line.columns(*span(citation))
        for x in range(row.left + first, row.left + past)
    }


def span(citation: Citation) -> tuple[int, int]:
    """The slice of its paragraph that a citation quotes."""
    start = bundled().paragraph(citation.paragraph).text.index(citation.quote)
    return start, start + len(citation.quote)


def first_word(claim: Claim, numbers: Sequence[int]) -> Citation:
    """The first cited word of a claim, in the order of the paragraphs `numbers`."""
    citations = [one for one in claim.citations if one.paragraph in numbers]
    first = min(citations, key=lambda one: (numbers.index(one.paragraph), span(one)))
    return Citation(first.paragraph, first.quote.split()[0])


def selected(reader: Reader) -> Claim:
    """The claim that the summary's cursor is on."""
    claim = reader.claim
    assert claim is not None
    return claim


async def step_to(reader: Reader, claim: Claim) -> None:
    """Down the summary to a claim; one that does not fit the pane takes several steps."""
    for _ in range(8):
        if reader.claim == claim:
            return
        await reader.press("down")
    raise AssertionError(f"not reached: {claim.text}")


@pytest.mark.parametrize(("sections", "size"), [("1234", (80, 24)), ("0", (120, 36)), ("2", (200, 60))])
async def test_every_claim_lights_up_its_quotes_and_nothing_else(
    sections: str, size: tuple[int, int]
) -> None:
    async with reading(size=size) as reader:
        for digit in sections:
            await reader.press("escape", digit, "tab", "home")
            for claim in reader.section.claims:
                await step_to(reader, claim)
                expected = quoted(reader, claim.citations)
                assert lit(reader) == expected
                first = quoted(reader, (first_word(claim, reader.section.paragraphs),))
                assert first, "the quote is out of sight"
                assert first <= expected


async def test_evidence_has_a_ground_of_its_own_too() -> None:
    async with reading() as reader:
        before = reader.cells()
        await reader.press("tab")
        after = reader.cells()
        places = lit(reader)
        assert places
        for x, y in places:
            assert after[y][x].text == before[y][x].text
            assert after[y][x].style.bgcolor != before[y][x].style.bgcolor


async def test_the_numbers_of_cited_paragraphs_are_marked() -> None:
    async with reading(size=(200, 60)) as reader:
        await reader.press("tab")
        for claim in reader.section.claims:
            top = reader.region(reader.article).y + 1
            for y, row in enumerate(reader.page(), top):
                if row.line is not None and row.line.start == 0:
                    number = reader.cells()[y][row.right + 1]
                    assert number.text == "¶"
                    assert bool(number.style.underline) == (row.number in claim.paragraphs)
            await reader.press("down")


async def test_going_back_to_the_article_puts_the_light_out() -> None:
    async with reading() as reader:
        await reader.press("tab")
        assert lit(reader)
        await reader.press("escape")
        assert not lit(reader)


async def test_another_section_puts_the_light_out_and_its_own_first_claim_on() -> None:
    async with reading() as reader:
        await reader.press("tab", "down", "2")
        assert reader.claim is None or reader.claim in reader.section.claims
        citations = reader.claim.citations if reader.claim else ()
        assert lit(reader) == quoted(reader, citations)


async def test_evidence_stays_lit_when_the_window_changes() -> None:
    async with reading() as reader:
        await reader.press("tab", "down")
        for size in ((100, 30), (64, 24), (170, 50)):
            await reader.resize(*size)
            assert lit(reader) == quoted(reader, selected(reader).citations)
            assert lit(reader)
