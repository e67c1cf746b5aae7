"""What goes into a reader without a terminal: keys, characters, the mouse, another size of its window."""

from __future__ import annotations

from textual import events
from textual.pilot import Pilot

from briefing.tui import BriefingApp
from tests.tui.settling import report_mouse, resize, settle


class Input:
    """The keyboard, mouse and window of a running reader."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys, by Textual's names, one after the other, each until its effect is painted."""
        for key in keys:
            self.app.simulate_key(key)
            await self.settle()

    async def write(self, text: str) -> None:
        """Type characters into a field."""
        for character in text:
            self._send(events.Key("space" if character == " " else character, character))
        await self.settle()

    async def click(self, column: int, row: int) -> None:
        """Press and release the left button, as a terminal reports it."""
        self._mouse(events.MouseDown, column, row, 1)
        self._mouse(events.MouseUp, column, row, 1)
        await self.settle()

    async def drag(self, column: int, *rows: int, released: bool = True) -> None:
        """Press the left button on the first of `rows`, move through the others, release it on the last."""
        self._mouse(events.MouseDown, column, rows[0], 1)
        for row in rows[1:]:
            await self.settle()
            self._mouse(events.MouseMove, column, row, 1)
        await self.settle()
        if released:
            self._mouse(events.MouseUp, column, rows[-1], 1)
            await self.settle()

    async def hover(self, column: int, row: int, button: int = 0) -> None:
        """Move the pointer, with a button held down or (0) without."""
        self._mouse(events.MouseMove, column, row, button)
        await self.settle()

    async def wheel(self, column: int, row: int, steps: int) -> None:
        """Turn the wheel over a cell: `steps` down, or up where it is negative."""
        for _ in range(abs(steps)):
            self._mouse(events.MouseScrollDown if steps > 0 else events.MouseScrollUp, column, row, 0)
        await self.settle()

    async def resize(self, columns: int, rows: int) -> None:
        """Give the window another size."""
        await resize(self.app, columns, rows)
        await self.settle()

    async def settle(self) -> None:
        """Let everything happen that follows from what went in."""
        await settle(self.app)

    def _mouse(self, kind: type[events.MouseEvent], column: int, row: int, button: int) -> None:
        report_mouse(self.app, kind, column, row, button)

    def _send(self, event: events.Event) -> None:
        """Let the driver report an event, as it does what a terminal sends."""
        driver = self.app._driver
        assert driver is not None
        driver.send_message(event)
