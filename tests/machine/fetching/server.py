"""A server on the loopback that answers with whatever bytes a test has for an address, right or wrong."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

Answer = bytes | Callable[[socket.socket], None]


class Request(NamedTuple):
    """What was asked: `GET`, path and query, and the fields by their names in lower case."""

    method: str
    target: str
    fields: dict[str, str]


class Server:
    """`answers` by path; what is not there is answered 404. `requests` are those that came, in their order.

    An answer is bytes, or a function that sends on the socket whatever it likes; the socket is then closed.
    """

    def __init__(self, host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[Request] = []
        self.connections = 0
        self._tls = tls
        self._listening = socket.create_server(
            (host, 0), family=socket.AF_INET6 if ":" in host else socket.AF_INET
        )
        self.host, self.port = host, self._listening.getsockname()[1]
        self.over = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()

    def url(self, target: str = "/", host: str = "", user: str = "") -> str:
        """The address of `target` here."""
        name = host or (f"[{self.host}]" if ":" in self.host else self.host)
        return f"{'https' if self._tls else 'http'}://{user}{name}:{self.port}{target}"

    def targets(self) -> list[str]:
        """What was asked for, in its order."""
        return [request.target for request in self.requests]

    def close(self) -> None:
        """Listen no longer, and have answers without end stop."""
        self.over.set()
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()

    def _listen(self) -> None:
        while True:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._serve, args=[connection], daemon=True).start()

    def _serve(self, connection: socket.socket) -> None:
        with suppress(OSError):
            if self._tls is not None:
                connection = self._tls.wrap_socket(connection, server_side=True)
            with connection:
                head = b""
                while b"\r\n\r\n" not in head:
                    part = connection.recv(65536)
                    if not part:
                        return
                    head += part
                    if head[:1] == b"\x16":  # a greeting of TLS
                        connection.sendall(reply(b"plain", status="400 Bad Request"))
                        return
                first, *lines = head.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")
                method, target, _ = first.split(" ")
                fields = {
                    name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)
                }
                self.requests.append(Request(method, target, fields))
                answer = self.answers.get(
                    target.partition("?")[0], reply(b"nothing here", status="404 Not Found")
                )
                if callable(answer):
                    answer(connection)
                else:
                    connection.sendall(answer)


def reply(body: bytes, *fields: str, status: str = "200 OK", length: bool = True) -> bytes:
    """An answer of HTTP/1.1 with a Content-Length, and more fields as they are."""
    lines = [f"HTTP/1.1 {status}", *fields, *([f"Content-Length: {len(body)}"] if length else [])]
    return "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n" + body


def redirect(location: str, status: str = "302 Found") -> bytes:
    """An answer that leads elsewhere."""
    return reply(b"", f"Location: {location}", status=status)


@contextmanager
def serving(host: str = "127.0.0.1", tls: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server as long as the context lasts."""
    server = Server(host, tls)
    try:
        yield server
    finally:
        server.close()
