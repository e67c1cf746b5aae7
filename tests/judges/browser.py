"""A real browser, headless: what a page shows, cell by cell and as pixels, and what it asked the network for.

    async with Chromium() as chromium:
        page = await chromium.open("http://127.0.0.1:8000/")
        await page.wait_for("Background")
        await page.press("t", "Tab")
        print(page.requests, await page.rows())

Every page is of another visitor, with cookies, storage and permissions of its own. It is spoken to by
Chromium's own protocol, over the WebSocket client that serving needs anyway.
"""

from __future__ import annotations

import asyncio
import base64
import itertools
import json
import tempfile
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Final

import aiohttp

from tests.judges.emulator import Cell

CHROMIUM: Final = "chromium"

_OPTIONS: Final = (
    *(
        "--headless=new",
        "--no-sandbox",
        "--hide-scrollbars",
        "--force-device-scale-factor=1",
        "--no-first-run",
    ),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic"),
    *("--disable-gpu", "--remote-debugging-port=0", "about:blank"),
)
_PATIENCE: Final = 30.0
_GLANCE: Final = 0.05

# xterm.js's view hangs at nothing one can name: but it sets this property, and so comes by here.
_CATCH_TERMINAL: Final = """
Object.defineProperty(Object.prototype, "fitAddon", {configurable: true, set(addon) {
  Object.defineProperty(this, "fitAddon", {value: addon, writable: true});
  delete Object.prototype.fitAddon;
  window.judged = this;
}});
"""
_ROWS: Final = """
(() => {
  const buffer = window.judged?.terminal.buffer.active;
  if (!buffer) return [];
  return Array.from({length: window.judged.terminal.rows}, (_, y) => {
    const line = buffer.getLine(buffer.viewportY + y);
    return Array.from({length: window.judged.terminal.cols}, (_, x) => {
      const cell = line.getCell(x);
      return cell.getWidth() ? cell.getChars() || " " : "";
    });
  });
})()
"""
_KEYS: Final = {
    "Tab": 9,
    "Enter": 13,
    "Escape": 27,
    "PageUp": 33,
    "PageDown": 34,
    "End": 35,
    "Home": 36,
    "ArrowLeft": 37,
    "ArrowUp": 38,
    "ArrowRight": 39,
    "ArrowDown": 40,
}
_PLAIN: Final = Cell(" ", "default", "default", False, False, False, False)


class PageError(RuntimeError):
    """What the browser says went wrong."""


