"""The row that says what is wrong in the file: where, what, how often, and the key that leads there."""

from __future__ import annotations

from briefing.settings.keymap import bound
from briefing.tui.panes.mistake_bar import Mistake, MistakeBar
from tests.reading.conftest import bare
from tests.tui.reader import Reader, reading

KEY = next(one.written for one in bound() if one.action == "editor")
PLACED = Mistake("/a/long/way/briefing.toml", 12, 3, "no such paragraph; give one from 1 to 5")
WHOLE = Mistake("/a/long/way/briefing.toml", 0, 0, "it is gone")


async def shown(reader: Reader, bar: MistakeBar, *mistakes: Mistake) -> str:
    bar.mistakes = mistakes
    await reader.settle()
    return reader.row(bar.region.y)


async def test_it_says_where_and_what_as_far_as_there_is_room() -> None:
    edited: list[bool] = []
    async with reading(bare(), section=None, size=(100, 12)) as reader:
        bar = MistakeBar((WHOLE,), lambda: edited.append(True))
        await reader.screen.mount(bar)
        await reader.settle()
        assert "briefing.toml: it is gone" in reader.row(bar.region.y)
        assert (await shown(reader, bar)).strip() == ""
        row = await shown(reader, bar, PLACED)
        assert row.startswith(" briefing.toml, line 12: no such paragraph; give one from 1 to 5 ")
        assert row.endswith(f"  {KEY} ")
        assert "line" not in await shown(reader, bar, WHOLE)
        assert "briefing.toml: it is gone" in reader.row(bar.region.y)
        several = await shown(reader, bar, WHOLE, PLACED)
        assert several.endswith(f"  1 of 2 {KEY} ")
        await reader.resize(62, 12)
        assert "briefing.toml, line 12: no such" in await shown(reader, bar, PLACED)
        await reader.resize(61, 12)
        row = await shown(reader, bar, PLACED)
        assert "briefing.toml" not in row
        assert "12" in row
        assert "briefing.toml: it is gone" in await shown(reader, bar, WHOLE)
        stood = reader.number
        await reader.click(3, bar.region.y)
        assert edited == [True]
        assert reader.number == stood
