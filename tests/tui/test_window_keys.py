"""`?` in a window says what can be done in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace

from briefing.document import Briefing
from briefing.document.model import Inline
from briefing.settings.keymap import written
from briefing.settings.words import say
from briefing.tui.screens.window_keys import WINDOWS, WindowKeys
from tests.reading.conftest import small
from tests.tui.reader import Reader, reading
from tests.tui.test_help import help_text

#: The key of each window.
KEYS = {"links": "a", "source": "i", "names": "m", "slip": "A", "copy-menu": "C", "palette": "ctrl+p"}


def linked() -> Briefing:
    first, *others = small().paragraphs
    link = Inline(0, 4, "link", "https://a.example")
    return replace(small(), paragraphs=(replace(first, inlines=(link,)), *others))


@pytest.mark.parametrize("window", KEYS)
async def test_a_window_says_which_keys_are_bound_in_it_and_is_there_again_afterwards(window: str) -> None:
    async with reading(linked()) as reader:
        await reader.press(KEYS[window])
        below, before = reader.app.screen, reader.rows()
        there = {*bindings(reader)}
        named = {key for keys, _ in WINDOWS[window] for key in keys}
        assert named <= there, named - there
        await reader.press("question_mark")
        assert isinstance(reader.app.screen, WindowKeys)
        painted = " ".join((await help_text(reader)).replace("│", " ").split())
        for keys, words in WINDOWS[window]:
            assert say(words) in painted
            assert all(written(key) in painted for key in keys)
        assert "Quit" not in painted, "the reader's own keys do nothing here"
        await reader.press("escape")
        assert reader.app.screen is below
        assert reader.rows() == before


def bindings(reader: Reader) -> Iterator[str]:
    """The keys that are bound in the window at hand, its list included."""
    for _, found in reader.app.screen._modal_binding_chain:
        yield from found.key_to_bindings


@pytest.mark.parametrize("sign", ["?", "؟"])
async def test_in_the_palette_it_asks_for_its_keys_only_while_nothing_is_typed(sign: str) -> None:
    async with reading(linked()) as reader:
        await reader.press("ctrl+p")
        palette = reader.app.screen
        await reader.write(sign)
        assert isinstance(reader.app.screen, WindowKeys)
        await reader.press("escape")
        assert reader.app.screen is palette
        await reader.write(f"a{sign}")
        assert reader.app.screen is palette
        assert f"a{sign}" in reader.window_text
        await reader.press("f1")
        assert isinstance(reader.app.screen, WindowKeys)
        await reader.press("ctrl+p")
        assert len(reader.app.screen_stack) <= 3, "and no palette over a palette"
