"""A document fetched from a real server: what is taken, what is sent, and where redirects may lead."""

from __future__ import annotations

import base64
import gzip
import hashlib
import socket
import time
import zlib

import pytest

from briefing.document import BriefingError
from briefing.machine.fetching.fetching import Fetched, fetch
from briefing.machine.fetching.limits import Limits
from tests.machine.fetching.server import Server, redirect, reply, serving

PAGE = "<!doctype html><p>نص".encode()
QUICK = Limits(whole=3.0, connect=1.0, silence=1.0, largest=1 << 20)


def refused(address: str, limits: Limits = QUICK) -> str:
    with pytest.raises(BriefingError) as caught:
        fetch(address, limits)
    return str(caught.value)


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


@pytest.mark.parametrize("status", ["301 x", "302 x", "303 x", "307 x", "308 x"])
def test_redirects_are_followed(server: Server, status: str) -> None:
    server.answers |= {"/a": redirect("b/../c?d#e", status), "/c": reply(PAGE)}
    found = fetch(server.url("/a"))
    assert (found.asked, found.address) == (server.url("/a"), server.url("/c?d"))


def test_ten_redirects_are_followed_and_not_an_eleventh(server: Server) -> None:
    server.answers |= {f"/{at}": redirect(f"/{at + 1}") for at in range(1, 12)}
    server.answers["/12"] = reply(PAGE)
    assert fetch(server.url("/2")).address == server.url("/12")
    assert "redirects more than 10 times" in refused(server.url("/1"))


def test_a_loop_of_redirects_ends(server: Server) -> None:
    server.answers |= {"/a": redirect("/b"), "/b": redirect("/a")}
    assert "redirects more than 10 times" in refused(server.url("/a"))
    assert len(server.requests) == 11


def test_arabic_in_an_address_is_sent_by_percent_signs(server: Server) -> None:
    target = "/%D8%AE%D8%A8%D8%B1"
    server.answers |= {"/a": redirect("/خبر"), target: reply(PAGE)}
    assert fetch(server.url("/خبر")).address == server.url(target)
    assert fetch(server.url("/a")).address == server.url(target)
    assert server.targets() == [target, "/a", target]


@pytest.mark.parametrize(
    "location",
    ["file:///etc/passwd", "ftp://example.org/", "data:text/plain,a", "gopher://127.0.0.1/", "javascript:a"],
)
def test_no_other_scheme_is_followed(server: Server, location: str) -> None:
    server.answers["/a"] = redirect(location)
    assert "which is no address of http or https" in refused(server.url("/a"))


@pytest.mark.parametrize(
    "host",
    [
        *(
            "127.0.0.2",
            "localhost",
            "localhost.",
            "a.localhost",
            "[::1]",
            "[::ffff:127.0.0.1]",
            "0.0.0.0",
            "0",
        ),
        *("2130706433", "0x7f000001", "0177.0.0.1", "127.1", "10.0.0.1", "192.168.1.1", "169.254.169.254"),
        *(
            "[64:ff9b::7f00:1]",
            "[fe80::1]",
            "[fd00::1]",
            "100.64.0.1",
            "１２７.0.0.1",
            "me@127.0.0.2",
            "224.0.0.1",
        ),
    ],
)
def test_no_redirect_leads_to_a_private_address(server: Server, host: str) -> None:
    with serving("0.0.0.0") as other:
        server.answers["/a"] = redirect(f"http://{host}:{other.port}/secret")
        assert "a private address; if you trust it, open that address itself" in refused(server.url("/a"))
        assert other.connections == 0


def test_a_redirect_may_lead_to_the_private_address_that_was_named(server: Server) -> None:
    with serving() as other:
        other.answers["/b"] = reply(PAGE)
        server.answers["/a"] = redirect(other.url("/b"))
        assert fetch(server.url("/a")).address == other.url("/b")


@pytest.mark.parametrize("host", ["2130706433", "0x7f.1", "0177.1", "127.0.0.1.", "[::ffff:127.0.0.1]"])
def test_an_odd_spelling_of_a_private_address_does_not_name_it(server: Server, host: str) -> None:
    line = refused(server.url("/a", host))
    assert f"a private address; if you mean it, name that: {server.url('/a')}" in line
    assert server.connections == 0


