"""A document fetched from a real server, which answers right, wrong, too much, too slowly or not at all."""

from __future__ import annotations

import gzip
import hashlib
import socket
import zlib
from collections.abc import Callable

import pytest

from briefing.machine.fetching.fetch import Fetched, fetch
from tests.machine.fetching.server import Server, redirect, reply
from tests.machine.fetching.trying import PAGE, QUICK, refused


def test_what_a_server_sends_is_taken_as_it_is(server: Server) -> None:
    server.answers["/a"] = reply(
        PAGE, "Content-Type: Text/HTML; Charset='Windows-1256'", "X-Ünï: b", "Set-Cookie: a=b"
    )
    found = fetch(server.url("/a?x=%20y"))
    assert found.data == PAGE
    assert (found.media_type, found.charset, found.coding) == ("text/html", "windows-1256", "")
    assert (found.status, found.address, found.asked) == (
        200,
        server.url("/a?x=%20y"),
        server.url("/a?x=%20y"),
    )
    names = [name.lower() for name, _ in found.headers]
    assert names[0] == "content-type"
    assert "set-cookie" not in names
    assert found.received[-6] in "+-"


def test_what_is_sent_tells_of_the_program_and_nothing_else(server: Server) -> None:
    server.answers["/a"] = redirect("/b")
    server.answers["/b"] = reply(PAGE, "Set-Cookie: a=b")
    fetch(server.url("/a"))
    for request in server.requests:
        assert request.method == "GET"
        assert sorted(request.fields) == ["accept", "accept-encoding", "connection", "host", "user-agent"]
        assert request.fields["user-agent"].startswith("briefing/")
        assert request.fields["host"] == f"127.0.0.1:{server.port}"


@pytest.mark.parametrize(
    "status",
    ["204 No Content", "205 x", "206 x", "304 x", "300 x", "400 x", "403 x", "404 x", "500 x", "999 x"],
)
def test_what_is_no_document_is_one_line(server: Server, status: str) -> None:
    server.answers["/a"] = reply(b"\x1b]0;t\x07" if status[:2] != "20" else b"", status=status + "\x1b[31m")
    line = refused(server.url("/a"))
    assert f"the server answered {status[:3]}" in line
    assert "\x1b" not in line


def test_an_empty_answer_is_one_line(server: Server) -> None:
    server.answers["/a"] = reply(b"")
    assert "the answer is empty" in refused(server.url("/a"))


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("x-gzip", lambda data: gzip.compress(data[:7]) + gzip.compress(data[7:]) + b"\0\0"),
        ("deflate", zlib.compress),
        ("DEFLATE", lambda data: zlib.compress(data)[2:-4]),
    ],
)
def test_what_is_packed_is_unpacked(server: Server, coding: str, pack: object) -> None:
    assert callable(pack)
    server.answers["/a"] = reply(pack(PAGE), f"Content-Encoding: {coding}")
    found = fetch(server.url("/a"))
    assert (found.data, found.coding) == (PAGE, coding.lower().removeprefix("x-"))


@pytest.mark.parametrize("body", [PAGE, b"x", b"\x1f", "نص طويل".encode() * 30_000, b"plain words " * 9])
@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_what_is_not_packed_is_taken_as_it_is_whatever_is_said(
    server: Server, body: bytes, coding: str
) -> None:
    server.answers["/a"] = reply(body, f"Content-Encoding: {coding}")
    found = fetch(server.url("/a"), QUICK)
    assert (found.data, found.coding) == (body, "")


@pytest.mark.parametrize("size", [1, 65536, (1 << 20) - 1, 1 << 20])
@pytest.mark.parametrize("coding", ["gzip", "deflate", "raw"])
def test_all_of_it_is_unpacked(server: Server, size: int, coding: str) -> None:
    data = b"a" * size
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = {
        "gzip": gzip.compress(data),
        "deflate": zlib.compress(data),
        "raw": raw.compress(data) + raw.flush(),
    }
    server.answers["/a"] = reply(packed[coding], f"Content-Encoding: {coding.replace('raw', 'deflate')}")
    assert fetch(server.url("/a"), QUICK).data == data


