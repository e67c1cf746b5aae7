"""A server for each test, and an environment without proxies."""

import os
from collections.abc import Iterator

import pytest

from tests.machine.fetching.server import Server, serving


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [*os.environ]:
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def server() -> Iterator[Server]:
    with serving() as one:
        yield one
