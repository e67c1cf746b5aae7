"""Who is let in: by which names, and with which password."""

from __future__ import annotations

import base64
import os
import re
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import aiohttp
import pytest

from briefing.document import BriefingError
from briefing.web.hosts import is_right, names_of
from briefing.web.secret import VARIABLE, secret
from tests.web.raw import answer_to
from tests.web.served import Served, visitors
from tests.web.test_serve import ADDRESSES, complaint, first_frame, run

pytestmark = pytest.mark.whole

PASSWORD = "صح pass:word"
PATHS = (*ADDRESSES, "/ws", "/download/x", "/login", "/nothing")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("admission")
    (folder / "secret.txt").write_text(f"{PASSWORD}\nnot this line\n", "utf-8")
    with Served(folder, "--password-file", folder / "secret.txt") as served:
        yield served
        assert PASSWORD not in served.said
        assert "Traceback" not in served.said


def basic(password: str, name: str = "anyone") -> dict[str, str]:
    return {"Authorization": f"Basic {base64.b64encode(f'{name}:{password}'.encode()).decode()}"}


async def status(served: Served, path: str, headers: dict[str, str]) -> int:
    async with (
        aiohttp.ClientSession() as client,
        client.get(served.url.rstrip("/") + path, headers=headers) as got,
    ):
        return got.status


@pytest.mark.parametrize("path", PATHS)
async def test_without_a_password_there_is_nothing(served: Served, path: str) -> None:
    assert await status(served, path, {}) == 401
    assert await status(served, path, {"Cookie": f"briefing-{served.port}=x; briefing=x"}) == 401
    assert await status(served, f"{path}?password={PASSWORD}&token={PASSWORD}", {}) == 401


async def test_by_a_header(served: Served) -> None:
    for headers in (basic(PASSWORD), basic(PASSWORD, "")):
        assert await status(served, "/page.js", headers) == 200
        assert await status(served, "/download/x", headers) == 404
    for value in ("Basic", "Basic ☃", "Basic " + "A" * 7, "Bearer", "Digest x", "Basic Og=="):
        assert await status(served, "/page.js", {"Authorization": value}) in (400, 401, 429)
    time.sleep(1.1)
    async with (
        aiohttp.ClientSession(headers=basic(PASSWORD)) as client,
        client.ws_connect(f"{served.url}ws") as one,
    ):
        await first_frame(one)


async def test_by_the_login_page(served: Served) -> None:
    time.sleep(1.1)
    jar = aiohttp.CookieJar(unsafe=True)
    async with aiohttp.ClientSession(cookie_jar=jar) as client:
        async with client.get(served.url) as page:
            text = await page.text()
            assert '<form action="login" method="post">' in text
            assert "<script" not in text
            assert "script-src 'self'" in page.headers["Content-Security-Policy"]
        login = f"{served.url}login"
        async with client.post(login, data={"password": "wrong"}) as page:
            assert page.status == 401
            assert "That is not the password." in await page.text()
        async with client.post(login, data={"password": PASSWORD}) as page:
            assert page.status == 429  # too soon
        time.sleep(1.1)
        async with client.post(login, data={"password": PASSWORD}, allow_redirects=False) as page:
            assert page.status == 303
            cookie = page.headers["Set-Cookie"]
            assert {"HttpOnly", "SameSite=Strict"} <= set(re.split("; ?", cookie))
            assert PASSWORD not in cookie
        async with client.get(served.url) as page:
            assert 'id="terminal"' in await page.text()
        async with client.ws_connect(f"{served.url}ws") as one:
            await first_frame(one)