def test_a_bomb_is_refused_long_before_its_end(server: Server) -> None:
    def bomb(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n")
        packing = zlib.compressobj(9, zlib.DEFLATED, 31)
        while not server.over.is_set():
            connection.sendall(packing.compress(bytes(1 << 20)))

    server.answers["/a"] = bomb
    assert "is larger than 1 MiB" in refused(server.url("/a"))


@pytest.mark.parametrize("coding", ["utf-8", "none", "identity", "UTF-8, gzip", ""])
def test_what_is_no_packing_is_passed_over(server: Server, coding: str) -> None:
    server.answers["/a"] = reply(
        gzip.compress(PAGE) if "gzip" in coding else PAGE, f"Content-Encoding: {coding}"
    )
    assert fetch(server.url("/a")).data == PAGE


@pytest.mark.parametrize("coding", ["br", "gzip, gzip", "zstd"])
def test_other_packing_is_refused(server: Server, coding: str) -> None:
    server.answers["/a"] = reply(gzip.compress(PAGE), f"Content-Encoding: {coding}")
    assert f'packed as "{coding}"' in refused(server.url("/a"))


@pytest.mark.parametrize(
    "made",
    [
        lambda: gzip.compress(bytes(50 << 20), 1),
        lambda: gzip.compress(bytes(1 << 19)) * 4,
        lambda: b"a" * ((1 << 20) + 1),
    ],
)
def test_more_than_the_limit_is_refused(server: Server, made: Callable[[], bytes]) -> None:
    body = made()
    server.answers["/a"] = reply(
        body, *(["Content-Encoding: gzip"] if body[:1] != b"a" else []), length=False
    )
    assert "is larger than 1 MiB" in refused(server.url("/a"))


def test_a_length_beyond_the_limit_is_refused_before_anything_comes(server: Server) -> None:
    server.answers["/a"] = reply(b"", "Content-Length: 99999999999999999999999999", length=False)
    assert "is larger than 1 MiB" in refused(server.url("/a"))


def test_thousands_of_packed_parts_are_refused(server: Server) -> None:
    server.answers["/a"] = reply(gzip.compress(b"") * 5000, "Content-Encoding: gzip")
    assert "more than 1000 parts" in refused(server.url("/a"))


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n",
        reply(gzip.compress(PAGE * 9)[:-9], "Content-Encoding: gzip"),
    ],
)
def test_an_answer_that_was_cut_off_is_refused(server: Server, answer: bytes) -> None:
    server.answers["/a"] = answer
    assert "the answer was cut off" in refused(server.url("/a"))


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/1.1 abc OK\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nabc\r\n0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5000 + b"\r\nabc",
        b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\nabc",
        b"HTTP/1.1 200 OK\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        b"\0" * 100_000,
    ],
    ids=range(8),
)
def test_what_is_no_http_is_one_line(server: Server, answer: bytes) -> None:
    server.answers["/a"] = answer
    line = refused(server.url("/a"))
    assert line.startswith(server.url("/a"))
    assert "what came is no answer of HTTP" in line or "cut off" in line or "cannot be reached" in line, line


@pytest.mark.parametrize("length", ["-5", "abc", "3abc", "²"])
def test_a_length_that_is_none_is_passed_over(server: Server, length: str) -> None:
    server.answers["/a"] = reply(PAGE, f"Content-Length: {length}", length=False)
    assert fetch(server.url("/a")).data == PAGE


def test_a_body_longer_than_its_length_ends_there(server: Server) -> None:
    server.answers["/a"] = reply(PAGE + b"abc", f"Content-Length: {len(PAGE)}", length=False)
    assert fetch(server.url("/a")).data == PAGE


def test_an_end_without_a_length_is_an_end(server: Server) -> None:
    server.answers["/a"] = b"HTTP/1.0 200 OK\r\n\r\n" + PAGE
    assert hashlib.sha256(fetch(server.url("/a")).data).digest() == hashlib.sha256(PAGE).digest()


@pytest.mark.parametrize(
    "first",
    [
        b"",
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 200 OK\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
    ],
)
def test_a_server_that_sends_a_byte_now_and_then_is_given_up(server: Server, first: bytes) -> None:
    def drip(connection: socket.socket) -> None:
        connection.sendall(first)
        while not server.over.wait(0.05):
            connection.sendall(b"1")

    server.answers["/a"] = drip
    assert "took longer than 0.4 s" in refused(server.url("/a"), QUICK._replace(whole=0.4))


def test_a_server_without_an_end_is_given_up(server: Server) -> None:
    def flood(connection: socket.socket) -> None:
        connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not server.over.is_set():
            connection.sendall(b"abc " * 9999)

    server.answers["/a"] = flood
    assert "is larger than 1 MiB" in refused(server.url("/a"))


@pytest.mark.parametrize("piece", [b"HTTP/1.1 100 Continue\r\n\r\n", b"0" * 65536])
def test_a_head_without_an_end_is_given_up(server: Server, piece: bytes) -> None:
    def flood(connection: socket.socket) -> None:
        while not server.over.is_set():
            connection.sendall(piece)

    server.answers["/a"] = flood
    assert refused(server.url("/a"), QUICK._replace(whole=0.4))


def test_a_server_that_is_silent_is_given_up(server: Server) -> None:
    def wait(_: socket.socket) -> None:
        server.over.wait(5)

    server.answers["/a"] = wait
    assert "sent nothing for too long" in refused(server.url("/a"), QUICK._replace(silence=0.2))


def test_nobody_at_a_port_is_one_line(server: Server) -> None:
    server.close()
    assert "cannot be reached: Connection refused" in refused(server.url("/a"))


def test_a_body_in_chunks_is_joined(server: Server) -> None:
    chunks = b"".join(b"%x;a=b\r\n%s\r\n" % (1, PAGE[at : at + 1]) for at in range(len(PAGE)))
    server.answers["/a"] = (
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\nX: y\r\n\r\n"
    )
    found: Fetched = fetch(server.url("/a"))
    assert found.data == PAGE