def test_localhost_is_this_machine(server: Server) -> None:
    server.answers["/a"] = reply(PAGE)
    assert fetch(server.url("/a", "LocalHost")).address == server.url("/a", "localhost")


class Names:
    """Stands for the system's look-up: what each name leads to, one answer after the other."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, **answers: list[str]) -> None:
        self.asked: list[str] = []
        self._answers = {name.replace("_", "."): found for name, found in answers.items()}
        monkeypatch.setattr(socket, "getaddrinfo", self)

    def __call__(self, host: str, port: int, *_: object, **__: object) -> list[tuple[object, ...]]:
        self.asked.append(host)
        if host.replace(".", "").isdigit():
            return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (host, port))]
        if host not in self._answers:
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port))
            for ip in self._answers[host].pop(0).split()
        ]


def test_a_name_of_a_private_address_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    Names(monkeypatch, intranet_example=["127.0.0.1"])
    line = refused(server.url("/a", "intranet.example"))
    assert (
        f"intranet.example is 127.0.0.1, a private address; if you mean it, name that: {server.url('/a')}"
        in line
    )
    assert server.connections == 0


def test_the_connection_goes_to_the_address_that_was_checked(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = Names(monkeypatch, news_example=["192.88.99.1", "127.0.0.1", "127.0.0.1"])
    refused(server.url("/a", "news.example"), QUICK._replace(connect=0.3))
    assert names.asked.count("news.example") == 1
    assert server.connections == 0


def test_a_redirect_to_a_name_of_a_private_address_is_refused(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    Names(monkeypatch, news_example=["127.0.0.1 10.0.0.1"])
    server.answers["/a"] = redirect(server.url("/b", "news.example"))
    assert f"redirects to {server.url('/b', 'news.example')}, a private address" in refused(server.url("/a"))
    assert server.targets() == ["/a"]


def test_a_name_in_arabic_is_looked_up_as_idna_writes_it(monkeypatch: pytest.MonkeyPatch) -> None:
    names = Names(monkeypatch)
    assert "there is no host xn--mgbh0fb.xn--kgbechtv" in refused("http://مثال.إختبار/")
    assert names.asked == ["xn--mgbh0fb.xn--kgbechtv"]


def test_credentials_go_to_their_host_and_are_never_shown(server: Server) -> None:
    server.answers |= {"/a": redirect("/b"), "/b": reply(PAGE)}
    found = fetch(server.url("/a", user="me:s%C3%A9cret@"))
    sent = "Basic " + base64.b64encode("me:sécret".encode()).decode()
    assert [request.fields.get("authorization") for request in server.requests] == [sent, sent]
    assert "cret" not in repr(found)
    assert "cret" not in refused(server.url("/none", user="me:secret@"))


def test_credentials_go_to_no_other_host(server: Server) -> None:
    with serving() as other:
        other.answers["/b"] = reply(PAGE)
        server.answers["/a"] = redirect(other.url("/b", user="you:other@"))
        assert fetch(server.url("/a", user="me:secret@")).address == other.url("/b")
        assert "authorization" not in other.requests[0].fields


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


def test_what_is_not_packed_is_taken_as_it_is_whatever_is_said(server: Server) -> None:
    server.answers["/a"] = reply(PAGE, "Content-Encoding: gzip")
    assert fetch(server.url("/a"))[:1] == (PAGE,)


@pytest.mark.parametrize("coding", ["br", "gzip, gzip", "zstd"])
def test_other_packing_is_refused(server: Server, coding: str) -> None:
    server.answers["/a"] = reply(gzip.compress(PAGE), f"Content-Encoding: {coding}")
    assert f'packed as "{coding}"' in refused(server.url("/a"))


@pytest.mark.parametrize(
    "body",
    [
        gzip.compress(bytes(50 << 20)),
        gzip.compress(bytes(1 << 19)) * 4,
        b"a" * ((1 << 20) + 1),
    ],
)
def test_more_than_the_limit_is_refused(server: Server, body: bytes) -> None:
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
    assert "took longer than 1 s" in refused(server.url("/a"), QUICK._replace(whole=1.0))


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
    assert refused(server.url("/a"), QUICK._replace(whole=1.0))


def test_a_server_that_is_silent_is_given_up(server: Server) -> None:
    server.answers["/a"] = lambda _: time.sleep(5)
    assert "sent nothing for 0.5 s" in refused(server.url("/a"), QUICK._replace(silence=0.5))


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
