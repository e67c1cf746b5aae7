"""A window that is too small, for a while or from the start: keys do no harm, and what was open is there."""

from __future__ import annotations

from itertools import product

import pytest

from briefing.tui.panes import sidebar_sheet
from tests.tui.briefings import plain
from tests.tui.hostile import hostile_briefing
from tests.tui.reader import reading

# What was in sight is another matter.
_SEEN_AS_NONE = str.maketrans(dict.fromkeys(sidebar_sheet._SEEN, " "))


@pytest.mark.parametrize("keys", product(("w", "star", "tab"), ("shift+up", "shift+left")), ids="+".join)
async def test_keys_do_no_harm_where_nothing_was_ever_laid_out(keys: tuple[str, ...]) -> None:
    async with reading(plain("كتب أحمد كتابا", "قرأ"), size=(60, 10)) as reader:
        await reader.press(*(key.replace("star", "asterisk") for key in keys), "shift+down", "shift+right")
        await reader.resize(80, 24)
        assert "Window too small" not in reader.text


async def test_the_field_for_a_paragraph_is_there_again() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("colon")
        await reader.resize(60, 10)
        await reader.resize(80, 24)
        await reader.write("7")
        await reader.press("enter")
        assert reader.reading.number == 7


async def test_the_field_of_a_search_is_there_again() -> None:
    async with reading(size=(80, 24)) as reader:
        await reader.press("slash")
        await reader.write("em")
        await reader.resize(60, 10)
        await reader.resize(80, 24)
        await reader.write("anu")
        assert "/emanu" in reader.rows()[-1]
        await reader.press("escape")
        assert reader.reading.search is None


@pytest.mark.parametrize("keys", [("d",), ("z", "d", "z")], ids="+".join)
async def test_what_changes_behind_it_is_laid_out_for_its_frame(keys: tuple[str, ...]) -> None:
    shown: list[list[str]] = []
    for size in ((120, 36), (35, 28)):
        async with reading(hostile_briefing(), size=(120, 36)) as reader:
            await reader.resize(*size)
            await reader.press(*keys)
            await reader.resize(120, 36)
            rows = reader.inside(reader.sidebar)
            shown.append(["".join(cell.text for cell in row).translate(_SEEN_AS_NONE) for row in rows])
    assert shown[1] == shown[0]
