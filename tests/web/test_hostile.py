"""`briefing serve` under fire: whatever is sent, little memory, no traceback, and nobody is left behind."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import aiohttp
import pytest

from tests.needs import needs_file
from tests.web.raw import MEMORY, answer_to, connected, is_closed, wait_until_gone
from tests.web.served import Served, memory, wait_for_visitors
from tests.web.test_serve import first_frame

pytestmark = needs_file("/proc/self/statm")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with Served(tmp_path_factory.mktemp("hostile")) as served:
        yield served
        assert served.said.count("\n") == 1, served.said


HOST = b"Host: localhost\r\n"
BAD = {
    "two hosts": b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n",
    "the same host twice": b"GET / HTTP/1.1\r\n" + HOST * 2 + b"\r\n",
    "no host": b"GET / HTTP/1.1\r\n\r\n",
    "no host, HTTP/1.0": b"GET / HTTP/1.0\r\n\r\n",
    "an empty host": b"GET / HTTP/1.1\r\nHost:\r\n\r\n",
    "a host with a name in it": b"GET / HTTP/1.1\r\nHost: localhost@evil.example\r\n\r\n",
    "a host with ESC": b"GET / HTTP/1.1\r\nHost: local\x1bhost\r\n\r\n",
    "NUL": b"GET /\0 HTTP/1.1\r\n" + HOST + b"\r\n",
    "NUL in a header": b"GET / HTTP/1.1\r\n" + HOST + b"X: a\0b\r\n\r\n",
    "another address": b"GET http://evil.example/ HTTP/1.1\r\n" + HOST + b"\r\n",
    "no method": b"\x1b[31m / HTTP/1.1\r\n" + HOST + b"\r\n",
    "HTTP/0.9": b"GET /\r\n\r\n",
    "HTTP/9.9": b"GET / HTTP/9.9\r\n" + HOST + b"\r\n",
    "a long address": b"GET /" + b"a" * 20_000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "a long header": b"GET / HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 200_000 + b"\r\n\r\n",
    "many headers": b"GET / HTTP/1.1\r\n" + HOST + b"X: a\r\n" * 5000 + b"\r\n",
    "a bad chunk": b"GET / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
    "two lengths": b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab",
    "a length and chunks": b"GET / HTTP/1.1\r\n"
    + HOST
    + b"Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "a body": b"GET / HTTP/1.1\r\n" + HOST + b"Content-Length: 5\r\n\r\nhello",
    "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + bytes(200),
    "noise": bytes(range(256)) * 100,
}


SOCKET = (
    b"GET /ws HTTP/1.1\r\n"
    + HOST
    + b"Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n"
)
BAD |= {
    "a key of bytes": SOCKET + b"Sec-WebSocket-Key: \xff\xfe\r\n\r\n",
    "extensions of bytes": SOCKET
    + b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Extensions: \xff\x1b\r\n\r\n",
}


def test_two_origins_are_refused(served: Served) -> None:
    own, other = (b"Origin: http://%s\r\n" % host for host in (b"localhost", b"evil.example"))
    key = b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    for origins in (own + other, other + own, own + own):
        assert answer_to(served, SOCKET + origins + key)[9:12] == b"403"


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_request_is_refused_in_silence(served: Served, kind: str) -> None:
    answer = answer_to(served, BAD[kind])
    assert answer[9:12] == b"400", answer[:300]
    assert b"Traceback" not in answer
    assert b"\x1b" not in answer


def test_other_methods(served: Served) -> None:
    for method in (b"POST", b"PUT", b"DELETE", b"TRACE", b"CONNECT", b"OPTIONS", b"BREW"):
        answer = answer_to(served, method + b" / HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n")
        assert answer[9:12] in (b"400", b"404", b"405"), answer


def test_half_a_request_is_not_held(served: Served) -> None:
    halves = (
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\n" + HOST,
        b"POST / HTTP/1.1\r\n" + HOST + b"Content-Length: 100\r\n\r\nhalf",
        b"POST / HTTP/1.1\r\n" + HOST + b"Transfer-Encoding: chunked\r\n\r\n5\r\nhe",
    )
    connections = [connected(served) for _ in range(4) for _ in halves]
    for i, connection in enumerate(connections):
        connection.sendall(halves[i % len(halves)])
    deadline = time.monotonic() + 25
    for connection in connections:
        assert is_closed(connection, deadline - time.monotonic())
        connection.close()


def test_a_trickle_is_not_held_either(served: Served) -> None:
    with connected(served) as connection:
        deadline = time.monotonic() + 25
        connection.settimeout(1)
        for byte in b"GET / HTTP/1.1\r\n" + b"X-Header: a\r\n" * 100:
            assert time.monotonic() < deadline
            try:
                connection.sendall(bytes([byte]))
                time.sleep(0.2)
            except ConnectionError:
                break
        else:
            pytest.fail("it is still read")


def test_more_connections_than_there_may_be(served: Served) -> None:
    connections = [connected(served) for _ in range(300)]
    time.sleep(0.5)
    assert memory(served.process.pid) < MEMORY
    for connection in connections:
        connection.close()
    time.sleep(0.5)
    assert b" 200 " in answer_to(served, b"GET / HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n")[:20]


MESSAGES: dict[str, tuple[str | bytes, int]] = {
    "3 MB of keys": (json.dumps(["stdin", "j" * 3_000_000]), 1009),
    "no JSON": ("{", 1007),
    "an object": ("{}", 1007),
    "a number": ("7", 1007),
    "nothing": ("[]", 1007),
    "depth": ("[" * 60_000, 1007),
    "no name": ("[7, 7]", 1007),
    "bytes": (b"\x00\xff", 1003),
}


@pytest.mark.parametrize("kind", MESSAGES)
async def test_what_is_no_message_ends_the_visit(served: Served, kind: str) -> None:
    message, code = MESSAGES[kind]
    async with aiohttp.ClientSession() as client, client.ws_connect(f"{served.url}ws") as one:
        await first_frame(one)
        try:
            await (one.send_str(message) if isinstance(message, str) else one.send_bytes(message))
            while (got := await one.receive(timeout=20)).type is aiohttp.WSMsgType.BINARY:
                pass
        except ConnectionError:  # the server hung up before all of a long one was sent
            assert len(message) > 1_000_000
        else:
            assert got.type is aiohttp.WSMsgType.CLOSE
            assert got.data == code
        await asyncio.to_thread(wait_for_visitors, served.folder, 0)


async def test_odd_messages_of_the_right_kind_do_nothing(served: Served) -> None:
    odd = (
        '["stdin", 7]',
        '["stdin"]',
        '["stdin", "\\ud800"]',
        '["resize", {"width": 1e999, "height": true}]',
        '["resize", {"width": -1, "height": 0}]',
        '["resize", [[]]]',
        '["ping", {}]',
        '["quit"]',
        '["deliver_chunk_request", {}]',
        '["exit", null]',
        '["focus", {"type": "quit"}]',
    )
    async with aiohttp.ClientSession() as client, client.ws_connect(f"{served.url}ws") as one:
        await first_frame(one)
        for message in odd:
            await one.send_str(message)
        await one.send_str('["ping", "7"]')
        while (got := await one.receive(timeout=20)).type is aiohttp.WSMsgType.BINARY:
            pass
        assert got.data == '["pong", "7"]'
        await one.send_str(json.dumps(["stdin", "?"]))
        assert await first_frame(one, 500)


FLOODS = {
    "letters": "jk" * 25_000,
    "escapes": "\x1b" * 10_000,
    "arrows": "\x1b[B" * 7_000,
    "OSC": "\x1b]0;" + "A" * 50_000,
    "paste": "\x1b[200~" + "q " * 25_000,
}


@pytest.mark.parametrize("flood", FLOODS)
async def test_floods_of_keys(served: Served, flood: str) -> None:
    async with aiohttp.ClientSession() as client, client.ws_connect(f"{served.url}ws") as one:
        await first_frame(one)
        (visitor,) = wait_for_visitors(served.folder, 1)

        async def read() -> None:
            async for _ in one:
                pass

        reading = asyncio.create_task(read())
        for _ in range(40):
            await one.send_str(json.dumps(["stdin", FLOODS[flood]]))
        await asyncio.sleep(1.5)
        assert memory(visitor) < MEMORY
        assert memory(served.process.pid) < MEMORY
        await one.send_str(json.dumps(["stdin", "q"]))
        await asyncio.wait_for(reading, 20)
    assert await asyncio.to_thread(wait_until_gone, visitor, 10)


async def test_who_does_not_read_fills_nothing(served: Served) -> None:
    async with aiohttp.ClientSession() as client:
        one = await client.ws_connect(f"{served.url}ws?width=400&height=150")
        await first_frame(one)
        (visitor,) = wait_for_visitors(served.folder, 1)
        for _ in range(200):  # nothing is read meanwhile
            await asyncio.wait_for(one.send_str(json.dumps(["stdin", "t120"])), 20)
            await asyncio.sleep(0.01)
        assert memory(served.process.pid) < MEMORY
        assert memory(visitor) < MEMORY
        assert one._response.connection is not None
        assert one._response.connection.transport is not None
        one._response.connection.transport.abort()
    assert await asyncio.to_thread(wait_until_gone, visitor, 10)


async def test_a_visitors_process_that_hangs_is_killed(served: Served) -> None:
    async with aiohttp.ClientSession() as client:
        async with client.ws_connect(f"{served.url}ws") as one:
            await first_frame(one)
            (visitor,) = wait_for_visitors(served.folder, 1)
            os.kill(visitor, signal.SIGSTOP)
        assert await asyncio.to_thread(wait_until_gone, visitor, 10)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
async def test_nothing_outlives_the_server(tmp_path: Path, number: signal.Signals) -> None:
    with Served(tmp_path) as served:
        async with aiohttp.ClientSession() as client, client.ws_connect(f"{served.url}ws") as one:
            await first_frame(one)
            (visitor,) = wait_for_visitors(tmp_path, 1)
            os.kill(visitor, signal.SIGSTOP)
            served.process.send_signal(number)
            status = await asyncio.to_thread(served.process.wait, 10)
            assert status == (-number if number == signal.SIGKILL else 0)
            assert await asyncio.to_thread(wait_until_gone, visitor, 10)
        assert served.said.count("\n") == 1, served.said


def test_a_hostile_title_in_any_locale(tmp_path: Path) -> None:
    article = tmp_path / "a\x1b[31mنص.txt"
    article.write_text("عنوان\x1b[31m\n", "utf-8")
    with Served(tmp_path, article, env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"}) as served:
        assert "عنوان" in served.said
        assert "\x1b" not in served.said


async def test_what_a_visitors_process_complains_of_is_one_line(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("نص\n", "utf-8")
    with Served(tmp_path, article) as served:
        for number in range(3):
            article.write_bytes(b"\xff" * (number + 1) + b"\x1b]0;x\x07")
            async with aiohttp.ClientSession() as client, client.ws_connect(f"{served.url}ws") as one:
                await first_frame(one, 20)
            await asyncio.to_thread(wait_for_visitors, tmp_path, 0)
    assert served.said.count("\n") == 2, served.said
    assert all(len(line) < 500 for line in served.said.splitlines())
    assert "\x1b" not in served.said


def test_the_socket_of_a_page_elsewhere(served: Served) -> None:
    upgrade = (
        b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
        b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
    )
    for origin in (b"http://evil.example", b"null", b"http://localhost.evil.example"):
        request = b"GET /ws HTTP/1.1\r\n" + HOST + upgrade + b"Origin: " + origin + b"\r\n\r\n"
        assert answer_to(served, request)[9:12] == b"403"
    with socket.create_connection(("127.0.0.1", served.port)) as half:
        half.sendall(b"GET /ws HTTP/1.1\r\n" + HOST + upgrade[:-20] + b"\r\n\r\n")
        assert is_closed(half, 30)
