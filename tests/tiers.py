"""How much of the suite runs: what suits every save, what suits every change, or all there is.

    pytest --fast          without what starts programs or shows windows in every manner (`LATER`), too
    pytest                 without those marked `whole` or in need of more than Python (`tests/needs.py`)
    pytest --everything    all; and what tries a sample of cases tries them all

A test runs whatever its tier if its file is named: `pytest tests/web/test_browser.py`.
With --fast a room that is named is tried like the others: `pytest --fast tests/exporting`.
BRIEFING_CONFORMANCE=whole has all cases tried, whatever tests are chosen.
"""

import os
from collections import Counter
from pathlib import Path
from typing import Any, Final

import pytest
from hypothesis import settings

from tests import needs

#: Rooms and files left to the run before a commit: they start programs, write files in foreign forms,
#: or show windows in other languages and sizes.
LATER: Final = (
    *(f"tests/{room}" for room in ("commands", "doctor", "exporting", "machine", "writing")),
    *(f"tests/arabic/test_{name}.py" for name in ("patterns", "reshaper")),
    *(
        f"tests/sources/test_{name}.py"
        for name in (
            "begun_briefings",
            "given",
            "hostile_pages",
            "large_text",
            "subtitles",
            "subtitles_as_found",
        )
    ),
    "tests/settings/test_lookups.py",
    "tests/test_one_meaning.py",
    "tests/verifying/test_repairing.py",
    *(f"tests/tui/timeline/test_{name}.py" for name in ("axis", "labels")),
    *(
        f"tests/tui/writing/test_{name}.py"
        for name in (
            "killed",
            "kinds",
            "long_pastes",
            "notices_over_windows",
            "own_folder",
            "persian_capitals",
            "read_anew",
            "unsent",
            "walked",
            "windows_alike",
        )
    ),
    *(
        f"tests/tui/test_{name}.py"
        for name in (
            "begun",
            "copy_menu",
            "copying",
            "encoding_said",
            "evidence",
            "facts",
            "help",
            "help_bar",
            "help_narrow",
            "late_colours",
            "list_windows",
            "looking_up",
            "lookup_window",
            "mirrored",
            "notices",
            "still",
            "stretched",
            "typed_at_once",
            "unused_modules",
        )
    ),
)

#: Files of those rooms that are tried nevertheless: what a new form of export has to fit.
EVER: Final = ("tests/exporting/test_records.py",)

_LEFT_OUT: Final = pytest.StashKey[Counter[str]]()
#: How what is left out is found.
_FILES, _TESTS = "files (run without --fast)", "tests (run with --everything)"


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("how much is tested").addoption
    group("--fast", action="store_true", help="only what takes less than a minute, for every save")
    group("--everything", action="store_true", help="terminals, browsers, whole Unicode files and all cases")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("fast") and config.getoption("everything"):
        raise pytest.UsageError("--fast and --everything: only one of them")
    if config.getoption("everything"):
        os.environ["BRIEFING_CONFORMANCE"] = "whole"
    config.stash[_LEFT_OUT] = Counter()
    needs.said(())


def in_full() -> bool:
    """Whether tests of many cases try all of them: with `--everything` or BRIEFING_CONFORMANCE=whole."""
    return os.environ.get("BRIEFING_CONFORMANCE") == "whole"


def some_of(*cases: Any, some: int = 1) -> list[Any]:
    """Return the cases of a test, for `parametrize`, of which only the first are tried without --everything.

    For cases that go the same way through the program, each in a process or a window of its own.
    """
    whole = pytest.mark.whole
    marked = (
        pytest.param(*case, marks=whole) if isinstance(case, tuple) else pytest.param(case, marks=whole)
        for case in cases[some:]
    )
    return [*cases[:some], *marked]


def some_values(*values: Any, some: int = 1) -> list[Any]:
    """Return the values of one argument in the same way; they may be tuples, such as sizes."""
    return [*values[:some], *(pytest.param(value, marks=pytest.mark.whole) for value in values[some:])]


def examples(times: float = 1) -> int:
    """Return `times` as many examples of a property as this tier tries of one (`tests/conftest.py`)."""
    return round(settings().max_examples * times)


def _is_whole(item: pytest.Item) -> bool:
    """Whether a test runs with `--everything` only, unless its file is named."""
    return any(item.get_closest_marker(mark) for mark in ("whole", "needs"))


def _named(config: pytest.Config) -> tuple[set[Path], set[Path]]:
    """The files that the command line names, alone or with tests in them, and the rooms but that of all."""
    arguments = (config.invocation_params.dir / argument.partition("::")[0] for argument in config.args)
    paths = {path.resolve() for path in arguments}
    every = config.rootpath.resolve() / "tests"
    return {path for path in paths if path.is_file()}, {path for path in paths if every in path.parents}


@pytest.hookimpl(tryfirst=True)
def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Do not even import, with --fast, what is left for later and not named: that takes a second or two."""
    if not config.getoption("fast") or not collection_path.match("test_*.py"):
        return None
    path = collection_path.relative_to(config.rootpath)
    if path.as_posix() in EVER or not any(path.is_relative_to(room) for room in LATER):
        return None
    named, rooms = _named(config)
    if collection_path in named or any(collection_path.is_relative_to(room) for room in rooms):
        return None
    config.stash[_LEFT_OUT][_FILES] += 1
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("everything"):
        return
    named, _ = _named(config)
    kept: list[pytest.Item] = []
    left_out: list[pytest.Item] = []
    for item in items:
        (left_out if _is_whole(item) and item.path not in named else kept).append(item)
    config.stash[_LEFT_OUT][_TESTS] += len(left_out)
    config.hook.pytest_deselected(items=left_out)
    items[:] = kept


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose need is missing; in CI, where nothing may go untested in silence, fail it."""
    marks = [*item.iter_markers("needs")]
    needs.said(marks)
    for mark in marks:
        needs.check(mark)


def pytest_sessionfinish(session: pytest.Session) -> None:
    if output := getattr(session.config, "workeroutput", None):
        found = session.config.stash[_LEFT_OUT]
        output["left_out"] = dict(found)
    needs.said(None)


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Take over what a worker left out: each collects the whole suite, so one of them says it."""
    for what, number in getattr(node, "workeroutput", {}).get("left_out", {}).items():
        node.config.stash[_LEFT_OUT][what] = number


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    found = config.stash[_LEFT_OUT]
    parts = [what.replace(" ", f" {found[what]} ", 1) for what in (_FILES, _TESTS) if found[what]]
    if parts:
        terminalreporter.write_line(f"left out: {', '.join(parts)}; or name their file")
