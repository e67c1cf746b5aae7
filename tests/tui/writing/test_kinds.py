"""Each kind of thing that is written: events, names, sections, the bottom line; changed, moved, deleted."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.reading.selection import Place, Selection
from tests.tiers import some_values
from tests.tui.reader import Reader
from tests.tui.writing.conftest import data, done, said, save, slip, writing


def find(reader: Reader, words: str) -> Selection:
    """Where words stand in the open view."""
    view = reader.app.reading.open
    for at in range(view.count):
        start = view.text(at).find(words)
        if start >= 0:
            return Selection(
                Place(at, start, start + 1), Place(at, start + len(words) - 1, start + len(words))
            )
    raise AssertionError(words)


async def select(reader: Reader, words: str) -> None:
    """Stand on the paragraph of some words, and have them selected."""
    selection = find(reader, words)
    reader.app.act("put-cursor", "article", selection.anchor.item)
    reader.app.act("select", "article", selection)
    await reader.settle()


async def test_an_event_proposes_the_date_that_the_words_carry(own: Path) -> None:
    async with writing(own) as reader:
        number = len(data(own)["events"])
        await select(reader, "10 يونيو/حزيران")
        await reader.press("V")
        assert slip(reader).values["date"] == "XXXX-06-10"
        assert slip(reader).values["basis"] == "inferred", "the text gives no year"
        await reader.press("shift+tab", "ctrl+u")
        await reader.write("2024-13")
        assert "2024-13" in reader.text
        await save(reader)
        assert len(data(own)["events"]) == number, "a wrong date is not written"
        await reader.press("backspace", "backspace")
        await reader.write("06-10")
        await reader.press("tab")
        await reader.write("Something")
        await reader.press("tab", "right")
        await save(reader)
        event = data(own)["events"][-1]
        assert (event["date"], event["title"]) == ("2024-06-10", "Something")
        assert event["arabic"] == "10 يونيو/حزيران"
        shown = reader.app.reading
        assert shown.event is not None
        assert shown.briefing.events[shown.event].title == "Something"


async def test_a_name_is_added_and_a_form_to_one_that_is_known(own: Path) -> None:
    async with writing(own) as reader:
        await select(reader, "طوكيو")
        await reader.press("M")
        assert slip(reader).values["forms"] == "طوكيو"
        await reader.write("Tokyo")
        await reader.press("tab", "4")
        await save(reader)
        assert data(own)["names"][-1] == {"kind": "place", "english": "Tokyo", "arabic": ["طوكيو"]}
        await select(reader, "أوكرانيا")
        await reader.press("M")
        await reader.write("tokyo")
        await save(reader)
        assert data(own)["names"][-1]["arabic"] == ["طوكيو", "أوكرانيا"]
        await reader.press("m", "G", "D")
        await done(reader)
        assert "tokyo" not in {one["english"].lower() for one in data(own)["names"]}
        await reader.press("m", "E")
        await reader.write(" Jr")
        await save(reader)
        assert data(own)["names"][0]["english"].endswith(" Jr")


async def test_claims_are_edited_moved_and_deleted(own: Path) -> None:
    before = [one["text"].split() for one in data(own)["sections"][0]["claims"]]
    async with writing(own) as reader:
        await reader.press("1", "tab", "E")
        await reader.write(" indeed")
        await save(reader)
        assert data(own)["sections"][0]["claims"][0]["text"].split() == [*before[0], "indeed"]
        await reader.press("U")
        await done(reader)
        await reader.press("alt+down")
        await done(reader)
        now = [one["text"].split() for one in data(own)["sections"][0]["claims"]]
        assert now[:2] == before[1::-1]
        assert reader.app.reading.claim is not None
        assert reader.app.reading.claim.text.split() == before[0], "the cursor goes with it"
        await reader.press("D")
        await done(reader)
        now = [one["text"].split() for one in data(own)["sections"][0]["claims"]]
        assert now == before[1:]
        assert "undo" in said(reader)
        await reader.press("Y")
        assert "no draft" in said(reader)


async def test_sections_and_the_bottom_line(own: Path) -> None:
    async with writing(own) as reader:
        await reader.press("1", "B", "ctrl+u")
        await reader.write("All of it")
        await save(reader)
        assert data(own)["bottom_line"].strip() == "All of it"
        await reader.press("2", "S")
        assert slip(reader).slip.kind == "rename-section", "it begins there already"
        await reader.press("escape", "down", "S")
        await reader.write("A new part")
        await save(reader)
        written = data(own)["sections"]
        assert [one["paragraphs"] for one in written[1:3]] == [[3], [4, 5, 13]]
        assert written[2]["title"] == "A new part"
        assert reader.app.reading.open.key == "a-new-part"
        reader.app.act("focus", "sidebar")
        await reader.press("E")
        await reader.write("!")
        await save(reader)
        assert data(own)["sections"][2]["title"] == "A new part!"
        await reader.press("D")
        await done(reader)
        assert [one["paragraphs"] for one in data(own)["sections"][1:3]] == [[3, 4, 5, 13], [8, 9]]


@pytest.mark.parametrize("size", some_values((40, 12), (80, 24), (200, 60)))
async def test_every_slip_fits_every_window(own: Path, size: tuple[int, int]) -> None:
    async with writing(own, size=size) as reader:
        for key in ("A", "V", "M", "S", "B"):
            await reader.press(key)
            box = slip(reader).query_one("#slip").region
            assert box.bottom <= size[1], key
            for field in slip(reader)._fields.values():
                assert field.region.height >= 1, key
                assert box.contains_region(field.region), (key, field.region, box)
            await reader.press("escape")
