"""The server: a page, its scripts, styles and fonts, a socket for each visitor, and pictures on their way.

textual-serve carries the socket's messages and the front end; which addresses there are, and for whom, is
settled here. No address leads to a folder, and none takes a path or an argument.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
import shlex
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.typedefs import Handler, Middleware
from textual_serve.server import Server

from briefing.reader.fonts import fonts

#: So many read at a time: each is a process of its own.
VISITORS: Final = 32
_PAGE: Final = Path(__file__).parent / "page"
_OWN_NAMES: Final = ("localhost", "127.0.0.1", "::1")
# Nothing from elsewhere, nothing in other people's frames; what xterm.js styles, it styles in the page.
_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
        " img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
# Whoever reads is not at the host's terminal, display or SSH connection.
_OF_THE_HOST: Final = re.compile(
    r"NO_COLOR|TERM|TERM_.*|COLORTERM|COLORFGBG|TMUX.*|STY|SSH_.*|VTE_.*|KONSOLE_.*|KITTY_.*|MLTERM"
    r"|WT_SESSION|WSL.*|DISPLAY|WAYLAND_DISPLAY|TEXTUAL.*"
)
_CLOSING: Final = 2.0  # seconds that visitors' processes get to end


def run(visitor: Sequence[str], host: str, port: int, *, own: bool, ready: Callable[[str], None]) -> None:
    """Serve until SIGINT or SIGTERM. `own`: only this machine is to reach it. `ready` is told the URL.

    `visitor` is what a visitor's process is told. Raises OSError if the port cannot be had.
    """
    logging.getLogger("textual-serve").setLevel(logging.CRITICAL)  # or any visitor could fill the terminal
    for name in filter(_OF_THE_HOST.fullmatch, [*os.environ]):
        del os.environ[name]
    os.environ["TERM"] = "xterm-256color"
    asyncio.run(_serve(application(_command(visitor), own=own, host=host), host, port, ready))


def application(command: str, *, own: bool, host: str) -> web.Application:
    """Return what answers; every visitor gets the program that `command` starts."""
    service = _Service(command)
    program = Path(service.statics_path)
    files = {
        "/": _PAGE / "index.html",
        "/page.js": _PAGE / "page.js",
        "/page.css": _PAGE / "page.css",
        "/textual.js": program / "js" / "textual.js",
        "/xterm.css": program / "css" / "xterm.css",
        "/font.ttf": fonts().regular,
        "/font-bold.ttf": fonts().bold,
    }
    names = {*_OWN_NAMES, host.lower()} if own else set()
    app = web.Application(middlewares=[_guard(frozenset(names))])
    app.add_routes([web.get(address, _file(file)) for address, file in files.items()])
    app.add_routes([web.get("/ws", service.handle_websocket)])
    app.add_routes([web.get("/download/{key}", service.handle_download)])
    app.on_response_prepare.append(_add_headers)
    app.on_shutdown.append(service.end_visits)
    return app


class _Service(Server):
    """textual-serve's, for so many visitors at a time."""

    def __init__(self, command: str) -> None:
        super().__init__(command)
        self._visits: set[asyncio.Task[object]] = set()

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Give a visitor a program, as long as there is room."""
        if not web.WebSocketResponse().can_prepare(request):
            raise web.HTTPBadRequest(text="this is for the page's own socket")
        if len(self._visits) >= VISITORS:
            raise web.HTTPServiceUnavailable(text=f"{VISITORS} people are reading; come back later")
        visit = asyncio.current_task()
        assert visit is not None
        self._visits.add(visit)
        try:
            return await super().handle_websocket(request)
        finally:
            self._visits.discard(visit)

    async def end_visits(self, _: web.Application) -> None:
        """Let nobody be waited for."""
        for visit in self._visits:
            visit.cancel()


def _command(visitor: Sequence[str]) -> str:
    # -P: a folder called `briefing` where it is started is not the program.
    command = [sys.executable, "-P", "-m", "briefing.web.visitor", *visitor]
    return subprocess.list2cmdline(command) if os.name == "nt" else f"exec {shlex.join(command)}"


def _file(path: Path) -> Handler:
    headers = {"Content-Type": "font/ttf"} if path.suffix == ".ttf" else None

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.FileResponse(path, headers=headers)

    return answer


def _guard(names: frozenset[str]) -> Middleware:
    """Keep other web pages out: a browser lets any of them open a socket to this machine.

    They say who they are (Origin); one whose name was made to mean this machine is known by that name (Host).
    `names` are those that it goes by; none: any.
    """

    @web.middleware
    async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
        try:
            name = urlsplit(f"//{request.host}").hostname
            origin = urlsplit(request.headers.get("Origin", f"//{request.host}")).netloc
        except ValueError:
            raise web.HTTPBadRequest(text="this is no address") from None
        if names and name not in names:
            raise web.HTTPForbidden(text="this address is not served")
        if origin != request.host:
            raise web.HTTPForbidden(text="other pages are not served")
        return await handler(request)

    return guard


async def _add_headers(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)


async def _serve(app: web.Application, host: str, port: int, ready: Callable[[str], None]) -> None:
    ended = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):  # Windows: there Ctrl+C cancels us
            asyncio.get_running_loop().add_signal_handler(number, ended.set)
    runner = web.AppRunner(app, access_log=None, shutdown_timeout=_CLOSING)
    await runner.setup()
    try:
        site = web.TCPSite(runner, host, port)
        await site.start()
        number = runner.addresses[0][1]
        name = f"[{host}]" if ":" in host else host
        ready(f"http://{name}:{number}/")
        await ended.wait()
    finally:
        await runner.cleanup()
