"""The reader opens no connection but to an address that it was given: nothing else knows how to."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

import briefing

pytestmark = pytest.mark.whole

NETWORK: Final = frozenset(
    (
        "socket",
        "ssl",
        "http",
        "urllib",
        "ftplib",
        "smtplib",
        "xmlrpc",
        "socketserver",
        "webbrowser",
        "aiohttp",
        "urllib3",
    )
)
_ADDRESSES: Final = "urllib.parse"
ASYNC: Final = frozenset(("open_connection", "start_server", "create_connection", "create_server"))
#: What a file has to hold to be looked at closely.
_ANY: Final = re.compile(rf"\b({'|'.join(sorted(NETWORK | ASYNC))})\b")


def imported(tree: ast.Module) -> Iterator[str]:
    """The top-level names of all modules that are imported anywhere in a module.

    `urllib.parse` takes addresses apart and opens none.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names if alias.name != _ADDRESSES)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module != _ADDRESSES:
            yield node.module.partition(".")[0]


def test_nothing_outside_of_serving_and_fetching_imports_a_network_library() -> None:
    package = Path(briefing.__file__ or "").parent
    read = 0
    for path in package.rglob("*.py"):
        if any(path.is_relative_to(package / room) for room in ("web", "machine/fetching")):
            continue
        read += 1
        text = path.read_text("utf-8")
        if not _ANY.search(text):
            continue
        tree = ast.parse(text)
        called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
        assert not NETWORK.intersection(imported(tree)), path
        assert not ASYNC.intersection(called), path
    assert read > 100


def test_nothing_fetches_but_what_opens_what_was_named() -> None:
    package = Path(briefing.__file__ or "").parent
    room = package / "machine" / "fetching"
    found = {
        str(path.relative_to(package))
        for path in package.rglob("*.py")
        if not path.is_relative_to(room) and "machine.fetching" in path.read_text("utf-8")
    }
    assert found <= {"commands/fetching.py", "commands/arguments.py"}
