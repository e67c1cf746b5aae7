"""Visits to terminals, two at a time; the pictures go to the folder BRIEFING_PICTURES, if that is set."""

import os
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.needs import missing
from tests.terminals.visit import Visit, visit


def _visit(name: str) -> Visit:
    try:
        seen = visit(name)
    except (
        AssertionError
    ) as error:  # a terminal on a busy machine may lose a key: what happens twice is a fault
        print(f"{name} is visited again: {error}")
        seen = visit(name)
    if folder := os.environ.get("BRIEFING_PICTURES"):
        seen.save(Path(folder))
    return seen


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Try again what opens a terminal of its own and fails: what happens twice is a fault, as in a visit."""
    try:
        return (yield)
    except Exception as error:  # a command that lost a letter may fail in any way
        if not isinstance(item, pytest.Function) or "visits" in item.fixturenames:
            raise
        print(f"{item.name} is tried again: {error}")
        item.runtest()
        return None


def _wanted(tests: list[pytest.Item]) -> list[str]:
    """The names of the terminals that tests are about, in their order; skipped ones do not count."""
    names: dict[str, None] = {}
    for test in tests:
        if not isinstance(test, pytest.Function) or "visits" not in test.fixturenames:
            continue
        if not any(missing(mark) for mark in test.iter_markers("needs")):
            names[str(test.callspec.params["name"])] = None
    return list(names)


@pytest.fixture(scope="session")
def visits(request: pytest.FixtureRequest) -> Iterator[Callable[[str], Visit]]:
    """The visit to a terminal by its name: each takes place once, and only if a test wants it."""
    wanted = _wanted(request.session.items)
    with ThreadPoolExecutor(2) as pool:
        begun: dict[str, Future[Visit]] = {name: pool.submit(_visit, name) for name in wanted}
        yield lambda name: begun[name].result()
        for future in begun.values():
            future.cancel()