class Chromium:
    """A running browser: an asynchronous context manager."""

    def __init__(self, *options: str) -> None:
        self._options = options
        self._folder = tempfile.TemporaryDirectory(prefix="chromium-", ignore_cleanup_errors=True)
        self._numbers = itertools.count(1)
        self._answers: dict[int, asyncio.Future[dict[str, Any]]] = {}
        self._pages: dict[str, Page] = {}

    async def __aenter__(self) -> Chromium:
        profile = Path(self._folder.name, "profile")
        self._process = await asyncio.create_subprocess_exec(
            CHROMIUM,
            f"--user-data-dir={profile}",
            *self._options,
            *_OPTIONS,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        written = profile / "DevToolsActivePort"
        deadline = time.monotonic() + _PATIENCE
        while not (written.exists() and written.read_text().count("\n")):
            if time.monotonic() > deadline or self._process.returncode is not None:
                raise PageError("Chromium does not start")
            await asyncio.sleep(_GLANCE)
        port, path = written.read_text().splitlines()[:2]
        self._client = aiohttp.ClientSession()
        self._socket = await self._client.ws_connect(f"ws://127.0.0.1:{port}{path}", max_msg_size=0)
        self._listener = asyncio.create_task(self._listen())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.cancel()
        await self._client.close()
        self._process.terminate()
        await self._process.wait()
        self._folder.cleanup()

    async def open(self, url: str, width: int = 1200, height: int = 720) -> Page:
        """Open a page as a visitor who has not been here before."""
        context = (await self.call("Target.createBrowserContext"))["browserContextId"]
        size: dict[str, Any] = {"width": width, "height": height}
        target = await self.call("Target.createTarget", url="about:blank", browserContextId=context, **size)
        attached = await self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        page = self._pages[attached["sessionId"]] = Page(self, attached["sessionId"], context)
        for domain in ("Page", "Network", "Runtime"):
            await page.call(f"{domain}.enable")
        await page.call("Emulation.setFocusEmulationEnabled", enabled=True)
        await page.call("Emulation.setDeviceMetricsOverride", deviceScaleFactor=1, mobile=False, **size)
        await page.call("Page.addScriptToEvaluateOnNewDocument", source=_CATCH_TERMINAL)
        await page.call("Page.navigate", url=url)
        return page

    async def close_pages(self) -> None:
        """Close all pages but those that are `lasting`."""
        for session, page in [*self._pages.items()]:
            if not page.lasting:
                del self._pages[session]
                await self.call("Target.disposeBrowserContext", browserContextId=page.context)

    async def call(self, method: str, session: str | None = None, **parameters: Any) -> dict[str, Any]:
        """Ask the browser for something. Raises PageError if it cannot."""
        number = next(self._numbers)
        answer = self._answers[number] = asyncio.get_running_loop().create_future()
        message = {"id": number, "method": method, "params": parameters}
        await self._socket.send_json(message | ({"sessionId": session} if session else {}))
        found = await asyncio.wait_for(answer, _PATIENCE)
        if "error" in found:
            raise PageError(f"{method}: {found['error']['message']}")
        result: dict[str, Any] = found["result"]
        return result

    async def _listen(self) -> None:
        async for message in self._socket:
            said = message.json()
            if "id" in said:
                self._answers.pop(said["id"]).set_result(said)
            elif page := self._pages.get(said.get("sessionId", "")):
                page.take(said["method"], said["params"])


class Page:
    """One visitor's page, with a terminal by xterm.js on it."""

    def __init__(self, chromium: Chromium, session: str, context: str) -> None:
        self._chromium = chromium
        self._session = session
        self.context = context
        self.lasting = False
        self.requests: list[str] = []
        self.complaints: list[str] = []

    async def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask the page for something. Raises PageError if it cannot."""
        return await self._chromium.call(method, self._session, **parameters)

    def take(self, method: str, said: dict[str, Any]) -> None:
        """Note what the page asks for, and what goes wrong in it."""
        if method == "Network.requestWillBeSent":
            self.requests.append(said["request"]["url"])
        elif method == "Network.webSocketCreated":
            self.requests.append(said["url"])
        elif method == "Runtime.exceptionThrown":
            self.complaints.append(str(said["exceptionDetails"]))

    async def run(self, script: str) -> Any:
        """Evaluate a script, as if the visitor had just done something, and return its value."""
        how = {"awaitPromise": True, "returnByValue": True, "userGesture": True}
        done = await self.call("Runtime.evaluate", expression=script, **how)
        if "exceptionDetails" in done:
            raise PageError(str(done["exceptionDetails"]))
        return done["result"].get("value")

    async def allow(self, permission: str, setting: str = "granted") -> None:
        """Let the page do something, or forbid it ("denied"), whatever the visitor is asked."""
        name = {"name": permission}
        context = {"browserContextId": self.context}
        await self._chromium.call("Browser.setPermission", permission=name, setting=setting, **context)

    async def save_downloads(self, folder: Path) -> None:
        """Save what the page hands out in a folder, without asking."""
        where = {"downloadPath": str(folder), "browserContextId": self.context}
        await self._chromium.call("Browser.setDownloadBehavior", behavior="allow", **where)

    async def type(self, characters: str) -> None:
        """Have the terminal send characters as they are."""
        await self.run(f"judged.terminal.input({json.dumps(characters)})")

    async def press(self, *keys: str) -> None:
        """Press keys, by the browser's names: "t", "Tab", "ArrowDown"."""
        for key in keys:
            code = {"windowsVirtualKeyCode": _KEYS.get(key) or ord(key.upper())}
            text = {"text": "\r" if key == "Enter" else key} if len(key) == 1 or key == "Enter" else {}
            await self.call("Input.dispatchKeyEvent", type="keyDown", key=key, **code, **text)
            await self.call("Input.dispatchKeyEvent", type="keyUp", key=key, **code)

    async def cells(self) -> list[list[Cell]]:
        """What is in every cell of the terminal; of its look nothing is known."""
        return [[_PLAIN._replace(text=text) for text in row] for row in await self.run(_ROWS)]

    async def rows(self) -> list[str]:
        """The terminal's rows as text."""
        return ["".join(cell.text for cell in row) for row in await self.cells()]

    async def wait_for(self, text: str, *, gone: bool = False) -> None:
        """Wait until a row of the terminal holds `text`, or none does any more. Raises TimeoutError."""
        await self.wait_until(lambda rows: any(text in row for row in rows) is not gone, text)

    async def wait_until(self, true: Any, what: str) -> None:
        """Wait until `true` of the terminal's rows. Raises TimeoutError."""
        deadline = time.monotonic() + _PATIENCE
        while not true(rows := await self.rows()):
            if time.monotonic() > deadline:
                raise TimeoutError(f"{what!r} does not come\n" + "\n".join([*rows, *self.complaints]))
            await asyncio.sleep(_GLANCE)

    async def wait_for_true(self, script: str) -> None:
        """Wait until a script's value is true. Raises TimeoutError."""
        deadline = time.monotonic() + _PATIENCE
        while not await self.run(script):
            if time.monotonic() > deadline:
                raise TimeoutError(f"never true: {script}")
            await asyncio.sleep(_GLANCE)

    async def picture(self, path: Path) -> None:
        """Save what the page looks like as a PNG."""
        path.write_bytes(base64.b64decode((await self.call("Page.captureScreenshot"))["data"]))
