"""Letting an application come to rest: all happens that follows from what went in and waits for no clock."""

from __future__ import annotations

import asyncio
from collections.abc import Sized
from typing import Any, Final

from textual import events
from textual.app import App
from textual.drivers.headless_driver import HeadlessDriver
from textual.geometry import Size

# Frames, at most, between a key and the one that shows its effect: what is put off until after a frame may
# ask for one more.
_FRAMES: Final = 2
# Turns of the event loop after which something goes round in circles.
_TURNS: Final = 10_000


async def settle(app: App[Any]) -> None:
    """Deal with all messages, and paint. What takes time, or is done by a thread, is not waited for."""
    for _ in range(_FRAMES):
        await _run_out(app)
        app.screen._on_timer_update()  # paints
    await _run_out(app)


async def press(app: App[Any], *keys: str) -> None:
    """Press keys, by Textual's names, one after the other, each until its effect is painted."""
    for key in keys:
        app.simulate_key(key)
        await settle(app)


def report_mouse(
    app: App[Any], kind: type[events.MouseEvent], column: int, row: int, button: int = 0
) -> None:
    """Let the driver report what the mouse does over a cell of the window, as of a terminal."""
    driver = app._driver
    assert driver is not None
    flags: dict[str, Any] = {"shift": False, "meta": False, "ctrl": False}
    driver.send_message(kind(None, column, row, 0, 0, button, screen_x=column, screen_y=row, **flags))


async def click(app: App[Any], column: int, row: int) -> None:
    """Press and release the left button over a cell of the window."""
    report_mouse(app, events.MouseDown, column, row, 1)
    report_mouse(app, events.MouseUp, column, row, 1)
    await settle(app)


async def resize(app: App[Any], columns: int, rows: int) -> None:
    """Give the window another size, and wait until its screen has it."""
    driver = app._driver
    assert isinstance(driver, HeadlessDriver)
    size = driver._size = Size(columns, rows)
    driver.send_message(events.Resize(size, size))
    while app.screen._compositor.size != size:  # Textual waits a little for more of them
        await asyncio.sleep(0.002)


async def _run_out(app: App[Any]) -> None:
    """Let tasks go on until none can, and nobody waits inside of what a message has started."""
    ready: Sized = asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
    for _ in range(_TURNS):
        await asyncio.sleep(0)
        if app._exception is not None:  # the end of the application raises it
            return
        if not ready:
            if not _is_busy(app):
                return
            await asyncio.sleep(0.001)
    raise AssertionError("the application does not come to rest")


def _is_busy(app: App[Any]) -> bool:
    """Whether the application or a widget in sight is in the middle of a message, waiting for a file, say."""
    pumps = (app, *app.screen.walk_children(with_self=True))
    return any(
        one._running and not one._closing and not one._message_queue.ready_event._waiters for one in pumps
    )
