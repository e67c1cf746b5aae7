"""Keys are looked up without a detour through what does nothing with them, and lead to the same."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual import events
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Input

from briefing.tui.panes.pane import Pane
from briefing.tui.textual_private.keys_at_once import BoundOnly
from tests.tui.reader import reading


def kinds(base: type[Widget]) -> Iterator[type[Widget]]:
    for kind in base.__subclasses__():
        yield kind
        yield from kinds(kind)


def test_nothing_that_is_bound_only_takes_keys_itself() -> None:
    for kind in kinds(BoundOnly):
        for name in dir(kind):
            takes = name in ("on_key", "_on_key") or name.startswith(("key_", "_key_"))
            assert not takes or getattr(kind, name) is getattr(Widget, name, None), f"{kind.__name__}.{name}"
        assert kind.check_consume_key is Widget.check_consume_key


@pytest.mark.parametrize("keys", [(), ("tab",), ("tab", "tab"), ("shift+tab",), ("c",), ("m",)])
async def test_the_bindings_are_those_that_textual_finds(keys: tuple[str, ...]) -> None:
    async with reading() as reader:
        await reader.press(*keys)
        screen = reader.app.screen
        assert isinstance(screen.focused, BoundOnly)
        theirs = Screen._binding_chain.fget(screen)  # type: ignore[attr-defined]
        assert [(node, found.key_to_bindings) for node, found in screen._binding_chain] == [
            (node, found.key_to_bindings) for node, found in theirs
        ]


async def test_a_key_of_the_reader_goes_to_the_application_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    got: list[tuple[type, str]] = []
    dispatch = MessagePump._dispatch_message

    async def noting(pump: MessagePump, message: events.Event) -> None:
        if isinstance(message, events.Key):
            got.append((type(pump), message.key))
        await dispatch(pump, message)

    monkeypatch.setattr(MessagePump, "_dispatch_message", noting)
    async with reading() as reader:
        await reader.press("2", "tab", "j")
        assert [(kind, key) for kind, key in got if issubclass(kind, Screen | Pane)] == []
        assert [key for _, key in got] == ["2", "tab", "j"]
        assert reader.reading.open.digit == "2"
        await reader.press("slash")
        got.clear()
        await reader.write("2zz")
        assert reader.app.screen.query_one(Input).value == "2zz", "a field keeps its letters"
        assert {kind for kind, _ in got} > {type(reader.app)}


async def test_a_key_that_nothing_is_bound_to_does_nothing() -> None:
    async with reading() as reader:
        before, rows = reader.reading, reader.rows()
        await reader.press("f11", "ctrl+f12", "ä")
        assert reader.reading is before
        assert reader.rows() == rows


async def test_who_types_is_there_whatever_the_terminal_said() -> None:
    async with reading() as reader:
        reader.app.app_focus = False
        await reader.press("2")
        assert reader.app.app_focus
