"""How many colours a terminal has, and its ground, may be known late: then every row is sent anew."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from rich.console import RenderableType
from textual.app import App
from textual.screen import Screen

from briefing.machine.terminal.depth import Depth
from tests.judges.quick import QuickEmulator
from tests.tiers import some_of, some_values
from tests.tui.reader import reading


class Sent:
    """What a reader's terminal has by now."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]) -> None:
        self.emulator = QuickEmulator(*size)
        display = App._display

        def noting(app: App[Any], screen: Screen[Any], renderable: RenderableType | None) -> None:
            if renderable is not None:
                self.emulator.feed(renderable.render_segments(app.console).encode())  # type: ignore[union-attr]
            display(app, screen, renderable)

        monkeypatch.setattr(App, "_display", noting)


DEPTHS: tuple[tuple[Depth, Depth], ...] = (("256", "truecolor"), ("standard", "256"), ("truecolor", "256"))
KEYS = (("question_mark",), (), ("ctrl+p",), ("A",), ("slash", "a"))
CASES = product(KEYS, DEPTHS, ((120, 36), (30, 9)))


@pytest.mark.parametrize(("keys", "depths", "size"), some_of(*CASES, some=3))
async def test_all_is_sent_anew(
    monkeypatch: pytest.MonkeyPatch,
    keys: tuple[str, ...],
    depths: tuple[Depth, Depth],
    size: tuple[int, int],
) -> None:
    before, after = depths
    sent = Sent(monkeypatch, size)
    async with reading(size=size, depth=before) as reader:
        await reader.press(*keys)
        app = reader.app
        app._given_depth, app.search = after, SimpleNamespace(terminal=app.terminal, ground=None)  # type: ignore[assignment]
        app.on_terminal_answered()
        await reader.settle()
        await reader.settle()
        shown = sent.emulator.cells()
    anew = Sent(monkeypatch, size)
    async with reading(size=size, depth=after) as reader:
        await reader.press(*keys)
    assert shown == anew.emulator.cells()


@pytest.mark.parametrize("keys", some_values(("question_mark",), (), ("m",), ("ctrl+p", "question_mark")))
async def test_all_is_sent_anew_on_another_ground(
    monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    sent = Sent(monkeypatch, (120, 36))
    async with reading(theme="auto", depth="truecolor") as reader:
        await reader.press(*keys)
        app = reader.app
        assert app.theme == "briefing-dark"
        app.search = SimpleNamespace(terminal=app.terminal, ground="light")  # type: ignore[assignment]
        app.on_ground_reported()
        await reader.settle()
        await reader.settle()
        assert app.theme == "briefing-light"
        shown = sent.emulator.cells()
    anew = Sent(monkeypatch, (120, 36))
    async with reading(theme="light", depth="truecolor") as reader:
        await reader.press(*keys)
    assert shown == anew.emulator.cells()
