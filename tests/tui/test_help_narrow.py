"""The help in narrow and low windows: words stand beside their keys, and few rows are cut up."""

from __future__ import annotations

import pytest

from tests.tui.doubled import in_doubled_words
from tests.tui.reader import Reader, reading

pytestmark = pytest.mark.whole


def rows_of(reader: Reader) -> list[str]:
    """The rows inside the help's frame."""
    return [row.strip("│ ▁▂▃▄▅▆▇█") for row in reader.window_text.splitlines()[1:-1]]


async def all_rows(reader: Reader) -> list[str]:
    """All rows of the help, scrolled through."""
    rows = rows_of(reader)
    while True:
        before = rows_of(reader)
        await reader.press("j")
        if rows_of(reader) == before:
            return rows
        rows.append(rows_of(reader)[-1])


@pytest.mark.parametrize("size", [(40, 12), (50, 15)])
async def test_words_follow_their_keys_where_there_is_no_room_for_columns(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("question_mark")
        rows = await all_rows(reader)
        assert "↓ or j  Next paragraph, claim," in " ".join(rows)
        flat = " ".join(" ".join(rows).split())
        assert "Backspace From a paragraph to the claims that rest on it, one by one" in flat
        assert "PgUp or Shift+Space A screenful back" in flat
        words = [row for row in rows if row]
        assert sum(len(row) for row in words) / len(words) > 18, "rows are filled"


@pytest.mark.parametrize("size", [(60, 20), (79, 24)])
async def test_keys_and_words_stand_in_columns_of_their_own(size: tuple[int, int]) -> None:
    async with reading(size=size) as reader:
        await reader.press("question_mark")
        column = reader.find("Next paragraph")[0]
        assert {reader.find(words)[0] for words in ("Previous one", "To the first", "Next word")} == {column}


async def test_in_a_low_window_no_row_is_left_blank_for_looks() -> None:
    async with reading(size=(40, 12)) as reader:
        await reader.press("question_mark")
        assert rows_of(reader)[0].startswith("Here:")
        assert all(rows_of(reader))


async def test_where_there_is_room_no_words_are_wrapped() -> None:
    async with reading(size=(100, 60)) as reader:
        await reader.press("question_mark")
        assert "From a paragraph to the claims that rest on it, one by one" in reader.text


async def test_it_is_laid_out_anew_for_another_size() -> None:
    async with reading(size=(120, 36)) as reader:
        await reader.press("question_mark")
        await reader.resize(40, 12)
        assert "↓ or j  Next paragraph" in reader.text
        await reader.resize(120, 36)
        assert "↓ or j  Next paragraph" not in reader.text


async def test_in_a_mirrored_interface_keys_are_at_the_right_and_words_go_on_before_them() -> None:
    with in_doubled_words():
        async with reading(size=(40, 12)) as reader:
            await reader.press("question_mark")
            rows = [row.rstrip("│ ") for row in reader.window_text.splitlines()[1:-1]]
            assert rows[1].endswith("Next Next paragraph  ↓ or or j")
            assert {len(row) for row in rows if row.endswith((" or j", " or k", " or g"))} == {len(rows[1])}
