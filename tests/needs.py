"""What a test needs from the machine: tools, shared libraries, data files.

A test whose need is missing is skipped, with the reason. In CI (`CI=true`) nothing may go untested in
silence: there the same call fails, at collection, naming what is missing.

    pytestmark = needs("Xvfb", "xclip")
    pytestmark = [needs("xterm"), needs_library("libfribidi.so.0")]
"""

import ctypes
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest


def in_ci() -> bool:
    """Whether this run is CI's: the environment's CI is set to anything but an empty word, 0 or false."""
    return os.environ.get("CI", "").strip().lower() not in ("", "0", "false")


def needs(*tools: str) -> pytest.MarkDecorator:
    """A mark for tests that run the programs named `tools` (looked up on PATH)."""
    return _mark("program", (tool for tool in tools if shutil.which(tool) is None))


def needs_file(*paths: str | Path) -> pytest.MarkDecorator:
    """A mark for tests that read the data files or folders at `paths`."""
    return _mark("file", (str(path) for path in paths if not Path(path).exists()))


def needs_library(*sonames: str) -> pytest.MarkDecorator:
    """A mark for tests that load shared libraries, named as the loader knows them (`libfribidi.so.0`)."""
    return _mark("library", (soname for soname in sonames if not _loads(soname)))


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _mark(kind: str, missing: Iterable[str]) -> pytest.MarkDecorator:
    names = ", ".join(missing)
    reason = f"{kind} not found on this machine: {names}"
    if names and in_ci():
        pytest.fail(f"{reason} (CI must have it)", pytrace=False)
    return pytest.mark.skipif(bool(names), reason=reason)
