"""Which hosts are asked, and what they are told: redirects, names, private addresses, credentials."""

from __future__ import annotations

import base64
import socket

import pytest

from briefing.machine.fetching.fetch import fetch
from tests.machine.fetching.server import Server, redirect, reply, serving
from tests.machine.fetching.trying import PAGE, QUICK, refused


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


def test_an_ipv6_address_is_named_in_brackets() -> None:
    if not socket.has_ipv6:
        pytest.skip("no IPv6 here")
    with serving("::1") as server:
        server.answers["/a"] = reply(PAGE)
        found = fetch(server.url("/a", "[0:0::1]"))
        assert (found.data, found.address) == (PAGE, server.url("/a"))
        assert server.requests[0].fields["host"] == f"[::1]:{server.port}"


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
