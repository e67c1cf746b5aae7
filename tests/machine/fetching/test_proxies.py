"""The proxies that the environment names: used, never passed by in silence, and told no secret."""

from __future__ import annotations

import socket

import pytest

from briefing.document import BriefingError
from briefing.machine.fetching.fetch import fetch
from briefing.machine.fetching.limits import Limits
from tests.machine.fetching.server import Server, redirect, reply

QUICK = Limits(whole=3.0, connect=1.0, silence=1.0)
PAGE = b"plain words"


@pytest.fixture(autouse=True)
def _no_look_up(monkeypatch: pytest.MonkeyPatch) -> None:
    ask = socket.getaddrinfo

    def only_numbers(host: str, *arguments: int, **more: int) -> object:
        assert host.replace(".", "").isdigit(), "the proxy looks names up"
        return ask(host, *arguments, **more)

    monkeypatch.setattr(socket, "getaddrinfo", only_numbers)


def test_a_proxy_is_asked_and_looks_the_name_up(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers["http://news.example/a"] = reply(PAGE)
    monkeypatch.setenv("http_proxy", server.url("", user="me:secret@"))
    found = fetch("http://you:own@news.example/a", QUICK)
    assert (found.data, found.address) == (PAGE, "http://news.example/a")
    assert server.targets() == ["http://news.example/a"]
    assert server.requests[0].fields["proxy-authorization"] == "Basic bWU6c2VjcmV0"
    assert server.requests[0].fields["authorization"] == "Basic eW91Om93bg=="


def test_through_a_proxy_is_encrypted(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.answers["news.example:443"] = reply(b"", status="403 No")
    monkeypatch.setenv("all_proxy", server.url("", user="me:secret@"))
    with pytest.raises(BriefingError, match="by the proxy that the environment names") as caught:
        fetch("https://news.example/a", QUICK)
    assert "secret" not in str(caught.value)
    assert server.requests[0].method == "CONNECT"


@pytest.mark.parametrize("host", ["127.0.0.9", "localhost", "10.0.0.1", "0x7f.1"])
def test_a_proxy_is_asked_for_no_private_address_by_a_redirect(
    server: Server, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    server.answers["http://news.example/a"] = redirect(f"http://{host}/b")
    monkeypatch.setenv("http_proxy", server.url(""))
    with pytest.raises(BriefingError, match="a private address"):
        fetch("http://news.example/a", QUICK)
    assert server.targets() == ["http://news.example/a"]


@pytest.mark.parametrize(
    ("variable", "value"), [("no_proxy", "127.0.0.1"), ("http_proxy", "http://127.0.0.1:1")]
)
def test_this_machine_is_reached_without_a_proxy(
    server: Server, monkeypatch: pytest.MonkeyPatch, variable: str, value: str
) -> None:
    server.answers["/a"] = reply(PAGE)
    monkeypatch.setenv(variable, value)
    assert fetch(server.url("/a"), QUICK).data == PAGE


@pytest.mark.parametrize("value", ["socks5://127.0.0.1:9050", "http://", "http://a:secret@:x/"])
def test_a_proxy_that_cannot_be_used_is_not_passed_by(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("http_proxy", value)
    with pytest.raises(BriefingError, match="names a proxy that cannot be used") as caught:
        fetch("http://news.example/a", QUICK)
    assert "secret" not in str(caught.value)
