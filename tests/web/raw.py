"""A plain connection to the server: bytes as nobody's client library would send them."""

from __future__ import annotations

import socket
import time
from pathlib import Path

from tests.web.served import Served

#: Bytes that any server may take for itself.
MEMORY = 150_000_000


def connected(served: Served) -> socket.socket:
    """A connection."""
    return socket.create_connection(("127.0.0.1", served.port), timeout=20)


def answer_to(served: Served, request: bytes) -> bytes:
    """What is answered, until the server closes the connection or says nothing for a second."""
    with connected(served) as connection:
        connection.sendall(request)
        connection.settimeout(1)
        answer = b""
        try:
            while data := connection.recv(65536):
                answer += data
        except (TimeoutError, ConnectionError):
            pass
        return answer


def is_closed(connection: socket.socket, within: float) -> bool:
    """Whether the server closes a connection within so many seconds."""
    deadline = time.monotonic() + within
    while (left := deadline - time.monotonic()) > 0:
        connection.settimeout(left)
        try:
            if not connection.recv(65536):
                return True
        except TimeoutError:
            return False
        except ConnectionError:
            return True
    return False


def wait_until_gone(process: int, within: float) -> bool:
    """Whether a process ends within so many seconds."""
    deadline = time.monotonic() + within
    while Path(f"/proc/{process}").exists():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.05)
    return True
