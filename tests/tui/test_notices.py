"""A notice is one line above the bottom row, on the lower frame: nothing that is read is covered."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.arabic import layout
from tests.tiers import some_values
from tests.tui.reader import SIZES, Reader, reading

#: Keys that say something in the bundled briefing, one after the other.
SAYING = ("v", "d", "d", "f", "ctrl+c", "y")


@pytest.fixture(autouse=True)
def _preferences_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_PREFERENCES", str(tmp_path / "preferences.toml"))


def covered(before: list[str], reader: Reader) -> list[int]:
    """The rows that are other than before."""
    return [y for y, (old, new) in enumerate(zip(before, reader.rows(), strict=True)) if old != new]


async def said(reader: Reader, message: str, title: str = "") -> None:
    reader.app.notify(message, title=title)
    await reader.settle()


@pytest.mark.parametrize("size", some_values(*SIZES), ids=str)
async def test_every_notice_covers_the_frame_alone(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        for key in SAYING:
            await reader.press(key)
            (text,) = [one.message for one in reader.app._notifications]
            assert "\n" not in text
            assert text in reader.row(size[1] - 2)
            with_notice = reader.rows()
            reader.app.clear_notifications()
            await reader.settle()
            assert covered(with_notice, reader) == [size[1] - 2]
            assert set(reader.row(size[1] - 2)) <= set("╰─╯ ")


async def test_a_notice_takes_the_place_of_the_one_before() -> None:
    async with reading(size=(80, 24)) as reader:
        before = reader.rows()
        await said(reader, "The first")
        await said(reader, "The second")
        assert "The first" not in reader.text
        assert "The second" in reader.row(22)
        assert covered(before, reader) == [22]


async def test_what_it_is_about_stands_before_it_as_it_is_painted_elsewhere() -> None:
    async with reading(size=(80, 24)) as reader:
        await said(reader, "5 files", "Summary of Goals (أهداف)")
        shaped = layout("أهداف", 80)[0].text
        assert f" Summary of Goals ({shaped}): 5 files " in reader.row(22)
        await said(reader, "5 files", "أهداف")
        assert f" {shaped}: 5 files " in reader.row(22)
        await said(reader, "Copied", "word " * 60)
        assert "…: Copied" in reader.row(22), "of a long title only as much as there is room for"
        assert "word" not in reader.row(21)


@pytest.mark.parametrize("size", [(40, 12), (80, 24)], ids=str)
async def test_a_long_one_has_more_lines_but_leaves_most_of_the_window(size: tuple[int, int]) -> None:
    rows = size[1]
    async with reading(size=size) as reader:
        before = reader.rows()
        await said(reader, "the beginning " + "/a/long/way/to/it" * 40 + " the end", "Preferences")
        assert "the beginning" in reader.text
        assert "the end" in reader.row(rows - 2)
        changed = covered(before, reader)
        assert changed[-1] == rows - 2
        assert 1 <= len(changed) <= rows // 4
        assert reader.row(rows - 1) == before[-1]


@pytest.mark.parametrize("size", [(60, 14), (120, 20), (200, 23), (120, 36)])
@pytest.mark.parametrize("key", ["m", "i", "question_mark"])
async def test_one_that_is_up_when_a_window_opens_is_there_once(key: str, size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        reader.app.notify("Only once")
        await reader.settle()
        await reader.press(key)
        assert len([row for row in reader.rows() if "Only once" in row]) == 1
