"""Events on their way to the application: in order, at most so many, and what ends something first."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from textual import events
from textual.app import App, ComposeResult
from textual.message import Message
from textual.widgets import Input

from briefing.tui.textual_private.input_channel import LIMIT, InputChannel

pytestmark = pytest.mark.whole


class Slow(App[None]):
    """Takes its time for each key."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[str] = []
        self.most = 0

    def compose(self) -> ComposeResult:
        yield Input()

    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key):
            self.got.append(event.key)
            self.most = max(self.most, self._message_queue.qsize())
            await asyncio.sleep(0.002)
        await super().on_event(event)


def key(character: str) -> events.Key:
    return events.Key(character, character)


def channel_of(app: App[Any]) -> InputChannel:
    return InputChannel(app, asyncio.get_running_loop())


def put_many(channel: InputChannel, letters: str) -> None:
    for letter in letters:
        channel.put(key(letter))


async def emptied(channel: InputChannel) -> None:
    while channel._delivering:
        await asyncio.sleep(0.01)
    await channel.dealt_with()


async def test_a_line_that_is_typed_at_once_is_all_read() -> None:
    app = Slow()
    line = "the quick brown fox, queued, jumps over everything that is lazy"
    async with app.run_test():
        channel = channel_of(app)
        for letter in line:
            channel.put(key(letter))
        await emptied(channel)
        assert app.query_one(Input).value == line


async def test_a_flood_fills_no_queue_and_q_does_not_wait_for_it() -> None:
    app = Slow()
    async with app.run_test():
        channel = channel_of(app)
        for _ in range(50):
            await asyncio.to_thread(put_many, channel, "x" * 1000)
            assert len(channel._waiting) <= LIMIT
        before = len(app.got)
        await asyncio.to_thread(channel.put, key("q"))
        await emptied(channel)
        assert app.most < 10
        assert app.got.index("q") - before < LIMIT // 8, "some are taken while it is put"


async def test_q_is_not_pushed_out() -> None:
    app = Slow()
    async with app.run_test():
        channel = channel_of(app)
        for letter in "q" + "x" * 2000:
            channel.put(key(letter))
        await emptied(channel)
        assert app.got[0] == "q"
        assert len(app.got) <= LIMIT + 1


async def test_of_moves_and_states_the_last_counts() -> None:
    app = Slow()
    async with app.run_test():
        channel = channel_of(app)
        channel._delivering = True
        for column in range(100):
            channel.put(events.MouseMove(None, column, 1, 0, 0, 0, False, False, False))
        channel.put(key("x"))
        for _ in range(50):
            channel.put(events.AppBlur())
            channel.put(events.AppFocus())
        kinds = [type(message).__name__ for message in channel._waiting]
        assert kinds == ["MouseMove", "Key", "AppBlur", "AppFocus"]


class Failing(Slow):
    """Fails when it is handed an x."""

    def __init__(self) -> None:
        super().__init__()
        self.faults: list[str] = []

    def post_message(self, message: Message) -> bool:
        if isinstance(message, events.Key) and message.key == "x":
            raise RuntimeError("x")
        return super().post_message(message)

    def _handle_exception(self, error: Exception) -> None:
        self.faults.append(str(error))


async def test_a_fault_on_the_way_is_told_and_the_next_key_is_heard() -> None:
    app = Failing()
    async with app.run_test():
        channel = channel_of(app)
        put_many(channel, "axb")
        async with asyncio.timeout(5):
            await emptied(channel)
        assert app.got == ["a", "b"]
        assert app.faults == ["x"]
