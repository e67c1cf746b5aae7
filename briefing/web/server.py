"""The server: a page, its scripts, styles and fonts, a socket for each visitor, and pictures on their way.

The front end in the browser is textual-serve's; which addresses there are, and for whom, is settled here. No
address leads to a folder, and none takes a path or an argument.
"""

from __future__ import annotations

import asyncio
import logging
import os
import re
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Final, NamedTuple

from aiohttp import web
from aiohttp.typedefs import Handler

from briefing.machine.assets import fonts
from briefing.machine.ending.signals import let_signals_pile_up
from briefing.web.admission import Admission
from briefing.web.connection import Connection
from briefing.web.guard import guard
from briefing.web.hosts import names_of
from briefing.web.visits import Visits

_PAGE: Final = Path(__file__).parent / "page"
# Nothing from elsewhere, nothing in other people's frames; what xterm.js styles, it styles in the page.
_HEADERS: Final = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self';"
        " img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none';"
        " base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    # Other pages are told nothing; the login page's form has to say where it is from.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}
# Whoever reads is not at the host's terminal, display or SSH connection.
_OF_THE_HOST: Final = re.compile(
    r"NO_COLOR|TERM|TERM_.*|COLORTERM|COLORFGBG|TMUX.*|STY|SSH_.*|VTE_.*|KONSOLE_.*|KITTY_.*|MLTERM"
    r"|WT_SESSION|WSL.*|DISPLAY|WAYLAND_DISPLAY|TEXTUAL.*"
)
_CLOSING: Final = 2.0  # seconds that answers on their way get


class ServedAt(NamedTuple):
    """Where the server is reached, by which other names, and with which password (None: without)."""

    host: str
    port: int
    names: Sequence[str] = ()
    password: bytes | None = None


def run(
    visitor: Sequence[str], place: ServedAt, ready: Callable[[str], None], complain: Callable[[str], None]
) -> None:
    """Serve until SIGINT, SIGTERM or SIGHUP.

    Args:
        visitor: The arguments of a visitor's process: path, section's key, `light` or `dark`.
        place: Where to listen.
        ready: Is told the URL once the server listens.
        complain: Is told, a line at a time, what goes wrong.

    Raises:
        OSError: The port cannot be had.
    """
    for library in ("aiohttp", "asyncio"):  # or any visitor could fill the terminal
        logging.getLogger(library).addHandler(logging.NullHandler())
        logging.getLogger(library).propagate = False
    for name in filter(_OF_THE_HOST.fullmatch, [*os.environ]):
        del os.environ[name]
    os.environ["TERM"] = "xterm-256color"
    # -P: a folder called `briefing` where it is started is not the program.
    command = [sys.executable, "-P", "-m", "briefing.web.visitor", *visitor]
    with tempfile.TemporaryDirectory(prefix="briefing-serve-", ignore_cleanup_errors=True) as folder:
        asyncio.run(_serve(Visits(command, folder, complain), place, ready))


def application(visits: Visits, place: ServedAt) -> web.Application:
    """Return what answers."""
    found = find_spec("textual_serve")
    assert found is not None
    assert found.origin is not None
    program = Path(found.origin).parent / "static"  # not imported: it would bring a server of its own along
    files = {
        "/": _PAGE / "index.html",
        "/page.js": _PAGE / "page.js",
        "/page.css": _PAGE / "page.css",
        "/textual.js": program / "js" / "textual.js",
        "/xterm.css": program / "css" / "xterm.css",
        "/font.ttf": fonts().regular,
        "/font-bold.ttf": fonts().bold,
    }
    admission = Admission(place.password) if place.password is not None else None
    app = web.Application(
        middlewares=[guard(names_of(place.host, place.names), admission)], client_max_size=4096
    )
    app.add_routes([web.get(address, _file(file)) for address, file in files.items()])
    app.add_routes([web.get("/ws", visits.visit), web.get("/download/{key}", visits.download)])
    app.on_response_prepare.append(_add_headers)
    app.on_shutdown.append(visits.end_all)
    return app


def _file(path: Path) -> Handler:
    headers = {"Content-Type": "font/ttf"} if path.suffix == ".ttf" else None

    async def answer(_: web.Request) -> web.StreamResponse:
        return web.FileResponse(path, headers=headers)

    return answer


async def _add_headers(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)


async def _serve(visits: Visits, place: ServedAt, ready: Callable[[str], None]) -> None:
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        with suppress(NotImplementedError):  # Windows: there Ctrl+C cancels us
            if name == "SIGHUP" and number and signal.getsignal(number) is signal.SIG_IGN:
                continue  # nohup
            if number is not None:
                loop.add_signal_handler(number, ended.set)
    let_signals_pile_up()
    runner = web.AppRunner(application(visits, place), access_log=None, shutdown_timeout=_CLOSING)
    await runner.setup()
    opened: set[Connection] = set()
    answering = runner.server
    assert answering is not None
    server = None
    try:
        server = await loop.create_server(lambda: Connection(answering, opened), place.host, place.port)
        number = server.sockets[0].getsockname()[1]
        name = f"[{place.host}]" if ":" in place.host else place.host
        ready(f"http://{name}:{number}/")
        await ended.wait()
    finally:
        if server is not None:
            server.close()
        await runner.cleanup()
        await visits.all_ended()
