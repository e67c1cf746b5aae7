"""The screens in a language longer by half: nothing is cut that English shows whole, and no row is broken."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest

from briefing.settings.words import ENGLISH
from tests.tiers import some_of
from tests.tui.reader import SIZES, reading
from tests.tui.stretched import in_stretched_words, stretched
from tests.tui.test_mirrored import FEATURES, LATER, LINKED

_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_FIRST_OTHER: Final = "\u0500"  # behind Latin letters
_VALUE: Final = re.compile(r"\{[^}]*\}")


def words_of(text: str) -> frozenset[str]:
    """The words in a text that is no Arabic, whole."""
    return frozenset(
        word for word in _WORD.findall(_VALUE.sub(" ", text)) if word.isascii() or word < "\u0500"
    )


#: Every word of the longer language, and what stands in the window in every language.
_WHOLE: Final = frozenset().union(*map(words_of, map(stretched, ENGLISH.words.values())))
_ANYWHERE: Final = frozenset(("Source", "https", "invalid"))


@pytest.mark.whole
@pytest.mark.parametrize(
    ("feature", "size"),
    [
        case
        for feature in (*FEATURES, *LATER)
        for case in some_of(*((feature, size) for size in (*SIZES, (50, 20))))
    ],
)
async def test_longer_words_are_whole_or_said_to_be_cut(
    feature: str, size: tuple[int, int], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BRIEFING_PREFERENCES", str(tmp_path / "preferences.toml"))  # nothing is said of it
    section, keys = {**FEATURES, **LATER}[feature]
    with in_stretched_words():
        async with reading(LINKED, size=size, section=section) as reader:
            await reader.press(*keys)
            reader.app.clear_notifications()  # that nothing can be kept here
            await reader.settle()
            assert {len(cells) for cells in reader.cells()} == {size[0]}
            rows = reader.window_text.splitlines()
            assert [row for row in rows if row.count("│") % 2] == []
            cut = {row: words_of(row) - _WHOLE - _ANYWHERE for row in rows if "…" not in row}
            assert {row: words for row, words in cut.items() if words} == {}


@pytest.mark.parametrize(("columns", "whole"), [(120, True), (80, True), (46, False)])
async def test_a_choice_shows_what_is_chosen_however_narrow(columns: int, whole: bool) -> None:
    kinds = [stretched(ENGLISH.words[f"kind.{kind}"]) for kind in ("person", "body", "weapon", "place")]
    with in_stretched_words():
        async with reading(LINKED, size=(columns, 24)) as reader:
            await reader.press("M", "down")
            seen = []
            for _ in kinds:
                row = next(row for row in reader.rows() if stretched("Kind") + " " in row)
                seen.append(all(kind in row for kind in kinds) == ("…" not in row))
                assert ("…" not in row) == whole
                assert any(kind in row for kind in kinds)
                await reader.press("right")
            assert all(seen)
