"""The command palette finds places of the briefing and goes there."""

from briefing.document import Name
from briefing.reader.view import occurrences
from tests.reader.conftest import Reader, bundled, reading, until
from tests.reader.test_evidence import lit


async def choose(reader: Reader, query: str, expected: str) -> None:
    """Open the palette, type, and take the first thing found, which is to be the one expected."""
    await reader.press("ctrl+p")
    await reader.write(query)
    await until(reader, expected)
    await reader.press("enter")
    assert reader.app.screen is reader.screen, "the palette is still open"
    await reader.settle()


async def test_a_section() -> None:
    async with reading() as reader:
        for query, title, key in (("critic", "Criticism", "criticism"), ("full a", "Full article", "full")):
            await choose(reader, query, f"Section: {title}")
            assert reader.section.key == key
            assert reader.page()[0].number == reader.section.paragraphs[0]


async def test_an_event() -> None:
    index, event = next((n, one) for n, one in enumerate(bundled().events) if one.basis == "projected")
    async with reading(size=(80, 24)) as reader:
        await choose(reader, "pentagon exp", f"Event: {event.title}"[:30])
        assert reader.focused == "timeline"
        assert reader.event == index


def name(english: str) -> Name:
    return next(one for one in bundled().names if one.english == english)


async def test_a_name_is_lit_wherever_it_stands() -> None:
    emanuel = name("Rahm Emanuel")
    spans = occurrences(bundled(), emanuel.arabic)
    assert spans
    async with reading(size=(200, 60)) as reader:
        await choose(reader, "rahm", "Name: Rahm Emanuel")
        assert reader.focused == "article"
        assert reader.article.number == min(spans)
        top = reader.region(reader.article).y + 1
        expected = {
            (x, y)
            for y, row in enumerate(reader.page(), top)
            if row.line is not None and row.number in spans
            for start, end in spans[row.number]
            for first, past in row.line.columns(start, end)
            for x in range(row.left + first, row.left + past)
        }
        assert expected
        assert lit(reader) == expected


async def test_a_name_of_another_section_opens_the_full_article() -> None:
    matsuoka = name("Misato Matsuoka")
    numbers = occurrences(bundled(), matsuoka.arabic)
    async with reading() as reader:
        await choose(reader, "matsuoka", "Name: Misato Matsuoka")
        assert reader.section.key == "full"
        assert reader.article.number == min(numbers)


async def test_what_would_take_painted_shapes_for_text_is_not_offered() -> None:
    async with reading() as reader:
        await reader.press("ctrl+p")
        await reader.write("theme")
        await until(reader, "Change the current theme")
        await reader.press(*["backspace"] * 5)
        await reader.write("screenshot")
        await until(reader, "No matches found")
        await reader.press("escape")
        assert reader.app.screen is reader.screen