def test_hostile_logins(served: Served) -> None:
    head = b"POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
    form = b"Content-Type: application/x-www-form-urlencoded\r\n"
    for request, codes in (
        (head + form + b"Content-Length: 9\r\n\r\npassword=", (401, 429)),
        (head + form + b"Content-Length: 3\r\n\r\n%ff", (401, 429)),
        (head + form + b"Content-Length: 100000\r\n\r\n" + b"a=b&" * 25_000, (400, 413)),
        (head + b"Content-Type: text/plain\r\nContent-Length: 1\r\n\r\na", (415,)),
        (head + b"Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 1\r\n\r\na", (415,)),
        (head + form + b"Origin: http://evil.example\r\nContent-Length: 1\r\n\r\na", (403,)),
        (head + form + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n", (400,)),
        (head + form + b"Content-Length: 100\r\n\r\npassword", (400,)),
    ):
        assert int(answer_to_slow(served, request)[9:12]) in codes, request[:120]


def answer_to_slow(served: Served, request: bytes) -> bytes:
    """An answer that may take as long as a form may."""
    for _ in range(8):
        if answer := answer_to(served, request):
            return answer
        time.sleep(0.1)
        if request.endswith(b"password"):
            break
    # Half a form: the connection stays open meanwhile.
    with socket.create_connection(("127.0.0.1", served.port), timeout=20) as connection:
        connection.sendall(request)
        return connection.recv(65536)


def test_the_variable_goes_no_further(tmp_path: Path) -> None:
    found = {VARIABLE: "x y "}
    assert secret(None, found) == b"x y"
    assert not found
    with Served(tmp_path, env={VARIABLE: "from the variable"}) as served:
        assert b" 401 " in answer_to(served, b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")[:20]
        assert not visitors(tmp_path)
        assert "A password is asked for." in served.said


@pytest.mark.parametrize("content", [b"", b"\nx", b"  \n", b"x" * 2000, None])
def test_a_file_without_a_password(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "secret"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(BriefingError, match="password"):
        secret(str(file), {})


def test_a_password_from_a_pipe(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"from a pipe\n")
    assert secret(f"/dev/fd/{reading}", {}) == b"from a pipe"
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    with pytest.raises(BriefingError, match="password"):  # nobody writes: it is not waited for
        secret(str(fifo), {})
    os.close(reading)
    os.close(writing)


def test_a_password_is_needed_where_others_reach_it() -> None:
    for host in ("0.0.0.0", "::", "192.0.2.1", "somewhere.example"):
        line = complaint(run("--host", host, "--port", "0"), 2)
        assert "--password-file" in line
        assert "--no-password" in line
    assert "leave out" in complaint(run("--no-password", env={VARIABLE: "x"}), 2)


@pytest.mark.parametrize("host", ["", " ", "\t"])
def test_an_empty_host(host: str) -> None:
    assert "--host needs an address" in complaint(run("--host", host, "--port", "0"), 2)


def test_hosts_that_no_system_knows() -> None:
    for host in ("a" * 300, "a..b", "\x1b[31m", "نص", "a b", "256.256.256.256"):
        line = complaint(run("--host", host, "--port", "0", "--no-password"), 1)
        assert "cannot be opened" in line
        assert "\x1b" not in line
    assert "no name of a host" in complaint(run("--allow-host", "http://x/"), 2)


def asked(served: Served, host: str) -> bytes:
    return answer_to(served, f"GET / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode())[9:12]


def test_the_names_where_everyone_reaches_it(tmp_path: Path) -> None:
    with Served(tmp_path, "--host", "0.0.0.0", "--no-password", "--allow-host", "reader.example") as served:
        right = ("127.0.0.1", "localhost", "LOCALHOST.", socket.gethostname(), "reader.example", "[::1]")
        for name in right:
            assert asked(served, f"{name}:{served.port}") == b"200", name
        for name in (
            "evil.example",
            "127.0.0.1.evil.example",
            "0.0.0.1",
            "10.1.2.3",
            "reader.example.evil.example",
        ):
            assert asked(served, f"{name}:{served.port}") == b"403", name
        assert "Everyone who reaches this machine" in served.said


def test_addresses_in_all_their_forms() -> None:
    names = names_of("0.0.0.0", ["Reader.Example."])
    assert is_right("reader.example:80", names, "10.0.0.1")
    assert is_right("10.0.0.1:80", names, "10.0.0.1")
    assert is_right("10.0.0.1", names, "::ffff:10.0.0.1")
    assert is_right("[fe80:0::1]:8000", names, "fe80::1%eth0")
    for host in (
        "10.0.0.2",
        "",
        ":",
        "reader.example:port",
        "a@reader.example",
        "[",
        "[]",
        "reader.example/",
    ):
        assert not is_right(host, names, "10.0.0.1")


def test_help_names_the_ways() -> None:
    done: subprocess.CompletedProcess[Any] = run("--help")
    for option in ("--password-file", "--no-password", "--allow-host", VARIABLE):
        assert option in done.stdout
