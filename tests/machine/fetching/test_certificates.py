"""TLS: a certificate is checked, and what is wrong with one is a line that names the cure."""

from __future__ import annotations

import socket
import ssl
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from briefing.document import BriefingError
from briefing.machine.fetching.fetch import fetch
from briefing.machine.fetching.limits import Limits
from tests.machine.fetching.server import Server, redirect, reply, serving
from tests.needs import needs

pytestmark = needs("openssl")

QUICK = Limits(whole=5.0, connect=2.0, silence=2.0)


def certificate(folder: Path, names: str, days: int = 2) -> Path:
    """A file with a key and a certificate of its own for it."""
    file = folder / "both.pem"
    if not file.exists():
        key, request, signed = (str(folder / name) for name in ("key.pem", "request.pem", "certificate.pem"))
        words = f"openssl req -new -newkey rsa:2048 -nodes -subj /CN=test -keyout {key} -out {request}"
        more = [
            "-addext",
            f"subjectAltName={names}",
            "-addext",
            "keyUsage=critical,digitalSignature,keyCertSign",
        ]
        subprocess.run([*words.split(), *more], check=True, capture_output=True, timeout=60)
        words = f"openssl x509 -req -in {request} -signkey {key} -days {days} -out {signed}"
        words += " -copy_extensions copyall"
        subprocess.run(words.split(), check=True, capture_output=True, timeout=60)
        file.write_bytes((folder / "key.pem").read_bytes() + (folder / "certificate.pem").read_bytes())
    return file


@contextmanager
def encrypted(folder: Path, names: str, days: int = 2) -> Iterator[Server]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate(folder, names, days))
    with serving(tls=context) as server:
        server.answers["/a"] = reply(b"plain words")
        yield server


def refused(address: str) -> str:
    with pytest.raises(BriefingError) as caught:
        fetch(address, QUICK)
    return str(caught.value)


def trust(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(folder / "certificate.pem"))


def test_a_certificate_that_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trust(monkeypatch, tmp_path)
    with encrypted(tmp_path, "DNS:localhost,IP:127.0.0.1") as server:
        assert fetch(server.url("/a"), QUICK).data == b"plain words"
        assert fetch(server.url("/a", "localhost"), QUICK).data == b"plain words"
        assert server.requests[1].fields["host"] == f"localhost:{server.port}"


def test_one_of_nobody(tmp_path: Path) -> None:
    with encrypted(tmp_path, "IP:127.0.0.1") as server:
        line = refused(server.url("/a"))
        assert "nobody whom this machine trusts" in line
        assert "SSL_CERT_FILE" in line
        assert server.requests == []


def test_one_for_another_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trust(monkeypatch, tmp_path)
    with encrypted(tmp_path, "DNS:other.example,IP:127.0.0.9") as server:
        assert "its certificate is for another host" in refused(server.url("/a"))
        assert "its certificate is for another host" in refused(server.url("/a", "localhost"))
        assert server.requests == []


def test_one_that_has_expired(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trust(monkeypatch, tmp_path)
    with encrypted(tmp_path, "IP:127.0.0.1", days=-1) as server:
        assert "its certificate has expired" in refused(server.url("/a"))


def test_a_machine_without_certificates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "none.pem"))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    with encrypted(tmp_path, "IP:127.0.0.1") as server:
        line = refused(server.url("/a"))
        assert "this machine has no certificates to check it by; install ca-certificates" in line


def test_no_encryption_where_it_is_asked_for(tmp_path: Path) -> None:
    with serving() as server:
        assert "no encrypted connection can be made" in refused(server.url("/a").replace("http:", "https:"))


def test_a_password_is_not_sent_on_without_encryption(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trust(monkeypatch, tmp_path)
    with encrypted(tmp_path, "IP:127.0.0.1") as server, serving() as plain:
        plain.answers["/b"] = reply(b"plain words")
        server.answers["/c"] = redirect(plain.url("/b"))
        assert fetch(server.url("/c", user="me:secret@"), QUICK).data == b"plain words"
        assert "authorization" in server.requests[0].fields
        assert "authorization" not in plain.requests[0].fields


def test_a_proxy_does_not_see_what_is_encrypted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trust(monkeypatch, tmp_path)
    with encrypted(tmp_path, "DNS:news.example") as server, serving() as proxy:

        def tunnel(connection: socket.socket) -> None:
            connection.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            with socket.create_connection(("127.0.0.1", server.port)) as other:
                for one, two in ((connection, other), (other, connection)):
                    one.settimeout(5)
                    two.settimeout(5)
                back = threading.Thread(target=_pour, args=[other, connection], daemon=True)
                back.start()
                _pour(connection, other)
                back.join(5)

        proxy.answers = {"news.example:443": tunnel, "other.example:443": tunnel}
        monkeypatch.setenv("https_proxy", proxy.url(""))
        assert fetch("https://me:secret@news.example/a", QUICK).data == b"plain words"
        assert server.requests[0].fields["authorization"] == "Basic bWU6c2VjcmV0"
        assert "authorization" not in proxy.requests[0].fields
        assert "its certificate is for another host" in refused("https://other.example/a")


def _pour(one: socket.socket, other: socket.socket) -> None:
    with suppress(OSError):
        while data := one.recv(65536):
            other.sendall(data)
        other.shutdown(socket.SHUT_WR)
