"""`briefing serve`, without a browser: what is answered and to whom, how it starts and how all of it ends."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from tests.judges.surroundings import environment
from tests.needs import needs_file
from tests.web.served import COMMAND, Served, memory, visitors, wait_for_visitors

pytestmark = pytest.mark.whole

ADDRESSES = ("/", "/page.js", "/page.css", "/textual.js", "/xterm.css", "/font.ttf", "/font-bold.ttf")


HOST = {
    "DISPLAY": ":0",
    "WAYLAND_DISPLAY": "wayland-0",
    "TMUX": "/tmp/tmux",
    "SSH_TTY": "/dev/pts/0",
    "VTE_VERSION": "7000",
    "KITTY_WINDOW_ID": "1",
    "TERM": "xterm-kitty",
    "NO_COLOR": "1",
    "TEXTUAL_SCREENSHOT": "0",
}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("served"), env=HOST) as served:
        yield served


async def answer(served: Served, path: str, **headers: str) -> tuple[int, bytes]:
    from yarl import URL

    url = URL(served.url.rstrip("/") + path, encoded=True)
    async with aiohttp.ClientSession() as client, client.get(url, headers=headers) as response:
        return response.status, await response.read()


async def first_frame(socket: aiohttp.ClientWebSocketResponse, least: int = 2000) -> bytes:
    """What a visitor is sent until there is a screen of it."""
    data = b""
    while len(data) < least:
        message = await socket.receive(timeout=20)
        assert message.type == aiohttp.WSMsgType.BINARY, message
        data += message.data
    return data


async def test_a_few_addresses_are_answered_and_nothing_leads_to_a_file(served: Served) -> None:
    (served.folder / "secret.txt").write_text("secret")
    for address in ADDRESSES:
        assert (await answer(served, address))[0] == 200
    for address in (
        "/secret.txt",
        "/static/",
        "/static/js/textual.js",
        "/../secret.txt",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/download/",
        "/download/0",
        "/download/..%2f..%2fetc%2fpasswd",
        "//etc/passwd",
        "/page.js/../../server.py",
        "/favicon.ico",
    ):
        assert (await answer(served, address))[0] == 404, address
    assert "Traceback" not in served.said


async def test_no_part_of_the_address_reaches_the_program(served: Served) -> None:
    plain = await answer(served, "/")
    assert await answer(served, "/?path=/etc/passwd&fontsize=%22%3E%3Cscript%3E") == plain


@pytest.mark.parametrize("path", ["/", "/ws", "/download/x"])
async def test_other_pages_are_kept_out(served: Served, path: str) -> None:
    assert (await answer(served, path, Origin="http://evil.example"))[0] == 403
    assert (await answer(served, path, Origin="null"))[0] == 403
    assert (await answer(served, path, Origin="http://["))[0] == 400
    rebound = f"evil.example:{served.port}"
    assert (await answer(served, path, Host=rebound, Origin=f"http://{rebound}"))[0] == 403


async def test_it_listens_on_this_machine_alone(served: Served) -> None:
    assert served.url == f"http://127.0.0.1:{served.port}/"
    assert (await answer(served, "/", Host=f"localhost:{served.port}"))[0] == 200
    # The other addresses of the loopback network lead to programs that listen everywhere.
    with socket.socket() as other, pytest.raises(ConnectionRefusedError):
        other.connect(("127.0.0.2", served.port))


@needs_file("/proc/self/statm")
async def test_nonsense_harms_nobody_else(served: Served) -> None:
    async with aiohttp.ClientSession() as client:
        url = f"{served.url}ws"
        async with client.ws_connect(f"{url}?width=120&height=36") as sane:
            await first_frame(sane)
            async with client.ws_connect(f"{url}?width=99999999&height=99999999") as huge:
                await first_frame(huge)
                for data in ({"width": 10**9, "height": 10**9}, {"width": "x", "height": None}, {}, 7):
                    await huge.send_json(["resize", data])
                assert all(memory(process) < 400_000_000 for process in visitors(served.folder))
            for nonsense in ("{", "{}", '["stdin", 7]'):
                async with client.ws_connect(url) as odd:
                    await odd.send_str(nonsense)
            await sane.send_str(json.dumps(["stdin", "?"]))
            assert await first_frame(sane, 500)
    wait_for_visitors(served.folder, 0)
    assert "Traceback" not in served.said


@needs_file("/proc/self/statm")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
async def test_the_visitors_end_with_the_server(tmp_path: Path, number: signal.Signals) -> None:
    with Served(tmp_path) as served:
        async with aiohttp.ClientSession() as client, client.ws_connect(f"{served.url}ws") as one:
            await first_frame(one)
            assert len(visitors(tmp_path)) == 1
            served.process.send_signal(number)
            status = await asyncio.to_thread(served.process.wait, 20)
            assert status == (-number if number == signal.SIGKILL else 0)
            await asyncio.to_thread(wait_for_visitors, tmp_path, 0)
        assert "Traceback" not in served.said


async def test_what_breaks_later_is_told_without_its_path(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("نص", encoding="utf-8")
    with Served(tmp_path, article) as served:
        article.write_bytes(b"\x89PNG\r\n\x1a\n\0")
        async with aiohttp.ClientSession() as client, client.ws_connect(f"{served.url}ws") as one:
            said = await first_frame(one, 20)
            assert b"cannot be read at the moment" in said
            assert str(tmp_path).encode() not in said
        await asyncio.to_thread(wait_for_visitors, tmp_path, 0)
        article.write_text("نص آخر", encoding="utf-8")
        async with aiohttp.ClientSession() as client, client.ws_connect(f"{served.url}ws") as one:
            assert "ﺮﺧﺁ" in (await first_frame(one)).decode("utf-8", "replace")
    assert "is a PNG picture" in served.said
    assert "Traceback" not in served.said


def run(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *arguments], capture_output=True, text=True, env=environment(env), timeout=60
    )


def complaint(done: subprocess.CompletedProcess[Any], status: int) -> str:
    assert done.returncode == status
    assert not done.stdout
    line: str = done.stderr
    assert line.count("\n") == 1, line
    return line


def test_a_port_that_is_taken() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        line = complaint(run("--port", str(port)), 1)
    assert f"127.0.0.1:{port}" in line
    assert "another program has that port" in line
    assert "--port" in line


def test_a_host_that_is_not_here() -> None:
    assert "cannot be opened" in complaint(run("--host", "192.0.2.1", "--port", "0", "--no-password"), 1)
    assert "cannot be opened" in complaint(
        run("--host", "nowhere.invalid", "--port", "0", "--no-password"), 1
    )


def test_an_article_or_section_that_is_not_there(tmp_path: Path) -> None:
    assert "nothing.txt" in complaint(run(str(tmp_path / "nothing.txt")), 1)
    assert "gaols" in complaint(run("--section", "gaols"), 2)


@pytest.mark.parametrize("port", ["-1", "65536", "x", "٨٠"])
def test_a_port_that_is_none(port: str) -> None:
    done = run(f"--port={port}")
    assert done.returncode == 2
    assert "from 0 to 65535" in done.stderr


@pytest.mark.parametrize("missing", ["textual_serve", "aiohttp"])
def test_without_the_extra_it_says_what_to_install(missing: str) -> None:
    hidden = f"import sys; sys.modules['{missing}'] = None"
    program = f"{hidden}; from briefing.commands.main import main; sys.exit(main(['serve']))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert "pip install 'briefing[web]'" in complaint(done, 1)


@needs_file("/proc/self/environ")
async def test_a_visitor_has_nothing_of_the_hosts_terminal(served: Served) -> None:
    async with aiohttp.ClientSession() as client, client.ws_connect(f"{served.url}ws") as one:
        await first_frame(one)
        (visitor,) = wait_for_visitors(served.folder, 1)
        environ = Path(f"/proc/{visitor}/environ").read_text().split("\0")
    await asyncio.to_thread(wait_for_visitors, served.folder, 0)
    assert "TERM=xterm-256color" in environ
    assert not {f"{name}={value}" for name, value in HOST.items()}.intersection(environ)


def test_what_a_visitor_prefers_goes_with_the_visitor(tmp_path: Path) -> None:
    kept = tmp_path / "preferences.toml"
    kept.write_text('digits = "western"\n')
    program = (
        "from briefing.settings import save_preferences; from briefing.web import visitor;"
        "visitor.VisitorApp.read = lambda self: save_preferences({'digits': 'arabic-indic'});"
        "visitor.main(['', '', '', 'full', 'light'])"
    )
    env = environment({"BRIEFING_PREFERENCES": str(kept), "TMPDIR": str(tmp_path)})
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60, env=env)
    assert kept.read_text() == 'digits = "western"\n'
    assert [*tmp_path.iterdir()] == [kept]
